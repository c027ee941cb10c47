import { describe, expect, it } from 'vitest';
import { readPassbook } from '../read/read.js';
import type { Medication } from './medication.js';
import { listMedications, type MedicationList } from './medications.js';

const clinic = { 'r1.3': '3501200012', 'r1.4': '青山診所' };
const hospital = { 'r1.3': '0401180014', 'r1.4': '明德醫院' };
const pharmacy = { 'r1.3': '5901010001', 'r1.4': '平安藥局' };

interface Line {
  readonly code?: string;
  readonly name?: string;
  readonly quantity?: number;
  readonly days?: number | '';
}

const line = ({ code = 'AC57914100', name = '降壓錠５毫克', quantity = 28, days = 28 }: Line = {}) => ({
  'r1_1.1': code,
  'r1_1.2': name,
  'r1_1.3': quantity.toFixed(2),
  'r1_1.4': String(days),
});

/** Creates a visit at which drugs are dispensed. */
const visit = (
  day: string,
  lines: readonly Line[] = [{}],
  facility: object = hospital,
  more: object = {},
) => ({
  ...facility,
  'r1.5': day,
  'r1.7': day.slice(4),
  'r1.8': 'I10',
  r1_1: lines.map(line),
  ...more,
});

/**
 * Creates a pharmacy's row, or a hospital's row for a refill. The serial of a refill states which part of the
 * prescription it is.
 */
const dispensed = (
  day: string,
  lines: readonly Line[] = [{}],
  facility: object = pharmacy,
  serial = 'IC02',
) => ({
  ...visit(day, lines, facility),
  'r1.5': '',
  'r1.6': day,
  'r1.7': serial,
});
const filled = (day: string, lines: readonly Line[] = [{}]) => dispensed(day, lines, pharmacy, '');

async function on(today: string, ...r1: object[]): Promise<MedicationList> {
  const file = { myhealthbank: { bdata: { 'b1.1': 'A12345****', 'b1.2': '20260601', r1 } } };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const { passbook } = await readPassbook([{ name: 'passbook.json', bytes }]);
  return listMedications(passbook, { today });
}

const all = ({ current, mayBeInUse, past }: MedicationList): Medication[] => [
  ...current,
  ...mayBeInUse,
  ...past,
];
const ends = (list: MedicationList) => all(list).map(({ state, runsOutOn }) => [state, runsOutOn]);

describe('a refill collected early', () => {
  it('starts when the previous supply ends', async () => {
    const rows = [visit('20260101'), visit('20260121'), visit('20260210')];
    expect(ends(await on('2026-03-20', ...rows))).toEqual([['in-use', '2026-03-25']]);
  });

  it('starts on its day if the previous supply has ended', async () => {
    expect(ends(await on('2026-02-20', visit('20260101'), visit('20260210')))).toEqual([
      ['in-use', '2026-03-09'],
    ]);
  });

  it('starts on its day if the dose has changed', async () => {
    const rows = [visit('20260101'), visit('20260115', [{ quantity: 56 }])];
    expect(ends(await on('2026-01-20', ...rows))).toEqual([['in-use', '2026-02-11']]);
  });

  it('starts on its day after a change to a smaller quantity for a shorter time', async () => {
    const rows = [visit('20260101'), visit('20260105', [{ quantity: 14, days: 7 }])];
    expect(ends(await on('2026-01-20', ...rows))).toEqual([['past', '2026-01-11']]);
  });

  it('starts at most 90 days ahead', async () => {
    const rows = Array.from({ length: 12 }, (_, index) =>
      visit(`202601${String(index + 1).padStart(2, '0')}`),
    );
    expect(ends(await on('2026-02-01', ...rows))).toEqual([['in-use', '2026-05-09']]);
  });

  it.each([
    ['a cream', '膚潤乳膏', 'AC57914321'],
    ['eye drops', '明視點眼液', 'AC57914421'],
    ['drops for the ear', '清聰耳滴劑', 'AC57914421'],
    ['what the code alone tells to be drops', '明視', 'AC57914421'],
  ])('of %s does not show how much is left', async (_what, name, code) => {
    const rows = [visit('20260101', [{ name, code }]), visit('20260121', [{ name, code }])];
    expect(ends(await on('2026-02-10', ...rows))).toEqual([['in-use', '2026-02-17']]);
  });

  it('of another prescriber is not added', async () => {
    const list = await on('2026-01-25', visit('20260101'), visit('20260121', [{}], clinic));
    expect(ends(list)).toEqual([['in-use', '2026-02-17']]);
    expect(list.current[0]?.overlaps).toMatchObject([{ days: 8, duplicateTherapy: true }]);
  });

  it('after the day in question is not counted', async () => {
    expect(ends(await on('2026-01-10', visit('20260101'), visit('20260121')))).toEqual([
      ['in-use', '2026-01-28'],
    ]);
  });
});

