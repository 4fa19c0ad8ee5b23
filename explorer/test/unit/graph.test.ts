import {describe, expect, it} from 'vitest';

import {applyFilter, chooseDrawn, firstFilter, noFilter, type Filter} from '../../src/filter';
import {readGraph} from '../../src/graph';
import {placeLabels, type Candidate} from '../../src/labels';
import {layOut} from '../../src/layout';
import {SearchIndex} from '../../src/search';
import {inLines, plain, shortened, shownName} from '../../src/text';
import {daysOfPeriod, meetingsByPeriod} from '../../src/timeline';
import {SAMPLE} from './sample';

const graph = readGraph(SAMPLE);
const [hashim, office, centre, qatar, meeting, customs] = graph.entities as [
  ...typeof graph.entities, typeof graph.entities[0]];

describe('reading', () => {
  it('ties edges to entities, proofs and sentences', () => {
    expect(hashim!.edges.map((edge) => edge.predicate)).toEqual(['works_for', 'participated_in']);
    expect(graph.edges[0]!.proofs[0]!.sentence!.marks[0]!.entity).toBe(hashim);
    expect(graph.edges[0]!.proofs[0]!.rules).toEqual(['rel.one', 'rel.two']);
    expect(graph.edges[1]!.proofs[0]!.sentence).toBeNull();
    expect(graph.edges.map((edge) => edge.proofs[0]!.speaker)).toEqual(['', 'هاشم الراوي', '', '']);
    expect(graph.edges[1]!.symmetric).toBe(true);
    expect(graph.leftOut).toEqual(new Map([['title', 3]]));
    expect(graph.chosen).toBeNull();
  });

  it('tells what the page opens with, also where that is the first', () => {
    const opened = readGraph({...SAMPLE, chosen: 0});
    expect(opened.chosen).toBe(opened.entities[0]);
  });

  it.each([
    [0, '2019-05-05', '2019-05-05'], // of its article
    [1, '', ''],                     // the article has none
    [2, '2020-03-01', '2020-03-02'], // of the meeting
  ])('dates edge %d', (edge, from, to) => {
    expect([graph.edges[edge]!.from, graph.edges[edge]!.to]).toEqual([from, to]);
  });
});

describe('filters', () => {
  const edgesWith = (part: Partial<Filter>) =>
    applyFilter(graph, {...noFilter(graph), ...part}).edges.map((edge) => edge.id);

  it.each<[string, Partial<Filter>, number[]]>([
    ['nothing', {}, [0, 1, 2, 3]],
    ['types', {types: new Set(['organization', 'country', 'meeting'])}, [1, 3]],
    ['predicates', {predicates: new Set(['works_for'])}, [0]],
    ['confidence', {confidence: 0.8}, [0, 2]],
    ['since', {since: '2020-03-02'}, [2, 3]],
    ['until', {until: '2019-12-31'}, [0]],
    ['the days of one meeting', {since: '2020-03-01', until: '2020-03-01'}, [2, 3]],
    ['undated as well', {since: '2020-03-03', undated: true}, [1]],
    ['around, one step', {around: office!, hops: 1}, [0, 1]],
    ['around, two steps', {around: office!, hops: 2}, [0, 1, 2]],
    ['around one of a type that is hidden', {around: hashim!, hops: 1, types: new Set(['meeting'])}, [2]],
  ])('%s', (_, part, expected) => expect(edgesWith(part)).toEqual(expected));

  it.each<[string, Partial<Filter>, typeof graph.entities]>([
    ['no tie that is left', {predicates: new Set(['works_for'])}, [hashim!, office!, customs!]],
    ['another type', {types: new Set(['meeting', 'country'])}, [qatar!, meeting!]],
    ['a day', {since: '2020-01-01'}, [hashim!, qatar!, meeting!]],
  ])('hides entities for %s', (_, part, expected) => {
    expect(applyFilter(graph, {...noFilter(graph), ...part}).entities).toEqual(expected);
  });

  it('counts what days hide for want of a date', () => {
    expect(applyFilter(graph, {...noFilter(graph), since: '2020-01-01'}).undatedHidden).toBe(1);
  });

  it('draws the most connected, and those that are asked for, and counts the others', () => {
    const shown = applyFilter(graph, noFilter(graph));
    const drawn = chooseDrawn(shown, new Set([qatar!]), 3);
    expect(drawn.entities).toEqual([hashim, office, qatar]);
    expect(drawn.edges.map((edge) => edge.id)).toEqual([0]);
    expect(drawn.leftOut).toEqual(new Map([['meeting', 1], ['organization', 1], ['topic', 1]]));
    expect(chooseDrawn(shown, new Set(), 6).leftOut.size).toBe(0);
  });

  it('begins with everything where that can be drawn', () => {
    expect(firstFilter(graph)).toEqual(noFilter(graph));
    const large = {...graph, entities: Array.from({length: 2001}, () => hashim!)};
    expect(firstFilter(large).types.has('title')).toBe(false);
    expect(firstFilter(large).types.has('person')).toBe(true);
  });
});

