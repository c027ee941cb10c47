import { bloodCount } from './blood-count.js';
import { chemistry } from './chemistry.js';
import { coagulationAndIron } from './coagulation-and-iron.js';
import type { AnalyteEntry, Specimen } from './entry.js';
import { hormones } from './hormones.js';
import { infection } from './infection.js';
import { NEUTRAL, qualifierOfOrder, qualifiers } from './qualifiers.js';
import { urine } from './urine.js';
import { vitalSigns } from './vital-signs.js';
import { isUnit } from '../results/number.js';
import type { Label } from '../record/record.js';

/**
 * An analyte that laboratories measure, with the many names that hospitals give it. Results with different
 * names appear in one chart only if they match the same row of the analyte tables. A row also specifies the
 * order, the specimen and the qualifiers, so results with the same name but different specimens stay separate
 * (`PROTEIN` in blood and in urine).
 */
export interface Analyte {
  readonly id: AnalyteId;
  readonly label: Label;
  /**
   * The LOINC code, which depends on the method if the name states a method. `null` if the order stands for a
   * different method than the name states, or if no public table confirms a code.
   * `test/conformance/passbook/analyte-sources.tsv` lists which table confirms each code.
   */
  readonly loinc: string | null;
  readonly specimen: Specimen;
  /** The UCUM unit; `null` if there is no unit. */
  readonly unit: string | null;
  /** Other units that laboratories use, each with the factor that converts it to `unit`. */
  readonly units: Readonly<Record<string, number>>;
  /**
   * The usual reference range in `unit`. It is used only to infer the unit of a range that states no unit,
   * never to judge a result.
   */
  readonly usual: readonly [low: number | null, high: number | null] | null;
  /** The NHI order codes for which the names mean this test. */
  readonly orders: readonly string[];
  /** The names of the analyte, in the form that `normalizeAnalyteName` returns. */
  readonly names: readonly string[];
  /** Whether a measured value of 0 is impossible. */
  readonly neverZero: boolean;
  /** Whether the test shows immunity, so that a value outside the range needs no follow-up. */
  readonly immunity: boolean;
}

/**
 * Normalizes a name for comparisons. Removes differences in Unicode form (NFKC), case and spaces, and in dashes
 * and dots, which facilities use freely.
 */
export function normalizeAnalyteName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_.·‧、,‐-―−]+/g, '');
}

/**
 * An entry with its analyte. `byQualifier` contains variants of the analyte with another code, by the qualifier
 * that selects the code.
 */
interface Row {
  readonly entry: AnalyteEntry<AnalyteId>;
  readonly names: readonly WrittenName[];
  readonly analyte: Analyte;
  readonly byQualifier: ReadonlyMap<string, Analyte>;
}

/**
 * A name of an entry. If `whole` is true, the name needs no qualifier, because it already contains one (`尿鈉`)
 * or is marked (`!UNa`).
 */
interface WrittenName {
  readonly name: string;
  readonly whole: boolean;
}

const analyteOfEntry = (
  entry: AnalyteEntry<AnalyteId>,
  names: readonly WrittenName[],
  loinc: string | null,
): Analyte => ({
  id: entry.id,
  label: { 'zh-Hant': entry.zh, en: entry.en },
  loinc,
  specimen: entry.specimen,
  unit: entry.unit ?? null,
  units: entry.units ?? {},
  usual: entry.usual ?? null,
  orders: entry.orders,
  names: names.map(({ name }) => name),
  neverZero: entry.neverZero === true,
  immunity: entry.immunity === true,
});

function namesOf({ zh, en, names, needs = [] }: AnalyteEntry): WrittenName[] {
  return [zh, en, ...(names === '' ? [] : names.split('|'))].map((written) => {
    const name = normalizeAnalyteName(written.replace(/^!/, ''));
    const whole = written === zh || written.startsWith('!') || needs.every((need) => holds(name, need));
    return { name, whole };
  });
}

const chinese = /[\u3400-\u9fff]/;

/**
 * The words for each qualifier. Short words, such as single letters, are left out, because they cannot be
 * recognized reliably inside a name.
 */
const wordsFor = new Map<string, string[]>();
for (const [word, meaning] of qualifiers) {
  if (word.length <= (chinese.test(word) ? 1 : 2)) continue;
  const words = wordsFor.get(meaning);
  if (words === undefined) wordsFor.set(meaning, [word]);
  else words.push(word);
}

/** Checks whether a name begins or ends with a word for a qualifier. */
const holds = (name: string, qualifier: string): boolean =>
  wordsFor.get(qualifier)?.some((word) => name.startsWith(word) || name.endsWith(word)) === true;

const entries = [
  ...bloodCount,
  ...chemistry,
  ...urine,
  ...coagulationAndIron,
  ...hormones,
  ...infection,
  ...vitalSigns,
];

/** The id of an analyte in the tables. */
export type AnalyteId = (typeof entries)[number]['id'];