describe('a prescription and its dispenses', () => {
  it('are one supply if the prescription was released', async () => {
    const { current } = await on('2026-01-10', visit('20260101', [{}], clinic), filled('20260102'));
    expect(current).toMatchObject([{ runsOutOn: '2026-01-29', overlaps: [] }]);
    expect(current[0]?.supplies).toMatchObject([
      { organization: { name: '平安藥局' }, prescriber: { name: '青山診所' }, claims: [{}, {}] },
    ]);
  });

  it('have one prescriber, regardless of who dispenses the refills', async () => {
    const rows = [visit('20260101'), dispensed('20260121'), dispensed('20260218', [{}], hospital, 'IC03')];
    const { current } = await on('2026-03-01', ...rows);
    expect(current).toMatchObject([{ runsOutOn: '2026-03-25', overlaps: [] }]);
    expect(current[0]?.supplies.map(({ prescriber }) => prescriber?.name)).toEqual([
      '明德醫院',
      '明德醫院',
      '明德醫院',
    ]);
  });

  it('are one supply if the visit states the quantity of all parts', async () => {
    const rows = [
      visit('20260101', [{ quantity: 84, days: 84 }], clinic),
      filled('20260101'),
      dispensed('20260122'),
    ];
    expect(ends(await on('2026-02-10', ...rows))).toEqual([['in-use', '2026-02-25']]);
  });

  it('belong together if they have the serial of the visit', async () => {
    const rows = [
      visit('20260101', [{}], clinic),
      visit('20260104'),
      dispensed('20260105', [{}], pharmacy, '0101'),
    ];
    const { current } = await on('2026-01-10', ...rows);
    expect(current[0]?.supplies).toMatchObject([
      { prescriber: { name: '青山診所' }, claims: [{}, {}] },
      { prescriber: { name: '明德醫院' }, claims: [{}] },
    ]);
  });

  it('belong together by the number of the part', async () => {
    const rows = [
      visit('20260101'),
      visit('20260103', [{}], clinic),
      dispensed('20260128'),
      dispensed('20260130', [{}], pharmacy, 'IC02'),
      dispensed('20260225', [{}], pharmacy, 'IC03'),
    ];
    const { current } = await on('2026-03-01', ...rows);
    expect(current[0]?.supplies.map(({ prescriber }) => prescriber?.name)).toEqual([
      '明德醫院',
      '青山診所',
      '明德醫院',
      '青山診所',
      '明德醫院',
    ]);
  });

  const diagnosed = (row: object, ...codes: readonly string[]) => ({
    ...row,
    'r1.8': codes[0],
    'r1.14': codes[1] ?? '',
  });
  const prescribers = ({ current }: MedicationList) =>
    current[0]?.supplies.map(({ prescriber }) => prescriber?.name);

  it('belong to the visit with the same list of diagnoses, even if another is nearer in time', async () => {
    const rows = [
      diagnosed(visit('20260101', [{}], clinic), 'I10', 'E785'),
      diagnosed(visit('20260103'), 'I10', 'M109'),
      diagnosed(dispensed('20260124'), 'I10', 'M109'),
      diagnosed(dispensed('20260203'), 'I10', 'E785'),
    ];
    expect(prescribers(await on('2026-02-10', ...rows))).toEqual([
      '青山診所',
      '明德醫院',
      '明德醫院',
      '青山診所',
    ]);
  });

  it('belong to another visit if the first facility dispensed that part itself', async () => {
    const rows = [
      visit('20260101'),
      visit('20260108', [{}], clinic),
      dispensed('20260131'),
      visit('20260202', [{}], hospital, { 'r1.7': 'IC02' }),
      visit('20260226', [{}], hospital, { 'r1.7': 'IC03' }),
    ];
    expect(prescribers(await on('2026-03-01', ...rows))).toEqual([
      '明德醫院',
      '明德醫院',
      '青山診所',
      '青山診所',
      '明德醫院',
    ]);
  });

  it('belong to the prescriber whose prescriptions the pharmacy fills', async () => {
    const other = { 'r1.3': '5901010002', 'r1.4': '安和藥局' };
    const rows = [
      visit('20260101', [{}], clinic),
      dispensed('20260101', [{}], other, '0101'),
      visit('20260104'),
      dispensed('20260201', [{}], other, ''),
      dispensed('20260203', [{}], pharmacy, ''),
    ];
    expect(prescribers(await on('2026-02-10', ...rows))).toEqual([
      '明德醫院',
      '青山診所',
      '明德醫院',
      '青山診所',
    ]);
  });

  it('without a visit have the prescriber of the same diagnoses at the same pharmacy', async () => {
    const rows = [
      diagnosed(visit('20250601'), 'I10', 'M109'),
      diagnosed(dispensed('20250629'), 'I10', 'M109'),
      diagnosed(visit('20251201', [{}], clinic), 'I10', 'E785'),
      diagnosed(dispensed('20260110'), 'I10', 'M109'),
    ];
    const { supplies } = (await on('2026-01-20', ...rows)).current[0] ?? { supplies: [] };
    expect(supplies.map(({ prescriber }) => prescriber?.name).slice(0, 2)).toEqual(['明德醫院', '青山診所']);
  });

  it('of another diagnosis do not belong together', async () => {
    const other = { ...dispensed('20260110'), 'r1.8': 'M10' };
    const { current } = await on('2026-01-12', visit('20260101'), other);
    expect(current[0]?.supplies).toMatchObject([{ prescriber: null }, { prescriber: { name: '明德醫院' } }]);
  });

  it('belong to the visit that the row names', async () => {
    const rows = [
      visit('20260101'),
      visit('20260105', [{}], clinic),
      { ...dispensed('20260122'), 'r1.5': '20260101' },
    ];
    const { current } = await on('2026-01-25', ...rows);
    expect(current[0]?.supplies[0]?.prescriber?.name).toBe('明德醫院');
  });

  it('of a pharmacy alone are not duplicates', async () => {
    const other = { ...pharmacy, 'r1.3': '5901010002' };
    const { current } = await on('2026-01-20', dispensed('20260101'), dispensed('20260110', [{}], other));
    expect(current[0]?.overlaps.some(({ duplicateTherapy }) => duplicateTherapy)).toBe(false);
  });
});

