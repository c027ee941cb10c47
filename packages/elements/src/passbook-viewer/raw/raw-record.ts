import { sectionOf, type AnyRecord, type Field, type RawRow } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from '../parts/shown.js';
import type { RawWords } from './raw.strings.js';

/**
 * Renders a record exactly as its file states it, with every field and its label, the nested rows, and the names
 * of the files that contain the record.
 */
export function rawRecord(record: AnyRecord, shown: Shown<RawWords>): TemplateResult {
  const section = sectionOf(record.section);
  return html`${fieldList(record.raw, section?.fields ?? [], shown)}
    ${Object.entries(record.raw).map(([key, value]) =>
      typeof value === 'string'
        ? nothing
        : html`<h4>${section?.nested?.key === key ? shown.label(section.nested.label) : key}</h4>
            ${value.map((row) => fieldList(row, section?.nested?.fields ?? [], shown))}`,
    )}
    <p class="quiet source">
      ${shown.strings.source}${record.sources.map(({ file }) => html`<span>${file}</span>`)}
    </p>`;
}

function fieldList(
  row: RawRow,
  fields: readonly Field[],
  { label, strings }: Shown<RawWords>,
): TemplateResult {
  const known = new Map(fields.map((field) => [field.key, field]));
  return html`<dl class="raw-fields">
    ${Object.entries(row).map(([key, value]) => {
      if (typeof value !== 'string') return nothing;
      const field = known.get(key);
      return html`<div>
        <dt>${field === undefined ? key : label(field.label)} <code>${key}</code></dt>
        <dd class="pre">${value === '' ? html`<span class="quiet">${strings.emptyField}</span>` : value}</dd>
      </div>`;
    })}
  </dl>`;
}
