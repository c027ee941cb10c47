import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bloodCount } from '../../../packages/core/src/passbook/analytes/blood-count.js';
import { chemistry } from '../../../packages/core/src/passbook/analytes/chemistry.js';
import { coagulationAndIron } from '../../../packages/core/src/passbook/analytes/coagulation-and-iron.js';
import type { AnalyteEntry } from '../../../packages/core/src/passbook/analytes/entry.js';
import { hormones } from '../../../packages/core/src/passbook/analytes/hormones.js';
import { infection } from '../../../packages/core/src/passbook/analytes/infection.js';
import { urine } from '../../../packages/core/src/passbook/analytes/urine.js';
import { vitalSigns } from '../../../packages/core/src/passbook/analytes/vital-signs.js';
import { hasValidCheckDigit, readAnalyteNames } from './analyte-names.js';

const entries: readonly AnalyteEntry[] = [
  ...bloodCount,
  ...chemistry,
  ...urine,
  ...coagulationAndIron,
  ...hormones,
  ...infection,
  ...vitalSigns,
];
const codesOf = ({ loinc, also, allows }: AnalyteEntry): string[] =>
  [loinc, ...(also?.split(' ') ?? []), ...Object.values(allows ?? {})].filter((code) => code !== null);

const used = new Map<string, AnalyteEntry[]>();
for (const entry of entries)
  for (const code of codesOf(entry)) used.set(code, [...(used.get(code) ?? []), entry]);

const sources = readFileSync(new URL('analyte-sources.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => {
    const [code = '', analyte = '', source = '', order = ''] = line.split('\t');
    return { code, analyte, source, order };
  });

/**
 * The folder with the NHI's ConceptMap as FHIR Shorthand. It is not part of this project; docs/trust/truth.md
 * names its source.
 */
const terminology = process.env['MHB_TERMINOLOGY'];

/** Pairs of order and LOINC code, such as `09015C 2160-0`. */
function pairsOfMap(folder: string): ReadonlySet<string> {
  const text = readFileSync(join(folder, 'ConceptMap-NHI_LOINC.fsh'), 'utf8');
  const pairs = new Set<string>();
  let order = '';
  for (const [, element, code] of text.matchAll(/(\.target)?\.code = #(\S+)/g)) {
    if (element === undefined) order = code ?? '';
    else pairs.add(`${order} ${code ?? ''}`);
  }
  return pairs;
}

describe('LOINC codes of the tables of analytes', () => {
  it('have their check digits', () => {
    expect([...used.keys()].filter((code) => !hasValidCheckDigit(code))).toEqual([]);
  });

  it('have one source each, and no source is for another code', () => {
    expect(sources.map(({ code }) => code).sort()).toEqual([...used.keys()].sort());
    expect([...new Set(sources.map(({ source }) => source))].sort()).toEqual([
      'loinc',
      'names',
      'nhi-map',
      'top-2000',
      'tw-core',
    ]);
  });

  it('belong to the analytes that the sources name', () => {
    for (const { code, analyte } of sources)
      expect([code, [...new Set(used.get(code)?.map(({ id }) => id))].join(' ')]).toEqual([code, analyte]);
  });

  it('agree for three of four in a table by other authors', () => {
    const atHand = sources.filter(({ source }) => ['nhi-map', 'top-2000', 'tw-core'].includes(source));
    expect(atHand.length / sources.length).toBeGreaterThanOrEqual(0.75);
  });

  it('are in the list of names if it is their source', () => {
    const listed = new Set(readAnalyteNames().flatMap(({ loinc }) => loinc));
    const named = sources.filter(({ source }) => source === 'names');
    expect(named.filter(({ code }) => !listed.has(code))).toEqual([]);
  });

  it('belong to an order of their analyte that the NHI maps', () => {
    for (const { code, order } of sources.filter(({ source }) => source === 'nhi-map'))
      expect([code, used.get(code)?.some(({ orders }) => orders.includes(order))]).toEqual([code, true]);
  });

  it.skipIf(terminology === undefined)(
    'are mapped like by the NHI (MHB_TERMINOLOGY names the folder with its map)',
    () => {
      const pairs = pairsOfMap(terminology ?? '');
      expect(pairs.size).toBeGreaterThan(500);
      const mapped = sources.filter(({ source }) => source === 'nhi-map');
      expect(mapped.filter(({ code, order }) => !pairs.has(`${order} ${code}`))).toEqual([]);
    },
  );
});
