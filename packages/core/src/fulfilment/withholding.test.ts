import { describe, expect, it } from 'vitest';
import { privateTopics, type PrivateTopic } from '../request/index.js';
import type { RawRecords } from './raw-rows.js';
import { privateVisits, withoutPrivate } from './withholding.js';

const visit = (code: string, name: string, more: object = {}) => ({
  'r1.3': '1101990017',
  'r1.4': '明德綜合醫院',
  'r1.5': '20260212',
  'r1.8': code,
  'r1.9': name,
  ...more,
});

/** Returns the records that a representative sees if a minor may keep `topics` private. */
function shown(records: RawRecords, topics: readonly PrivateTopic[] = privateTopics): RawRecords {
  return withoutPrivate(records, topics, privateVisits(records, topics));
}
const isShown = (row: ReturnType<typeof visit>, topics?: readonly PrivateTopic[]): boolean =>
  shown({ r1: [row] }, topics)['r1']?.length === 1;

describe('what a minor may keep private', () => {
  it.each([
    ['mental-health', 'F321', '重度憂鬱症'],
    ['mental-health', 'F90.0', ''],
    ['mental-health', 'R45851', ''],
    ['mental-health', 'T391X2A', ''],
    ['mental-health', 'X788XXA', ''],
    ['sexual-health', 'A5300', ''],
    ['sexual-health', 'Z3202', ''],
    ['sexual-health', 'O0480', ''],
    ['sexual-health', 'Z113', ''],
    ['hiv', 'B20', ''],
    ['hiv', 'Z21', ''],
    ['hiv', 'Z206', ''],
    ['violence', 'T7412XA', ''],
    ['violence', 'Y070', ''],
    ['violence', 'Z0471', ''],
    ['violence', 'X991XXA', ''],
  ] as [PrivateTopic, string, string][])(
    'is withheld because of its diagnosis: %s, %s',
    (topic, code, name) => {
      expect(isShown(visit(code, name), [topic])).toBe(false);
    },
  );

  it.each([
    ['mental-health', { 'r1.4': '安心身心診所' }],
    ['mental-health', { r1_1: [{ 'r1_1.1': 'B023701100', 'r1_1.2': 'FLUOXETINE CAPSULES 20MG' }] }],
    ['sexual-health', { 'r1.4': '幸福婦產科診所' }],
    ['sexual-health', { r1_1: [{ 'r1_1.2': '妊娠試驗（尿液）' }] }],
    ['hiv', { r1_1: [{ 'r1_1.2': 'ＨＩＶ抗體檢查' }] }],
    ['violence', { 'r1.9': '疑似受虐兒童驗傷' }],
  ] as [PrivateTopic, object][])(
    'is withheld because of a word anywhere in the record: %s, %o',
    (topic, more) => {
      expect(isShown(visit('J069', '急性上呼吸道感染', more), [topic])).toBe(false);
    },
  );

  it('is withheld with everything from the same facility and day, in every section, and nothing else', () => {
    const result = (day: string, facility: string) => ({
      'r7.3': facility,
      'r7.5': day,
      'r7.6': day,
      'r7.10': 'ALT',
      'r7.11': '22',
    });
    const kept = shown({
      r1: [visit('F321', '重度憂鬱症'), visit('J069', '感冒', { 'r1.3': '3501200000' })],
      r7: [
        result('20260212', '1101990017'),
        result('20260213', '1101990017'),
        result('20260212', '3501200000'),
      ],
    });
    expect(kept['r1']).toHaveLength(1);
    expect(kept['r7']?.map((row) => [row['r7.3'], row['r7.5']])).toEqual([
      ['1101990017', '20260213'],
      ['3501200000', '20260212'],
    ]);
  });

  it('is withheld if a claim does not state its reason', () => {
    expect(isShown(visit('', ''))).toBe(false);
    expect(shown({ r3: [{ 'r3.3': '1', 'r3.4': '牙醫', 'r3.5': '20260212' }] })['r3']).toHaveLength(1);
  });

  it('is limited to the given topics', () => {
    expect(isShown(visit('F321', '重度憂鬱症'), ['hiv'])).toBe(true);
  });

  it.each([
    ['J069', '急性上呼吸道感染'],
    ['E1165', '第二型糖尿病'],
    ['S52501A', '橈骨骨折'],
    ['K358', '急性闌尾炎'],
    ['L209', '異位性皮膚炎'],
  ])('is not %s %s', (code, name) => {
    expect(isShown(visit(code, name))).toBe(true);
  });
});
