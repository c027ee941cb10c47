import { listLaboratorySeries } from '@mhb-kit/core/passbook';
import { describe, expect, it } from 'vitest';
import { analyteOf } from '../../../packages/core/src/passbook/analytes/analytes.js';
import { readAnalyteNames } from './analyte-names.js';
import { j2, passbookOf } from './fixtures.js';

/** Tests the analyte table with names that people who had not seen it listed with their codes. */
describe('names of results', () => {
  const names = readAnalyteNames();
  const codeOf = ({ order, name, specimen }: (typeof names)[number]) =>
    analyteOf({ order: { code: order }, analyte: name, specimen: specimen === '' ? null : specimen })
      ?.loinc ?? null;

  it('are coded in 95 of 100 cases', () => {
    const known = names.filter(({ loinc }) => loinc.length > 0);
    const right = known.filter((row) => row.loinc.includes(codeOf(row) ?? ''));
    expect(right.length / known.length).toBeGreaterThanOrEqual(0.95);
  });

  it('never get the code of another analyte, specimen or method', () => {
    const wrong = names.filter((row) => {
      const code = codeOf(row);
      return code !== null && !row.loinc.includes(code);
    });
    expect(wrong.map(({ order, name }) => `${order} ${name}`)).toEqual([]);
  });

  it('of one analyte form one series', async () => {
    const creatinine = names.filter(({ analyte }) => analyte === 'Creatinine, serum or plasma');
    const r7 = creatinine.map(({ order, name }, index) => ({
      'r7.3': '1',
      'r7.6': `202501${String(index + 1).padStart(2, '0')}`,
      'r7.8': order,
      'r7.10': name,
      'r7.11': '0.9',
      'r7.12': '[0.7][1.3]',
    }));
    const series = listLaboratorySeries(await passbookOf(j2({ r7 })));
    expect(series.map(({ id, points }) => [id, points.length])).toEqual([['creatinine', creatinine.length]]);
  });
});
