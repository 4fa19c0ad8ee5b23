/** The graph as a drawing: what is shown where, what is chosen, how it moves. */
import cytoscape, {
  type Collection, type Core, type EventObject, type NodeSingular,
} from 'cytoscape';

import type {Drawn} from './filter';
import type {Edge, Entity} from './graph';
import {GAP, placeLabels, type Candidate, type Side} from './labels';
import {sizeOf, type Place} from './layout';
import {familyOf} from './looks';
import {drawingStyle, FONT} from './style';
import {inLines} from './text';

/** From so many entities on, movement shows a picture of the graph instead of drawing it anew. */
const LARGE = 500;
const NEAREST = 1.4; // zoom at which few entities are shown
const EDGE = 40; // pixels from the edge of the screen to what is chosen
const LABEL_SIZE = 13; // pixels on the screen, whatever the zoom
const LINE_HEIGHT = 1.25;
const MOST_LABELS = 120;

/** How a name is put on a side of its shape, so far away. */
const SIDES: Record<Side, (gap: number) => Record<string, string | number>> = {
  bottom: (gap) => ({'text-valign': 'bottom', 'text-halign': 'center', 'text-margin-x': 0, 'text-margin-y': gap}),
  top: (gap) => ({'text-valign': 'top', 'text-halign': 'center', 'text-margin-x': 0, 'text-margin-y': -gap}),
  right: (gap) => ({'text-valign': 'center', 'text-halign': 'right', 'text-margin-x': gap, 'text-margin-y': 0}),
  left: (gap) => ({'text-valign': 'center', 'text-halign': 'left', 'text-margin-x': -gap, 'text-margin-y': 0}),
};

export type Choice = {entity: Entity} | {edge: Edge} | null;

const idOf = (choice: NonNullable<Choice>) =>
  'entity' in choice ? `n${choice.entity.id}` : `e${choice.edge.id}`;

export interface DrawingOptions {
  container: HTMLElement;
  nameOf(entity: Entity): string;
  predicateOf(edge: Edge): string;
  onChoice(choice: Choice): void;
}

export class Drawing {
  private cy: Core | null = null;
  private byRank: NodeSingular[] = [];
  private entities = new Map<string, Entity>();
  private edges = new Map<string, Edge>();
  private lines = new Map<string, {text: string; width: number; height: number}>();
  private choice: Choice = null;
  private labelled: NodeSingular[] = [];
  private timer = 0;
  private readonly pen = document.createElement('canvas').getContext('2d')!;

  constructor(private readonly options: DrawingOptions) {}

  /** Draws anew. */
  show(drawn: Drawn, places: Map<Entity, Place>): void {
    this.cy?.destroy();
    this.labelled = [];
    this.entities = new Map(drawn.entities.map((entity) => [`n${entity.id}`, entity]));
    this.edges = new Map(drawn.edges.map((edge) => [`e${edge.id}`, edge]));
    const large = drawn.entities.length > LARGE;
    this.cy = cytoscape({
      container: this.options.container,
      elements: this.elementsOf(drawn, places),
      layout: {name: 'preset', fit: false},
      style: drawingStyle(large),
      minZoom: 0.03,
      maxZoom: 4,
      boxSelectionEnabled: false,
      selectionType: 'single',
      hideEdgesOnViewport: large,
      textureOnViewport: large,
      pixelRatio: large ? 1 : 'auto',
    });
    this.byRank = this.cy.nodes().toArray().sort((a, b) => b.data('size') - a.data('size'));
    this.fit();
    this.listen(this.cy);
    this.refreshNames();
    if (this.choice !== null) this.choose(this.choice);
  }

  /** Moves what is drawn to other places. */
  move(places: Map<Entity, Place>): void {
    this.cy?.nodes().positions((node: NodeSingular) => places.get(this.entities.get(node.id())!)!);
    this.fit();
  }

