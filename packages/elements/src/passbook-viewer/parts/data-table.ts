import { html, nothing, type TemplateResult } from 'lit';

/** A column: its heading, and what a row has there. `spoken` headings are for those who cannot see what is obvious. */
export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => unknown;
  /** Class of its cells: numbers are set flush right, so that their digits stand below each other. */
  readonly kind?: string;
  readonly spoken?: true;
  /** What a row is about; its cell heads the row. */
  readonly head?: true;
}

export interface TableOptions<T> {
  /** Says what the table holds; otherwise only those who cannot see it are told. */
  readonly showCaption?: true;
  /** What belongs to a row and is shown below it. */
  readonly below?: (row: T) => TemplateResult | typeof nothing;
}

/** A table that can be scrolled sideways by keyboard where it is wider than the page; on a telephone its rows are cards. */
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
