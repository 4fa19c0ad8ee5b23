/** How each type of entity looks in the drawing (elsewhere: .sign in style.css): shape and colours both differ, as in the program's pictures. */
export interface Look {
  shape: string;
  fill: string;
  line: string;
}

export const LOOKS: Record<string, Look> = {
  person: {shape: 'ellipse', fill: '#fbe3b5', line: '#b07500'},
  title: {shape: 'cut-rectangle', fill: '#ececec', line: '#6d6d6d'},
  organization: {shape: 'rectangle', fill: '#cfe2f7', line: '#2a6fc9'},
  country: {shape: 'octagon', fill: '#cdebcb', line: '#2f8f2f'},
  city: {shape: 'pentagon', fill: '#e4f5d8', line: '#5b9a3f'},
  region: {shape: 'heptagon', fill: '#dff3ee', line: '#2f8b7b'},
  meeting: {shape: 'diamond', fill: '#f6cfd3', line: '#c43d4b'},
  agreement: {shape: 'round-tag', fill: '#e3d3f3', line: '#8a4fc4'},
  date: {shape: 'rhomboid', fill: '#fff7c9', line: '#97800a'},
  topic: {shape: 'hexagon', fill: '#fbd9ef', line: '#b8408f'},
};

/** What relations say, by colour, as in the program's pictures; style.css has the same. */
export interface Family {
  predicates: string[];
  light: string;
  dark: string;
}

export const FAMILIES: Record<string, Family> = {
  part: {predicates: ['participated_in', 'chaired', 'hosted', 'organized'], light: '#b2182b', dark: '#ef8a80'},
  with: {predicates: ['met_with', 'cooperates_with', 'signed'], light: '#1b7837', dark: '#7fc98f'},
  member: {predicates: ['part_of', 'member_of', 'founded'], light: '#2166ac', dark: '#7ab2ea'},
  office: {predicates: ['has_title', 'works_for'], light: '#8c6d31', dark: '#d3b272'},
  field: {predicates: ['about', 'works_on'], light: '#762a83', dark: '#c993d4'},
  where: {predicates: ['held_in', 'held_on', 'based_in', 'located_in'], light: '#777777', dark: '#a9a9a9'},
};

export function familyOf(predicate: string): string {
  const found = Object.entries(FAMILIES).find(([, family]) => family.predicates.includes(predicate));
  return found ? found[0] : 'where';
}
