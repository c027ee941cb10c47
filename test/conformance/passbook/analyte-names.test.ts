import { describe, expect, test } from 'vitest';
import { hasValidCheckDigit, readAnalyteNames } from './analyte-names.js';

/** The list is used to test the analyte table, so it must be correct itself. */
describe('list of result names', () => {
  const names = readAnalyteNames();

  test('is long enough, and contains each name once', () => {
    expect(names.length).toBeGreaterThanOrEqual(150);
    const keys = names.map(({ order, name, specimen }) => `${order} ${name} ${specimen}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('has names that must stay without a code', () => {
    expect(names.filter(({ loinc }) => loinc.length === 0).length).toBeGreaterThanOrEqual(20);
  });

  test('has order codes of the fee schedule, and LOINC codes with the right check digit', () => {
    expect(names.filter(({ order }) => !/^\d{5}[A-Z]$/.test(order))).toEqual([]);
    expect(names.flatMap(({ loinc }) => loinc).filter((code) => !hasValidCheckDigit(code))).toEqual([]);
    expect(hasValidCheckDigit('4548-5')).toBe(false);
  });

  test('never gives one code to two analytes', () => {
    const analytes = new Map<string, Set<string>>();
    for (const { loinc, analyte } of names) {
      for (const code of loinc) analytes.set(code, (analytes.get(code) ?? new Set()).add(analyte));
    }
    // A method that is not stated accepts the code of a stated one, but never another analyte or specimen.
    const shared = [...analytes].filter(([, meanings]) => meanings.size > 1).map(([code]) => code);
    expect(shared.sort()).toEqual(['2089-1', '33914-3', '69405-9']);
  });
});
