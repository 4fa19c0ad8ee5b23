/** The view with the drawing: arranges what is drawn, and walks through it by keys. */
import type {App} from './app';
import {byId} from './dom';
import {Drawing} from './drawing';
import type {Drawn} from './filter';
import type {Entity} from './graph';
import {layOut, type Place} from './layout';

/** So many of what is drawn may lack a place before all of it is arranged anew. */
const MOST_NEW = 0.1;
/** When only so many of those arranged are left, they are worth an arrangement of their own. */
const FEW_LEFT = 0.4;

export class GraphView {
  private places = new Map<Entity, Place>();
  private placed = 0; // entities in the last arrangement
  private run = 0;
  readonly drawing: Drawing;

  constructor(private readonly app: App, private readonly onArranging: (share: number | null) => void) {
    this.drawing = new Drawing({
      container: byId('graph'),
      nameOf: (entity) => app.texts.name(entity),
      predicateOf: (edge) => app.texts.predicate(edge.predicate),
      onChoice: (choice) => app.choose(choice),
    });
    app.onChange((change) => {
      if (change === 'filter') void this.draw();
      if (change === 'texts') this.drawing.refreshNames();
      if (change === 'choice') this.drawing.choose(app.choice);
      if (change === 'view' && app.view === 'graph') this.drawing.resize();
    });
  }

  private needsArrangement(drawn: Drawn): boolean {
    const lacking = drawn.entities.filter((entity) => !this.places.has(entity)).length;
    return lacking > drawn.entities.length * MOST_NEW || drawn.entities.length < this.placed * FEW_LEFT;
  }

  /** Draws what the filter leaves; known places stay unless too much has changed. */
  async draw(anew = false): Promise<void> {
    const {drawn} = this.app;
    this.run += 1;
    const run = this.run;
    if (anew || this.needsArrangement(drawn)) {
      let early = false;
      const places = await layOut(drawn, this.isUpright(), {
        onProgress: (share) => this.onArranging(share),
        onEarly: (some) => {
          early = true;
          this.show(drawn, some);
        },
        isStale: () => run !== this.run,
      });
      if (places === null) return;
      this.places = places;
      this.placed = drawn.entities.length;
      this.onArranging(null);
      if (early) this.drawing.move(places);
      else this.show(drawn, places);
    } else {
      this.show(drawn, this.places);
    }
    document.documentElement.dataset.arranged = String(this.run);
  }

  private isUpright(): boolean {
    const {clientWidth, clientHeight} = byId('graph');
    return clientHeight > clientWidth * 1.2;
  }

  private show(drawn: Drawn, places: Map<Entity, Place>): void {
    this.drawing.show(drawn, places);
    document.documentElement.dataset.shown ??= String(Math.round(performance.now()));
  }

  /** The next entity in the order of the drawing, or the one before. */
  step(by: number): void {
    const {entities} = this.app.drawn;
    if (entities.length === 0) return;
    const {choice} = this.app;
    const at = choice && 'entity' in choice ? entities.indexOf(choice.entity) : -1;
    const next = at < 0 ? (by > 0 ? 0 : entities.length - 1) : (at + by + entities.length) % entities.length;
    this.app.choose({entity: entities[next]!});
    this.drawing.center(entities[next]!);
  }
}
