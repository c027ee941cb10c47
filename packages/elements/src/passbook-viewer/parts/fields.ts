import {
  isUnmeasured,
  readDate,
  sectionOf,
  type AnyRecord,
  type Field,
  type RawRow,
  type RawValue,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { time } from '../../base/dates.js';
import { dataTable } from './data-table.js';
import type { Shown } from './shown.js';
import { explainButton, word, type Term } from './term.js';

/** Renders the nested rows of a record as a table. Columns that are empty in every row are omitted. */
export function nestedTable({ section, raw }: AnyRecord, shown: Shown): TemplateResult | typeof nothing {
  const nested = sectionOf(section)?.nested ?? null;
  const rows = nested === null ? '' : (raw[nested.key] ?? '');
  if (nested === null || typeof rows === 'string' || rows.length === 0) return nothing;
  const columns = nested.fields.filter(({ key }) => rows.some((row: RawRow) => fieldText(row[key]) !== ''));
  return html`${dataTable<RawRow>(
    shown.label(nested.label),
    columns.map((field) => ({
      title: shown.label(field.label),
      kind: field.type,
      cell: (row) => fieldCell(row[field.key], field, shown),
    })),
    rows,
    { showCaption: true },
  )}
  ${fieldsExplained(columns, shown)}`;
}

/**
 * Renders buttons that explain a table's columns. They are below the table, because tables have no header on a
 * phone.
 */
export function fieldsExplained(
  fields: readonly Pick<Field, 'key' | 'label'>[],
  shown: Shown,
): TemplateResult | typeof nothing {
  const terms = fields
    .map(({ key, label }): Term => ({ kind: 'field', code: key, name: shown.label(label) }))
    .filter((each) => shown.glossary.canExplain(each));
  if (terms.length === 0) return nothing;
  return html`<p class="terms quiet">
    ${shown.strings.whatWordsMean}
    ${terms.map((each) => html`<span>${each.name}${explainButton(each, shown)}</span> `)}
  </p>`;
}

export const fieldText = (value: RawValue | undefined): string => (typeof value === 'string' ? value : '');

export function fieldCell(value: RawValue | undefined, field: Field, shown: Shown): TemplateResult | string {
  const { dates, strings } = shown;
  const raw = fieldText(value);
  if (raw === '') return '';
  if (isUnmeasured(field, raw)) return html`<span class="quiet">${strings.notMeasured}</span>`;
  const { type, unit } = field;
  const amount = Number(raw);
  switch (type) {
    case 'date':
    case 'month': {
      const { date } = readDate(raw);
      return date === null ? raw : time(date, dates);
    }
    case 'amount':
      return Number.isFinite(amount) ? strings.dollars(amount.toLocaleString(dates.tag)) : raw;
    case 'points':
      return Number.isFinite(amount) ? strings.pointsAmount(amount.toLocaleString(dates.tag)) : raw;
    case 'days':
      return Number.isFinite(amount) ? strings.days(amount) : raw;
    case 'number':
      return unit === undefined ? raw : `${raw} ${readableUnits[unit] ?? unit}`;
    case 'text':
      return word(raw, shown);
    case 'code':
    case 'timestamp':
      return raw;
  }
}

/** Maps UCUM units to their common notation. */
const readableUnits: Readonly<Record<string, string>> = {
  'kg/m2': 'kg/m²',
  'mm[Hg]': 'mmHg',
  'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
  '[IU]/L': 'IU/L',
};
