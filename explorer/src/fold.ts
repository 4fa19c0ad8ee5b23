/**
 * Folding as the program does it (lib/text/fold.h): one spelling for the many ways to write a word.
 * test/unit/fold.test.ts holds this to what the program gives.
 */

/** Letters that Arabic writers use for one another. */
const COMMON_LETTER = new Map([
  ['\u0622', '\u0627'], // alef with madda, hamza above, hamza below, wasla
  ['\u0623', '\u0627'],
  ['\u0625', '\u0627'],
  ['\u0671', '\u0627'],
  ['\u0649', '\u064A'], // alef maqsura, yeh with hamza
  ['\u0626', '\u064A'],
  ['\u0629', '\u0647'], // teh marbuta
  ['\u0624', '\u0648'], // waw with hamza
]);
const TATWEEL = '\u0640';
const DROPPED = /^[\p{Mn}\p{Cf}]$/u;
const DIGIT = /^\p{Nd}$/u;
const NOT_IN_KEYS = /[\p{P}\p{Z}\p{Cc}]+/u;
const ARTICLE = '\u0627\u0644';

/** Decimal digits come in runs of ten, the zero first. */
function digitValue(digit: string): string {
  let code = digit.codePointAt(0)!;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    before += 1;
  }
  return String(before % 10);
}

function mapped(letter: string): string {
  if (letter === TATWEEL || DROPPED.test(letter)) return '';
  if (letter >= '0' && letter <= '9') return letter;
  if (DIGIT.test(letter)) return digitValue(letter);
  const common = COMMON_LETTER.get(letter);
  if (common !== undefined) return common;
  // Some capitals have a small letter of two characters: the first is the one that counts.
  return String.fromCodePoint(letter.toLowerCase().codePointAt(0)!);
}

function foldOnce(text: string): string {
  let folded = '';
  for (const letter of text.normalize('NFKC')) folded += mapped(letter);
  return folded;
}

export function fold(text: string): string {
  for (;;) {
    const folded = foldOnce(text);
    if (folded === text) return folded;
    text = folded;
  }
}

/** What names are compared by: folded, without punctuation and the article. */
export function nameKey(text: string): string {
  return fold(text)
    .split(NOT_IN_KEYS)
    .filter((word) => word !== '')
    .map((word) => (word.length > 2 && word.startsWith(ARTICLE) ? word.slice(2) : word))
    .join(' ');
}
