/** The explorer in a browser, as one uses it. */
import type {Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';

import type {App} from '../../src/app';
import type {Drawing} from '../../src/drawing';
import {HOSTILE, Pages} from './pages';

declare global {
  interface Window {
    rawabit: {app: App; drawing: Drawing};
  }
}

const pages = new Pages();
afterAll(() => pages.close());

const numbersIn = (text: string | null) => (text ?? '').match(/[\d,]+/g)!.map((one) => Number(one.replace(',', '')));
const status = (page: Page) => page.locator('#status').textContent();
const heading = (page: Page) => page.locator('#details h2').textContent();

/** Waits for what the drawing does a moment later. */
const settle = (page: Page) => page.waitForTimeout(250);

describe('the seeds', () => {
  let url = '';
  let page: Page;
  let faults: string[];
  beforeAll(async () => {
    url = pages.seeds();
    ({page, faults} = await pages.open(url));
  });
  afterEach(async () => {
    expect(faults).toEqual([]);
    await page.locator('#search').fill('');
    await page.evaluate(() => {
      const {app} = window.rawabit;
      Object.assign(app.texts, {language: 'en', names: 'ar'});
      app.choose(null);
      app.resetFilter();
      app.setView('graph');
      app.refreshTexts();
      (document.activeElement as HTMLElement | null)?.blur();
    });
  });

  it('are shown, without a request or a complaint', async () => {
    const [entities, ties] = numbersIn(await status(page));
    expect(entities).toBeGreaterThan(80);
    expect(ties).toBeGreaterThan(100);
    console.log(`shown after ${await page.evaluate(() => document.documentElement.dataset.shown)} ms`);
  });

  it.each([
    ['الامارات', 'الإمارات'], // without hamza
    ['qatar', 'قطر'],
    ['الانتربول', 'المنظمة الدولية للشرطة الجنائية'],
  ])('are found: %s', async (question, name) => {
    await page.keyboard.press('/');
    await page.keyboard.type(question);
    // What is found for the first letters may still be there when the last one is typed.
    await page.locator('#found-0', {hasText: name}).waitFor();
    await page.locator('#search[aria-activedescendant=found-0]').waitFor();
    await page.keyboard.press('Enter');
    expect(await heading(page)).toContain(name);
    expect(await page.locator('#found').isVisible()).toBe(false);
  });

  it('are chosen among by the arrow keys, and named in English on demand', async () => {
    await page.locator('#search').fill('ا');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('#found [aria-selected=true]').getAttribute('id')).toBe('found-1');
    await page.locator('#search').fill('qatar');
    await page.keyboard.press('Enter');
    expect(await heading(page)).toBe('قطر');
    await page.keyboard.press('e');
    expect(await heading(page)).toBe('Qatar');
  });

  it('say that nothing is found', async () => {
    await page.locator('#search').fill('زرافة');
    expect(await page.locator('#found').textContent()).toContain('زرافة');
  });

  it('are filtered by type, relation, confidence and day, and brought back', async () => {
    const all = numbersIn(await status(page));
    await page.locator('#types-organization').uncheck();
    const [fewer, , of] = numbersIn(await status(page));
    expect(fewer).toBeLessThan(all[0]!);
    expect(of).toBe(all[0]);
    await page.locator('#predicates-none').click();
    await page.locator('#predicates-held_in').check();
    expect(numbersIn(await status(page))[1]).toBe(
      await page.evaluate(() => window.rawabit.app.graph.edges.filter((edge) =>
        edge.predicate === 'held_in').length));
    await page.locator('#reset').click();
    expect(numbersIn(await status(page))).toEqual(all);
    await page.locator('#confidence').fill('100');
    expect(numbersIn(await status(page))[1]).toBeLessThan(all[1]!);
    await page.locator('#reset').click();
    await page.locator('#since').fill('2020-03-01');
    expect(await status(page)).toContain('without a date, hidden');
  });

  it('show the sentence of an edge that is clicked, right to left, with its mentions', async () => {
    await page.locator('#predicates-none').click();
    await page.locator('#predicates-met_with').check();
    await page.locator('#arrange').click();
    await settle(page);
    const place = await page.evaluate(() => {
      const {app, drawing} = window.rawabit;
      return drawing.placeOf({edge: app.shown.edges[0]!})!;
    });
    await page.mouse.click(place.x, place.y);
    const ends = await page.evaluate(() => {
      const edge = window.rawabit.app.shown.edges[0]!;
      return [edge.subject.name, edge.object.name];
    });
    for (const name of ends) expect(await heading(page)).toContain(name);
    const sentence = page.locator('#details blockquote').first();
    expect(await sentence.evaluate((quote) => getComputedStyle(quote).direction)).toBe('rtl');
    expect((await sentence.textContent())!.length).toBeGreaterThan(20);
    expect(await sentence.locator('mark.end').count()).toBeGreaterThan(0);
  });

  it('are walked by keys: from entity to entity, into the pane and back', async () => {
    await page.locator('#graph').focus();
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement!.tagName)).toBe('H2');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.tagName)).toBe('BUTTON');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('graph');
    await page.keyboard.press('?');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
  });

  it('are listed in tables that keys reach', async () => {
    await page.keyboard.press('3');
    const shown = numbersIn(await status(page));
    expect(await page.locator('#list-view tbody tr').count()).toBe(shown[0]! + shown[1]!);
    expect(await page.locator('#list-view h3').first().textContent()).toContain('People');
    await page.locator('#list-tab').focus();
    const isInList = () => page.evaluate(() => document.activeElement!.closest('#list-view tbody') !== null);
    for (let i = 0; i < 120 && !(await isInList()); i += 1) await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement!.textContent);
    await page.keyboard.press('Enter');
    expect(await heading(page)).toBe(name);
    await page.keyboard.press('Escape');
    expect(await isInList()).toBe(true);
  });

  it('tell their meetings in time', async () => {
    await page.keyboard.press('2');
    expect(await page.locator('#timeline-view .meetings li').count()).toBe(
      await page.evaluate(() => window.rawabit.app.graph.entities.filter((one) => one.type === 'meeting').length));
    expect(await page.locator('#timeline-view h3').first().textContent()).toBe('March 2020');
    await page.locator('#timeline-view .meetings button').first().click();
    expect(await heading(page)).toBe(await page.locator('#timeline-view .meetings button').first().textContent());
  });

  it('leave what is switched on readable under the mouse', async () => {
    const ground = (name: string) => page.locator(name).evaluate((tab) => getComputedStyle(tab).backgroundColor);
    const on = await ground('#filters-button');
    await page.locator('#timeline-tab').click();
    for (const name of ['#timeline-tab', '#filters-button']) {
      await page.locator(name).hover();
      expect(await ground(name)).toBe(on);
    }
    await page.locator('#graph-tab').click();
  });

  it('are dark where the system is, or where one wants it', async () => {
    const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground(page);
    await page.emulateMedia({colorScheme: 'dark'});
    const dark = await ground(page);
    expect(dark).not.toBe(light);
    await page.keyboard.press('d');
    expect(await ground(page)).toBe(light);
    await page.keyboard.press('d');
    expect(await ground(page)).toBe(dark);
    await page.emulateMedia({colorScheme: 'light'});
    await page.keyboard.press('d');
    expect(await ground(page)).toBe(dark);
    await page.keyboard.press('d');
  });

  it('read in both directions', async () => {
    const isLeft = async () => (await page.locator('#filters').boundingBox())!.x <
                               (await page.locator('#graph').boundingBox())!.x;
    expect(await isLeft()).toBe(true);
    await page.keyboard.press('a');
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(await isLeft()).toBe(false);
    expect(await page.locator('#list-tab').textContent()).toBe('القائمة');
    const arabic = await pages.open(url, {locale: 'ar'});
    expect(await arabic.page.evaluate(() => document.documentElement.lang)).toBe('ar');
    await arabic.page.context().close();
  });

  it('fit a phone', async () => {
    const {page, faults} = await pages.open(url, {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true});
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(390);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    await page.locator('#filters-button').tap();
    expect(await page.locator('#types-person').isVisible()).toBe(true);
    await page.locator('#filters-button').tap();
    await page.locator('#search').fill('interpol');
    await page.locator('#found [role=option]').first().tap();
    expect(await page.locator('#details').isVisible()).toBe(true);
    expect((await page.locator('#graph').boundingBox())!.height).toBeGreaterThan(150);
    expect(await width()).toBe(390);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('hostile names', () => {
  let url = '';
  beforeAll(() => { url = pages.hostile(); });

  it('do nothing, and are shown as what they are', async () => {
    const {page, faults} = await pages.open(url);
    for (const name of HOSTILE) {
      await page.evaluate((wanted) => {
        const {app} = window.rawabit;
        const plain = wanted.replace(/[\u202A-\u202E\u2066-\u2069]/g, '').replace(/\s/g, ' ');
        const entity = app.graph.entities.find((one) => one.name === plain)!;
        app.choose({entity});
        app.choose({edge: entity.edges[0]!});
      }, name);
      expect(await page.locator('#details blockquote').textContent()).toContain('<script>alert(1)</script>');
    }
    await page.keyboard.press('3');
    await page.keyboard.press('2');
    await page.keyboard.press('1');
    await page.locator('#search').fill('<script>');
    await page.keyboard.press('Enter');
    expect(await heading(page)).toContain('</script><script>alert(1)</script>');
    await page.keyboard.press('Escape');
    await settle(page);
    expect(await page.locator('script').count()).toBe(2);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.evaluate(() => /[\u202A-\u202E\u2066-\u2069]/.test(document.body.innerText))).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('could run no script and load no picture if they got that far', async () => {
    const {page, faults} = await pages.open(url);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'alert(1)';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'file:///etc/hostname';
      document.body.append(image);
    });
    await settle(page);
    expect(faults.filter((fault) => fault.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(2);
    expect(faults.filter((fault) => fault.startsWith('dialog'))).toEqual([]);
    await page.context().close();
  });
});

describe('a page around a name', () => {
  it('opens with that entity chosen, in sight', async () => {
    const {page, faults} = await pages.open(pages.around('INTERPOL'));
    expect(await heading(page)).toContain('المنظمة الدولية للشرطة الجنائية');
    const place = await page.evaluate(() => window.rawabit.drawing.placeOf(window.rawabit.app.choice!));
    expect(place!.x).toBeGreaterThan(0);
    expect(place!.x).toBeLessThan(1280);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a graph that is too large to draw', () => {
  it('says what it left out and which filter brings it back', async () => {
    const {page, faults} = await pages.open(pages.large(2100));
    expect(await page.locator('#left-out').textContent()).toContain('120 entities');
    await page.locator('#left-out button', {hasText: 'People (120)'}).click();
    await page.waitForFunction(() => window.rawabit.app.drawn.leftOut.get('person') === 100);
    await page.locator('#reset').click();
    await page.locator('#search').fill('هاشم الراوي 2099');
    await page.keyboard.press('Enter');
    await page.locator('#details .action').click();
    expect(await page.locator('#left-out').isVisible()).toBe(false);
    expect(numbersIn(await status(page)).slice(0, 2)).toEqual([2, 1]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
