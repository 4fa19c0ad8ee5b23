/** The keys of the page, and the help that lists them. */
import type {App} from './app';
import {byId, element} from './dom';
import type {TextKey} from './texts';

const KEYS: [string[], TextKey][] = [
  [['/'], 'keySearch'],
  [['1', '2', '3'], 'keyViews'],
  [['F'], 'keyFilters'],
  [['N', 'P'], 'keyNext'],
  [['Enter'], 'keyShow'],
  [['←', '↑', '↓', '→'], 'keyMove'],
  [['+', '−', '0'], 'keyZoom'],
  [['L'], 'keyArrange'],
  [['E'], 'keyNames'],
  [['A'], 'keyLanguage'],
  [['D'], 'keyTheme'],
  [['Esc'], 'keyEscape'],
];

/** Is the key meant for a field of text or another control that takes it? */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return target.matches('input:not([type=checkbox]), textarea, select');
}

/** Calls what belongs to a key anywhere on the page. */
export function listenToKeys(actions: Record<string, () => void>): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    if (document.querySelector('dialog[open]')) return;
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** The same for keys that mean something in the graph only. */
export function listenInGraph(actions: Record<string, () => void>): void {
  byId('graph').addEventListener('keydown', (event) => {
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  });
}

export function showHelp(app: App): void {
  const {texts} = app;
  const dialog = byId<HTMLDialogElement>('help');
  const rows = KEYS.map(([keys, text]) => element('tr', {},
    element('td', {dir: 'ltr'}, ...keys.map((key) => element('kbd', {}, key))),
    element('td', {}, texts.say(text))));
  dialog.replaceChildren(
    element('h2', {id: 'help-title'}, texts.say('keys')),
    element('table', {}, element('tbody', {}, ...rows)),
    element('p', {}, texts.say('about')),
    element('button', {type: 'button', click: () => dialog.close()}, texts.say('close')));
  dialog.showModal();
}
