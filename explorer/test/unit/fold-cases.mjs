// Writes fold-cases.json: what the program's fold() and name_key() give.
//   node test/unit/fold-cases.mjs build/release/apps/rawabit/rawabit [--print]
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const TEXTS = [
  '', ' ', 'الإمارات', 'الامارات', 'أحمد', 'إيران', 'آسيا', 'ٱلله', 'مصطفى', 'مصطفي', 'وزارة', 'وزاره',
  'مؤتمر', 'شئون', 'شؤون', 'رَئِيسُ الوُزَراءِ', 'مــحــمــد', '٢٠٢٠', '۲۰۲۰', '२०', 'INTERPOL', 'Ülkü', 'ÉCOLE',
  'İstanbul', 'ΣΟΦΟΣ', 'straße', 'ﷲ', 'ﻻ', 'لإنتربول', 'ا\u0654حمد', 'ا\u0653', 'و\u0654', 'ي\u0654',
  'e\u0301', 'ﬁn', 'Ⅳ', '½', '①', 'x²', 'عبد الله', 'عبدالله', 'ال', 'الا', 'الأمم المتحدة', 'آل نهيان',
  'جامعة الدول العربية (القاهرة)', 'أبو ظبي، الإمارات', '«قطر»', 'a-b_c', 'C++', '$5', 'م.ع', 'خط\u0640\u0640ط',
  'a\u200Bb', 'a\u200Fb', '\u202Eabc\u202C', '\u2066x\u2069', '\uFEFFx', 'a\u00A0b', 'a\tb', 'a\nb', 'a\u2028b',
  'گفت', 'پاکستان', 'ﭘ', 'کويت', 'ھ', 'ہ', 'ۀ', 'ة', 'ء', 'قرآن', 'القرآن', '٪', '؟', '؛', '٬', '٫', '𝟘𝟙', '𝔸',
  '한국', 'ㄱ', 'ｶﾞ', '日本', 'اللجنة', 'للجنة', 'والإمارات', "O'Brien", 'AL-QAHIRA', '😀', '👨‍👩‍👧', '\u0301', 'الـ',
];

const program = process.argv[2];
const directory = mkdtempSync(join(tmpdir(), 'rawabit-fold-'));
try {
  const database = join(directory, 'empty.db');
  writeFileSync(join(directory, 'none.jsonl'), '');
  execFileSync(program, ['load', join(directory, 'none.jsonl'), '--db', database], {stdio: 'pipe'});
  const rows = TEXTS.map((text, i) => {
    const hex = `CAST(x'${Buffer.from(text).toString('hex')}' AS TEXT)`;
    return `SELECT ${i} AS n, ${hex} AS text, fold(${hex}) AS fold, name_key(${hex}) AS key`;
  });
  const cases = [];
  for (let i = 0; i < rows.length; i += 20) {
    const sql = rows.slice(i, i + 20).join(' UNION ALL ');
    const said = execFileSync(program, ['sql', sql, '--db', database, '--json'], {encoding: 'utf8'});
    for (const {text, fold, key} of JSON.parse(said)) cases.push({text, fold, key});
  }
  const json = `${JSON.stringify(cases, null, 1)}\n`;
  if (process.argv[3] === '--print') process.stdout.write(json);
  else writeFileSync(new URL('fold-cases.json', import.meta.url), json);
} finally {
  rmSync(directory, {recursive: true});
}
