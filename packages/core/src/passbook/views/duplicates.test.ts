import { describe, expect, it } from 'vitest';
import { readPassbook } from '../read/read.js';
import { listMedications, type MedicationList } from './medications.js';

const visit = (day: string, facility: string, ...names: readonly string[]) => ({
  'r1.3': facility,
  'r1.5': day,
  'r1.7': day.slice(4),
  r1_1: names.map((name, index) => ({
    'r1_1.1': `AC${day.slice(5)}${facility}${index}100`.slice(0, 10),
    'r1_1.2': name,
    'r1_1.3': '28.00',
    'r1_1.4': '28',
  })),
});

async function on(today: string, ...r1: object[]): Promise<MedicationList> {
  const file = { myhealthbank: { bdata: { 'b1.1': 'A12345****', 'b1.2': '20260601', r1 } } };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const { passbook } = await readPassbook([{ name: 'passbook.json', bytes }]);
  return listMedications(passbook, { today });
}

const found = ({ duplicates }: MedicationList) =>
  duplicates.map(({ kind, subjects }) => [kind, subjects.map(({ en }) => en).join(' + ')]);

describe('the same ingredient', () => {
  it('of two prescribers is a duplicate, regardless of brand and strength', async () => {
    const rows = [visit('20260101', '1', '脈優錠5毫克'), visit('20260110', '2', 'AMLODIPINE TABLETS 10MG')];
    expect(found(await on('2026-01-20', ...rows))).toEqual([['ingredient', 'amlodipine']]);
    // By February 1, the drug of the first visit has run out.
    expect(found(await on('2026-02-01', ...rows))).toEqual([]);
  });

  it('in a combination is a duplicate', async () => {
    const rows = [visit('20260101', '1', '脈優錠5毫克'), visit('20260110', '2', 'EXFORGE TABLETS 5/80MG')];
    expect(found(await on('2026-01-20', ...rows))).toEqual([['ingredient', 'amlodipine']]);
  });

  it('of one prescriber in two strengths is one dose', async () => {
    const list = await on('2026-01-20', visit('20260101', '1', 'WARFARIN 1MG TAB', 'WARFARIN 5MG TAB'));
    expect(found(list)).toEqual([]);
    expect(list.current).toHaveLength(2);
  });

  it('of another brand at a refill is the same drug', async () => {
    const list = await on(
      '2026-02-10',
      visit('20260101', '1', '脈優錠5毫克'),
      visit('20260121', '1', 'AMLODIPINE TABLETS 5MG'),
    );
    expect(list.current).toMatchObject([{ runsOutOn: '2026-02-25', supplies: [{}, {}] }]);
  });
});

describe('insulin of two prescribers', () => {
  it('is not a duplicate, even if the name states no form, because giving two is normal', async () => {
    const rows = [visit('20260101', '1', 'LANTUS 300IU/3ML'), visit('20260105', '2', 'LANTUS 300IU/3ML')];
    expect(found(await on('2026-01-10', ...rows))).toEqual([]);
  });
});

