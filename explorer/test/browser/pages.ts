/** Pages as the program writes them, opened in Chromium from disk. */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright-core';

const PROGRAM = process.env.RAWABIT!;
const SEEDS = join(process.env.RAWABIT_SOURCE_DIR!, 'seeds');

export const HOSTILE = [
  '</script><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "';alert(1)//", '<!--', '{{x}}',
  '\u202Eabc\u2066def', '@rawabit-graph@', '__proto__', 'constructor', 'a\u2028b', '${alert(1)}',
  'javascript:alert(1)', '&lt;b&gt;', 'ط'.repeat(10000),
];

interface Thing {
  type: string;
  name: string;
}

/** One article that names these, each tied to the next. */
function articleOf(things: Thing[], predicate: string, ties: [number, number][]): string {
  const text = things.map((thing) => thing.name).join(' ، ');
  let at = 0;
  const entities = things.map(({type, name}, i) => {
    const start = at;
    const end = start + Buffer.byteLength(name);
    at = end + Buffer.byteLength(' ، ');
    return {id: i + 1, type, name, mentions: [{start, end, text: name}]};
  });
  const all = {start: 0, end: Buffer.byteLength(text), text};
  const relations = ties.map(([subject, object]) =>
    ({subject: subject + 1, predicate, object: object + 1, start: all.start, end: all.end}));
  return JSON.stringify({id: 'a', title: things[0]!.name.slice(0, 99), text, sentences: [all], entities, relations});
}

/** Makes pages in a directory of its own, and opens them. */
export class Pages {
  private readonly directory = mkdtempSync(join(tmpdir(), 'rawabit-explorer-'));
  private browser: Browser | null = null;

  private run(...words: string[]): void {
    execFileSync(PROGRAM, words, {stdio: 'pipe', env: {...process.env, RAWABIT_DATA: ''}});
  }

  private page(name: string, ...fill: string[]): string {
    const database = join(this.directory, `${name}.db`);
    const page = join(this.directory, `${name}.html`);
    this.run(...fill, '--db', database);
    this.run('export', 'html', '--db', database, '--output', page);
    return pathToFileURL(page).href;
  }

  private loaded(name: string, article: string): string {
    const path = join(this.directory, `${name}.jsonl`);
    writeFileSync(path, `${article}\n`);
    return this.page(name, 'load', path);
  }

  seeds(): string {
    return this.page('seeds', 'extract', SEEDS);
  }

  /** What is around a name in the seeds. */
  around(name: string): string {
    const path = join(this.directory, 'around.html');
    this.seeds();
    this.run('export', 'html', '--db', join(this.directory, 'seeds.db'), '--around', name, '--output', path);
    return pathToFileURL(path).href;
  }

  hostile(): string {
    const things = HOSTILE.map((name) => ({type: 'organization', name}));
    return this.loaded('hostile', articleOf(things, 'cooperates_with',
                                            things.slice(1).map((_, i) => [i, i + 1])));
  }

  /** So many people, each at one of 20 bodies: more than can be drawn. */
  large(people: number): string {
    const things = [
      ...Array.from({length: 20}, (_, i) => ({type: 'organization', name: `وكالة الأمثلة ${i}`})),
      ...Array.from({length: people}, (_, i) => ({type: 'person', name: `هاشم الراوي ${i}`})),
    ];
    const ties = Array.from({length: people}, (_, i): [number, number] => [20 + i, i % 20]);
    return this.loaded('large', articleOf(things, 'works_for', ties));
  }

  /** A page, and what it did that it should not. */
  async open(url: string, options: BrowserContextOptions = {}): Promise<{page: Page; faults: string[]}> {
    this.browser ??= await chromium.launch({
      executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    const context = await this.browser.newContext({viewport: {width: 1280, height: 800}, locale: 'en-GB', ...options});
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => faults.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== url && !request.url().startsWith('data:')) faults.push(`request: ${request.url()}`);
    });
    await page.goto(url);
    await page.waitForFunction(() => document.documentElement.dataset.arranged !== undefined);
    return {page, faults};
  }

  async close(): Promise<void> {
    await this.browser?.close();
    rmSync(this.directory, {recursive: true});
  }
}