const rows: readonly Row[] = entries.map((entry) => {
  const names = namesOf(entry);
  return {
    entry,
    names,
    analyte: analyteOfEntry(entry, names, entry.loinc),
    byQualifier: new Map(
      Object.entries(entry.allows ?? {}).flatMap(([qualifier, loinc]) =>
        loinc === null ? [] : [[qualifier, analyteOfEntry(entry, names, loinc)] as const],
      ),
    ),
  };
});

export const analytes: readonly Analyte[] = rows.map(({ analyte }) => analyte);

// If several rows have the same id, use the first one, which is the general row.
const byId = new Map<string, Analyte>([...analytes].reverse().map((analyte) => [analyte.id, analyte]));

/** Returns the analyte with the given id, or `null` if there is none. */
export const analyteById = (id: string): Analyte | null => byId.get(id) ?? null;

const byLoinc = new Map(
  [...rows]
    .reverse()
    .flatMap(({ entry, analyte }) =>
      [entry.loinc, ...(entry.also?.split(' ') ?? [])].map(
        (code) => [code, { ...analyte, loinc: code }] as const,
      ),
    ),
);

interface NamedRow {
  readonly row: Row;
  readonly whole: boolean;
}
type NamesOfOrder = ReadonlyMap<string, readonly NamedRow[]>;

const byOrder: ReadonlyMap<string, NamesOfOrder> = (() => {
  const index = new Map<string, Map<string, NamedRow[]>>();
  for (const row of rows)
    for (const order of row.entry.orders)
      for (const { name, whole } of row.names) {
        const names = index.get(order) ?? new Map<string, NamedRow[]>();
        index.set(order, names);
        const named = names.get(name) ?? [];
        names.set(name, named);
        const known = named.findIndex((each) => each.row === row);
        if (known < 0) named.push({ row, whole });
        else if (whole) named[known] = { row, whole };
      }
  return index;
})();

/**
 * Normalizes an order code. Codes of eight characters (`08011C00`) are codes of six characters followed by two
 * digits, which are removed.
 */
export const normalizeOrderCode = (code: string | null): string =>
  (code ?? '')
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/^(\d{5}[A-Z])\d{2}$/, '$1');

/** The maximum length of a name. A longer string is a remark. */
const LONGEST_NAME = 120;
const loincPattern = /^\d{1,6}-\d$/;

/** The name and the order of a result, and its specimen if the source states it separately. */
export interface NamedResult {
  readonly order: { readonly code: string | null; readonly display?: string | null };
  readonly analyte: string | null;
  readonly specimen?: string | null;
  /** A LOINC code that the source states in addition to the order. */
  readonly loinc?: string | null;
}

/** Returns the analyte of a result, or `null` if no row matches or the matching row has no LOINC code. */
export function analyteOf(result: NamedResult): Analyte | null {
  const analyte = analyteByName(result);
  return analyte?.loinc === null ? null : analyte;
}

/**
 * Returns the analyte of a result, or `null` if no row of the tables matches. The name is recognized as a whole
 * or by its parts (`白血球(WBC)`, `Glucose AC`), which must agree. If a part is neither a name nor a qualifier,
 * no row matches. A LOINC code takes precedence over the name. A hospital's own FHIR server may state it in
 * addition to the order or instead of it.
 */
export function analyteByName({
  order,
  analyte,
  specimen = null,
  loinc = null,
}: NamedResult): Analyte | null {
  const stated = byLoinc.get(loinc ?? '');
  if (stated !== undefined) return stated;
  const code = normalizeOrderCode(order.code);
  if (loincPattern.test(code)) return byLoinc.get(code) ?? null;
  const names = byOrder.get(code);
  const written = (analyte ?? order.display ?? '').normalize('NFKC').toLowerCase();
  if (names === undefined || written === '' || written.length > LONGEST_NAME) return null;
  const measuredIn = specimen === null || specimen === '' ? [] : qualifiersOfSpecimen(specimen);
  if (measuredIn === null) return null;
  const implied = qualifierOfOrder(code);
  const whole = names.get(normalizeAnalyteName(written));
  if (whole !== undefined) {
    const found = choose(whole, new Set(measuredIn), implied);
    if (found !== null) return found;
  }
  const read = readParts(written, names);
  if (read === null || read.bases.length === 0) return null;
  const [first = [], ...others] = read.bases;
  const agreed = first.flatMap(({ row, whole: saysAll }): NamedRow[] => {
    const same = others.map((base) => base.find((each) => each.row === row));
    if (same.includes(undefined)) return [];
    return [{ row, whole: saysAll || same.some((each) => each?.whole === true) }];
  });
  return choose(agreed, new Set([...read.qualifiers, ...measuredIn]), implied);
}

/** Returns the qualifiers that a stated specimen adds to a name; `null` if the specimen is unknown. */
function qualifiersOfSpecimen(specimen: string): readonly string[] | null {
  const known = qualifiers.get(normalizeAnalyteName(specimen)) ?? null;
  return known === null ? null : known === NEUTRAL ? [] : [known];
}

/**
 * Returns the analyte of the row that matches both the name and the qualifiers. If several rows match, chooses
 * the one that needs the most qualifiers. Returns `null` if no row or more than one row remains.
 */
