import type { RawRow, RawValue } from '@mhb-kit/core/passbook';

/** Creates passbook files of invented people, in the formats of real downloads and in any size. */

/** The content of `bdata`, which consists of header fields and lists of rows. */
export type FixtureData = RawRow;

const utf8 = new TextEncoder();

/** Writes data as a JSON file (“J2”). Like downloads, the file is UTF-8 with a BOM, indented with tabs. */
export function j2File(data: FixtureData): Uint8Array {
  return utf8.encode(`\ufeff${JSON.stringify({ myhealthbank: { bdata: data } }, null, '\t')}`);
}

/**
 * Writes the same data as an XML file (“X2”). Elements are named after the keys, and each row is one element. An
 * empty section is text.
 */
export function x2File(data: FixtureData): Uint8Array {
  const lines = Object.entries(data).map(([key, value]) => element(key, value));
  return utf8.encode(
    `\ufeff<?xml version="1.0" encoding="utf-8"?>\n<myhealthbank>\n<bdata>\n${lines.join('\n')}\n</bdata>\n</myhealthbank>\n`,
  );
}

function element(key: string, value: RawValue): string {
  const name = key.toLowerCase();
  if (typeof value === 'string') return `<${name}>${escapeXml(value)}</${name}>`;
  return value
    .map((row) => {
      const entries = Object.entries(row);
      const [only] = entries;
      const leaf = entries.length === 1 && only?.[0] === name && typeof only[1] === 'string';
      const content = leaf
        ? escapeXml(String(only[1]))
        : `\n${entries.map(([field, inner]) => element(field, inner)).join('\n')}\n`;
      return `<${name}>${content}</${name}>`;
    })
    .join('\n');
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Returns a function that generates numbers from 0 to 1. The same seed always gives the same numbers
 * (mulberry32).
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const isList = (value: RawValue | undefined): value is readonly RawRow[] => Array.isArray(value);

/**
 * Returns a passbook with approximately the given number of records. It is created from another passbook by
 * repeating its claims and results with other days, serials and values. The mix is that of a long history: half of
 * the records are visits, a third are results, and the rest are a few records of every other kind.
 */
export function enlarge(data: FixtureData, records: number, seed = 1): FixtureData {
  const random = seededRandom(seed);
  const shares: Readonly<Record<string, number>> = {
    r1: 0.5,
    r2: 0.01,
    r3: 0.06,
    r7: 0.33,
    r8: 0.04,
    r9: 0.06,
  };
  const grown = Object.entries(data).map(([key, value]): [string, RawValue] => {
    const share = shares[key];
    if (share === undefined || !isList(value)) return [key, value];
    const rows = Array.from({ length: Math.max(1, Math.round(records * share)) }, (_, index) =>
      vary(value[index % value.length] ?? {}, random),
    );
    return [key, rows];
  });
  return Object.fromEntries(grown);
}

const FIRST_YEAR = 2014;
const YEARS = 12;
/** The number of variants of each facility, diagnosis or drug name. */
const VARIANTS = 300;

/**
 * Varies a row. Its day, serial and values change, its names take one of many variants, and no two reports are
 * identical.
 */
function vary(row: RawRow, random: () => number): RawRow {
  const two = (value: number): string => String(value).padStart(2, '0');
  const pick = (count: number): number => Math.floor(random() * count);
  const day = `${FIRST_YEAR + pick(YEARS)}${two(1 + pick(12))}${two(1 + pick(28))}`;
  const serial = String(pick(10_000)).padStart(4, '0');
  const varied = (key: string, value: RawValue): RawValue => {
    if (typeof value !== 'string') return value.map((inner) => varyAll(inner));
    if (/^20\d{6}$/.test(value)) return day;
    if (/^\d{4}$/.test(value)) return serial;
    if (key === 'r7.11' && /^\d/.test(value)) return (4 + random() * 8).toFixed(1);
    if (key === 'r8.10') return `${value} ${pick(1e9).toString(36)} ${pick(1e9).toString(36)}`;
    return /[\u4e00-\u9fff]{4}/.test(value) ? `${value}${pick(VARIANTS)}` : value;
  };
  const varyAll = (each: RawRow): RawRow =>
    Object.fromEntries(Object.entries(each).map(([key, value]) => [key, varied(key, value)]));
  return varyAll(row);
}
