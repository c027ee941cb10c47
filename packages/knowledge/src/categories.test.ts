import { describe, expect, it } from 'vitest';
import { categoryOf } from './categories.js';

const GFR = 'mL/min/{1.73_m2}';

describe('a published category', () => {
  it.each([
    ['egfr', 90, GFR, 'G1'],
    ['egfr', 89.9, GFR, 'G2'],
    ['egfr', 60, GFR, 'G2'],
    ['egfr', 59, GFR, 'G3a'],
    ['egfr', 45, GFR, 'G3a'],
    ['egfr', 44, GFR, 'G3b'],
    ['egfr', 30, GFR, 'G3b'],
    ['egfr', 15, GFR, 'G4'],
    ['egfr', 14.9, GFR, 'G5'],
    ['urine-albumin-creatinine-ratio', 29.9, 'mg/g', 'A1'],
    ['urine-albumin-creatinine-ratio', 30, 'mg/g', 'A2'],
    ['urine-albumin-creatinine-ratio', 300, 'mg/g', 'A2'],
    ['urine-albumin-creatinine-ratio', 301, 'mg/g', 'A3'],
    ['body-mass-index', 18.4, 'kg/m2', 'underweight'],
    ['body-mass-index', 24, 'kg/m2', 'overweight'],
    ['body-mass-index', 27, 'kg/m2', 'obesity'],
  ] as const)('of %s %s %s is %s', (analyte, value, unit, name) => {
    expect(categoryOf(analyte, value, unit)?.name.en).toBe(name);
  });

  it.each([
    ['another unit', 'urine-albumin-creatinine-ratio', 30, 'mg/mmol'],
    ['no unit', 'egfr', 50, null],
    ['no scheme', 'hemoglobin', 12, 'g/dL'],
    ['no number', 'egfr', NaN, GFR],
  ] as const)('is not given for %s', (_, analyte, value, unit) => {
    expect(categoryOf(analyte, value, unit)).toBeNull();
  });
});
