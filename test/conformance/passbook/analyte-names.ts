import { readFileSync } from 'node:fs';

/** One row of `analyte-names.tsv`, whose head explains the columns. */
export interface AnalyteName {
  readonly order: string;
  readonly name: string;
  readonly specimen: string;
  /** The right codes; none if the name must stay without one. */
  readonly loinc: readonly string[];
  readonly analyte: string;
  readonly source: string;
}

export function readAnalyteNames(): AnalyteName[] {
  const [, ...lines] = readFileSync(new URL('analyte-names.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [order = '', name = '', specimen = '', loinc = '', analyte = '', source = ''] = line.split('\t');
    return {
      order,
      name,
      specimen,
      loinc: loinc === '' ? [] : loinc.split(' '),
      analyte,
      source,
    };
  });
}

/** LOINC's check digit: modulus 10 over the number, doubling every other digit from the right. */
export function hasValidCheckDigit(loinc: string): boolean {
  const [number = '', check] = loinc.split('-');
  const sum = Array.from(number)
    .reverse()
    .map(Number)
    .map((digit, index) => (index % 2 === 0 ? digit * 2 : digit))
    .reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0);
  return String((10 - (sum % 10)) % 10) === check;
}
