import {
  sectionOf,
  type AnyRecord,
  type Field,
  type RawRow,
  type RawValue,
  type SectionListing,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../base/dates.js';
import { paged, rawButton, type Paging, type Shown } from './shown.js';

/** Any section as a table of its main fields, the rows inside a record below it; also sections nobody knows. */
export function sectionTable(
  { fields: filled, records }: SectionListing,
  paging: Paging,
  shown: Shown,
): TemplateResult {
  const section = sectionOf(records[0]?.section ?? '');
  // Beyond a handful of columns a table can only be read sideways; a list of fields reads downwards.
  if (filled.length > WIDEST_TABLE) {
    return paged(
      records,
      paging,
      shown,
      (visible) => html`${visible.map((record) => fields(record, filled, shown))}`,
    );
  }
  return paged(
    records,
    paging,
    shown,
    (visible) =>
      html`<div
        class="scroll"
        tabindex="0"
        role="group"
        aria-label=${section === undefined ? shown.strings.sections : shown.label(section.label)}
      >
        <table>
          <thead>
            <tr>
              ${filled.map((field) => html`<th scope="col">${shown.label(field.label)}</th>`)}
              <th scope="col"><span class="visually-hidden">${shown.strings.rawFields}</span></th>
            </tr>
          </thead>
          <tbody>
            ${visible.map(
              (record) =>
                html`<tr>
                    ${filled.map((field) => html`<td class=${field.type}>${fieldCell(record.raw[field.key], field, shown)}</td>`)}
                    <td>${rawButton(record, shown)}</td>
                  </tr>
                  ${nestedRow(record, filled.length + 1, shown)}`,
            )}
          </tbody>
        </table>
      </div>`,
  );
}

const WIDEST_TABLE = 8;

function fields(record: AnyRecord, columns: readonly Field[], shown: Shown): TemplateResult {
  return html`<article class="card">
    <dl class="pairs">
      ${columns.map((field) => {
        const value = record.raw[field.key];
        if (fieldText(value) === '') return nothing;
        return html`<div>
          <dt>${shown.label(field.label)}</dt>
          <dd class="pre">${fieldCell(value, field, shown)}</dd>
        </div>`;
      })}
    </dl>
    ${rawButton(record, shown)}
  </article>`;
}

function nestedRow(record: AnyRecord, span: number, shown: Shown): TemplateResult | typeof nothing {
  const table = nestedTable(record, shown);
  return table === nothing
    ? nothing
    : html`<tr class="nested">
        <td colspan=${span}>${table}</td>
      </tr>`;
}

/** The rows inside a record: those columns that any of them fills. */
export function nestedTable({ section, raw }: AnyRecord, shown: Shown): TemplateResult | typeof nothing {
  const nested = sectionOf(section)?.nested ?? null;
  const rows = nested === null ? '' : (raw[nested.key] ?? '');
  if (nested === null || typeof rows === 'string' || rows.length === 0) return nothing;
  const columns = nested.fields.filter(({ key }) => rows.some((row: RawRow) => fieldText(row[key]) !== ''));
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${shown.label(nested.label)}>
    <table>
      <caption>
        ${shown.label(nested.label)}
      </caption>
      <thead>
        <tr>
          ${columns.map((field) => html`<th scope="col">${shown.label(field.label)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row: RawRow) =>
            html`<tr>
              ${columns.map((field) => html`<td class=${field.type}>${fieldCell(row[field.key], field, shown)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export const fieldText = (value: RawValue | undefined): string => (typeof value === 'string' ? value : '');

export function fieldCell(
  value: RawValue | undefined,
  { type, unit }: Field,
  { dates, strings }: Shown,
): TemplateResult | string {
  const raw = fieldText(value);
  if (raw === '') return '';
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
