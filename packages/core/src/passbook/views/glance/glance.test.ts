import { describe, expect, it } from 'vitest';
import { mergePassbooks } from '../../model/merge.js';
import type { Passbook } from '../../model/model.js';
import { readPassbook } from '../../read/read.js';
import { viewInTurns } from '../all/in-turns.js';
import type { Glance, GlanceCard } from './glance.js';

/**
 * The people in these tests are invented. The expected contents of their cards were decided before the code was
 * written.
 */

const TODAY = '2026-06-01';
const hospital = { 'r1.3': '0401180014', 'r1.4': '明德醫院' };
const clinic = { 'r1.3': '3501200012', 'r1.4': '青山診所' };

interface Visit {
  readonly diagnoses?: readonly string[];
  readonly at?: object;
  readonly copayment?: number;
  readonly orders?: readonly object[];
}
let serial = 0;
const visit = (
  day: string,
  { diagnoses = [], at = hospital, copayment = 50, orders = [] }: Visit = {},
): object => ({
  ...at,
  'r1.5': day,
  'r1.7': String((serial += 1)).padStart(4, '0'),
  ...Object.fromEntries(diagnoses.map((code, index) => [`r1.${index === 0 ? 8 : 12 + 2 * index}`, code])),
  'r1.12': String(copayment),
  'r1.13': '500',
  r1_1: orders,
});
const drug = (code: string, name: string, days: number): object => ({
  'r1_1.1': code,
  'r1_1.2': name,
  'r1_1.3': String(days),
  'r1_1.4': String(days),
});
const refillable = { 'r1_1.1': '00158C', 'r1_1.2': '慢性病連續處方', 'r1_1.3': '1', 'r1_1.4': '0' };
const metformin = drug('AC58990100', '糖穩錠５００毫克（二甲雙胍）', 28);
const amlodipine = drug('AC49990100', '壓穩錠５毫克（氨氯地平）', 28);
const cold = drug('AC40990100', '敏舒膜衣錠１０毫克', 3);

const result = (order: string, name: string, day: string, value: string, range: string): object => ({
  'r7.3': '0401180014',
  'r7.4': '明德醫院',
  'r7.5': day,
  'r7.6': day,
  'r7.7': `${day}0930`,
  'r7.8': order,
  'r7.10': name,
  'r7.11': value,
  'r7.12': range,
});
const hba1c = (day: string, value: string): object => result('09006C', 'HbA1c', day, value, '[4.0][6.0]');
const ldl = (day: string, value: string): object => result('09044C', 'LDL-C', day, value, '[無][<100]');
const egfr = (day: string, value: string): object => result('09015C', 'eGFR', day, value, '[>=60][]');
const ferritin = (day: string, value: string): object =>
  result('12116C', 'Ferritin', day, value, '[10][120]');

async function passbookOf(bdata: object): Promise<Passbook> {
  const file = { myhealthbank: { bdata: { 'b1.1': 'A22345****', 'b1.2': '20260601', ...bdata } } };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  return (await readPassbook([{ name: 'p.json', bytes }])).passbook;
}
async function glance(bdata: object, { birthYear }: { birthYear?: number } = {}): Promise<Glance> {
  const person = birthYear === undefined ? {} : { birthYear };
  return (await viewInTurns(await passbookOf(bdata), { today: TODAY, ...person })).glance;
}
function card<K extends GlanceCard['kind']>({ cards }: Glance, kind: K): Extract<GlanceCard, { kind: K }> {
  const found = cards.find((each): each is Extract<GlanceCard, { kind: K }> => each.kind === kind);
  if (found === undefined) throw new Error(`no card ${kind}`);
  return found;
}
const kinds = ({ cards }: Glance): string[] => cards.map(({ kind }) => kind);

