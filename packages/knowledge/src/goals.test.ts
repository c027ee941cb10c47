import { describe, expect, it } from 'vitest';
import { goalOf } from './goals.js';
import { sources } from './entry/sources.js';

describe('the common goals of a programme', () => {
  it('exist for diabetes, in the unit of the measurement', () => {
    const goal = goalOf('r12', 'hba1c', '%');
    expect(goal).toMatchObject({ below: 7 });
    expect(sources[goal?.source ?? 'hpa'].publisher['zh-Hant']).toContain(goal?.publisher['zh-Hant']);
  });

  it.each([
    ['r12', 'hba1c', 'mmol/mol'],
    ['r12', 'hba1c', null],
    ['r12', 'hemoglobin', 'g/dL'],
    ['r13', 'hba1c', '%'],
    ['r14', 'hba1c', '%'],
  ] as const)('do not exist for %s, %s in %s', (programme, analyte, unit) => {
    expect(goalOf(programme, analyte, unit)).toBeNull();
  });
});
