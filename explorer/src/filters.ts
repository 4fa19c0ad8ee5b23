/** The pane of filters. */
import type {App} from './app';
import {byId, element} from './dom';
import {familyOf} from './looks';
import {sign} from './sign';

type SetName = 'types' | 'predicates';

export class Filters {
  private readonly pane = byId('filters');

  constructor(private readonly app: App) {
    app.onChange((change) => {
      if (change === 'filter' || change === 'texts') this.refresh();
    });
    this.refresh();
  }

  /** Builds the pane anew, and leaves the keyboard where it was. */
  private refresh(): void {
    const focused = document.activeElement?.id ?? '';
    const scroll = this.pane.scrollTop;
    const {texts, graph} = this.app;
    const counts = this.count();
    this.pane.replaceChildren(
      element('h2', {}, texts.say('filters')),
      this.surroundings(),
      this.choices('types', graph.types, (type) => texts.typeOfSeveral(type), counts),
      this.choices('predicates', graph.predicates, (name) => texts.predicate(name), counts),
      this.days(), this.confidence(),
      element('button', {type: 'button', id: 'reset', click: () => this.app.resetFilter()},
              texts.say('reset')),
    );
    this.pane.scrollTop = scroll;
    if (focused !== '') document.getElementById(focused)?.focus();
  }

  /** How many of each type and predicate the whole graph has. */
  private count(): Map<string, number> {
    const counts = new Map<string, number>();
    const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const entity of this.app.graph.entities) add(entity.type);
    for (const edge of this.app.graph.edges) add(edge.predicate);
    return counts;
  }

  private surroundings(): HTMLElement {
    const {app} = this;
    const {around, hops} = app.filter;
    const box = element('fieldset', {hidden: around === null}, element('legend', {}, app.texts.say('around')));
    if (!around) return box;
    const steps = element('input', {
      type: 'range', id: 'hops', min: '1', max: '4', value: String(hops),
      change: (event) => app.setFilter({hops: Number((event.target as HTMLInputElement).value)}),
    });
    box.append(
      element('p', {}, element('bdi', {}, app.texts.name(around))),
      element('label', {for: 'hops'}, `${app.texts.say('hops')}: ${app.texts.number(hops)}`), steps,
      element('button', {type: 'button', id: 'no-around', click: () => app.setFilter({around: null})},
              app.texts.say('everything')));
    return box;
  }

  private choices(set: SetName, names: string[], labelOf: (name: string) => string,
                  counts: Map<string, number>): HTMLElement {
    const {app} = this;
    const present = names.filter((name) => counts.has(name));
    const box = element('fieldset', {class: 'choices'}, element('legend', {}, app.texts.say(set)));
    const all = element('div', {class: 'row'},
      element('button', {type: 'button', id: `${set}-all`, class: 'small',
                         click: () => app.setFilter({[set]: new Set(names)})}, app.texts.say('all')),
      element('button', {type: 'button', id: `${set}-none`, class: 'small',
                         click: () => app.setFilter({[set]: new Set()})}, app.texts.say('none')));
    box.append(all);
    for (const name of present) box.append(this.choice(set, name, labelOf(name), counts.get(name)!));
    return box;
  }

  private choice(set: SetName, name: string, label: string, count: number): HTMLElement {
    const {app} = this;
    const id = `${set}-${name}`;
    const input = element('input', {
      type: 'checkbox', id, checked: app.filter[set].has(name),
      change: () => {
        const chosen = new Set(app.filter[set]);
        if (!chosen.delete(name)) chosen.add(name);
        app.setFilter({[set]: chosen});
      },
    });
    const text = element('label', {for: id});
    text.append(sign(set === 'types' ? name : `tie ${familyOf(name)}`));
    text.append(label, ' ', element('span', {class: 'count'}, app.texts.number(count)));
    const only = element('button', {
      type: 'button', class: 'small only', id: `${id}-only`, 'aria-label': app.texts.say('onlyThis', label),
      click: () => app.setFilter({[set]: new Set([name])}),
    }, app.texts.say('only'));
    return element('div', {class: 'choice'}, input, text, only);
  }

  private days(): HTMLElement {
    const {app} = this;
    const day = (id: 'since' | 'until') => element('input', {
      type: 'date', id, value: app.filter[id],
      change: (event) => app.setFilter({[id]: (event.target as HTMLInputElement).value}),
    });
    const undated = element('input', {
      type: 'checkbox', id: 'undated', checked: app.filter.undated,
      change: (event) => app.setFilter({undated: (event.target as HTMLInputElement).checked}),
    });
    return element('fieldset', {class: 'days'}, element('legend', {}, app.texts.say('days')),
      element('label', {for: 'since'}, app.texts.say('since')), day('since'),
      element('label', {for: 'until'}, app.texts.say('until')), day('until'),
      element('div', {class: 'choice'}, undated,
              element('label', {for: 'undated'}, app.texts.say('undated'))));
  }

  private confidence(): HTMLElement {
    const {app} = this;
    const percent = Math.round(app.filter.confidence * 100);
    const input = element('input', {
      type: 'range', id: 'confidence', min: '0', max: '100', step: '5', value: String(percent),
      change: (event) => {
        app.setFilter({confidence: Number((event.target as HTMLInputElement).value) / 100});
      },
    });
    return element('fieldset', {}, element('legend', {}, app.texts.say('sure')),
      element('label', {for: 'confidence'}, app.texts.say('confidence', percent)), input);
  }
}