describe('two drugs of a kind', () => {
  it.each([
    ['statins', '立普妥膜衣錠10毫克', '冠脂妥膜衣錠10毫克'],
    ['anti-inflammatory pain drugs by mouth (NSAIDs)', '希樂葆膠囊200毫克', 'IBUPROFEN TAB 400MG'],
    ['proton pump inhibitors', '耐適恩錠40毫克', 'PANTOPRAZOLE TAB 40MG'],
    ['benzodiazepines and Z-drugs', 'ZOLPIDEM TAB 10MG', 'LORAZEPAM TAB 1MG'],
    ['ACE inhibitors and ARBs', 'ENALAPRIL TAB 10MG', '得安穩錠80毫克'],
    ['sulfonylureas', 'GLIMEPIRIDE TAB 2MG', 'GLICLAZIDE TAB 30MG'],
  ])('are doubled within %s, no matter who prescribed them', async (kind, first, second) => {
    expect(found(await on('2026-01-10', visit('20260101', '1', first, second)))).toEqual([['class', kind]]);
    const apart = [visit('20260101', '1', first), visit('20260105', '2', second)];
    expect(found(await on('2026-01-10', ...apart))).toEqual([['class', kind]]);
  });

  it.each([
    ['two antiplatelets', 'ASPIRIN TAB 100MG', '保栓通膜衣錠75毫克'],
    ['quick and slow insulin', 'LANTUS INJECTION 300IU', 'NOVORAPID INJECTION 300IU'],
    ['two inhalers', '使肺泰吸入劑', '適喘樂吸入劑'],
    ['skin and mouth', 'VOREN GEL 1%', 'CELECOXIB CAP 200MG'],
    ['aspirin for the heart and a pain drug', 'ASPIRIN TAB 100MG', 'CELECOXIB CAP 200MG'],
    ['drugs of two kinds for diabetes', '庫魯化錠500毫克', '佳糖維膜衣錠100毫克'],
  ])('are %s and not duplicates', async (_what, first, second) => {
    expect(found(await on('2026-01-10', visit('20260101', '1', first, second)))).toEqual([]);
  });
});

describe('a drug after which another was given at a later visit', () => {
  const states = ({ current, replaced }: MedicationList) => [
    current.map(({ display }) => display),
    replaced.map(({ display, replacedBy }) => [display, replacedBy?.display]),
  ];

  it.each([
    ['another of its group', '立普妥膜衣錠10毫克', '冠脂妥膜衣錠10毫克'],
    ['another strength', '立普妥膜衣錠10毫克', '立普妥膜衣錠20毫克'],
    ['a combination with it', '脈優錠5毫克', 'EXFORGE TABLETS 5/80MG'],
    ['another of its kind', 'ENALAPRIL TAB 10MG', '得安穩錠80毫克'],
  ])('becomes a question for the physician: %s', async (_what, before, now) => {
    const list = await on('2026-01-20', visit('20260101', '1', before), visit('20260115', '1', now));
    expect(states(list)).toEqual([[now], [[before, now]]]);
    expect(found(list)).toEqual([]);
  });

  it('stays in use if it is given again, or by another prescriber', async () => {
    const [a, b] = ['脈優錠5毫克', '康肯錠5毫克'];
    expect(states(await on('2026-01-20', visit('20260101', '1', a), visit('20260115', '1', b)))[1]).toEqual(
      [],
    );
    const [c, d] = ['立普妥膜衣錠10毫克', '冠脂妥膜衣錠10毫克'];
    const again = [visit('20260101', '1', c), visit('20260110', '1', d), visit('20260121', '1', c)];
    expect(states(await on('2026-01-25', ...again))[1]).toEqual([]);
    expect(states(await on('2026-01-20', visit('20260101', '1', c), visit('20260115', '2', d)))[1]).toEqual(
      [],
    );
  });

  it('is replaced by a return to the previous drug', async () => {
    const [a, b] = ['立普妥膜衣錠10毫克', '冠脂妥膜衣錠10毫克'];
    const rows = [visit('20260101', '1', a), visit('20260129', '1', b), visit('20260220', '1', a)];
    const list = await on('2026-02-22', ...rows);
    expect(states(list)).toEqual([[a], [[b, a]]]);
    expect(list.replaced[0]?.replacedBy?.on).toBe('2026-02-20');
  });

  it('is not replaced by a few days of another drug, which is for another complaint', async () => {
    const short = visit('20260115', '1', 'IBUPROFEN TAB 400MG');
    const forThreeDays = { ...short, r1_1: short.r1_1.map((order) => ({ ...order, 'r1_1.4': '3' })) };
    const list = await on('2026-01-16', visit('20260101', '1', '希樂葆膠囊200毫克'), forThreeDays);
    expect(list.current).toHaveLength(2);
    expect(found(list)).toEqual([['class', 'anti-inflammatory pain drugs by mouth (NSAIDs)']]);
  });
});