/** A 66-year-old woman with diabetes and high blood pressure. */
const wu = {
  r1: [
    visit('20251001', { diagnoses: ['E1165', 'I10'], copayment: 240 }),
    visit('20251101', { diagnoses: ['J00'], at: clinic }),
    visit('20260107', { diagnoses: ['E119', 'I10'], copayment: 240 }),
    visit('20260210', { diagnoses: ['J00', 'R05'], at: clinic }),
    visit('20260415', { diagnoses: ['E1165', 'I10', 'R05'], copayment: 240 }),
    visit('20260507', { diagnoses: ['E1165'], orders: [metformin, refillable], copayment: 0 }),
    visit('20260520', { diagnoses: ['I10'], orders: [amlodipine, refillable], copayment: 0 }),
    visit('20260530', { diagnoses: ['J00', 'R05'], at: clinic, orders: [cold] }),
  ],
  r2: [
    {
      'r2.3': '0401180014',
      'r2.4': '明德醫院',
      'r2.5': '20220701',
      'r2.6': '20220706',
      'r2.9': '0007',
      'r2.10': 'I2510',
      'r2.12': '027034Z',
      'r2.13': '冠狀動脈支架置放術',
    },
  ],
  r4: [{ 'r4.1': '20240101', 'r4.2': 'Penicillin', 'r4.9': '重度', 'r4.10': '皮疹(Rash)' }],
  r6: [{ 'r6.1': '20251015', 'r6.3': '流感疫苗' }],
  r7: [
    hba1c('20250605', '7.3'),
    hba1c('20251005', '7.1'),
    hba1c('20260402', '6.9'),
    ldl('20240301', '150'),
    egfr('20260402', '95'),
    ferritin('20260402', '300'),
    result('09112C', 'TSH', '20170412', '9.5', '[0.4][4.0]'),
  ],
  r11: [
    {
      'r11.1': '大腸癌篩檢',
      'r11.2': '糞便潛血檢查',
      r11_1: [
        {
          'r11_1.1': '20240309',
          'r11_1.2': '明德醫院',
          'r11_1.3': '異常',
          'r11_1.4': '請儘速至醫院接受大腸鏡檢查',
        },
      ],
    },
  ],
};

describe('the first screen', () => {
  it('has at most eight cards, ordered by importance', async () => {
    expect(kinds(await glance(wu))).toEqual([
      'follow-up',
      'medications',
      'allergies',
      'measured',
      'problems',
      'next',
      'visits',
      'money',
    ]);
  });

  it('of an empty passbook states only that no allergy is recorded', async () => {
    const empty = await glance({});
    expect(kinds(empty)).toEqual(['allergies']);
    expect(card(empty, 'allergies')).toMatchObject({ allergies: [], statements: [] });
  });

  it('shows the date of the newest download', async () => {
    const passbook = mergePassbooks(
      await passbookOf(wu),
      await passbookOf({ 'b1.2': '20260420', r1: [visit('20260419')] }),
    );
    const { glance: told } = await viewInTurns(passbook, { today: TODAY });
    expect(told.appliedOn).toBe('2026-06-01');
  });

  it('puts findings without a follow-up first', async () => {
    const { screenings, conflicts, duplicates, findings } = card(await glance(wu), 'follow-up');
    expect(screenings.map(({ id, followUp }) => [id, followUp?.on])).toEqual([['colorectal', '2024-03-09']]);
    expect([conflicts, duplicates, findings]).toEqual([[], [], []]);
  });

  it('also lists there a drug in use that conflicts with an allergy', async () => {
    const amoxicillin = drug('AC43990100', 'AMOXICILLIN 500MG', 7);
    const told = await glance({ ...wu, r11: [], r1: [visit('20260529', { orders: [amoxicillin] })] });
    expect(card(told, 'follow-up').conflicts.map(({ medication }) => medication.display)).toEqual([
      'AMOXICILLIN 500MG',
    ]);
    expect(kinds(await glance({ ...wu, r11: [] }))).not.toContain('follow-up');
  });

  it('names what a recent check-up found to need attention, but not what an old one found', async () => {
    const checkup = (day: string): object => ({
      'r10.5': day,
      'r10.26': '3',
      'r10.27': '需進一步檢查',
      'r10.18': '1',
      'r10.19': '正常',
    });
    const findings = async (day: string, birthYear?: number): Promise<(string | null)[]> => {
      const { cards } = await glance({ r10: [checkup(day)] }, birthYear === undefined ? {} : { birthYear });
      return cards.flatMap((each) =>
        each.kind === 'follow-up'
          ? each.findings.map(({ label, text }) => `${label['zh-Hant']}: ${text}`)
          : [],
      );
    };
    expect(await findings('20260201')).toEqual(['腎功能檢查結果: 需進一步檢查']);
    expect(await findings('20250201')).toEqual([]);
    // For people between the ages of 40 and 64, the NHI pays for the next check-up after three years.
    expect(await findings('20250201', 1976)).toEqual(['腎功能檢查結果: 需進一步檢查']);
    expect(await findings('20250201', 1960)).toEqual([]);
  });

  it('lists drugs in use, long-term ones first, and refillable prescriptions that run out', async () => {
    const { inUse, runningOut, undecided } = card(await glance(wu), 'medications');
    expect(inUse.map(({ display }) => display)).toEqual([
      '糖穩錠５００毫克（二甲雙胍）',
      '壓穩錠５毫克（氨氯地平）',
      '敏舒膜衣錠１０毫克',
    ]);
    expect(runningOut.map(({ display, daysLeft }) => [display, daysLeft])).toEqual([
      ['糖穩錠５００毫克（二甲雙胍）', 3],
    ]);
    expect(undecided).toBe(0);
  });

  it('recognizes a refillable prescription even if the visit is split into two rows', async () => {
    const rows = [visit('20260507', { orders: [metformin] }), visit('20260507', { orders: [refillable] })];
    const two = rows.map((row) => ({ ...row, 'r1.7': '0777' }));
    const told = await glance({ r1: two });
    expect(card(told, 'medications').runningOut).toHaveLength(1);
    expect(kinds(told)).toContain('next');
  });

  it('states that none is in use if all have run out, and nothing if there never were any', async () => {
    const old = await glance({ r1: [visit('20240101', { orders: [metformin] })] });
    expect(card(old, 'medications').inUse).toEqual([]);
    expect(kinds(await glance({ r1: [visit('20260501')] }))).not.toContain('medications');
  });
});

