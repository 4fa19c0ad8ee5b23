/** Which entities and edges are shown, and which of them are drawn. */
import type {Edge, Entity, Graph} from './graph';

export interface Filter {
  types: Set<string>;
  predicates: Set<string>;
  /** Days, YYYY-MM-DD; empty: open. */
  since: string;
  until: string;
  /** With days given: also what has no date? */
  undated: boolean;
  confidence: number;
  /** Only what is near this entity. */
  around: Entity | null;
  hops: number;
}

export interface Shown {
  entities: Entity[];
  edges: Edge[];
  /** Edges that the days hide because they have none. */
  undatedHidden: number;
}

export interface Drawn {
  entities: Entity[];
  edges: Edge[];
  /** Entities that are shown in lists but were too many to draw, by type. */
  leftOut: Map<string, number>;
}

export const MOST_DRAWN = 2000;

export function noFilter(graph: Graph): Filter {
  return {
    types: new Set(graph.types), predicates: new Set(graph.predicates), since: '', until: '',
    undated: false, confidence: 0, around: null, hops: 1,
  };
}

/** Of a graph that is too large to draw, first without what says least of who is tied to whom. */
export function firstFilter(graph: Graph): Filter {
  const filter = noFilter(graph);
  if (graph.entities.length > MOST_DRAWN) {
    filter.types.delete('title');
    filter.types.delete('date');
  }
  return filter;
}

/** Does a period lie, at least in part, within the days of the filter? */
export function inDays(from: string, to: string, filter: Filter): boolean {
  if (filter.since === '' && filter.until === '') return true;
  if (from === '') return filter.undated;
  return (filter.since === '' || to >= filter.since) &&
         (filter.until === '' || from <= filter.until);
}

/** The entities at most `hops` edges from the middle. */
function near(middle: Entity, hops: number, edges: Edge[]): Set<Entity> {
  const passing = new Set(edges);
  const reached = new Set([middle]);
  let rim = [middle];
  for (let hop = 0; hop < hops && rim.length > 0; hop += 1) {
    const next: Entity[] = [];
    for (const edge of rim.flatMap((entity) => entity.edges)) {
      if (!passing.has(edge)) continue;
      for (const end of [edge.subject, edge.object]) {
        if (reached.has(end)) continue;
        reached.add(end);
        next.push(end);
      }
    }
    rim = next;
  }
  return reached;
}

/**
 * Types choose entities, all else chooses edges; an entity of whose edges none is left is hidden,
 * but not for want of those that it would be tied to.
 */
export function applyFilter(graph: Graph, filter: Filter): Shown {
  const allowed = (entity: Entity) => filter.types.has(entity.type) || entity === filter.around;
  let undatedHidden = 0;
  const told = graph.edges.filter((edge) => {
    if (!filter.predicates.has(edge.predicate) || edge.confidence < filter.confidence) return false;
    if (inDays(edge.from, edge.to, filter)) return true;
    if (edge.from === '' && allowed(edge.subject) && allowed(edge.object)) undatedHidden += 1;
    return false;
  });
  let edges = told.filter((edge) => allowed(edge.subject) && allowed(edge.object));
  let kept = new Set<Entity>();
  if (filter.around) {
    kept = near(filter.around, filter.hops, edges);
    edges = edges.filter((edge) => kept.has(edge.subject) && kept.has(edge.object));
  } else {
    for (const edge of told) kept.add(edge.subject).add(edge.object);
    for (const entity of graph.entities) {
      if (entity.edges.length === 0 && inDays(entity.from, entity.to, filter)) kept.add(entity);
    }
  }
  const entities = graph.entities.filter((entity) => kept.has(entity) && allowed(entity));
  return {entities, edges, undatedHidden};
}

/** The most connected of those shown, at most `most`; what is in `keep` always. */
export function chooseDrawn(shown: Shown, keep: Set<Entity>, most = MOST_DRAWN): Drawn {
  const leftOut = new Map<string, number>();
  if (shown.entities.length <= most) return {...shown, leftOut};
  const degree = new Map<Entity, number>();
  for (const edge of shown.edges) {
    for (const end of [edge.subject, edge.object]) degree.set(end, (degree.get(end) ?? 0) + 1);
  }
  const rank = (entity: Entity) => (keep.has(entity) ? Infinity : degree.get(entity) ?? 0);
  const order = [...shown.entities].sort((a, b) => {
    const [first, second] = [rank(a), rank(b)];
    return first === second ? a.id - b.id : second - first;
  });
  const drawn = new Set(order.slice(0, most));
  for (const entity of order.slice(most)) {
    leftOut.set(entity.type, (leftOut.get(entity.type) ?? 0) + 1);
  }
  return {
    entities: shown.entities.filter((entity) => drawn.has(entity)),
    edges: shown.edges.filter((edge) => drawn.has(edge.subject) && drawn.has(edge.object)),
    leftOut,
  };
}
