import { describe, expect, it } from 'vitest';
import { describe as explain } from '../describe.js';
import { orders as english } from './orders.en.js';
import { orders as chinese } from './orders.zh-Hant.js';
import { exceptions, sections } from './sections.js';

const nameOf = async (code: string) =>
  (await explain({ kind: 'order', code }, { language: 'zh-Hant' }))?.name ?? null;

describe('an order', () => {
  it.each([
    ['09001C', '總膽固醇'],
    ['08011C00', '全血球檢查（八項）'],
    [' ０９００１ｃ ', '總膽固醇'],
    ['64033C', '骨骼、關節與肌肉手術'],
    ['00201B', '急診診察費'],
  ])('%s is %s', async (code, name) => {
    expect(await nameOf(code)).toBe(name);
  });

  it.each([
    ['that does not exist', '99999X'],
    ['that its section’s words do not fit', '76018B'],
    ['that is a drug', 'AC20910100'],
    ['that is no code', 'constructor'],
    ['that is empty', ''],
  ])('%s has no explanation: %s', async (_, code) => {
    expect(await nameOf(code)).toBeNull();
  });
});

describe('the table of orders', () => {
  const codesOf = (groups: typeof chinese) =>
    Object.fromEntries(Object.entries(groups).map(([id, { orders = {} }]) => [id, Object.keys(orders)]));

  it('names the same codes in both languages, each once', () => {
    expect(codesOf(english)).toEqual(codesOf(chinese));
    const codes = Object.values(codesOf(chinese)).flat();
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('names each in its language', () => {
    for (const { orders = {} } of Object.values(english))
      for (const name of Object.values(orders)) expect(name).not.toMatch(/[\u3400-\u9fff]/);
    for (const { orders = {} } of Object.values(chinese))
      for (const name of Object.values(orders)) expect(name).toMatch(/[\u3400-\u9fff]/);
  });

  it('has sections that do not overlap, with existing groups and with exceptions inside them', () => {
    let last = -1;
    for (const [from, to, group] of sections) {
      expect(from).toBeGreaterThan(last);
      expect(to).toBeGreaterThanOrEqual(from);
      expect(chinese[group], group).toBeDefined();
      last = to;
    }
    for (const number of exceptions)
      expect(
        sections.some(([from, to]) => from <= number && number <= to),
        String(number),
      ).toBe(true);
  });
});
