import { describe, expect, it } from 'vitest';
import { readPassbook } from '../read/read.js';
import { listPreventiveServices, type PreventivePerson } from './preventive-schedule.js';
import { outcomeOf } from './screening-outcome.js';

const screening = (
  category: string,
  ...results: readonly (readonly [day: string, result: string, advice?: string])[]
) => ({
  'r11.1': category,
  'r11.2': category,
  r11_1: results.map(([day, result, advice = '']) => ({
    'r11_1.1': day,
    'r11_1.2': '明德醫院',
    'r11_1.3': result,
    'r11_1.4': advice,
  })),
});

async function services(
  bdata: object,
  today = '2026-06-01',
  person: PreventivePerson = {},
  id = 'A22345****',
) {
  const file = { myhealthbank: { bdata: { 'b1.1': id, 'b1.2': '20260601', ...bdata } } };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  return listPreventiveServices((await readPassbook([{ name: 'p.json', bytes }])).passbook, today, person);
}

describe('an outcome', () => {
  it.each([
    ['無異常', 'normal'],
    ['未發現明顯異常', 'normal'],
    ['陰性', 'normal'],
    ['Normal', 'normal'],
    ['異常', 'abnormal'],
    ['陽性', 'abnormal'],
    ['Abnormal', 'abnormal'],
    ['疑似異常，需進一步檢查', 'abnormal'],
    ['未執行', 'not-done'],
    ['拒絕受檢', 'not-done'],
    ['檢體不良', 'not-done'],
    ['無法判讀', 'not-done'],
    ['其他', 'undecided'],
    [null, 'undecided'],
  ])('%s is %s', (result, outcome) => {
    expect(outcomeOf(result)).toBe(outcome);
  });
});

describe('an abnormal screening', () => {
  const abnormal = screening('大腸癌篩檢', ['20240309', '異常', '請儘速至醫院接受大腸鏡檢查']);
  const colonoscopy = (day: string, code = '28017C', name = '大腸鏡檢查') => ({
    'r1.3': '1',
    'r1.5': day,
    'r1.7': '0001',
    r1_1: [{ 'r1_1.1': code, 'r1_1.2': name, 'r1_1.3': '1', 'r1_1.4': '0' }],
  });

  it('needs a follow-up, shown with its advice, and is not due', async () => {
    expect(await services({ r11: [abnormal] })).toMatchObject([
      { id: 'colorectal', isDue: false, mayBeDue: false, followUp: { advice: '請儘速至醫院接受大腸鏡檢查' } },
    ]);
  });

  it.each([
    ['a colonoscopy since', { r1: [colonoscopy('20240401')] }],
    ['a colonoscopy by another code', { r1: [colonoscopy('20240401', '28099C', '大腸纖維內視鏡檢查')] }],
    ['a report of one', { r8: [{ 'r8.6': '20240402', 'r8.8': '28017C', 'r8.10': 'Colonoscopy: normal' }] }],
  ])('is resolved by %s', async (_what, more) => {
    expect(await services({ r11: [abnormal], ...more })).toMatchObject([{ followUp: null, isDue: true }]);
  });

  it('is resolved by a later normal result, but not by a refusal or an earlier examination', async () => {
    const then = (...more: readonly (readonly [string, string])[]) =>
      services({
        r11: [screening('大腸癌篩檢', ['20240309', '異常'], ...more)],
        r1: [colonoscopy('20230101')],
      });
    expect(await then(['20260310', '無異常'])).toMatchObject([
      { followUp: null, isDue: false, lastOn: '2026-03-10' },
    ]);
    expect(await then(['20260310', '拒絕受檢'])).toMatchObject([
      { followUp: {}, notDone: [{ result: '拒絕受檢' }] },
    ]);
  });
});

describe('what is due', () => {
  it('depends on when it was last done', async () => {
    const rows = { r11: [screening('大腸癌篩檢', ['20240401', '無異常'], ['20260501', '未執行'])] };
    expect(await services(rows)).toMatchObject([{ lastOn: '2024-04-01', dueOn: '2026-04', isDue: true }]);
    expect(await services({ r11: [screening('大腸癌篩檢', ['20250401', '無異常'])] })).toMatchObject([
      { dueOn: '2027-04', isDue: false },
    ]);
  });

  it.each([
    ['35', '1991-01-01', '2028-05', false],
    ['50', '1976-01-01', '2026-05', true],
    ['65', '1961-06-01', '2024-05', true],
    ['64, a day before a birthday', '1961-06-02', '2026-05', true],
  ])('a check-up of May 2023 at the age of %s', async (_age, bornOn, dueOn, isDue) => {
    const rows = { r10: [{ 'r10.5': '20230510' }] };
    const found = await services(rows, '2026-06-01', { bornOn });
    expect(found.find(({ id }) => id === 'checkup')).toMatchObject({ isDue, dueOn });
  });

  it('is undecided if only the age would decide', async () => {
    const at = async (today: string) => {
      const [service] = await services({ r10: [{ 'r10.5': '20230510' }] }, today);
      return [service?.isDue, service?.mayBeDue];
    };
    expect(await at('2024-01-01')).toEqual([false, false]);
    expect(await at('2025-01-01')).toEqual([false, true]);
    expect(await at('2028-06-01')).toEqual([true, false]);
  });

  it('is yearly for people for whom it was yearly', async () => {
    const rows = { r10: [{ 'r10.5': '20240510' }, { 'r10.5': '20250512' }] };
    expect(await services(rows)).toMatchObject([{ dueOn: '2026-05', isDue: true }]);
  });

  it('excludes women’s screenings for men, and all people at other ages', async () => {
    const breast = { r11: [screening('乳癌篩檢', ['20200401', '無異常'])] };
    expect(await services(breast, '2026-06-01', {}, 'A12345****')).toEqual([]);
    const old = await services(breast, '2026-06-01', { bornOn: '1940' });
    expect(old.find(({ id }) => id === 'breast')).toMatchObject({ isDue: false, dueOn: null });
  });

  it('is listed for the right age even if it was never done', async () => {
    const ids = (await services({}, '2026-06-01', { bornOn: '1970-01-01' })).map(({ id, isDue }) => [
      id,
      isDue,
    ]);
    expect(ids).toEqual([
      ['checkup', true],
      ['colorectal', true],
      ['breast', true],
      ['cervical', true],
    ]);
    expect(await services({})).toEqual([]);
  });
});

describe('the interval of each programme', () => {
  it.each([
    ['大腸癌篩檢', 'colorectal', '20240501', '20240701'],
    ['乳癌篩檢', 'breast', '20240501', '20240701'],
    ['子宮頸癌篩檢', 'cervical', '20230501', '20230701'],
    ['口腔癌篩檢', 'oral', '20240501', '20240701'],
  ])('of %s ends at the first of two days, and not at the second', async (category, id, over, running) => {
    const isDue = async (day: string) =>
      (await services({ r11: [screening(category, [day, '無異常'])] })).map((each) => [each.id, each.isDue]);
    expect(await isDue(over)).toEqual([[id, true]]);
    expect(await isDue(running)).toEqual([[id, false]]);
  });
});
