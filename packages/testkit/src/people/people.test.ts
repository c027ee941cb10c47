import { isNationalId, taipeiDate } from '@mhb-kit/core/identity';
import { describe, expect, it } from 'vitest';
import { lin, people } from './index.js';

const days = (rows: readonly unknown[] | undefined): string[] =>
  (rows ?? []).flatMap((row) =>
    Object.values(row as Record<string, unknown>).filter(
      (value): value is string => typeof value === 'string' && /^20\d{6}$/.test(value),
    ),
  );

describe('invented people', () => {
  it('have numbers that software accepts and passwords that the service allows', () => {
    for (const person of people) {
      expect(isNationalId(person.nationalId)).toBe(true);
      expect(person.password).toMatch(/^[A-Za-z0-9]{6,12}$/);
      expect(person.card.cardNumber).toMatch(/^\d{12}$/);
    }
    expect(new Set(people.map(({ nationalId }) => nationalId)).size).toBe(people.length);
  });

  it('have histories that end before the given day, and never vary', () => {
    const today = taipeiDate(new Date('2026-11-22T04:00:00Z'));
    for (const person of people) {
      const history = person.history(today);
      expect(person.history(today)).toEqual(history);
      for (const rows of Object.values(history)) {
        expect(days(rows).every((day) => day < '20261122')).toBe(true);
      }
    }
    expect(days(lin.history(today)['r1']).sort().at(-1)).toBe('20261112');
  });
});
