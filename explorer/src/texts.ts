/** What the page says, in the language of the moment; names, days and numbers in it. */
import type {Entity} from './graph';
import {plain, shownName} from './text';
import texts from './texts.json';

export type Language = 'en' | 'ar';
export type TextKey = keyof typeof texts.en;

export class Texts {
  language: Language = 'en';
  /** Which of its names an entity is shown by. */
  names: Language = 'ar';

  /** A text with {0}, {1}, ... filled in. */
  say(key: TextKey, ...parts: (string | number)[]): string {
    return texts[this.language][key].replace(/\{(\d)\}/g, (_, place: string) => {
      const part = parts[Number(place)]!;
      return typeof part === 'number' ? this.number(part) : part;
    });
  }

  number(value: number): string {
    return value.toLocaleString(this.locale());
  }

  type(type: string): string {
    const names = texts.types[type as keyof typeof texts.types];
    return names ? names[this.language === 'ar' ? 2 : 0]! : type;
  }

  typeOfSeveral(type: string): string {
    const names = texts.types[type as keyof typeof texts.types];
    return names ? names[this.language === 'ar' ? 3 : 1]! : type;
  }

  predicate(predicate: string): string {
    const names = texts.predicates[predicate as keyof typeof texts.predicates];
    return names ? names[this.language === 'ar' ? 1 : 0]! : predicate;
  }

  /** The English name where one is known and asked for. */
  name(entity: Entity): string {
    return shownName(this.names === 'en' && entity.english !== '' ? entity.english : entity.name);
  }

  /** A day, or from one to another; empty where neither is known. */
  days(from: string, to: string): string {
    if (from === '') return '';
    const first = this.day(from);
    return to === '' || to === from ? first : `${first} – ${this.day(to)}`;
  }

  /** A month, YYYY-MM, or a year. */
  period(period: string): string {
    if (period.length === 4) return this.year(period);
    return this.format(`${period}-01`, {year: 'numeric', month: 'long'});
  }

  year(year: string): string {
    return Number(year).toLocaleString(this.locale(), {useGrouping: false});
  }

  private locale(): string {
    return this.language === 'ar' ? 'ar-EG-u-ca-gregory' : 'en-GB';
  }

  private day(day: string): string {
    return this.format(day, {year: 'numeric', month: 'long', day: 'numeric'});
  }

  private format(day: string, how: Intl.DateTimeFormatOptions): string {
    const date = new Date(`${day}T00:00:00Z`);
    if (Number.isNaN(date.getTime())) return plain(day);
    return date.toLocaleDateString(this.locale(), {...how, timeZone: 'UTC'});
  }
}