describe('trends of measurements', () => {
  const told = (movements: Extract<GlanceCard, { kind: 'measured' }>['movements']): unknown[] =>
    movements.map(({ series, latest, before, direction }) => [
      series.analyte?.id,
      latest.value,
      latest.position,
      before?.value ?? null,
      direction,
    ]);

  it('show the result of about a year earlier, even within the range, but nothing older', async () => {
    const { movements, outside, undecided } = card(await glance(wu), 'measured');
    expect(told(movements)).toEqual([
      ['hba1c', '6.9', 'above', '7.3', 'lower'],
      ['egfr', '95', 'within', null, null],
    ]);
    expect(outside.map(({ series }) => series.label)).toEqual(['Ferritin']);
    expect(undecided).toBe(0);
  });

  it.each([
    // The latest value is compared with the value nearest to one year earlier, which need not be the previous one.
    [['20250410', '7.0'], ['20251201', '8.0'], ['20260402', '6.9'], '7.0', 'lower'],
    [['20240401', '6.0'], ['20260301', '8.0'], ['20260402', '6.9'], '8.0', 'lower'],
    // An earlier value is not compared if it is more than a year and a half older than the latest, or less than
    // four weeks older.
    [['20240401', '6.0'], ['20260320', '8.0'], ['20260402', '6.9'], null, null],
    [['20250410', '6.9'], ['20260320', '8.0'], ['20260402', '6.9'], '6.9', 'same'],
    [['20250410', '<4.0'], ['20250101', '6.0'], ['20260402', '6.9'], '6.0', 'higher'],
  ] as const)('of %j, %j and %j compare with %s: %s', async (first, second, third, before, direction) => {
    const { movements } = card(
      await glance({ r7: [first, second, third].map(([day, value]) => hba1c(day, value)) }),
      'measured',
    );
    expect(told(movements)).toEqual([['hba1c', third[1], 'above', before, direction]]);
  });

  it('do not compare with a 0 that means “not measured”', async () => {
    const r7 = [hba1c('20250301', '7.3'), hba1c('20250410', '0'), hba1c('20260402', '6.9')];
    expect(told(card(await glance({ r7 }), 'measured').movements)).toEqual([
      ['hba1c', '6.9', 'above', '7.3', 'lower'],
    ]);
  });

  it('begin with the measurements of the person’s care programme', async () => {
    const programme = (key: 'r13' | 'r14', visits: readonly object[], closed = ''): object[] => [
      { [`${key}.1`]: '20250101', [`${key}.2`]: '明德醫院', [`${key}.3`]: closed, [`${key}_1`]: visits },
    ];
    const seen = { 'r13_1.1': '追蹤', 'r13_1.2': '20260501', 'r13_1.5': '48' };
    const ids = async (bdata: object): Promise<unknown[]> =>
      card(await glance(bdata), 'measured').movements.map(({ series, programme: own }) => [
        series.analyte?.id,
        own !== null,
      ]);
    const r7 = [hba1c('20260402', '6.9'), ldl('20260402', '150')];
    expect(await ids({ r7, r13: programme('r13', [seen]) })).toEqual([
      ['egfr', true],
      ['hba1c', true],
      ['ldl-cholesterol', true],
    ]);
    // A programme no longer counts if it is closed or if the last visit was too long ago.
    expect(await ids({ r7, r13: programme('r13', [seen], '20260515') })).toEqual([
      ['hba1c', false],
      ['ldl-cholesterol', false],
      ['egfr', false],
    ]);
    expect(await ids({ r7, r13: programme('r13', [{ ...seen, 'r13_1.2': '20240501' }]) })).toEqual([
      ['hba1c', false],
      ['ldl-cholesterol', false],
    ]);
  });

  it('keep the measurements of a check-up for as long as its interval', async () => {
    const r10 = [{ 'r10.5': '20240201', 'r10.17': '140' }];
    expect(kinds(await glance({ r10 }))).not.toContain('measured');
    expect(told(card(await glance({ r10 }, { birthYear: 1976 }), 'measured').movements)).toEqual([
      ['ldl-cholesterol', '140', null, null, null],
    ]);
  });

  it('do not let a later undecided result hide one outside its range', async () => {
    const later = result('09006C', 'HbA1c', '20260501', '7.4', '[無][無]');
    const { movements, outside } = card(await glance({ r7: [hba1c('20260402', '6.9'), later] }), 'measured');
    expect(told(movements)).toEqual([['hba1c', '7.4', null, '6.9', 'higher']]);
    expect(outside.map(({ point }) => point.value)).toEqual(['6.9']);
  });
});

