import {
  isUnmeasured,
  sectionOf,
  type AnyRecord,
  type Field,
  type RawRow,
  type RawValue,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../../base/dates.js';
import { dataTable } from './data-table.js';
import type { Shown } from './shown.js';

/** The rows inside a record: those columns that any of them fills. */
export function nestedTable({ section, raw }: AnyRecord, shown: Shown): TemplateResult | typeof nothing {
  const nested = sectionOf(section)?.nested ?? null;
  const rows = nested === null ? '' : (raw[nested.key] ?? '');
  if (nested === null || typeof rows === 'string' || rows.length === 0) return nothing;
  const columns = nested.fields.filter(({ key }) => rows.some((row: RawRow) => fieldText(row[key]) !== ''));
  return dataTable<RawRow>(
    shown.label(nested.label),
    columns.map((field) => ({
      title: shown.label(field.label),
      kind: field.type,
      cell: (row) => fieldCell(row[field.key], field, shown),
    })),
    rows,
    { showCaption: true },
  );
}

export const fieldText = (value: RawValue | undefined): string => (typeof value === 'string' ? value : '');

export function fieldCell(
  value: RawValue | undefined,
  field: Field,
  { dates, strings }: Shown,
): TemplateResult | string {
  const raw = fieldText(value);
  if (raw === '') return '';
  if (isUnmeasured(field, raw)) return html`<span class="quiet">${strings.notMeasured}</span>`;
  const { type, unit } = field;
  const amount = Number(raw);
  switch (type) {
    case 'date':
    case 'month': {
      const iso = isoDate(raw);
      return iso === undefined ? raw : html`<time datetime=${iso}>${formatDate(iso, dates)}</time>`;
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
    case 'code':
    case 'timestamp':
      return raw;
  }
}

/** UCUM for machines, and what people know it as. */
const readableUnits: Readonly<Record<string, string>> = {
  'kg/m2': 'kg/m²',
  'mm[Hg]': 'mmHg',
  'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
  '[IU]/L': 'IU/L',
};

/** `20260312` → `2026-03-12`, `202603` → `2026-03`; what is neither stays as written. */
function isoDate(raw: string): string | undefined {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})?$/.exec(raw) ?? [];
  if (year === undefined || month === undefined) return undefined;
  return date === undefined ? `${year}-${month}` : `${year}-${month}-${date}`;
}
