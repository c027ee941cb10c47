import type { AnalyteId } from '@mhb-kit/core/passbook';
import type { ProgrammeId } from './prevention/index.js';
import type { SourceId } from './entry/sources.js';

/**
 * The usual goal of a care programme. It does not apply to people who are not in the programme, and each
 * person agrees on their own goal with their doctor.
 */
export interface Goal {
  /** The value below which the measurement should stay. */
  readonly below: number;
  /** The publisher of the goal. */
  readonly publisher: { readonly 'zh-Hant': string; readonly en: string };
  readonly source: SourceId;
}

/**
 * The “ABC” goals for adults with diabetes: HbA1c, blood pressure and LDL cholesterol, in the units of core's
 * table of analytes.
 */
const diabetes: Readonly<Partial<Record<AnalyteId, readonly [below: number, unit: string]>>> = {
  hba1c: [7, '%'],
  'ldl-cholesterol': [100, 'mg/dL'],
  'systolic-blood-pressure': [130, 'mm[Hg]'],
  'diastolic-blood-pressure': [80, 'mm[Hg]'],
};

/** Returns the usual goal of a programme for a measurement, or `null` if there is none or the unit differs. */
export function goalOf(programme: ProgrammeId, analyte: AnalyteId, unit: string | null): Goal | null {
  const goal = programme === 'r12' ? diabetes[analyte] : undefined;
  if (goal === undefined || goal[1] !== unit) return null;
  return {
    below: goal[0],
    publisher: { 'zh-Hant': '糖尿病關懷基金會', en: 'Diabetes Care Foundation, Taiwan' },
    source: 'diabetes-care-foundation',
  };
}
