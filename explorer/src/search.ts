/** Finds entities by their names, in any spelling, in Arabic and English. */
import {nameKey} from './fold';
import type {Entity} from './graph';

interface Entry {
  entity: Entity;
  keys: string[];
}

export interface Found {
  entity: Entity;
  /** The smaller the better. */
  cost: number;
}

/** How well a key answers a question; nothing where it does not. */
function costOf(key: string, question: string, words: string[]): number | null {
  if (key === question) return 0;
  if (key.startsWith(question)) return 1;
  const spaced = ` ${key}`;
  if (spaced.includes(` ${question}`)) return 2;
  if (words.every((word) => spaced.includes(` ${word}`))) return 3;
  if (words.every((word) => key.includes(word))) return 4;
  return null;
}

export class SearchIndex {
  private readonly entries: Entry[];

  constructor(entities: Entity[]) {
    this.entries = entities.map((entity) => ({
      entity,
      keys: [entity.name, entity.english, ...entity.names].map(nameKey).filter((key) => key !== ''),
    }));
  }

  /** The best first, of equals the one with the most edges. A match of another name costs more. */
  find(question: string, most = 30): Found[] {
    const key = nameKey(question);
    if (key === '') return [];
    const words = key.split(' ');
    const found: Found[] = [];
    for (const {entity, keys} of this.entries) {
      let best = Infinity;
      keys.forEach((name, place) => {
        const cost = costOf(name, key, words);
        if (cost !== null) best = Math.min(best, cost * 2 + (place > 1 ? 1 : 0));
      });
      if (best < Infinity) found.push({entity, cost: best});
    }
    found.sort((a, b) => a.cost - b.cost || b.entity.edges.length - a.entity.edges.length ||
                         a.entity.id - b.entity.id);
    return found.slice(0, most);
  }
}
