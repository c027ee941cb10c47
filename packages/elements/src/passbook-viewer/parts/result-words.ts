import {
  isUnitInferred,
  type LaboratoryPoint,
  type LaboratorySeries,
  type PartialDate,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from './shown.js';
import { term, word, type Term } from './term.js';

export const seriesName = ({ analyte, label }: LaboratorySeries, shown: Shown): string =>
  analyte === null ? label.normalize('NFKC') : shown.label(analyte.label);

/** Renders the name of the test to which a series belongs, with a button that explains the test. */
export const seriesTerm = (series: LaboratorySeries, shown: Shown): TemplateResult =>
  term(testOf(series, shown), shown);

/** Returns the test of a series as a term that can be explained. */
export const testOf = (series: LaboratorySeries, shown: Shown): Term =>
  series.analyte === null
    ? { kind: 'order', code: series.order.code, name: seriesName(series, shown) }
    : { kind: 'test', code: series.analyte.id, name: seriesName(series, shown) };

/**
 * Marks a result outside its range with an arrow and a word. The word is “high” or “low” for a number, and
 * “abnormal” for text.
 */
export function positionBadge(
  { position, quantity }: LaboratoryPoint,
  { strings }: Shown,
): TemplateResult | typeof nothing {
  if (position === null || position === 'within') return nothing;
  const arrow = position === 'above' ? '▲' : '▼';
  const word = quantity === null ? strings.abnormal : position === 'above' ? strings.above : strings.below;
  return html`<span class="badge danger">${arrow} ${word}</span>`;
}

/** Returns a UCUM unit in common notation. */
export function unitText(unit: string | null): string {
  if (unit === null) return '';
  return unit
    .replace(/^10\*(\d)/, (_, power: string) => `10${superscripts.charAt(Number(power))}`)
    .replace(/\bu(?=[\w[])/g, 'µ')
    .replace(/\/uL/g, '/µL')
    .replace('/{1.73_m2}', '/1.73 m²')
    .replace(/kg\/m2/, 'kg/m²')
    .replace(/\{([^{}]*)\}/g, ' $1')
    .replace(/[[\]]/g, '');
}
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Renders a value with its unit. If the facility uses a different unit, the facility's notation follows. A result
 * in words is translated into the language of the screen.
 */
export const valueText = (point: LaboratoryPoint, shown: Shown): TemplateResult => {
  const { value, unit, quantity, written } = point;
  const { strings } = shown;
  return html`<strong>${value === null || quantity !== null ? value : word(value, shown)}</strong>${
      unit === null || quantity === null || quantity.unit !== undefined
        ? nothing
        : html` <small class="unit">${unitText(unit)}${unitMark(point, shown)}</small>`
    }${written === null ? nothing : html` <small class="quiet">${strings.writtenAs(written)}</small>`}`;
};

/** Renders a mark after a unit that the passbook does not state but the viewer has inferred. */
export const unitMark = (point: LaboratoryPoint, { strings }: Shown): TemplateResult | typeof nothing =>
  isUnitInferred(point) ? html`<abbr title=${strings.unitInferred}>*</abbr>` : nothing;

/** Renders a note that explains the mark for inferred units, if any of the results has it. */
export const unitMarkExplained = (
  points: readonly (LaboratoryPoint | undefined)[],
  { strings }: Shown,
): TemplateResult | typeof nothing =>
  points.some((point) => point !== undefined && isUnitInferred(point))
    ? html`<p class="quiet">* ${strings.unitInferred}</p>`
    : nothing;

/** Returns the range in numbers, or the text from the passbook if the range contains no numbers. */
export function rangeText({ range }: LaboratoryPoint): string {
  if (range === null) return '—';
  const { low, high, expected, text } = range;
  if (low !== null && high !== null) return `${low.value} – ${high.value}`;
  if (high !== null) return `${high.inclusive ? '≤' : '<'} ${high.value}`;
  if (low !== null) return `${low.inclusive ? '≥' : '>'} ${low.value}`;
  return expected ?? text;
}

const MONTHS_PER_YEAR = 12;

/** Returns the time since a day, in whole months or years, as text. */
export function age(date: PartialDate | null, today: string, { strings }: Shown): string {
  if (date === null) return '';
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [thisYear = 0, thisMonth = 1, thisDay = 1] = today.split('-').map(Number);
  const months = (thisYear - year) * MONTHS_PER_YEAR + thisMonth - month - (thisDay < day ? 1 : 0);
  if (months < 1) return strings.thisMonth;
  return months < 2 * MONTHS_PER_YEAR
    ? strings.monthsAgo(months)
    : strings.yearsAgo(Math.floor(months / MONTHS_PER_YEAR));
}
