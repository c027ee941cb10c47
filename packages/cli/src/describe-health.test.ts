import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { taipeiDate, addDays } from '@mhb-kit/core/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from './command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'mhb-'));
const file = join(folder, 'person.json');
const ago = (days: number): string => addDays(taipeiDate(new Date()), -days).replaceAll('-', '');

const visit = (facility: string, name: string, code: string, drug: string) => ({
  'r1.3': facility,
  'r1.4': name,
  'r1.5': ago(10),
  'r1.7': '0001',
  'r1.8': 'I10',
  'r1.9': '高血壓',
  r1_1: [{ 'r1_1.1': code, 'r1_1.2': drug, 'r1_1.3': '28', 'r1_1.4': '28' }],
});
const result = (order: string, name: string, value: string, range: string) => ({
  'r7.2': '0501110514',
  'r7.3': '明德醫院',
  'r7.5': ago(30),
  'r7.6': ago(30),
  'r7.8': order,
  'r7.9': name,
  'r7.10': name,
  'r7.11': value,
  'r7.12': range,
});

beforeAll(() => {
  const bdata = {
    'b1.1': 'A22345****',
    'b1.2': ago(1),
    r1: [
      visit('0501110514', '明德醫院', 'BC23221100', 'NORVASC 5MG TABLETS (AMLODIPINE)'),
      visit('1101020018', '長青醫院', 'AC49420100', '安脈平錠 5 毫克 AMLODIPINE'),
      visit('0501110514', '明德醫院', 'AC35790100', 'AMOXICILLIN CAPSULES 500MG'),
    ],
    r4: [
      { 'r4.1': ago(400), 'r4.2': 'Penicillin', 'r4.9': '重度', 'r4.10': '皮疹' },
      { 'r4.1': ago(300), 'r4.2': 'NKDA' },
    ],
    r7: [
      result('09022C', 'K(鉀)', '6.8', '[3.5][5.1]'),
      result('09021C', 'Na(鈉)', '140', '[136][145]'),
      result('12111C', 'BNP', '250', '<60歲:<100;>=60歲:<300'),
    ],
    r10: [{ 'r10.1': '0501110514', 'r10.2': '明德醫院', 'r10.5': ago(500), 'r10.17': '0' }],
    r11: [
      {
        'r11.1': '大腸癌篩檢',
        'r11.2': '糞便潛血',
        r11_1: [
          { 'r11_1.1': ago(90), 'r11_1.2': '明德醫院', 'r11_1.3': '異常', 'r11_1.4': '請接受大腸鏡檢查' },
        ],
      },
    ],
  };
  writeFileSync(file, JSON.stringify({ myhealthbank: { bdata } }));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function open(args: readonly string[], locale = 'zh_TW.UTF-8') {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end('');
  const code = await runCommandLine(['open', ...args, file], { stdin, stdout, stderr, locale });
  return { code, stdout: String((stdout.read() as Buffer | null) ?? '') };
}

/** Returns the lines below the heading that starts with this text. */
const below = (text: string, heading: string): string[] => {
  const [, rest = ''] = text.split(new RegExp(`^${heading}[^\\n]*:\\n`, 'm'));
  return (rest.split('\n\n')[0] ?? '').trim().split(/\n\s*/);
};

describe('the present state according to the passbook', () => {
  it('begins with what needs a follow-up, with its advice', async () => {
    const { stdout } = await open([]);
    expect(below(stdout, '需要追蹤')).toEqual([
      expect.stringMatching(/^大腸癌篩檢 {2}\d{3}\/\d\d\/\d\d {2}異常 {2}請接受大腸鏡檢查$/),
    ]);
    expect(stdout.indexOf('需要追蹤')).toBeLessThan(stdout.indexOf('\n過敏:'));
  });

  it('lists allergies, statements of absence, and drugs that conflict with an allergy', async () => {
    const { stdout } = await open([], 'C');
    expect(below(stdout, 'Allergies')).toEqual([
      'Penicillin  重度  皮疹',
      expect.stringContaining('a facility states: no allergy  「NKDA」'),
    ]);
    expect(below(stdout, 'Drugs that conflict with a recorded allergy')).toEqual([
      expect.stringMatching(/^AMOXICILLIN CAPSULES 500MG {2}recorded allergy: Penicillin/),
    ]);
  });

  it('names an ingredient from two prescribers', async () => {
    const { stdout } = await open([], 'C');
    const [line = '', ...others] = below(stdout, 'Possible duplicate drugs');
    expect(others).toEqual([]);
    for (const part of [/^amlodipine/i, /明德醫院/, /長青醫院/]) expect(line).toMatch(part);
  });

  it('counts results outside, within and undecided, and lists what needs attention', async () => {
    const { stdout } = await open([]);
    const [counts, first, ...others] = below(stdout, '檢驗結果');
    expect(counts).toMatch(/^1 項超出參考值，1 項在參考值內，1 項無法判斷/);
    expect(first).toMatch(/^鉀 {2}6\.8 mmol\/L {2}偏高 {2}參考值 \[3\.5\]\[5\.1\]/);
    expect(others).toEqual([]);
    expect(below(stdout, '無法判斷的檢驗')).toEqual([
      expect.stringContaining('250'),
      expect.stringContaining('--birth-year'),
    ]);
  });

  it('uses the year of birth if it is given', async () => {
    const { stdout } = await open(['--birth-year', '1990'], 'C');
    expect(below(stdout, 'Results')[0]).toMatch(/^2 outside their ranges, 1 within, 0 could not be judged/);
    expect(
      below((await open([], 'C')).stdout, 'Preventive care that may be due, depending on age')[0],
    ).toContain('Adult check-up');
    const aged = (await open(['--birth-year', '47'], 'C')).stdout;
    expect(below(aged, 'Preventive care that is due').join()).toContain('Adult check-up');
    expect(aged).not.toContain('by age');
    expect((await open(['--birth-year', '3000'])).code).toBe(2);
  });

  it('gives programs the same information', async () => {
    const { health } = JSON.parse((await open(['--json', '--birth-year', '1990'])).stdout) as {
      health: object;
    };
    expect(health).toMatchObject({
      allergies: [{ substance: 'Penicillin', severity: '重度' }],
      allergyStatements: [{ kind: 'none', text: 'NKDA' }],
      allergyConflicts: [{ drug: { name: 'AMOXICILLIN CAPSULES 500MG' }, substance: 'Penicillin' }],
      drugs: {
        duplicates: [{ kind: 'ingredient', subjects: ['amlodipine'], prescribers: ['明德醫院', '長青醫院'] }],
      },
      results: { within: 1, undecided: [], undecidedForAge: 0 },
      followUps: [{ service: 'colorectal', result: '異常', advice: '請接受大腸鏡檢查' }],
    });
  });
});