  private elementsOf(drawn: Drawn, places: Map<Entity, Place>) {
    const degree = new Map<Entity, number>();
    for (const edge of drawn.edges) {
      for (const end of [edge.subject, edge.object]) degree.set(end, (degree.get(end) ?? 0) + 1);
    }
    const nodes = drawn.entities.map((entity) => ({
      group: 'nodes' as const,
      data: {id: `n${entity.id}`, type: entity.type, size: sizeOf(degree.get(entity) ?? 0), label: ''},
      position: {...(places.get(entity) ?? {x: 0, y: 0})},
    }));
    const edges = drawn.edges.map((edge) => ({
      group: 'edges' as const,
      data: {
        id: `e${edge.id}`, source: `n${edge.subject.id}`, target: `n${edge.object.id}`, label: '',
        width: Math.min(1.2 + Math.log2(edge.proofCount || 1), 6), symmetric: edge.symmetric ? 1 : 0,
        origin: edge.origin, family: familyOf(edge.predicate),
      },
    }));
    return [...nodes, ...edges];
  }

  private listen(cy: Core): void {
    cy.on('tap', (event: EventObject) => {
      if (event.target === cy) this.options.onChoice(null);
    });
    cy.on('tap', 'node', (event) => this.options.onChoice({entity: this.entities.get(event.target.id())!}));
    cy.on('tap', 'edge', (event) => this.options.onChoice({edge: this.edges.get(event.target.id())!}));
    cy.on('mouseover', 'node, edge', (event) => event.target.addClass('hovered'));
    cy.on('mouseout', 'node, edge', (event) => event.target.removeClass('hovered'));
    cy.on('mouseover mouseout', 'node', () => this.writeLabelsSoon());
    cy.on('viewport resize', () => this.writeLabelsSoon());
    cy.on('position', 'node', () => this.writeLabelsSoon());
  }

  /** After a change of language or names. */
  refreshNames(): void {
    const cy = this.cy;
    if (!cy) return;
    this.lines.clear();
    this.pen.font = `${LABEL_SIZE}px ${FONT}`;
    cy.batch(() => {
      for (const node of this.byRank) {
        const lines = inLines(this.options.nameOf(this.entities.get(node.id())!), 22, 2);
        const width = Math.max(...lines.map((line) => this.pen.measureText(line).width), 8);
        const text = lines.join('\n');
        this.lines.set(node.id(), {text, width, height: lines.length * LABEL_SIZE * LINE_HEIGHT});
        node.data('label', text);
      }
      for (const edge of cy.edges().toArray()) {
        edge.data('label', this.options.predicateOf(this.edges.get(edge.id())!));
      }
    });
    this.writeLabels();
  }

  refreshTheme(): void {
    this.cy?.style(drawingStyle(this.byRank.length > LARGE));
    this.writeLabels();
  }

