import { describe, expect, it } from 'vitest';
import type { LocalDate } from '@mhb-kit/core/identity';
import { privateTopics } from '@mhb-kit/core/request';
import { representationPolicy } from './policy.js';

describe('minority', () => {
  it.each([
    ['2010-05-08', '2028-05-07'],
    ['2010-01-01', '2027-12-31'],
    // A person born on a leap day comes of age on March 1.
    ['2008-02-29', '2026-02-28'],
  ] as [LocalDate, LocalDate][])('of a person born on %s ends with %s', (birthDate, last) => {
    expect(representationPolicy({}).lastMinorDay(birthDate)).toBe(last);
  });

  it('ends at the operator’s age limit', () => {
    expect(representationPolicy({ ageOfMajority: 20 }).lastMinorDay('2010-05-08')).toBe('2030-05-07');
  });
});

describe('what is withheld', () => {
  const withheld = (options: Parameters<typeof representationPolicy>[0], day: LocalDate) =>
    representationPolicy(options).withheldOn('2010-05-08', day);

  it('is everything, from every minor, by default', () => {
    expect(withheld({}, '2010-05-08')).toEqual(privateTopics);
    expect(withheld({}, '2028-05-07')).toEqual(privateTopics);
  });

  it('is nothing if the person is of age', () => {
    expect(withheld({}, '2028-05-08')).toEqual([]);
  });

  it('is the operator’s choice, from the operator’s age', () => {
    const options = { withheld: ['hiv'], withheldFromAge: 12 } as const;
    expect(withheld(options, '2022-05-07')).toEqual([]);
    expect(withheld(options, '2022-05-08')).toEqual(['hiv']);
    expect(withheld({ withheld: [] }, '2022-05-08')).toEqual([]);
  });

  it('cannot begin when the person is of age', () => {
    expect(() => representationPolicy({ withheldFromAge: 19 })).toThrow(/withheldFromAge/);
  });
});
