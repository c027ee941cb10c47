import { describe, expect, it } from 'vitest';
import {
  compareApplicant,
  comparableAddress,
  comparableName,
  type PersonOnRecord,
} from './compare-applicant.js';
import type { Applicant } from './register.js';

const record: PersonOnRecord = {
  nationalId: 'F223456786',
  cardNumber: '000055556666',
  householdNumber: 'F1234567',
  birthDate: '1990-05-17',
  name: '陳怡君',
  registeredAddress: '新北市淡水區水源里3鄰',
};
const applicant: Applicant = {
  nationalId: 'F223456786',
  cardNumber: '000055556666',
  householdNumber: 'F1234567',
  birthDate: '1990-05-17',
  name: '陳怡君',
  registeredAddress: '新北市淡水區水源里3鄰',
};

describe('an applicant', () => {
  it('matches the record with the same ID, card, household and birth date', () => {
    expect(compareApplicant(record, applicant)).toBe('match');
    expect(compareApplicant(record, { ...applicant, householdNumber: 'ｆ123-4567 ' })).toBe('match');
    expect(compareApplicant(record, { ...applicant, registeredAddress: null })).toBe('match');
  });

  it.each([
    ['nationalId', 'A123456789'],
    ['cardNumber', '000055556667'],
    ['householdNumber', 'F1234568'],
    ['birthDate', '1990-05-18'],
  ] as const)('is another person if the %s is different, whatever else matches', (field, value) => {
    expect(compareApplicant(record, { ...applicant, [field]: value })).toBe('no-match');
  });

  it('is unknown if the ID is not on record', () => {
    expect(compareApplicant(null, applicant)).toBe('no-match');
  });

  it.each(['cardNumber', 'householdNumber', 'birthDate'] as const)(
    'is referred to staff if the record lacks the %s',
    (field) => {
      expect(compareApplicant({ ...record, [field]: null }, applicant)).toBe('see-a-person');
      const wrong = { ...applicant, cardNumber: '1'.repeat(12), birthDate: '1991-01-01' };
      expect(compareApplicant({ ...record, [field]: null }, wrong)).toBe('no-match');
    },
  );

  it('is referred to staff if the name or address differs, but never rejected for it', () => {
    expect(compareApplicant(record, { ...applicant, name: '陳大文' })).toBe('see-a-person');
    expect(compareApplicant(record, { ...applicant, registeredAddress: '臺北市大安區民輝里3鄰' })).toBe(
      'see-a-person',
    );
    expect(compareApplicant(record, { ...applicant, cardNumber: '1'.repeat(12), name: '陳怡君' })).toBe(
      'no-match',
    );
    const silent = { ...record, name: null, registeredAddress: null };
    expect(compareApplicant(silent, { ...applicant, name: '誰', registeredAddress: '那裡' })).toBe('match');
  });
});

describe('names are equal', () => {
  it.each([
    ['臺小英', '台小英'],
    ['NGUYEN THI HOA', 'nguyen  thi-hoa'],
    ['ＮＧＵＹＥＮ　ＴＨＩ　ＨＯＡ', 'NGUYEN THI HOA'],
    // A card has only 20 bytes for the name, so it contains only the first part of a long name.
    ['SUPARDJONO WIDYANINGSIH PUTRI', 'SUPARDJONO WIDYANING'],
    ['MARIA DE LA CRUZ SANTOS', 'MARIA DE LA CRUZ SAN'],
    ['優瑪·達陸·撒布勒．卡力特恩', '優瑪達陸撒布勒卡力特恩'],
    ['谷辣斯．尤達卡．瓦歷斯．諾幹', '谷辣斯．尤達卡．瓦歷'],
    // Registers, cards and people write a character that Big5 lacks in different ways.
    ['王𡍼明', '王□明'],
    ['王𡍼明', '王\ue123明'],
    ['王𡍼明', '王?明'],
  ])('%s, %s', (one, other) => {
    expect(comparableName(one)).toBe(comparableName(other));
  });

  it('and different otherwise', () => {
    expect(comparableName('陳怡君')).not.toBe(comparableName('陳怡如'));
    expect(comparableName('王明')).not.toBe(comparableName('王小明'));
    expect(comparableName('LIN MEI')).not.toBe(comparableName('LIN MEI HUA'));
  });
});

describe('addresses are equal', () => {
  it.each([
    ['新北市淡水區水源里3鄰', '淡水區水源里三鄰'],
    ['新北市淡水區水源里3鄰', '新北市淡水區水源里 003 鄰 中正路1號'],
    ['臺北市大安區民輝里十二鄰', '台北市大安區民輝里１２鄰'],
    ['彰化縣彰化市中央里二十鄰', '彰化市中央里第20鄰'],
    ['臺東縣成功鎮三民里7鄰', '成功鎮三民里七鄰'],
    ['屏東縣恆春鎮大光里', '屏東縣 恆春鎮 大光里'],
  ])('%s, %s', (one, other) => {
    expect(comparableAddress(one)).toBe(comparableAddress(other));
  });

  it('and different otherwise', () => {
    expect(comparableAddress('淡水區水源里3鄰')).not.toBe(comparableAddress('淡水區水源里13鄰'));
    expect(comparableAddress('彰化市中央里2鄰')).not.toBe(comparableAddress('彰化市中央里20鄰'));
  });
});
