/** Held to what the program itself gives: fold-cases.mjs writes fold-cases.json with it. */
import {execFileSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';

import {fold, nameKey} from '../../src/fold';
import cases from './fold-cases.json';

const PROGRAM = process.env.RAWABIT;

describe('fold and nameKey give what the program gives', () => {
  it.each(cases)('$text', ({text, fold: folded, key}) => {
    expect(fold(text)).toBe(folded);
    expect(nameKey(text)).toBe(key);
  });

  it.skipIf(!PROGRAM)('the cases are what the program says today', () => {
    const given = execFileSync('node', ['test/unit/fold-cases.mjs', PROGRAM!, '--print'], {encoding: 'utf8'});
    expect(JSON.parse(given)).toEqual(cases);
  });
});
