/** The meetings, the latest first, and how many there were in each month or year. */
import type {App} from './app';
import {byId, element} from './dom';
import {inDays} from './filter';
import type {Entity} from './graph';

const MOST_MONTHS = 48; // of a chart by months; longer times are told by years
const TAKE_PART = new Set(['participated_in', 'chaired', 'hosted', 'organized']);

/** YYYY-MM or YYYY, from one to the other, none left out. */
function periodsBetween(first: string, last: string): string[] {
  const periods = [];
  let [year, month] = first.split('-').map(Number) as [number, number | undefined];
  for (;;) {
    const period = String(year).padStart(4, '0') +
                   (month === undefined ? '' : `-${String(month).padStart(2, '0')}`);
    periods.push(period);
    if (period >= last || periods.length > 400) return periods;
    if (month === undefined || month === 12) year += 1;
    if (month !== undefined) month = month % 12 + 1;
  }
}

/** Meetings by period: by month where few months lie between, else by year. */
export function meetingsByPeriod(meetings: Entity[]): Map<string, number> {
  const days = meetings.map((meeting) => meeting.from).filter((day) => day !== '').sort();
  const byPeriod = new Map<string, number>();
  if (days.length === 0) return byPeriod;
  const months = periodsBetween(days[0]!.slice(0, 7), days[days.length - 1]!.slice(0, 7));
  const length = months.length <= MOST_MONTHS ? 7 : 4;
  const all = length === 7 ? months
                           : periodsBetween(days[0]!.slice(0, 4), days[days.length - 1]!.slice(0, 4));
  for (const period of all) byPeriod.set(period, 0);
  for (const day of days) {
    const period = day.slice(0, length);
    byPeriod.set(period, (byPeriod.get(period) ?? 0) + 1);
  }
  return byPeriod;
}

/** The first and the last day of a month or year. */
export function daysOfPeriod(period: string): {since: string; until: string} {
  if (period.length === 4) return {since: `${period}-01-01`, until: `${period}-12-31`};
  const [year, month] = period.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return {since: `${period}-01`, until: `${period}-${last}`};
}

/** The latest first; those without a day come last. */
function inTime(a: Entity, b: Entity): number {
  return a.from === b.from ? a.id - b.id : a.from > b.from ? -1 : 1;
}

export class Timeline {
  private readonly view = byId('timeline-view');
  private isStale = true;

  constructor(private readonly app: App, private readonly show: () => void) {
    app.onChange((change) => {
      if (change === 'filter' || change === 'texts') this.isStale = true;
      if (change !== 'choice') this.refresh();
    });
  }

  private refresh(): void {
    if (this.app.view !== 'timeline' || !this.isStale) return;
    this.isStale = false;
    const {texts, shown, filter} = this.app;
    const meetings = shown.entities
      .filter((entity) => entity.type === 'meeting' && inDays(entity.from, entity.to, filter))
      .sort(inTime);
    const heading = element('h2', {}, texts.say('meetings'), ' ',
                            element('span', {class: 'count'}, texts.number(meetings.length)));
    if (meetings.length === 0) {
      this.view.replaceChildren(heading, element('p', {class: 'quiet'}, texts.say('noMeetings')));
      return;
    }
    const chart = this.chart(meetings);
    this.view.replaceChildren(heading, ...chart, ...this.periods(meetings));
    requestAnimationFrame(() => {
      for (const bars of chart) bars.lastElementChild?.scrollIntoView({block: 'nearest', inline: 'end'});
    });
  }

  private chart(meetings: Entity[]): HTMLElement[] {
    const {texts} = this.app;
    const byPeriod = meetingsByPeriod(meetings);
    if (byPeriod.size < 2) return [];
    const most = Math.max(...byPeriod.values());
    const isByMonth = [...byPeriod.keys()][0]!.length === 7;
    const bars = element('ol', {class: 'chart', 'aria-label': texts.say(isByMonth ? 'perMonth' : 'perYear')});
    const every = isByMonth || byPeriod.size <= 20 ? 1 : byPeriod.size <= 60 ? 5 : 10;
    let lastYear = '';
    for (const [period, count] of byPeriod) {
      const bar = element('span', {class: 'bar', 'aria-hidden': 'true'});
      bar.style.height = `${Math.round(count / most * 100)}%`;
      const label = texts.say('showPeriod', texts.period(period), count);
      const year = period.slice(0, 4);
      const mark = element('span', {class: 'year', 'aria-hidden': 'true'}, year === lastYear || Number(year) % every !== 0 ? '' : texts.year(year));
      lastYear = year;
      bars.append(element('li', {}, element('button', {
        type: 'button', title: label, 'aria-label': label, disabled: count === 0,
        click: () => this.app.setFilter(daysOfPeriod(period)),
      }, element('span', {class: 'well'}, bar)), mark));
    }
    return [bars];
  }

  /** A heading for each month, its meetings below. */
  private periods(meetings: Entity[]): HTMLElement[] {
    const {texts} = this.app;
    const groups = new Map<string, Entity[]>();
    for (const meeting of meetings) {
      const period = meeting.from.slice(0, 7);
      const group = groups.get(period);
      if (group) group.push(meeting);
      else groups.set(period, [meeting]);
    }
    return [...groups].flatMap(([period, group]) => [
      element('h3', {}, period === '' ? texts.say('noDate') : texts.period(period)),
      element('ol', {class: 'meetings'}, ...group.map((meeting) => this.meeting(meeting))),
    ]);
  }

  private meeting(meeting: Entity): HTMLElement {
    const {texts} = this.app;
    const others = (predicates: Set<string>, subject: boolean) => meeting.edges
      .filter((edge) => predicates.has(edge.predicate) && (edge.subject === meeting) === subject);
    const places = others(new Set(['held_in']), true).map((edge) => texts.name(edge.object));
    const parties = others(TAKE_PART, false).length;
    const days = meeting.from === '' ? others(new Set(['held_on']), true).map((edge) => texts.name(edge.object))
                                     : [texts.days(meeting.from, meeting.to)];
    const facts = [...days, ...places];
    if (parties > 0) facts.push(texts.say('takePart', parties));
    const line = element('p', {class: 'quiet'});
    facts.filter((fact) => fact !== '').forEach((fact, i) => {
      line.append(i === 0 ? '' : ' · ', element('bdi', {}, fact));
    });
    return element('li', {}, element('button', {
      type: 'button', class: 'link',
      click: () => {
        this.app.choose({entity: meeting});
        this.show();
      },
    }, element('bdi', {}, texts.name(meeting))), line);
  }
}