describe('rows of one day', () => {
  it('add up the lines of one row, because they are taken together', async () => {
    const { current } = await on('2026-01-10', visit('20260101', [{ quantity: 28 }, { quantity: 14 }]));
    expect(current).toMatchObject([
      { runsOutOn: '2026-01-28', supplies: [{ quantity: 42, daysSupplied: 28 }] },
    ]);
  });

  it('are counted once if a visit was split or sent twice', async () => {
    const { current } = await on(
      '2026-01-10',
      visit('20260101'),
      visit('20260101', [{}], hospital, { 'r1.12': '50' }),
    );
    expect(current).toMatchObject([{ runsOutOn: '2026-01-28', supplies: [{ quantity: 28 }] }]);
  });
});

describe('days supplied', () => {
  it.each([
    ['0', 0],
    ['absent', ''],
  ] as const)('that are %s are derived from the daily quantity of other supplies', async (_what, days) => {
    const rows = [visit('20260101', [{ quantity: 56 }]), visit('20260129', [{ quantity: 42, days }])];
    expect(ends(await on('2026-02-10', ...rows))).toEqual([['in-use', '2026-02-18']]);
  });

  it('that are unknown leave open whether the drug is in use', async () => {
    const rows = [visit('20260101', [{ days: 0 }])];
    expect(ends(await on('2026-01-10', ...rows))).toEqual([['may-be-in-use', null]]);
    expect(ends(await on('2026-05-01', ...rows))).toEqual([['past', null]]);
  });

  it('of the whole course are those of the part that was dispensed', async () => {
    const rows = [visit('20260101'), visit('20260129', [{ days: 84 }])];
    expect(ends(await on('2026-02-10', ...rows))).toEqual([['in-use', '2026-02-25']]);
  });

  it('of the whole course are recognized in every supply, because nobody cuts a tablet in three', async () => {
    expect(ends(await on('2026-01-10', visit('20260101', [{ days: 84 }])))).toEqual([
      ['in-use', '2026-01-28'],
    ]);
    expect(ends(await on('2026-01-10', visit('20260101', [{ quantity: 56, days: 84 }])))).toEqual([
      ['in-use', '2026-01-28'],
    ]);
  });

  it('are accepted if the dose was halved with a supply for three months', async () => {
    const rows = [visit('20260101', [{ quantity: 56 }]), visit('20260129', [{ quantity: 84, days: 84 }])];
    expect(ends(await on('2026-04-10', ...rows))).toEqual([['in-use', '2026-04-22']]);
  });

  it('are accepted if the quantity agrees', async () => {
    expect(ends(await on('2026-03-01', visit('20260101', [{ quantity: 84, days: 84 }])))).toEqual([
      ['in-use', '2026-03-25'],
    ]);
    // The dose is half a tablet per day.
    expect(ends(await on('2026-02-20', visit('20260101', [{ quantity: 28, days: 56 }])))).toEqual([
      ['in-use', '2026-02-25'],
    ]);
  });
});

