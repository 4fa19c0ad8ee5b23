/**
 * Places entities on a plane: ties pull, all else pushes. The same graph gives the same places, since
 * d3-force starts from a fixed spiral and draws its chances from a fixed seed.
 */
import {
  forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY,
  type Simulation, type SimulationLinkDatum, type SimulationNodeDatum,
} from 'd3-force';

import type {Drawn} from './filter';
import type {Entity} from './graph';

export interface Place {
  x: number;
  y: number;
}

interface Body extends SimulationNodeDatum {
  entity: Entity;
  size: number;
}

const SLICE = 40; // milliseconds of work before the page gets its turn
const PATIENCE = 250; // milliseconds before something is shown, arranged or not

export const sizeOf = (degree: number): number => 16 + 7 * Math.log2(1 + degree);

function makeSimulation(drawn: Drawn, isUpright: boolean): Simulation<Body, SimulationLinkDatum<Body>> {
  const degree = new Map<Entity, number>();
  for (const edge of drawn.edges) {
    for (const end of [edge.subject, edge.object]) degree.set(end, (degree.get(end) ?? 0) + 1);
  }
  const bodies = drawn.entities.map((entity): Body =>
    ({entity, size: sizeOf(degree.get(entity) ?? 0)}));
  const bodyOf = new Map(bodies.map((body) => [body.entity, body]));
  const links = drawn.edges
    .filter((edge) => edge.subject !== edge.object)
    .map((edge) => ({source: bodyOf.get(edge.subject)!, target: bodyOf.get(edge.object)!}));
  const large = bodies.length > 600;
  const pull = large ? 0.4 : 1; // to the middle, lest the parts drift apart
  const ticks = large ? 120 : 150;
  return forceSimulation<Body>(bodies)
    .stop()
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .force('links', forceLink<Body, SimulationLinkDatum<Body>>(links).distance(75))
    .force('room', forceManyBody<Body>().strength((body) => -180 - 4 * body.size)
      .distanceMax(900).theta(large ? 1.2 : 0.9))
    .force('collide', forceCollide<Body>((body) => body.size / 2 + 14))
    .force('x', forceX<Body>(0).strength((isUpright ? 0.12 : 0.05) * pull))
    .force('y', forceY<Body>(0).strength((isUpright ? 0.04 : 0.07) * pull));
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

const placesIn = (bodies: Body[]): Map<Entity, Place> =>
  new Map(bodies.map((body) => [body.entity, {x: body.x!, y: body.y!}]));

export interface Watcher {
  /** The share that is done, now and then. */
  onProgress(share: number): void;
  /** Once, when it takes long: where all would be for the moment. */
  onEarly(places: Map<Entity, Place>): void;
  /** Does nobody wait any more? */
  isStale(): boolean;
}

/**
 * The places of what is drawn, on a plane that is wide or upright; nothing when nobody waits any
 * more. Gives the page its turn now and then.
 */
export async function layOut(drawn: Drawn, isUpright: boolean,
                             watcher: Watcher): Promise<Map<Entity, Place> | null> {
  const simulation = makeSimulation(drawn, isUpright);
  const least = simulation.alphaMin();
  let isEarlyDue = true;
  let started = performance.now();
  while (simulation.alpha() >= least) {
    simulation.tick();
    const now = performance.now();
    if (now - started < (isEarlyDue ? PATIENCE : SLICE)) continue;
    watcher.onProgress(Math.min(1, Math.log(simulation.alpha()) / Math.log(least)));
    if (isEarlyDue) {
      isEarlyDue = false;
      watcher.onEarly(placesIn(simulation.nodes()));
    }
    await pause();
    if (watcher.isStale()) return null;
    started = performance.now();
  }
  return placesIn(simulation.nodes());
}