describe('search', () => {
  const index = new SearchIndex(graph.entities);
  it.each([
    ['الاجتماع الاول', meeting], // without hamza
    ['إجتماع', meeting],         // with one too many, without the article
    ['qatar', qatar], ['QATAR', qatar], ['دوله قطر', qatar], ['قَطَر', qatar],
    ['examples office', office], ['مركز', centre], ['دولي', centre], ['راوي', hashim],
  ])('%s', (question, expected) => {
    expect(index.find(question)[0]?.entity).toBe(expected);
  });

  it.each(['', '  ', '؟', 'زرافة'])('finds nothing for "%s"', (question) => {
    expect(index.find(question)).toEqual([]);
  });

  it('prefers whole names to parts, and the entity with more ties among equals', () => {
    expect(index.find('ا').map((one) => one.cost)).toEqual(
      [...index.find('ا').map((one) => one.cost)].sort((a, b) => a - b));
    expect(index.find('international').map((one) => one.entity)).toEqual([centre]);
  });
});

describe('text', () => {
  it.each([
    ['a\u202Eb\u202Cc', 'abc'], ['\u2066x\u2069', 'x'], ['a\nb\u0007', 'a b '], ['\u200Fقطر', '\u200Fقطر'],
    ['<b>&amp;', '<b>&amp;'], ['a\u200Bb\uFEFF', 'ab'],
  ])('plain %j', (text, expected) => expect(plain(text)).toBe(expected));

  it('shortens by characters, not by halves of them', () => {
    expect(shortened('😀😀😀', 2)).toBe('😀…');
    expect(shortened('abc', 3)).toBe('abc');
  });

  it.each([
    ['قطر', 'قطر'],
    ['x'.repeat(130), `${'x'.repeat(60)}\u200B${'x'.repeat(60)}\u200B${'x'.repeat(10)}`],
    ['a b '.repeat(200), `${'a b '.repeat(200).slice(0, 399)}…`],
  ])('shows the name %j', (name, expected) => expect(shownName(name)).toBe(expected));

  it('breaks names between words', () => {
    expect(inLines('Office of the Examples of Examples', 12, 2)).toEqual(
      ['\u2066Office of\u2069', '\u2066the Examples…\u2069']);
    expect(inLines('مجموعة G20', 22, 2)).toEqual(['\u2067مجموعة G20\u2069']);
    expect(inLines('', 12, 2)).toEqual([]);
    expect(inLines('x'.repeat(10000), 12, 2)[0]!.length).toBe(24);
  });
});

describe('timeline', () => {
  const at = (from: string) => ({...meeting!, from});
  it('counts by month, with the empty months between', () => {
    expect([...meetingsByPeriod([at('2020-01-05'), at('2019-11-30'), at('2020-01-07'), at('')])]).toEqual(
      [['2019-11', 1], ['2019-12', 0], ['2020-01', 2]]);
  });
  it('counts long times by year', () => {
    expect([...meetingsByPeriod([at('2010-01-05'), at('2016-11-30')])].map(([year]) => year)).toEqual(
      ['2010', '2011', '2012', '2013', '2014', '2015', '2016']);
  });
  it.each([
    ['2020-02', '2020-02-01', '2020-02-29'], ['2019-12', '2019-12-01', '2019-12-31'],
    ['2019', '2019-01-01', '2019-12-31'],
  ])('%s has its days', (period, since, until) => {
    expect(daysOfPeriod(period)).toEqual({since, until});
  });
});

describe('the drawing', () => {
  it('is arranged the same every time', async () => {
    const drawn = chooseDrawn(applyFilter(graph, noFilter(graph)), new Set());
    const watcher = {onProgress: () => {}, onEarly: () => {}, isStale: () => false};
    const first = await layOut(drawn, false, watcher);
    expect(first!.size).toBe(6);
    expect(await layOut(drawn, false, watcher)).toEqual(first);
    expect(await layOut(drawn, true, watcher)).not.toEqual(first);
  });

  it('names what has room, the first first, on a side where it has', () => {
    const named = (item: string, x: number, y: number, always = false): Candidate<string> =>
      ({item, x, y, radius: 10, width: 60, height: 16, always});
    expect([...placeLabels([named('a', 100, 100), named('b', 100, 130)], 9)]).toEqual(
      [['a', 'top'], ['b', 'bottom']]);
    const crowd = Array.from({length: 9}, (_, i) => named(String(i), 100 + i % 3 * 22, 100 + Math.floor(i / 3) * 22));
    const placed = placeLabels(crowd, 9);
    expect(placed.has('4')).toBe(false);
    expect(placeLabels([...crowd, named('x', 122, 122, true)], 99).get('x')).toBe('bottom');
    expect(placeLabels(crowd, 2).size).toBe(2);
  });
});
