/** The list: everything that the graph shows, as headings and tables. */
import type {App} from './app';
import {byId, element} from './dom';
import type {Edge, Entity} from './graph';
import {shownName} from './text';

type Column = [name: string, width: 'wide' | 'narrow'];

const MOST_ROWS = 100; // of a table, before "show all"

export class List {
  private readonly view = byId('list-view');
  private isStale = true;

  constructor(private readonly app: App, private readonly show: () => void) {
    app.onChange((change) => {
      if (change === 'filter' || change === 'texts') this.isStale = true;
      if (change !== 'choice') this.refresh();
    });
  }

  /** Only when it is looked at. */
  private refresh(): void {
    if (this.app.view !== 'list' || !this.isStale) return;
    this.isStale = false;
    const {texts, shown, graph} = this.app;
    const sections: HTMLElement[] = [element('h2', {}, texts.say('entities'))];
    for (const type of graph.types) {
      const entities = shown.entities.filter((entity) => entity.type === type);
      if (entities.length > 0) sections.push(this.entities(type, entities));
    }
    sections.push(element('h2', {}, texts.say('ties')));
    for (const predicate of graph.predicates) {
      const edges = shown.edges.filter((edge) => edge.predicate === predicate);
      if (edges.length > 0) sections.push(this.edges(predicate, edges));
    }
    this.view.replaceChildren(...sections);
  }

  /** A heading and a table, the rows beyond the first ones when they are asked for. */
  private table<T>(title: string, head: Column[], rows: T[], rowOf: (row: T) => HTMLElement): HTMLElement {
    const {texts} = this.app;
    const id = `table-${title.replace(/\s+/g, '-')}`;
    const heading = element('h3', {id}, title, ' ',
                            element('span', {class: 'count'}, texts.number(rows.length)));
    const body = element('tbody');
    body.append(...rows.slice(0, MOST_ROWS).map(rowOf));
    const columns = head.map(([name, width]) => element('th', {scope: 'col', class: width}, name));
    const table = element('table', {'aria-labelledby': id},
                          element('thead', {}, element('tr', {}, ...columns)), body);
    const section = element('section', {}, heading, element('div', {class: 'scroll'}, table));
    if (rows.length > MOST_ROWS) {
      const more = element('button', {
        type: 'button',
        click: () => {
          const first = rows.slice(MOST_ROWS).map(rowOf);
          body.append(...first);
          more.remove();
          first[0]?.querySelector('button')?.focus();
        },
      }, texts.say('showAll', rows.length));
      section.append(more);
    }
    return section;
  }

  private button(label: Node | string, choice: App['choice'], description = ''): HTMLElement {
    const button = element('button', {
      type: 'button', class: 'link',
      click: () => {
        this.app.choose(choice);
        this.show();
      },
    }, label);
    if (description !== '') button.setAttribute('aria-label', description);
    return button;
  }

  private entities(type: string, entities: Entity[]): HTMLElement {
    const {texts} = this.app;
    const ordered = [...entities].sort((a, b) => b.edges.length - a.edges.length || a.id - b.id);
    const hasEnglish = entities.some((entity) => entity.english !== '');
    const head: Column[] = [[texts.say('name'), 'wide'], [texts.say('ties'), 'narrow'], [texts.say('articles'), 'narrow']];
    if (hasEnglish) head.splice(1, 0, [texts.say('english'), 'wide']);
    const english = (entity: Entity) =>
      hasEnglish ? [element('td', {}, element('bdi', {}, shownName(entity.english)))] : [];
    return this.table(texts.typeOfSeveral(type), head, ordered, (entity) => element('tr', {},
      element('th', {scope: 'row'}, this.button(element('bdi', {}, texts.name(entity)), {entity})),
      ...english(entity),
      element('td', {class: 'number'}, texts.number(entity.edges.length)),
      element('td', {class: 'number'}, texts.number(entity.articles))));
  }

  private edges(predicate: string, edges: Edge[]): HTMLElement {
    const {texts} = this.app;
    const name = texts.predicate(predicate);
    const head: Column[] = [[texts.say('subject'), 'wide'], [texts.say('object'), 'wide'],
                            [texts.say('sure'), 'narrow'], [texts.say('proofs'), 'narrow']];
    const cell = (entity: Entity) =>
      element('td', {}, this.button(element('bdi', {}, texts.name(entity)), {entity}));
    return this.table(name, head, edges, (edge) => {
      const told = `${texts.name(edge.subject)} ${name} ${texts.name(edge.object)}`;
      const proofs = `${texts.say('proofs')} ${texts.number(edge.proofCount)}`;
      return element('tr', {}, cell(edge.subject), cell(edge.object),
        element('td', {class: 'number'}, texts.number(Math.round(edge.confidence * 100))),
        element('td', {}, this.button(proofs, {edge}, texts.say('showProofs', proofs, told.slice(0, 300)))));
    });
  }
}
