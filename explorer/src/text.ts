/** Names and sentences as they may be shown: whatever they hold, they stay text. */

/** Marks that turn the writing around them, and characters that nobody sees. */
const INERT = /[\u0000-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2060-\u206F\uFEFF]/g;
const ARABIC = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const RIGHT_TO_LEFT = '\u2067';
const LEFT_TO_RIGHT = '\u2066';
const END_OF_DIRECTION = '\u2069';

/** The text without what would turn or hide its neighbours. */
export function plain(text: string): string {
  return text.replace(INERT, (character) => (character <= '\u001F' ? ' ' : ''));
}

export function shortened(text: string, most: number): string {
  const letters = Array.from(plain(text));
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}

const LONGEST_NAME = 400;
const LONG_WORD = /[^\s\u200B]{60}/gu;

/** Without words that know no end: browsers take seconds to break those into lines. */
export function breakable(text: string): string {
  return text.replace(LONG_WORD, '$&\u200B');
}

/** A name on the page; of one without end its beginning. */
export function shownName(name: string): string {
  return breakable(shortened(name, LONGEST_NAME));
}

export function isArabic(text: string): boolean {
  return ARABIC.test(text);
}

/**
 * A name in at most `lines` lines of about `width` characters, broken between words, for where no
 * element says in which direction it is written.
 */
export function inLines(name: string, width: number, lines: number): string[] {
  const result: string[] = [];
  let line = '';
  for (const word of plain(name).split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      result.push(line);
      line = '';
    }
    if (result.length === lines) {
      result[lines - 1] = `${result[lines - 1]}…`;
      line = '';
      break;
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') result.push(line);
  return result.map((text) => {
    const short = shortened(text, width + 10);
    return (isArabic(short) ? RIGHT_TO_LEFT : LEFT_TO_RIGHT) + short + END_OF_DIRECTION;
  });
}
