/** The search box: entities while one types, the arrow keys to choose. */
import type {App} from './app';
import {byId, element} from './dom';
import type {Entity} from './graph';
import {SearchIndex} from './search';
import {sign} from './sign';
import {plain, shortened} from './text';

export class SearchBox {
  private readonly input = byId<HTMLInputElement>('search');
  private readonly list = byId('found');
  private index: SearchIndex | null = null; // made when it is first asked
  private found: Entity[] = [];
  private active = -1;

  constructor(private readonly app: App, private readonly onFound: (entity: Entity) => void) {
    this.input.addEventListener('input', () => this.search());
    this.input.addEventListener('focus', () => this.search());
    this.input.addEventListener('keydown', (event) => this.key(event));
    // Later, for a click on what was found; not where the reader has come back meanwhile.
    this.input.addEventListener('blur', () => window.setTimeout(() => {
      if (document.activeElement !== this.input) this.close();
    }, 150));
    byId('search-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.take(this.found[Math.max(this.active, 0)]);
    });
    app.onChange((change) => {
      if (change === 'texts') this.close();
    });
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private search(): void {
    const question = this.input.value.trim();
    if (question === '') {
      this.close();
      return;
    }
    this.index ??= new SearchIndex(this.app.graph.entities);
    this.found = this.index.find(question).map((one) => one.entity);
    this.active = this.found.length > 0 ? 0 : -1;
    const {texts} = this.app;
    const options = this.found.map((entity, i) => element('li', {
      role: 'option', id: `found-${i}`, 'aria-selected': String(i === this.active),
      mousedown: (event) => {
        event.preventDefault();
        this.take(entity);
      },
    }, ...this.describe(entity)));
    if (options.length === 0) {
      options.push(element('li', {class: 'quiet', role: 'option', 'aria-disabled': 'true'},
        element('span', {class: 'name'}, texts.say('nothingFound', shortened(question, 60)))));
    }
    this.list.replaceChildren(...options);
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.showActive();
  }

  private describe(entity: Entity): (Node | string)[] {
    const {texts} = this.app;
    const name = shortened(texts.name(entity), 90);
    const other = texts.names === 'en' ? entity.name : entity.english;
    const line: HTMLElement[] = [
      sign(entity.type),
      element('bdi', {class: 'name'}, name),
    ];
    if (other !== '' && plain(other) !== name) {
      line.push(element('bdi', {class: 'quiet other'}, shortened(other, 60)));
    }
    line.push(element('span', {class: 'quiet type'}, texts.type(entity.type)));
    return line;
  }

  private showActive(): void {
    this.list.querySelectorAll('[role=option]').forEach((option, i) => {
      if (option.hasAttribute('aria-disabled')) return;
      option.setAttribute('aria-selected', String(i === this.active));
      if (i === this.active) option.scrollIntoView({block: 'nearest'});
    });
    if (this.active >= 0) this.input.setAttribute('aria-activedescendant', `found-${this.active}`);
    else this.input.removeAttribute('aria-activedescendant');
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      if (this.list.hidden) this.input.blur();
      this.close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (this.list.hidden) this.search();
      const count = this.found.length;
      if (count === 0) return;
      this.active = (this.active + (event.key === 'ArrowDown' ? 1 : -1) + count) % count;
      this.showActive();
    } else {
      return;
    }
    event.preventDefault();
  }

  private take(entity: Entity | undefined): void {
    if (!entity) return;
    this.close();
    this.onFound(entity);
  }

  private close(): void {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}
