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