describe('problems and operations', () => {
  it('are what was treated three times over half a year, by category, without colds and symptoms', async () => {
    const { problems, stays } = card(await glance(wu), 'problems');
    expect(problems.map(({ diagnosis, visits, lastOn }) => [diagnosis.code, visits, lastOn])).toEqual([
      ['I10', 4, '2026-05-20'],
      ['E1165', 4, '2026-05-07'],
    ]);
    expect(stays.map(({ date, procedures }) => [date, procedures[0]?.display])).toEqual([
      ['2022-07-01', '冠狀動脈支架置放術'],
    ]);
  });

  it('omit what was last treated more than two years ago', async () => {
    const gout = ['20230101', '20230601', '20240101'].map((day) => visit(day, { diagnoses: ['M109'] }));
    expect(kinds(await glance({ r1: gout }))).not.toContain('problems');
  });

  it('omit teeth', async () => {
    const dental = ['20250601', '20251201', '20260301'].map((day, index) => ({
      'r3.3': '3704220033',
      'r3.4': '牙醫診所',
      'r3.5': day,
      'r3.6': String(index + 1).padStart(4, '0'),
      'r3.7': 'K0530',
    }));
    expect(kinds(await glance({ r3: dental }))).not.toContain('problems');
  });
});

describe('next dates', () => {
  const said = ({ dates }: Extract<GlanceCard, { kind: 'next' }>): unknown[] =>
    dates.map((each) =>
      each.kind === 'refill'
        ? ['refill', each.from, each.until, each.medications.map(({ code }) => code)]
        : each.kind === 'service'
          ? [each.service.id, each.from, each.due]
          : [each.kind, each.from, each.due],
    );

  it('are the ten days before a refillable prescription runs out, a screening and a vaccine, the soonest first', async () => {
    expect(said(card(await glance(wu), 'next'))).toEqual([
      ['refill', '2026-05-25', '2026-06-03', ['AC58990100']],
      ['refill', '2026-06-07', '2026-06-16', ['AC49990100']],
      ['influenza', '2026-10', 'later'],
    ]);
  });

  it('include a screening that is due now, and one due within the year', async () => {
    const screened = (category: string, day: string): object => ({
      'r11.1': category,
      'r11.2': category,
      r11_1: [{ 'r11_1.1': day, 'r11_1.3': '無異常' }],
    });
    const r11 = [
      screened('大腸癌篩檢', '20240309'),
      screened('乳癌篩檢', '20250309'),
      screened('口腔癌篩檢', '20260309'),
    ];
    expect(said(card(await glance({ r11 }), 'next'))).toEqual([
      ['colorectal', '2026-06', 'now'],
      ['breast', '2027-03', 'later'],
    ]);
  });

  it.each([
    // A vaccination is valid until the next season. A season begins in October.
    ['20251015', '2026-06-01', '2026-10', 'later'],
    ['20241015', '2026-06-01', '2026-10', 'later'],
    ['20241015', '2026-01-10', '2026-01', 'now'],
    ['20251015', '2026-01-10', '2026-10', 'later'],
    ['20250925', '2026-01-10', '2026-10', 'later'],
    ['20251015', '2026-10-10', '2026-10', 'now'],
  ])(
    'after an influenza vaccination of %s are, on %s, the one from %s: %s',
    async (day, today, from, due) => {
      const passbook = await passbookOf({ r6: [{ 'r6.1': day, 'r6.3': '四價流感疫苗' }] });
      const { glance: told } = await viewInTurns(passbook, { today });
      expect(said(card(told, 'next'))).toEqual([['influenza', from, due]]);
    },
  );

  it('include no influenza vaccine for a person who never had one, nor for Haemophilus influenzae', async () => {
    expect(
      kinds(await glance({ r6: [{ 'r6.1': '20251015', 'r6.3': 'b型流感嗜血桿菌疫苗' }] })),
    ).not.toContain('next');
    expect(kinds(await glance({ r6: [{ 'r6.1': '20201015', 'r6.3': '流感疫苗' }] }))).not.toContain('next');
  });
});

