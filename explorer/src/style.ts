/** The drawing's colours and shapes, for the light and the dark page. */
import type {StylesheetJson} from 'cytoscape';

import {FAMILIES, LOOKS} from './looks';

export const FONT = 'system-ui, "Segoe UI", "Noto Sans Arabic", Tahoma, "DejaVu Sans", sans-serif';

export type Theme = 'light' | 'dark';

/** The theme that the page has now. */
export function themeOf(): Theme {
  const given = document.documentElement.dataset.theme;
  if (given === 'light' || given === 'dark') return given;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

const COLOURS = {
  light: {text: '#1c1f24', ground: '#fbfbf9', strong: '#b3261e'},
  dark: {text: '#eceff3', ground: '#14171c', strong: '#ffb4a9'},
};

export function drawingStyle(large: boolean): StylesheetJson {
  const colour = COLOURS[themeOf()];
  const shapes = Object.entries(LOOKS).map(([type, look]) => ({
    selector: `node[type = "${type}"]`,
    style: {'shape': look.shape, 'background-color': look.fill, 'border-color': look.line},
  }));
  const families = Object.entries(FAMILIES).map(([name, family]) => ({
    selector: `edge[family = "${name}"]`,
    style: {'line-color': family[themeOf()], 'target-arrow-color': family[themeOf()]},
  }));
  const label = {
    'font-family': FONT, 'color': colour.text, 'text-outline-color': colour.ground,
    'text-outline-width': 2.5, 'text-wrap': 'wrap', 'text-max-width': '9999px', 'line-height': 1.25,
    'label': 'data(label)',
  };
  return [
    {selector: 'node', style: {
      'width': 'data(size)', 'height': 'data(size)', 'border-width': 2, 'label': '',
      'text-valign': 'bottom', 'text-halign': 'center', 'text-events': 'no',
    }},
    ...shapes,
    {selector: 'edge', style: {
      'width': large ? 'mapData(width, 1, 6, 3, 12)' : 'data(width)', 'opacity': large ? 0.45 : 0.75,
      'curve-style': large ? 'haystack' : 'bezier', 'target-arrow-shape': 'triangle', 'arrow-scale': 0.9, 'label': '',
    }},
    ...families,
    {selector: 'edge[symmetric = 1]', style: {'target-arrow-shape': 'none'}},
    {selector: 'edge[origin = "gazetteer"]', style: {'line-style': 'dotted'}},
    {selector: '.labelled', style: {...label, 'z-index': 4}},
    {selector: '.dim', style: {'opacity': 0.18}},
    {selector: 'edge.near, edge.hovered', style: {'opacity': 1, 'z-index': 5}},
    {selector: 'node.hovered, node.near', style: {'z-index': 6}},
    {selector: 'edge.hovered, edge.chosen', style: {...label, 'text-rotation': 'none', 'z-index': 9}},
    {selector: 'edge.chosen', style: {
      'line-color': colour.strong, 'target-arrow-color': colour.strong, 'opacity': 1,
    }},
    {selector: 'node.chosen', style: {'border-color': colour.strong, 'border-width': 5, 'z-index': 10}},
    {selector: 'core', style: {'active-bg-opacity': 0}},
  ] as unknown as StylesheetJson;
}