  /** In the next frame; of a large graph, whose picture is moved, when it has come to rest. */
  private writeLabelsSoon(): void {
    const large = this.byRank.length > LARGE;
    if (this.timer !== 0 && !large) return;
    window.clearTimeout(this.timer);
    const wait = large ? 200 : 16;
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      this.writeLabels();
    }, wait);
  }

  /** What may be named: what is chosen first, then the most connected; none of what is dim. */
  private candidates(): Candidate<NodeSingular>[] {
    const cy = this.cy!;
    const zoom = cy.zoom();
    const pan = cy.pan();
    const important = new Set(cy.nodes('.chosen, .hovered').map((node) => node.id()));
    const candidates = [];
    for (const node of this.byRank) {
      const {x, y} = node.position();
      const place = {x: x * zoom + pan.x, y: y * zoom + pan.y};
      if (place.x < -60 || place.y < -60) continue;
      if (place.x > cy.width() + 60 || place.y > cy.height() + 60) continue;
      const {width, height} = this.lines.get(node.id())!;
      candidates.push({
        item: node, ...place, radius: node.data('size') / 2 * zoom, width, height,
        always: important.has(node.id()),
      });
    }
    if (this.choice === null) return candidates;
    const rank = (one: Candidate<NodeSingular>) =>
      one.always ? 0 : one.item.hasClass('near') ? 1 : 2;
    return candidates.sort((one, other) => rank(one) - rank(other));
  }

  /** Names those that have room for a name, in letters of one size on the screen. */
  private writeLabels(): void {
    const cy = this.cy;
    if (!cy) return;
    const zoom = cy.zoom();
    const placed = placeLabels(this.candidates(), MOST_LABELS);
    const size = {'font-size': LABEL_SIZE / zoom, 'text-outline-width': 2.5 / zoom};
    cy.batch(() => {
      this.labelled.forEach((node) => {
        if (!placed.has(node)) node.removeClass('labelled');
      });
      for (const [node, side] of placed) {
        node.addClass('labelled').style({...size, ...SIDES[side](GAP / zoom)});
      }
      cy.edges('.chosen, .hovered').style(size);
    });
    this.labelled = [...placed.keys()];
  }

  /** Lifts an entity or an edge and what is tied to it out of the rest. */
  choose(choice: Choice): void {
    this.choice = choice;
    const cy = this.cy;
    if (!cy) return;
    cy.batch(() => {
      cy.elements().removeClass('chosen near dim');
      if (choice === null) return;
      const chosen = cy.$id(idOf(choice));
      if (chosen.empty()) return;
      const near = 'entity' in choice ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes());
      cy.elements().difference(near).addClass('dim');
      near.difference(chosen).addClass('near');
      chosen.addClass('chosen');
    });
    this.writeLabels();
  }

  /** Brings an entity into sight. */
  center(entity: Entity): void {
    const node = this.cy?.$id(`n${entity.id}`);
    if (!this.cy || !node || node.empty()) return;
    if (this.cy.zoom() < 0.5) this.cy.zoom(0.8);
    this.cy.center(node);
  }

  /** Moves no more than is needed to have in sight what is chosen. */
  private reveal(): void {
    const cy = this.cy;
    const chosen = cy?.elements('.chosen');
    if (!cy || !chosen || chosen.empty()) return;
    const box = chosen.union(chosen.nodes().empty() ? chosen.connectedNodes() : chosen)
      .renderedBoundingBox({includeLabels: true});
    const by = (low: number, high: number, size: number) =>
      high - low > size ? size / 2 - (low + high) / 2 : Math.max(EDGE - low, 0) + Math.min(size - EDGE - high, 0);
    const pan = {x: by(box.x1, box.x2, cy.width()), y: by(box.y1, box.y2, cy.height())};
    if (pan.x !== 0 || pan.y !== 0) cy.panBy(pan);
  }

  fit(): void {
    const cy = this.cy;
    if (!cy) return;
    cy.fit(undefined, EDGE);
    if (cy.zoom() <= NEAREST) return;
    cy.zoom(NEAREST);
    cy.center();
  }

  resize(): void {
    this.cy?.resize();
    this.reveal();
  }

  zoomBy(factor: number): void {
    const cy = this.cy;
    cy?.zoom({level: cy.zoom() * factor, renderedPosition: {x: cy.width() / 2, y: cy.height() / 2}});
  }

  panBy(x: number, y: number): void {
    this.cy?.panBy({x, y});
  }

  /** Where an entity or the middle of an edge is on the screen; nothing when it is not drawn. */
  placeOf(choice: NonNullable<Choice>): Place | null {
    const found = this.cy?.$id(idOf(choice));
    if (!found || found.empty()) return null;
    const corner = this.options.container.getBoundingClientRect();
    const place = 'entity' in choice ? found.renderedPosition()
                                     : (found as Collection).edges()[0]!.renderedMidpoint();
    return {x: corner.left + place.x, y: corner.top + place.y};
  }
}