describe('visits and money', () => {
  it('are the last three visits, without pharmacies', async () => {
    const pharmacy = { 'r1.3': '5901010001', 'r1.4': '平安藥局' };
    const { encounters } = card(
      await glance({ ...wu, r1: [...wu.r1, visit('20260531', { at: pharmacy, orders: [metformin] })] }),
      'visits',
    );
    expect(encounters.map(({ date }) => date)).toEqual(['2026-05-30', '2026-05-20', '2026-05-07']);
  });

  it('exclude the collection of a refill, but include what it cost', async () => {
    const collected = { ...visit('20260531', { diagnoses: ['I10'], copayment: 20 }), 'r1.7': 'IC02' };
    const told = await glance({ ...wu, r1: [...wu.r1, collected] });
    expect(card(told, 'visits').encounters.map(({ date }) => date)).not.toContain('2026-05-31');
    expect(card(told, 'money').now).toEqual({ visits: 6, copayment: 600 });
    expect(card(told, 'problems').problems[0]).toMatchObject({ visits: 4, lastOn: '2026-05-20' });
  });

  it('are what was paid this year and the year before, to the dollar, by facility', async () => {
    const { year, now, before, byOrganization } = card(await glance(wu), 'money');
    expect([year, now, before]).toEqual([
      '2026',
      { visits: 6, copayment: 580 },
      { visits: 2, copayment: 290 },
    ]);
    expect(byOrganization.map(({ organization, copayment }) => [organization.name, copayment])).toEqual([
      ['明德醫院', 480],
      ['青山診所', 100],
    ]);
  });
});
