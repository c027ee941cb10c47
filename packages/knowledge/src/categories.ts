import type { AnalyteId } from '@mhb-kit/core/passbook';
import type { SourceId } from './entry/sources.js';

/**
 * The published category of a value. It is not a judgment, because most schemes require the value to be measured
 * again after some time.
 */
export interface Category {
  /** The name as the scheme writes it, such as `G3a`. */
  readonly name: { readonly 'zh-Hant': string; readonly en: string };
  /** The publisher of the categories. */
  readonly scheme: { readonly 'zh-Hant': string; readonly en: string };
  readonly source: SourceId;
}

interface Scheme {
  /** The UCUM code of the unit; a value in any other unit has no category. */
  readonly unit: string;
  readonly scheme: Category['scheme'];
  readonly source: SourceId;
  /** The steps, in ascending order. Each step covers the values below its bound that no earlier step covers. */
  readonly steps: readonly (readonly [below: number, name: Category['name']])[];
}

const same = (name: string): Category['name'] => ({ 'zh-Hant': name, en: name });

const schemes: Readonly<Partial<Record<AnalyteId, Scheme>>> = {
  // The table of GFR categories in the 2024 guideline “Evaluation and Management of CKD” by Kidney Disease:
  // Improving Global Outcomes.
  egfr: {
    unit: 'mL/min/{1.73_m2}',
    scheme: { 'zh-Hant': 'KDIGO 腎絲球過濾率分級', en: 'KDIGO categories of filtration rate' },
    source: 'kdigo-ckd',
    steps: [
      [15, same('G5')],
      [30, same('G4')],
      [45, same('G3b')],
      [60, same('G3a')],
      [90, same('G2')],
      [Infinity, same('G1')],
    ],
  },
  // The albuminuria categories of the same guideline: A1 is below 30 mg/g, A2 is up to 300 mg/g, and A3 is higher.
  'urine-albumin-creatinine-ratio': {
    unit: 'mg/g',
    scheme: { 'zh-Hant': 'KDIGO 白蛋白尿分級', en: 'KDIGO categories of albuminuria' },
    source: 'kdigo-ckd',
    steps: [
      [30, same('A1')],
      [300.000001, same('A2')],
      [Infinity, same('A3')],
    ],
  },
  // The categories of 成人健康體位標準, published by the Health Promotion Administration.
  'body-mass-index': {
    unit: 'kg/m2',
    scheme: { 'zh-Hant': '國民健康署成人體位標準', en: 'Taiwan’s Health Promotion Administration, adults' },
    source: 'hpa',
    steps: [
      [18.5, { 'zh-Hant': '過輕', en: 'underweight' }],
      [24, { 'zh-Hant': '健康體位', en: 'healthy weight' }],
      [27, { 'zh-Hant': '過重', en: 'overweight' }],
      [Infinity, { 'zh-Hant': '肥胖', en: 'obesity' }],
    ],
  },
};

/** Returns the published category of a value, or `null` if there is none or the value is in another unit. */
export function categoryOf(analyte: AnalyteId, value: number, unit: string | null): Category | null {
  const scheme = schemes[analyte];
  if (scheme === undefined || scheme.unit !== unit || !Number.isFinite(value) || value < 0) return null;
  const step = scheme.steps.find(([below]) => value < below);
  return step === undefined ? null : { name: step[1], scheme: scheme.scheme, source: scheme.source };
}
