/** A small graph as the program writes it, for tests. */
import type {GraphFile} from '../../src/graph';

const TYPES = ['person', 'title', 'organization', 'country', 'city', 'region', 'meeting', 'agreement', 'date', 'topic'];
const PREDICATES = ['has_title', 'works_for', 'participated_in', 'held_in', 'cooperates_with'];

/** hashim -works_for-> office -cooperates_with- centre; hashim, qatar in meeting (2020-03-01). */
export const SAMPLE: GraphFile = {
  types: TYPES,
  predicates: PREDICATES,
  origins: ['text', 'inferred', 'gazetteer'],
  symmetric: [4],
  entities: [
    [0, 'هاشم الراوي', '', '', '', '', 1, 2, ['الراوي']],
    [2, 'مكتب الأمثلة', 'Office of Examples', '', '', '', 1, 1, []],
    [2, 'المركز الدولي', 'International Centre', '', '', '', 1, 1, []],
    [3, 'قطر', 'Qatar', '', '', '', 2, 3, ['دولة قطر']],
    [6, 'الاجتماع الأول', '', '', '2020-03-01', '2020-03-02', 1, 1, []],
    [9, 'الجمارك', '', '', '', '', 1, 1, []],
  ],
  edges: [
    [0, 1, 1, 0, 0.9, 1, [[0, 0, [0, 1], 0.9]]],
    [1, 4, 2, 0, 0.5, 7, [[1, -1, [], 0.5, 'هاشم الراوي']]],
    [0, 2, 4, 0, 0.8, 1, [[0, 0, [1], 0.8]]],
    [3, 2, 4, 1, 0.7, 1, [[0, 0, [1], 0.7]]],
  ],
  sentences: [['حضر هاشم الراوي الاجتماع.', [4, 15, 0]]],
  articles: [['a', 'عنوان', '2019-05-05'], ['b', '', '']],
  rules: ['rel.one', 'rel.two'],
  left_out: [0, 3, 0, 0, 0, 0, 0, 0, 0, 0],
};
