import { sectionOf, type AnyRecord, type Field, type RawRow, type RawValue } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../base/dates.js';
import { paged, rawButton, type Paging, type Shown } from './shown.js';

/** Any section as a table of its main fields, the rows inside a record below it; also sections nobody knows. */
export function sectionTable(records: readonly AnyRecord[], paging: Paging, shown: Shown): TemplateResult {
  const section = sectionOf(records[0]?.section ?? '');
  const columns = section?.fields.filter(({ detail }) => detail !== true) ?? unknownColumns(records);
  const filled = columns.filter(({ key }) => records.some(({ raw }) => text(raw[key]) !== ''));
  const newestFirst = [...records].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  // Beyond a handful of columns a table can only be read sideways; a list of fields reads downwards.
  if (filled.length > WIDEST_TABLE) {
    return paged(
      newestFirst,
      paging,
      shown,
      (visible) => html`${visible.map((record) => fields(record, filled, shown))}`,
    );
  }
  return paged(
    newestFirst,
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
                    ${filled.map((field) => html`<td class=${field.type}>${cell(record.raw[field.key], field, shown)}</td>`)}
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
        if (text(value) === '') return nothing;
        return html`<div>
          <dt>${shown.label(field.label)}</dt>
          <dd class="pre">${cell(value, field, shown)}</dd>
        </div>`;
      })}
    </dl>
    ${rawButton(record, shown)}
  </article>`;
}

function nestedRow({ section, raw }: AnyRecord, span: number, shown: Shown): TemplateResult | typeof nothing {
  const nested = sectionOf(section)?.nested ?? null;
  const rows = nested === null ? '' : (raw[nested.key] ?? '');
  if (nested === null || typeof rows === 'string' || rows.length === 0) return nothing;
  const columns = nested.fields.filter(({ key }) => rows.some((row: RawRow) => text(row[key]) !== ''));
  return html`<tr class="nested">
    <td colspan=${span}>
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
                ${columns.map((field) => html`<td class=${field.type}>${cell(row[field.key], field, shown)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </td>
  </tr>`;
}

const unknownColumns = (records: readonly AnyRecord[]): Field[] =>
  [...new Set(records.flatMap(({ raw }) => Object.keys(raw)))].map((key) => ({
    key,
    label: { 'zh-Hant': key, en: key },
    type: 'text',
  }));

const text = (value: RawValue | undefined): string => (typeof value === 'string' ? value : '');

function cell(
  value: RawValue | undefined,
  { type, unit }: Field,
  { dates, strings }: Shown,
): TemplateResult | string {
  const raw = text(value);
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
      return unit === undefined ? raw : `${raw} ${unit}`;
    case 'text':
    case 'code':
    case 'timestamp':
      return raw;
  }
}

/** `20260312` → `2026-03-12`, `202603` → `2026-03`; what is neither stays as written. */
function isoDate(raw: string): string | undefined {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})?$/.exec(raw) ?? [];
  if (year === undefined || month === undefined) return undefined;
  return date === undefined ? `${year}-${month}` : `${year}-${month}-${date}`;
}
