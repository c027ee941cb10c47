import { describe, expect, it } from 'vitest';
import { scoreOf, type Wanted } from '../../interop/truth.js';

/** The score of `npm run interop` for programs that show everything, something and the wrong thing. */

const wanted: Wanted = {
  drugsInUse: ['脈優錠５毫克', 'Metformin 500mg'],
  drugsOfThePast: ['安莫西林膠囊'],
  allergies: ['Penicillin & 類'],
  problems: ['本態性（原發性）高血壓', '高血脂症'],
  results: [['HbA1c', '醣化血紅素'], ['LDL-C']],
};

describe('what a program shows', () => {
  it('is complete if every name is in its place, regardless of the markup', () => {
    const shown = {
      'drugs in use': 'Medication 脈優錠５毫克\n Metformin  500mg ACTIVE',
      allergies: 'Penicillin &amp; 類',
      problems: '高血脂症 | 本態性（原發性）高血壓',
      results: '醣化血紅素 6.9 % LDL-C 102',
    };
    expect(scoreOf(wanted, shown)).toEqual({
      'drugs in use': '2 of 2',
      allergies: '1 of 1',
      problems: '2 of 2',
      results: '2 of 2',
    });
  });

  it('counts what is missing, and a past drug among those in use', () => {
    const shown = {
      'drugs in use': '脈優錠５毫克 安莫西林膠囊',
      allergies: '',
      problems: '高血脂症',
      results: null,
    };
    expect(scoreOf(wanted, shown)).toEqual({
      'drugs in use': '1 of 2, and 1 from the past',
      allergies: '0 of 1',
      problems: '1 of 2',
      results: 'no place for them',
    });
  });
});
