import { MhbError } from '@mhb-kit/core/error';
import { describeError } from '@mhb-kit/core/error-messages';
import {
  createSearchIndex,
  listLaboratorySeries,
  listMedications,
  listTimeline,
  readPassbook,
  summarizeCosts,
  writeCsv,
  writeFhir,
  writeJ2,
  writeSectionHtml,
} from '@mhb-kit/core/passbook';
import { j2File, seededRandom, x2File } from '@mhb-kit/testkit/passbook-fixtures';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { guidedCorpus, plainCorpus } from './corpus.mjs';

/**
 * Mutated passbooks of every format. Each must be read as a passbook, or give an error whose code has a sentence, within
 * two seconds. If it is still a passbook, every view and writer must accept it, and it must be the same after it was
 * written and read as J2.
 */

const SLOWEST_MS = 2_000;
/** Views and writers are tried once in this number of cases. */
const EVERY = 25;

const sample = JSON.parse(
  readFileSync(new URL('../../packages/testkit/data/sample.json', import.meta.url), 'utf8'),
).myhealthbank.bdata;
/** The sample with at most one row for each section, so that a case takes little time. */
const small = Object.fromEntries(
  Object.entries(sample).map(([key, value]) => [key, Array.isArray(value) ? value.slice(0, 1) : value]),
);

const foreignPage = `<html><head><title>門診資料</title></head><body><p>身分證號：A12345**** 申請日期：104/02/10</p><table>
<tr><th>醫事機構</th><th>就醫日期</th><th>健保卡就醫序號</th><th>疾病分類碼</th><th>疾病分類名稱</th><th>部分負擔金額</th></tr>
<tr><td rowspan="2">安禾內兒科診所</td><td>103/12/05</td><td>0032</td><td>4659</td><td>急性上呼吸道感染</td><td>50</td></tr>
<tr><td>103/12/06</td><td colspan="2">0033</td><td>&#24863;&amp;</td><td>50</td></tr>
<tr><td>&nbsp;</td><td>AC31990100</td><td>止痛錠</td><td>9.00</td></tr></table></body></html>`;

const text = new TextEncoder();
const ownPage = writeSectionHtml(
  Object.keys(small)
    .filter((key) => Array.isArray(small[key]))
    .map((key) => ({ section: key.toLowerCase(), rows: small[key] })),
  { title: '全部', subjectId: 'K22301****', appliedOn: '2026-04-15' },
);

/** @type {Record<string, Uint8Array>} */
const formats = {
  json: j2File(small),
  xml: x2File(small),
  'own html': text.encode(ownPage),
  'foreign html': text.encode(foreignPage),
};

const tokens = [
  '<',
  '>',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\\u0000',
  '\0',
  '\t',
  '</td>',
  '<table>',
  '</table>',
  '<td colspan="99999">',
  '<td rowspan="99999">',
  '<!--',
  '<![CDATA[',
  '<script>',
  '&#0;',
  '&#x10ffff;',
  '&bogus;',
  '"__proto__":',
  'null',
  '1e999',
  '無資料',
  '\ud800',
  '\ufeff',
  '999999999',
  '19000229',
  ',}',
  ', ]',
  '\u001a',
  '\\"',
  'X',
  '</r1>',
  '<r1_1>',
  'data-record="r1"',
  'data-value="',
].map((token) => text.encode(token));

/** @param {Uint8Array} bytes @param {() => number} random */
function mutate(bytes, random) {
  const pick = (/** @type {number} */ count) => Math.floor(random() * count);
  let out = bytes;
  for (let count = random() < 0.5 ? 1 : 1 + pick(4); count > 0; count -= 1) {
    const at = pick(out.length + 1);
    const length = pick(Math.min(200, out.length - at + 1));
    const before = out.subarray(0, at);
    const after = out.subarray(at + length);
    const piece = out.subarray(at, at + length);
    const token = tokens[pick(tokens.length)] ?? new Uint8Array();
    const noise = Uint8Array.from({ length: 1 + pick(8) }, () => pick(256));
    // Repeats one piece up to 250 kB, which shows code that takes more than linear time.
    const run = concat(
      Array.from({ length: random() < 0.05 ? Math.floor(250_000 / (token.length + 1)) : 3 }, () => token),
    );
    const replacement = [[token], [noise], [], [piece, piece], [piece, token], [token, piece, noise], [run]][
      pick(8)
    ];
    // One case in eight is truncated.
    out = replacement === undefined ? before.slice() : concat([before, ...replacement, after]);
  }
  return out;
}

/** @param {readonly Uint8Array[]} parts */
function concat(parts) {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** @param {import('@mhb-kit/core/passbook').Passbook} passbook */
async function useEverything(passbook) {
  listTimeline(passbook);
  listMedications(passbook);
  listLaboratorySeries(passbook);
  summarizeCosts(passbook);
  createSearchIndex(passbook).search('糖尿病 a');
  writeCsv(passbook);
  writeFhir(passbook, { profile: 'twcore' });
  writeFhir(passbook, { profile: 'ips' });
  const back = await readPassbook([{ name: 'fuzz', bytes: text.encode(writeJ2(passbook)) }]);
  return isDeepStrictEqual(back.passbook, passbook);
}

/** @param {import('./corpus.mjs').Corpus} corpus @param {import('./run.mjs').FaultRun} run */
async function fuzz(corpus, { cases, seed, report }) {
  let passbooks = 0;
  let slowestMs = 0;
  /** @type {string[]} */
  const failures = [];
  for (let number = 0; number < cases; number += 1) {
    const random = seededRandom(seed + number);
    const bytes = mutate(
      corpus.pick((below) => Math.floor(random() * below)),
      random,
    );
    const start = performance.now();
    try {
      const { passbook } = await readPassbook([{ name: 'fuzz', bytes }]);
      passbooks += 1;
      if (number % EVERY === 0 && !(await useEverything(passbook))) {
        failures.push(`seed ${seed + number}: the passbook differs after it was written and read as J2`);
      }
    } catch (error) {
      if (!isTold(error))
        failures.push(`seed ${seed + number}: ${error instanceof Error ? error.stack : error}`);
    }
    const took = performance.now() - start;
    slowestMs = Math.max(slowestMs, took);
    if (took > SLOWEST_MS) failures.push(`seed ${seed + number}: took ${Math.round(took)} ms`);
    await corpus.ran(bytes);
  }
  report(`${passbooks} passbooks, ${cases - passbooks} errors, the slowest took ${Math.round(slowestMs)} ms`);
  report(corpus.summary());
  return failures;
}

/** An error with a code of its own and a next step. @param {unknown} error */
const isTold = (error) =>
  error instanceof MhbError && error.code !== 'internal' && describeError(error.code, 'en').remedy !== '';

/** @type {import('./run.mjs').Fault[]} */
export const faults = [
  {
    name: 'passbook-guided',
    cases: 2_000,
    run: async (run) => fuzz(await guidedCorpus(Object.values(formats), ['/core/dist/passbook/']), run),
  },
  ...Object.entries(formats).map(([format, bytes]) => ({
    name: `passbook-${format.replace(' ', '-')}`,
    cases: 5_000,
    run: (/** @type {import('./run.mjs').FaultRun} */ run) => fuzz(plainCorpus([bytes]), run),
  })),
];
