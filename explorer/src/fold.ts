/**
 * Folding as the program does it (lib/text/fold.h): one spelling for the many ways to write a word.
 * test/unit/fold.test.ts holds this to what the program gives.
 */

/** Letters that Arabic writers use for one another, each row by the one that stands for it. */
const COMMON_LETTERS = [
  ['\u0627', '\u0622\u0623\u0625\u0671'], // alef: with madda, hamza above, hamza below, wasla
  ['\u0628', '\u067E'], // beh: peh
  ['\u062C', '\u0686'], // jeem: tcheh
  ['\u0632', '\u0698'], // zain: jeh
  ['\u0641', '\u06A2\u06A4'], // feh: Maghrebi, veh
  ['\u0642', '\u06A7\u06A8'], // qaf: Maghrebi, with three dots
  ['\u0643', '\u06A9\u06AA\u06AD\u06AF'], // kaf: keheh, swash, the Moroccan g, gaf
  ['\u0647', '\u0629\u06BE\u06C0\u06C1\u06C2\u06C3\u06D5'], // heh: teh marbuta, Persian and Urdu forms
  ['\u0648', '\u0624\u06C6'], // waw: with hamza, oe
  ['\u064A', '\u0649\u0626\u06CC\u06CE\u06D0\u06D2\u06D3'], // yeh: maqsura, with hamza, Persian, barree
];
const COMMON_LETTER = new Map(COMMON_LETTERS.flatMap(([one, others]) => [...others].map((o) => [o, one])));
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
