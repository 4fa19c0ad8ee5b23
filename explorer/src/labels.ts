/**
 * Which names are written on the drawing, and on which side: those of the most connected entities,
 * as many as have room beside shapes and other names at the zoom of the moment, as on a map.
 */

export type Side = 'bottom' | 'top' | 'right' | 'left';

export interface Candidate<T> {
  item: T;
  /** On the screen: the middle of the shape, half its size, and the size of its name. */
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
  /** Written below its shape even where there is no room. */
  always: boolean;
}

export const GAP = 3; // between a shape and its name
const CELL = 100;
const SPECK = 5; // shapes of a smaller radius may lie under names

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  owner: unknown;
}

/** Boxes by the cells of a grid that they lie in. */
class Grid {
  private readonly cells = new Map<number, Box[]>();

  private static cellsOf(box: Box): number[] {
    const cells = [];
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) {
        cells.push(x * 10000 + y);
      }
    }
    return cells;
  }

  add(box: Box): void {
    for (const cell of Grid.cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  /** Is there nothing but what is the box's own? */
  hasRoom(box: Box): boolean {
    return Grid.cellsOf(box).every((cell) => (this.cells.get(cell) ?? []).every((other) =>
      other.owner === box.owner || other.right <= box.left || other.left >= box.right ||
      other.bottom <= box.top || other.top >= box.bottom));
  }
}

function boxOn<T>(side: Side, {item, x, y, radius, width, height}: Candidate<T>): Box {
  const away = radius + GAP;
  const middle = {x, y};
  if (side === 'bottom') middle.y += away + height / 2;
  if (side === 'top') middle.y -= away + height / 2;
  if (side === 'right') middle.x += away + width / 2;
  if (side === 'left') middle.x -= away + width / 2;
  return {
    left: middle.x - width / 2, right: middle.x + width / 2,
    top: middle.y - height / 2, bottom: middle.y + height / 2, owner: item,
  };
}

const SIDES: Side[] = ['bottom', 'top', 'right', 'left'];

/** Those that have room and where, the first of the candidates first. */
export function placeLabels<T>(candidates: Candidate<T>[], most: number): Map<T, Side> {
  const grid = new Grid();
  for (const {item, x, y, radius} of candidates) {
    if (radius < SPECK) continue;
    const half = radius * 0.8; // names may touch the corners of a shape
    grid.add({left: x - half, right: x + half, top: y - half, bottom: y + half, owner: item});
  }
  const placed = new Map<T, Side>();
  for (const candidate of candidates) {
    if (placed.size === most) break;
    const side = SIDES.find((one) => grid.hasRoom(boxOn(one, candidate))) ??
                 (candidate.always ? 'bottom' : undefined);
    if (side === undefined) continue;
    grid.add(boxOn(side, candidate));
    placed.set(candidate.item, side);
  }
  return placed;
}
