import type { PartialDate, PreventiveCheckup } from '../model/model.js';
import type { LaboratoryPoint } from '../views/laboratory.js';
import type { DerivedViews } from './derived-views.js';
import type { Line } from './narrative.js';
import type { Wording } from './wording.js';

/** The results in a patient summary as lines of text. */

const positions = {
  above: { 'zh-Hant': '高於參考值', en: 'above the range' },
  below: { 'zh-Hant': '低於參考值', en: 'below the range' },
} as const;

/**
 * Returns the laboratory results by test, newest first. Each line contains the range, and whether the result is
 * above or below it.
 */
export const resultLines = ({ series }: DerivedViews, wording: Wording): Line[] =>
  series.flatMap(({ analyte, label, points }) =>
    [...points]
      .reverse()
      .map((point) => [
        point.date,
        wording.language === 'en' && analyte !== null ? analyte.label.en : label,
        valueWithUnit(point, wording),
        point.range === null
          ? null
          : wording.say({ 'zh-Hant': `參考值 ${point.range.text}`, en: `range ${point.range.text}` }),
        point.position === 'above' || point.position === 'below'
          ? wording.say(positions[point.position])
          : null,
      ]),
  );

const valueWithUnit = ({ value, quantity, unit }: LaboratoryPoint, wording: Wording): string | null => {
  if (value === null) return null;
  if (quantity === null) return wording.words(value);
  return unit === null ? value : `${quantity.comparator ?? ''}${quantity.value} ${unit}`;
};

type Measured = Partial<
  Pick<PreventiveCheckup, 'height' | 'weight' | 'bodyMassIndex' | 'systolic' | 'diastolic'>
>;

/** Returns the lines for height, weight, body mass index and blood pressure, as measured on one day. */
export function measuredLines(on: PartialDate | null, measured: object, wording: Wording): Line[] {
  const {
    height = null,
    weight = null,
    bodyMassIndex = null,
    systolic = null,
    diastolic = null,
  } = measured as Measured;
  const lines: Line[] = [
    [wording.say({ 'zh-Hant': '身高', en: 'Height' }), height === null ? null : `${height} cm`],
    [wording.say({ 'zh-Hant': '體重', en: 'Weight' }), weight === null ? null : `${weight} kg`],
    [
      wording.say({ 'zh-Hant': '身體質量指數', en: 'Body mass index' }),
      bodyMassIndex === null ? null : `${bodyMassIndex} kg/m2`,
    ],
    [
      wording.say({ 'zh-Hant': '血壓', en: 'Blood pressure' }),
      systolic === null && diastolic === null ? null : `${systolic ?? '–'}/${diastolic ?? '–'} mmHg`,
    ],
  ];
  return lines.filter(([, value]) => value !== null).map((line) => [on, ...line]);
}
