/** The page: reads the graph that the program put into it, and joins its parts. */
import './style.css';

import {App, type View} from './app';
import {Details} from './details';
import {byId} from './dom';
import {Filters} from './filters';
import {readGraph, type GraphFile} from './graph';
import {GraphView} from './graphview';
import {listenInGraph, listenToKeys, showHelp} from './keys';
import {List} from './list';
import {SearchBox} from './searchbox';
import {StatusLine} from './status';
import {themeOf} from './style';
import type {TextKey} from './texts';
import {Timeline} from './timeline';

const VIEWS: View[] = ['graph', 'timeline', 'list'];
const NARROW = window.matchMedia('(max-width: 760px)');

/** Puts the language of the moment into what index.html holds. */
function refreshPage(app: App): void {
  const {texts} = app;
  const root = document.documentElement;
  root.lang = texts.language;
  root.dir = texts.language === 'ar' ? 'rtl' : 'ltr';
  const each = (attribute: string, use: (element: HTMLElement, key: TextKey) => void) => {
    document.querySelectorAll<HTMLElement>(`[data-${attribute}]`).forEach((found) => {
      use(found, found.dataset[attribute] as TextKey);
    });
  };
  each('text', (found, key) => { found.textContent = texts.say(key); });
  each('label', (found, key) => {
    found.setAttribute('aria-label', texts.say(key));
    if (found instanceof HTMLButtonElement) found.title = texts.say(key);
  });
  each('hint', (found, key) => { found.setAttribute('placeholder', texts.say(key)); });
  byId('names-button').textContent = texts.names === 'ar' ? 'ع' : 'EN';
  byId('language-button').textContent = texts.language === 'ar' ? 'English' : 'عربي';
}

function showView(app: App): void {
  for (const view of VIEWS) {
    const tab = byId(`${view}-tab`);
    tab.setAttribute('aria-selected', String(view === app.view));
    tab.tabIndex = view === app.view ? 0 : -1;
    byId(`${view}-view`).hidden = view !== app.view;
  }
}

function listenToTabs(app: App): void {
  for (const view of VIEWS) byId(`${view}-tab`).addEventListener('click', () => app.setView(view));
  byId('tabs').addEventListener('keydown', (event) => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const by = event.key === forward ? 1 : VIEWS.length - 1;
    app.setView(VIEWS[(VIEWS.indexOf(app.view) + by) % VIEWS.length]!);
    byId(`${app.view}-tab`).focus();
    event.preventDefault();
  });
}

function toggleFilters(open?: boolean): void {
  const shown = open ?? document.body.classList.contains('no-filters');
  document.body.classList.toggle('no-filters', !shown);
  byId('filters').hidden = !shown;
  byId('filters-button').setAttribute('aria-expanded', String(shown));
}

/** From that of the system to the other, to that of the system. */
function nextTheme(view: GraphView): void {
  const root = document.documentElement;
  if (root.dataset.theme) delete root.dataset.theme;
  else root.dataset.theme = themeOf() === 'dark' ? 'light' : 'dark';
  view.drawing.refreshTheme();
}

function start(app: App): void {
  const status = new StatusLine(app);
  const view = new GraphView(app, (share) => status.arranging(share));
  const details = new Details(app);
  new Filters(app);
  new Timeline(app, () => details.focus());
  new List(app, () => details.focus());
  const search = new SearchBox(app, (entity) => {
    app.choose({entity});
    view.drawing.center(entity);
    details.focus();
  });
  const names = () => {
    app.texts.names = app.texts.names === 'ar' ? 'en' : 'ar';
    app.refreshTexts();
  };
  const language = () => {
    app.texts.language = app.texts.language === 'ar' ? 'en' : 'ar';
    app.refreshTexts();
  };
  app.onChange((change) => {
    if (change === 'texts') refreshPage(app);
    if (change === 'view') showView(app);
  });
  new ResizeObserver(() => view.drawing.resize()).observe(byId('graph'));
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => view.drawing.refreshTheme());

  const clicks: Record<string, () => void> = {
    'filters-button': () => toggleFilters(),
    'names-button': names,
    'language-button': language,
    'theme-button': () => nextTheme(view),
    'help-button': () => showHelp(app),
    'zoom-in': () => view.drawing.zoomBy(1.3),
    'zoom-out': () => view.drawing.zoomBy(1 / 1.3),
    'fit': () => view.drawing.fit(),
    'arrange': () => void view.draw(true),
  };
  for (const [id, action] of Object.entries(clicks)) byId(id).addEventListener('click', action);
  listenToTabs(app);
  const zoom = {
    '+': clicks['zoom-in']!, '=': clicks['zoom-in']!, '-': clicks['zoom-out']!, '0': clicks['fit']!,
  };
  listenToKeys({
    '/': () => search.focus(), '1': () => app.setView('graph'), '2': () => app.setView('timeline'),
    '3': () => app.setView('list'), 'f': () => toggleFilters(), 'e': names, 'a': language,
    'd': () => nextTheme(view), 'l': clicks['arrange']!, '?': () => showHelp(app),
    'n': () => view.step(1), 'p': () => view.step(-1), ...zoom, 'Escape': () => details.close(),
  });
  listenInGraph({
    'ArrowLeft': () => view.drawing.panBy(60, 0), 'ArrowRight': () => view.drawing.panBy(-60, 0),
    'ArrowUp': () => view.drawing.panBy(0, 60), 'ArrowDown': () => view.drawing.panBy(0, -60),
    'Enter': () => details.focus(),
  });
  toggleFilters(!NARROW.matches);
  refreshPage(app);
  status.refresh();
  if (app.choice) app.choose(app.choice);
  void view.draw();
  // For tests: where something is on the screen.
  Object.assign(window, {rawabit: {app, drawing: view.drawing}});
}

const file = JSON.parse(byId('graph-data').textContent!) as GraphFile;
const app = new App(readGraph(file));
if (navigator.language.startsWith('ar')) app.texts.language = 'ar';
start(app);
