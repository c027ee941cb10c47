import { describe, expect, it } from 'vitest';
import { readPassbook } from '../read/read.js';
import type { Passbook, RawRow } from '../model/model.js';
import { listImmunizations } from './care.js';
import { summarizeCosts } from './costs.js';
import { listEncounters } from './encounters.js';
import { listLaboratory } from './laboratory.js';
import { listMedications } from './medications.js';

const facility = { 'r1.3': '0401180014', 'r1.4': '明德醫院' };
const claim = (serial: string, quantity: string, copayment: string) => ({
  ...facility,
  'r1.5': '20260101',
  'r1.7': serial,
  'r1.8': 'I10',
  'r1.12': copayment,
  'r1.13': '500',
  r1_1: [{ 'r1_1.1': 'AC57914100', 'r1_1.2': '降壓錠５毫克', 'r1_1.3': quantity, 'r1_1.4': '28' }],
});
const result = (value: string): RawRow => ({
  'r7.3': '0401180014',
  'r7.4': '明德醫院',
  'r7.6': '20260101',
  'r7.7': '202601020900',
  'r7.8': '09022C',
  'r7.10': 'K',
  'r7.11': value,
  'r7.12': '[3.5][5.1]',
});
const checkup = (cholesterol: string): RawRow => ({
  'r10.1': '0401180014',
  'r10.2': '明德醫院',
  'r10.5': '20260101',
  'r10.14': cholesterol,
});

/** Reads two downloads of one person's data, the second of which was requested a month later. */
async function joined(first: object, second: object): Promise<Passbook> {
  const file = (name: string, appliedOn: string, bdata: object) => ({
    name,
    bytes: new TextEncoder().encode(
      JSON.stringify({ myhealthbank: { bdata: { 'b1.1': 'A12345****', 'b1.2': appliedOn, ...bdata } } }),
    ),
  });
  const files = [file('a.json', '20260115', first), file('b.json', '20260215', second)];
  return (await readPassbook(files)).passbook;
}

const today = '2026-01-20';

describe('what a later download changes', () => {
  it.each([
    ['with the same serial', '0012', '0012'],
    ['with another serial', 'IC02', '0012'],
  ])('replaces the earlier claim: %s', async (_what, before, after) => {
    const passbook = await joined(
      { r1: [claim(before, '56.00', '100')] },
      { r1: [claim(after, '28.00', '50')] },
    );
    expect(passbook.sections.r1).toHaveLength(2);
    expect(listEncounters(passbook)).toMatchObject([{ copayment: 50, claims: [{}], revised: [{}] }]);
    expect(summarizeCosts(passbook)).toMatchObject([{ year: '2026', copayment: 50, points: 500 }]);
    const { current } = listMedications(passbook, { today });
    expect(current).toMatchObject([{ supplies: [{ quantity: 28, claims: [{}] }] }]);
  });

  it('replaces the earlier result', async () => {
    const { series } = listLaboratory(await joined({ r7: [result('7.1')] }, { r7: [result('4.1')] }));
    expect(series.map(({ points }) => points.map(({ value }) => value))).toEqual([['4.1']]);
  });

  it('replaces the earlier check-up', async () => {
    const { series } = listLaboratory(await joined({ r10: [checkup('250')] }, { r10: [checkup('205')] }));
    const cholesterol = series.find(({ id }) => id === 'total-cholesterol');
    expect(cholesterol?.points.map(({ value }) => value)).toEqual(['205']);
  });
});

describe('what two downloads have in common', () => {
  it('is one record with both sources', async () => {
    const { sections } = await joined({ r7: [result('4.1')] }, { r7: [result('4.1')] });
    expect(sections.r7.map(({ sources }) => sources.map(({ file }) => file))).toEqual([['a.json', 'b.json']]);
  });
});

describe('a vaccination', () => {
  const vaccinated = (performer: string) => ({
    'r6.1': '20251010',
    'r6.3': '流感疫苗 (FLU-7)',
    'r6.5': performer,
  });

  it('is one record even if the hospital was renamed between two downloads', async () => {
    const passbook = await joined({ r6: [vaccinated('明德醫院')] }, { r6: [vaccinated('明德綜合醫院')] });
    expect(passbook.sections.r6).toHaveLength(2);
    expect(listImmunizations(passbook)).toMatchObject([{ performer: '明德綜合醫院', records: [{}, {}] }]);
  });
});

describe('visits on one day at one facility', () => {
  it('are one if they have the same counted serial, and two if many visits share the serial', async () => {
    const visits = async (serial: string) =>
      listEncounters(
        await joined(
          {},
          { r1: [claim(serial, '28.00', '50'), { ...claim(serial, '14.00', '20'), 'r1.8': 'E785' }] },
        ),
      ).map(({ copayment }) => copayment);
    expect(await visits('0012')).toEqual([70]);
    expect((await visits('IC02')).sort()).toEqual([20, 50]);
  });
});
