import { sectionOf, type AnyRecord, type Field, type SectionListing } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import type { NavigationWords } from '../../navigation/navigation.strings.js';
import { dataTable, type Column } from '../../parts/data-table.js';
import { fieldCell, fieldText, fieldsExplained, nestedTable } from '../../parts/fields.js';
import { fieldName } from '../../parts/term.js';
import { preparing } from '../../parts/preparing.js';
import { paged, rawButton, type Paging, type Shown } from '../../parts/shown.js';
import type { PageContext } from '../page.js';

/** Renders the page for a section that no other page shows. */
export function drawSection(
  key: string,
  { data, paging }: PageContext,
  shown: Shown<NavigationWords>,
): TemplateResult {
  const listing = data.section(key);
  return listing === undefined ? preparing(shown) : sectionTable(listing, paging, shown);
}

/**
 * Shows any section, even an unknown one, as a table of its main fields. The nested rows of a record are shown
 * below that record.
 */
function sectionTable(
  { fields: filled, records }: SectionListing,
  paging: Paging,
  shown: Shown<NavigationWords>,
): TemplateResult {
  const section = sectionOf(records[0]?.section ?? '');
  // A table with more columns would have to be scrolled sideways, so the fields of each record are listed
  // vertically instead.
  if (filled.length > WIDEST_TABLE) {
    return paged(
      records,
      paging,
      shown,
      (visible) => html`${visible.map((record) => fields(record, filled, shown))}`,
    );
  }
  const columns: readonly Column<AnyRecord>[] = [
    ...filled.map((field) => ({
      title: shown.label(field.label),
      kind: field.type,
      cell: (record: AnyRecord) => fieldCell(record.raw[field.key], field, shown),
    })),
    { title: shown.strings.rawFields, spoken: true, cell: (record) => rawButton(record, shown) },
  ];
  const caption = section === undefined ? shown.strings.sections : shown.label(section.label);
  return paged(
    records,
    paging,
    shown,
    (visible) =>
      html`${dataTable(caption, columns, visible, { below: (record) => nestedTable(record, shown) })}
      ${fieldsExplained(filled, shown)}`,
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
          <dt>${fieldName(field.key, shown.label(field.label), shown)}</dt>
          <dd class="pre">${fieldCell(value, field, shown)}</dd>
        </div>`;
      })}
    </dl>
    ${rawButton(record, shown)}
  </article>`;
}