describe('a drug that has run out', () => {
  it('may still be in use for a month if it was taken regularly', async () => {
    const rows = [visit('20260101'), visit('20260129')];
    expect(ends(await on('2026-03-01', ...rows))).toEqual([['may-be-in-use', '2026-02-25']]);
    expect(ends(await on('2026-04-01', ...rows))).toEqual([['past', '2026-02-25']]);
  });

  it('may still be in use if the prescription is refillable', async () => {
    const row = visit('20260101');
    const refillable = { ...row, r1_1: [...row.r1_1, { 'r1_1.1': '00158C', 'r1_1.2': '慢性病連續處方' }] };
    expect(ends(await on('2026-02-10', refillable))).toEqual([['may-be-in-use', '2026-01-28']]);
  });

  it('is past after a short course', async () => {
    expect(ends(await on('2026-01-10', visit('20260101', [{ quantity: 9, days: 3 }])))).toEqual([
      ['past', '2026-01-03'],
    ]);
  });
});

describe('an inhaler for attacks', () => {
  const spray = [{ code: 'BC99990157', name: 'VENTOLIN EVOHALER 100MCG (SALBUTAMOL)', quantity: 1 }];

  it('is not carried over, because a second one does not show how much of the first is left', async () => {
    const rows = [visit('20260101', spray), visit('20260110', spray)];
    expect(ends(await on('2026-01-20', ...rows))).toEqual([['in-use', '2026-02-06']]);
  });

  it('may still be in use after its last day', async () => {
    expect(ends(await on('2026-02-15', visit('20260101', spray)))).toEqual([['may-be-in-use', '2026-01-28']]);
  });
});

describe('drugs given on a ward', () => {
  it('are not the person’s own supply after the stay', async () => {
    const ward = {
      'r2.3': '0401180014',
      'r2.4': '明德醫院',
      'r2.5': '20260101',
      'r2.6': '20260105',
      'r2.9': 'I10',
      r2_1: [
        {
          'r2_1.1': '1',
          'r2_1.2': '20260101',
          'r2_1.3': '20260105',
          'r2_1.4': 'AC57914100',
          'r2_1.5': '降壓錠５毫克',
          'r2_1.6': '5.00',
        },
      ],
    };
    const file = { myhealthbank: { bdata: { 'b1.1': 'A12345****', 'b1.2': '20260601', r2: [ward] } } };
    const bytes = new TextEncoder().encode(JSON.stringify(file));
    const { passbook } = await readPassbook([{ name: 'passbook.json', bytes }]);
    expect(ends(listMedications(passbook, { today: '2026-01-04' }))).toEqual([['in-use', '2026-01-05']]);
    expect(ends(listMedications(passbook, { today: '2026-01-06' }))).toEqual([['past', '2026-01-05']]);
  });
});
