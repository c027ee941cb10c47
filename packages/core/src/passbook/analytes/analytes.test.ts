import { describe, expect, it } from 'vitest';
import { analyteByName, analyteOf, analytes } from './analytes.js';

const idOf = (order: string, analyte: string | null, specimen: string | null = null) =>
  analyteOf({ order: { code: order }, analyte, specimen })?.id ?? null;

describe('analyteOf', () => {
  it.each([
    ['08011C', '白血球計數(WBC)', 'leukocytes'],
    ['08011C', '白血球數WBC', 'leukocytes'],
    ['08011C00', 'WBC', 'leukocytes'],
    ['09001C', '總膽固醇(TC)', 'total-cholesterol'],
    ['09022C', 'K(鉀)', 'potassium'],
    ['08026C', 'PT', 'prothrombin-time'],
    ['08026C', 'PT(INR)', 'inr'],
    ['09011C', 'Free Ca', 'ionized-calcium'],
    ['09040C', 'Protein', 'total-protein'],
    ['06013C', 'Protein', 'urine-protein'],
    ['08013C', 'Neutrophil #', 'neutrophils-absolute'],
  ])('%s %s is %s', (order, name, id) => {
    expect(idOf(order, name)).toBe(id);
  });

  it.each([
    ['parts that disagree', '08011C', '白血球(Hb)'],
    ['a ratio of two', '09002C', 'BUN/Creatinine'],
    ['two of one order', '12081C', 'Free PSA/PSA ratio'],
    ['another specimen', '09005C', 'Glucose (Body fluid)'],
    ['another specimen, before', '09021C', 'CSF Na'],
    ['another method', '12015C', 'hs-CRP'],
    ['a control', '08026C', 'PT control'],
    ['a time without its dose', '09005C', 'Glucose 30min'],
    ['an order that does not measure it', '09999C', 'HbA1c'],
    ['neither total nor direct', '09029C', 'Bilirubin'],
  ])('leaves %s without a row: %s %s', (_, order, name) => {
    expect(idOf(order, name)).toBeNull();
  });

  it('takes the specimen from the name, the order or the field beside the name', () => {
    expect(idOf('09015C', 'Creatinine(Urine)')).toBe('urine-creatinine');
    expect(idOf('09016C', 'Creatinine')).toBe('urine-creatinine');
    expect(idOf('09015C', 'Creatinine', 'Urine')).toBe('urine-creatinine');
    expect(idOf('09015C', 'Creatinine', 'Serum')).toBe('creatinine');
    expect(idOf('09015C', 'Creatinine', 'CSF')).toBeNull();
  });

  it('keeps fasting glucose in the series of glucose, with its own code', () => {
    const of = (name: string) => analyteOf({ order: { code: '09005C' }, analyte: name });
    expect(of('Glucose')).toMatchObject({ id: 'glucose', loinc: '2345-7' });
    expect(of('血糖(飯前)')).toMatchObject({ id: 'glucose', loinc: '1558-6' });
    expect(of('FBS')).toMatchObject({ id: 'glucose', loinc: '1558-6' });
    expect(of('Glucose(PC)')).toMatchObject({ id: 'glucose-postprandial', loinc: '1521-4' });
  });

  it('chooses the code by the method in the name', () => {
    const of = (order: string, name: string) => analyteOf({ order: { code: order }, analyte: name })?.loinc;
    expect(of('09015C', 'eGFR')).toBe('69405-9');
    expect(of('09015C', 'eGFR(MDRD)')).toBe('33914-3');
    expect(of('09044C', 'LDL-C(Direct)')).toBe('18262-6');
  });

  it('accepts a LOINC code in place of the order, and keeps it', () => {
    expect(analyteOf({ order: { code: '26464-8' }, analyte: null })).toMatchObject({
      id: 'leukocytes',
      loinc: '26464-8',
    });
  });
});

describe('the table', () => {
  it('assigns no code to two analytes', () => {
    const ids = new Map<string, Set<string>>();
    for (const { id, loinc } of analytes)
      if (loinc !== null) ids.set(loinc, (ids.get(loinc) ?? new Set<string>()).add(id));
    // Random glucose has the same code as other glucose, but forms a separate series.
    const shared = [...ids].filter(([, all]) => all.size > 1).map(([code]) => code);
    expect(shared).toEqual(['2345-7']);
    expect(new Set(analytes.map(({ id }) => id)).size).toBeGreaterThanOrEqual(160);
  });

  it('finds every analyte by each of its orders and names', () => {
    for (const { id, label, orders } of analytes)
      for (const order of orders)
        expect([id, order, analyteByName({ order: { code: order }, analyte: label['zh-Hant'] })?.id]).toEqual(
          [id, order, id],
        );
  });

  it('infers a unit only if the ranges allow it', () => {
    for (const { id, unit, units, usual } of analytes)
      if (Object.values(units).some((factor) => factor !== 1)) {
        expect(unit, id).not.toBeNull();
        for (const factor of Object.values(units)) expect(factor, id).toBeGreaterThan(0);
        if (usual !== null)
          expect(
            usual.some((bound) => bound !== null),
            id,
          ).toBe(true);
      }
  });
});