function choose(
  named: readonly NamedRow[],
  found: ReadonlySet<string>,
  implied: string | null,
): Analyte | null {
  const fitting = named.filter(({ row: { entry }, whole }) => {
    const needs = entry.needs ?? [];
    const met = whole || needs.every((need) => found.has(need) || need === implied);
    const allowed = [...found].every(
      (each) =>
        needs.includes(each) || (entry.allows !== undefined && each in entry.allows) || each === implied,
    );
    return met && allowed;
  });
  const most = Math.max(...fitting.map(({ row }) => row.entry.needs?.length ?? 0));
  const [best, ...equals] = fitting.filter(({ row }) => (row.entry.needs?.length ?? 0) === most);
  if (best === undefined || equals.length > 0) return null;
  const { analyte, byQualifier } = best.row;
  return [...byQualifier].find(([qualifier]) => found.has(qualifier))?.[1] ?? analyte;
}

interface ReadName {
  /** For each part that is a name, the rows to which the name could belong. */
  readonly bases: readonly (readonly NamedRow[])[];
  readonly qualifiers: readonly string[];
}

const nothingRead: ReadName = { bases: [], qualifiers: [] };

/**
 * Splits a name into its parts: first at brackets and colons, then at spaces and slashes, and then where the
 * script changes between Chinese and Latin.
 */
function readParts(written: string, names: NamesOfOrder): ReadName | null {
  const parts = written.split(/[()[\]{}<>:;,、。|]+/).map((part) => part.trim());
  return joinAll(parts.map((part) => readPart(part, names)));
}

function joinAll(parts: readonly (ReadName | null)[]): ReadName | null {
  return parts.reduce<ReadName | null>(
    (all, part) =>
      all === null || part === null
        ? null
        : { bases: [...all.bases, ...part.bases], qualifiers: [...all.qualifiers, ...part.qualifiers] },
    nothingRead,
  );
}

/** Units that cannot be mistaken for other words. */
const unitPart = /[/%]|^(?:sec|s|fl|pg)$/;

function readPart(part: string, names: NamesOfOrder): ReadName | null {
  if (unitPart.test(part) && isUnit(part)) return nothingRead;
  const words = part.split(/[\s/_+&-]+/).filter((word) => word !== '');
  return readWords(words, 0, words.length, names, new Map());
}

/**
 * Reads the words from `from` to `to` as one name or qualifier. If that fails, splits them into two parts and
 * reads the parts separately.
 */
function readWords(
  words: readonly string[],
  from: number,
  to: number,
  names: NamesOfOrder,
  known: Map<number, ReadName | null>,
): ReadName | null {
  if (from >= to) return nothingRead;
  const key = from * 100 + to;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  let read = readWord(words.slice(from, to).join(' '), names, to - from === 1);
  for (let at = from + 1; read === null && at < to; at += 1) {
    const left = readWords(words, from, at, names, known);
    read = left === null ? null : joinAll([left, readWords(words, at, to, names, known)]);
  }
  known.set(key, read);
  return read;
}

function readWord(word: string, names: NamesOfOrder, single: boolean): ReadName | null {
  const normalized = normalizeAnalyteName(word);
  if (normalized === '') return nothingRead;
  const qualifier = qualifiers.get(normalized);
  const base = names.get(normalized);
  // A word that is both a name and a neutral qualifier is read as a name: "PT" and "P" are tests rather than
  // "patient" and "plasma". "AC" is read as a qualifier, because it states when a sample was taken.
  if (base !== undefined && (qualifier ?? NEUTRAL) === NEUTRAL) return { bases: [base], qualifiers: [] };
  if (qualifier !== undefined) return { bases: [], qualifiers: qualifier === NEUTRAL ? [] : [qualifier] };
  return single ? (readAffixed(normalized, names) ?? readScripts(normalized, names)) : null;
}

const LONGEST_AFFIX = 7;

/** Reads a name that directly follows or precedes a Chinese qualifier: `血清肌酸酐`, `飯後2小時血糖`. */
function readAffixed(word: string, names: NamesOfOrder): ReadName | null {
  if (!chinese.test(word)) return null;
  for (let length = Math.min(LONGEST_AFFIX, word.length - 1); length > 0; length -= 1) {
    for (const [affix, rest] of [
      [word.slice(0, length), word.slice(length)],
      [word.slice(-length), word.slice(0, -length)],
    ] as const) {
      const qualifier = chinese.test(affix) ? qualifiers.get(affix) : undefined;
      if (qualifier === undefined) continue;
      const read = readWord(rest, names, true);
      if (read !== null)
        return {
          ...read,
          qualifiers: qualifier === NEUTRAL ? read.qualifiers : [...read.qualifiers, qualifier],
        };
    }
  }
  return null;
}

/** Reads adjacent Chinese and Latin text without a space: `白血球數WBC`. */
function readScripts(word: string, names: NamesOfOrder): ReadName | null {
  const runs = word.match(/[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g) ?? [];
  return runs.length < 2 ? null : joinAll(runs.map((run) => readWord(run, names, false)));
}
