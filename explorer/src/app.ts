/** What the parts of the page share: the graph, the filter, what is chosen, and how to change them. */
import type {Choice} from './drawing';
import {applyFilter, chooseDrawn, firstFilter, noFilter, type Drawn, type Filter, type Shown} from './filter';
import type {Entity, Graph} from './graph';
import {Texts} from './texts';

export type View = 'graph' | 'timeline' | 'list';

export class App {
  readonly texts = new Texts();
  filter: Filter;
  shown: Shown;
  drawn: Drawn;
  choice: Choice = null;
  view: View = 'graph';
  private readonly listeners: ((change: Change) => void)[] = [];

  constructor(readonly graph: Graph) {
    this.filter = firstFilter(graph);
    this.shown = applyFilter(graph, this.filter);
    if (graph.chosen) this.choice = {entity: graph.chosen};
    this.drawn = chooseDrawn(this.shown, this.kept());
  }

  onChange(listener: (change: Change) => void): void {
    this.listeners.push(listener);
  }

  private tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  setFilter(part: Partial<Filter>): void {
    this.filter = {...this.filter, ...part};
    this.shown = applyFilter(this.graph, this.filter);
    this.drawn = chooseDrawn(this.shown, this.kept());
    this.tell('filter');
  }

  resetFilter(): void {
    this.setFilter(noFilter(this.graph));
  }

  /** What is asked for by name is drawn, however many others there are. */
  private kept(): Set<Entity> {
    const kept = new Set<Entity>();
    if (this.filter.around) kept.add(this.filter.around);
    if (this.choice && 'entity' in this.choice) kept.add(this.choice.entity);
    if (this.choice && 'edge' in this.choice) {
      kept.add(this.choice.edge.subject).add(this.choice.edge.object);
    }
    return kept;
  }

  choose(choice: Choice): void {
    this.choice = choice;
    this.tell('choice');
  }

  setView(view: View): void {
    this.view = view;
    this.tell('view');
  }

  /** After a change of `texts`. */
  refreshTexts(): void {
    this.tell('texts');
  }
}

export type Change = 'filter' | 'choice' | 'view' | 'texts';
