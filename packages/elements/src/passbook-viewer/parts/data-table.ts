import { html, nothing, type TemplateResult } from 'lit';

/**
 * A table column, with its heading and a function that renders each of its cells. A `spoken` heading is visible
 * only to screen readers.
 */
export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => unknown;
  /** CSS class of the column's cells. Numbers, for example, are right-aligned, so that their digits line up. */
  readonly kind?: string;
  readonly spoken?: true;
  /** Whether the cells of this column are the headers of their rows. */
  readonly head?: true;
}

export interface TableOptions<T> {
  /** Shows the caption of the table, which is otherwise visible only to screen readers. */
  readonly showCaption?: true;
  /** Renders content that is shown below a row. */
  readonly below?: (row: T) => TemplateResult | typeof nothing;
}

/**
 * Renders a table. If the table is wider than the page, people can scroll it sideways, even with the keyboard. On
 * a phone, its rows become cards.
 */
export function dataTable<T>(
  caption: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  { showCaption, below }: TableOptions<T> = {},
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${caption}>
    <table>
      <caption class=${showCaption === true ? nothing : 'visually-hidden'}>
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
                ${columns.map((column) => cell(column, row))}
              </tr>
              ${belowRow(below?.(row) ?? nothing, columns.length)}`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cell<T>({ title, cell: content, kind, head, spoken }: Column<T>, row: T): TemplateResult {
  if (head === true) return html`<th scope="row" class=${kind ?? nothing}>${content(row)}</th>`;
  return spoken === true
    ? html`<td class="spoken">${content(row)}</td>`
    : html`<td class=${kind ?? nothing} data-title=${title}><div>${content(row)}</div></td>`;
}

const belowRow = (content: TemplateResult | typeof nothing, span: number): TemplateResult | typeof nothing =>
  content === nothing
    ? nothing
    : html`<tr class="nested">
        <td colspan=${span}>${content}</td>
      </tr>`;
