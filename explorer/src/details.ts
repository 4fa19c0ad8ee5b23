/** The pane beside the graph: an entity with its ties, or a tie with the sentences that prove it. */
import type {App} from './app';
import {byId, element} from './dom';
import type {Edge, Entity, Proof} from './graph';
import {markedSentence} from './marked';
import {sign} from './sign';
import {shownName} from './text';

const MOST_TIES = 60; // before "show all"

export class Details {
  private readonly pane = byId('details');
  private before: Element | null = null;

  constructor(private readonly app: App) {
    app.onChange((change) => {
      if (change !== 'view') this.refresh();
    });
    this.pane.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  /** Moves the keyboard into the pane; close() moves it back. */
  focus(): void {
    if (!this.pane.contains(document.activeElement)) this.before = document.activeElement;
    this.pane.querySelector<HTMLElement>('h2')?.focus();
  }

  close(): void {
    const had = this.pane.contains(document.activeElement);
    this.app.choose(null);
    if (had && this.before instanceof HTMLElement) this.before.focus();
  }

  private go(choice: App['choice']): void {
    this.app.choose(choice);
    this.focus();
  }

  private refresh(): void {
    const {choice, texts} = this.app;
    this.pane.hidden = choice === null;
    document.body.classList.toggle('has-details', choice !== null);
    if (choice === null) {
      this.pane.replaceChildren();
      return;
    }
    const close = element('button', {
      type: 'button', class: 'close', 'aria-label': texts.say('close'), click: () => this.close(),
    }, '×');
    this.pane.replaceChildren(close, ...('entity' in choice ? this.entity(choice.entity)
                                                            : this.edge(choice.edge)));
    this.pane.scrollTop = 0;
  }

  private name(entity: Entity): HTMLElement {
    return element('bdi', {}, this.app.texts.name(entity));
  }

  private entityButton(entity: Entity): HTMLElement {
    return element('button', {type: 'button', class: 'link', click: () => this.go({entity})},
                   sign(entity.type), this.name(entity));
  }

  private fact(label: string, ...value: (Node | string)[]): HTMLElement[] {
    return [element('dt', {}, label), element('dd', {}, ...value)];
  }

  private entity(entity: Entity): HTMLElement[] {
    const {texts} = this.app;
    const facts = element('dl', {}, ...this.fact(texts.say('type'), texts.type(entity.type)));
    const other = texts.names === 'en' && entity.english !== '' ? entity.name : entity.english;
    if (other !== '') {
      const label = other === entity.english ? texts.say('english') : texts.say('name');
      facts.append(...this.fact(label, element('bdi', {}, shownName(other))));
    }
    if (entity.from !== '') {
      facts.append(...this.fact(texts.say('when'), texts.days(entity.from, entity.to)));
    }
    if (entity.names.length > 0) {
      const names = element('ul', {class: 'names'});
      for (const name of entity.names) names.append(element('li', {}, element('bdi', {}, shownName(name))));
      facts.append(...this.fact(texts.say('otherNames'), names));
    }
    const counts = element('p', {class: 'quiet'},
                           texts.say('inArticles', entity.articles, entity.mentions));
    return [
      element('h2', {tabindex: '-1'}, sign(entity.type), this.name(entity)), facts, counts,
      this.surroundings(entity), ...this.ties(entity),
    ];
  }

  private surroundings(entity: Entity): HTMLElement {
    const {app} = this;
    const on = app.filter.around === entity;
    return element('button', {
      type: 'button', class: 'action', 'aria-pressed': String(on),
      click: () => {
        app.setFilter({around: on ? null : entity});
        this.pane.querySelector<HTMLElement>('.action')?.focus();
      },
    }, app.texts.say(on ? 'everything' : 'aroundThis'));
  }

  private ties(entity: Entity): HTMLElement[] {
    const {texts, shown} = this.app;
    const passing = new Set(shown.edges);
    const ties = entity.edges.filter((edge) => passing.has(edge));
    const heading = element('h3', {}, texts.say('ties'), ' ',
                            element('span', {class: 'count'}, texts.number(ties.length)));
    if (ties.length === 0) return [heading, element('p', {class: 'quiet'}, texts.say('noTies'))];
    const list = element('ul', {class: 'ties'});
    const add = (edges: Edge[]) => list.append(...edges.map((edge) => this.tie(entity, edge)));
    add(ties.slice(0, MOST_TIES));
    if (ties.length <= MOST_TIES) return [heading, list];
    const more = element('button', {
      type: 'button',
      click: () => {
        add(ties.slice(MOST_TIES));
        more.remove();
      },
    }, texts.say('showAll', ties.length));
    return [heading, list, more];
  }

  /** One line of an entity's ties, told from its end. */
  private tie(entity: Entity, edge: Edge): HTMLElement {
    const {texts} = this.app;
    const other = edge.subject === entity ? edge.object : edge.subject;
    const predicate = element('span', {class: 'predicate'}, texts.predicate(edge.predicate));
    const forward = edge.subject === entity || edge.symmetric;
    const parts = forward ? [predicate, ' ', sign(other.type), this.name(other)]
                          : [sign(other.type), this.name(other), ' ', predicate, ' …'];
    return element('li', {}, element('button', {
      type: 'button', class: 'link', click: () => this.go({edge}),
    }, ...parts));
  }

  private edge(edge: Edge): HTMLElement[] {
    const {texts} = this.app;
    const heading = element('h2', {tabindex: '-1', class: 'triple'},
      this.name(edge.subject), ' ', element('span', {class: 'predicate'},
                                            texts.predicate(edge.predicate)),
      ' ', this.name(edge.object));
    const ends = element('p', {class: 'ends'}, this.entityButton(edge.subject),
                         this.entityButton(edge.object));
    const facts = element('dl', {}, ...this.fact(texts.say('sure'), this.percent(edge.confidence)));
    if (edge.from !== '') facts.append(...this.fact(texts.say('when'), texts.days(edge.from, edge.to)));
    const proofs = edge.proofs.map((proof, i) => this.proof(edge, proof, i));
    const more = edge.proofCount - edge.proofs.length;
    if (more > 0) proofs.push(element('p', {class: 'quiet'}, texts.say('moreProofs', more)));
    const notes = [];
    if (edge.origin === 'gazetteer') notes.push(element('p', {class: 'quiet'}, texts.say('fromGazetteer')));
    if (edge.origin === 'inferred') notes.push(element('p', {class: 'quiet'}, texts.say('inferred')));
    return [heading, ends, facts, ...notes, ...proofs];
  }

  private percent(share: number): string {
    return `${this.app.texts.number(Math.round(share * 100))} ${this.app.texts.language === 'ar' ? '٪' : '%'}`;
  }

  private proof(edge: Edge, proof: Proof, place: number): HTMLElement {
    const {texts} = this.app;
    const {article, sentence} = proof;
    const title = element('h3', {}, texts.say('proof', place + 1, edge.proofs.length));
    const text = sentence
      ? markedSentence(sentence, edge, texts, (entity) => this.go({entity}))
      : element('p', {class: 'quiet'}, texts.say('noSentence'));
    const source = element('p', {class: 'source'},
      element('bdi', {}, shownName(article.title === '' ? article.name : article.title)));
    const date = texts.days(article.date, article.date);
    if (date !== '') source.append(' · ', date);
    const facts = element('p', {class: 'quiet'}, `${texts.say('article')}: `,
      element('bdi', {}, shownName(article.name)), ` · ${texts.say('sure')}: ${this.percent(proof.confidence)}`);
    proof.rules.forEach((rule, i) => {
      facts.append(i === 0 ? ` · ${texts.say('rule')}: ` : ' ', element('code', {dir: 'ltr'}, shownName(rule)));
    });
    const said = element('p', {hidden: proof.speaker === ''}, `${texts.say('saidBy')}: `,
                         element('bdi', {}, shownName(proof.speaker)));
    return element('section', {class: 'proof'}, title, text, said, source, facts);
  }
}
