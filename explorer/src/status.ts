/** What is shown and what was left out, in words. */
import type {App} from './app';
import {byId, element} from './dom';
import {noFilter} from './filter';

const sum = (counts: Map<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0);

export class StatusLine {
  private readonly line = byId('status');
  private readonly box = byId('left-out');
  private readonly progress = byId('arranging');

  constructor(private readonly app: App) {
    app.onChange((change) => {
      if (change === 'choice') this.sayChoice();
      if (change === 'filter' || change === 'texts') this.refresh();
    });
  }

  refresh(): void {
    const {texts, graph, shown} = this.app;
    if (graph.entities.length === 0) {
      this.line.textContent = texts.say('nothing');
    } else {
      const parts = [texts.say('shown', shown.entities.length, shown.edges.length)];
      if (shown.entities.length < graph.entities.length || shown.edges.length < graph.edges.length) {
        parts[0] += ` ${texts.say('ofAll', graph.entities.length, graph.edges.length)}`;
      }
      if (shown.undatedHidden > 0) parts.push(texts.say('undatedHidden', shown.undatedHidden));
      this.line.textContent = parts.join(' · ');
    }
    this.sayLeftOut();
  }

  /** How far the arrangement is; nothing: done. */
  arranging(share: number | null): void {
    this.progress.hidden = share === null;
    if (share !== null) {
      this.progress.textContent = this.app.texts.say('arranging', Math.round(share * 100));
    }
  }

  private sayChoice(): void {
    const {choice, texts} = this.app;
    if (choice === null) {
      this.refresh();
      return;
    }
    const name = 'entity' in choice ? texts.name(choice.entity)
      : `${texts.name(choice.edge.subject)} ${texts.predicate(choice.edge.predicate)} ${texts.name(choice.edge.object)}`;
    this.line.textContent = texts.say('chosen', name.slice(0, 300));
  }

  /** What lacks, and the filters that bring it back. */
  private sayLeftOut(): void {
    const {texts, graph, drawn} = this.app;
    const notes: HTMLElement[] = [];
    if (drawn.leftOut.size > 0) {
      const only = [...drawn.leftOut].map(([type, count]) => element('button', {
        type: 'button', class: 'small',
        click: () => this.app.setFilter({...noFilter(graph), types: new Set([type])}),
      }, `${texts.say('onlyThis', texts.typeOfSeveral(type))} (${texts.number(count)})`));
      notes.push(element('p', {}, `${texts.say('notDrawn', sum(drawn.leftOut))} `, ...only));
    }
    if (graph.leftOut.size > 0) {
      const types = [...graph.leftOut].map(([type, count]) =>
        `${texts.typeOfSeveral(type)} ${texts.number(count)}`).join(texts.language === 'ar' ? '، ' : ', ');
      notes.push(element('p', {}, texts.say('notInPage', sum(graph.leftOut), types)));
    }
    this.box.replaceChildren(...notes);
    this.box.hidden = notes.length === 0;
  }
}
