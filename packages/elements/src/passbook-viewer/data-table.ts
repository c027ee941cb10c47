import { html, nothing, type TemplateResult } from 'lit';

/** A column: its heading, and what a row has there. `spoken` headings are for those who cannot see what is obvious. */
export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => unknown;
  /** Numbers are set flush right, so that their digits stand below each other. */
  readonly kind?: 'number';
  readonly spoken?: true;
  /** What a row is about; its cell heads the row. */
  readonly head?: true;
}

/** A table that can be scrolled sideways by keyboard where the page is narrow. */
export function dataTable<T>(
  caption: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${caption}>
    <table>
      <caption class="visually-hidden">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(
            ({ title, kind, spoken }) =>
              html`<th scope="col" class=${kind ?? nothing}>
                ${spoken === true ? html`<span class="visually-hidden">${title}</span>` : title}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map(({ cell, kind, head }) =>
                head === true
                  ? html`<th scope="row" class=${kind ?? nothing}>${cell(row)}</th>`
                  : html`<td class=${kind ?? nothing}>${cell(row)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
