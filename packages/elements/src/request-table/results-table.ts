import type { LocalMonth } from '@mhb-kit/core/identity';
import {
  categoryClassLabels,
  leftOutToTell,
  type Category,
  type CategoryClass,
  type DataRequest,
  type RequestSection,
} from '@mhb-kit/core/request';
import { html, nothing, type TemplateResult } from 'lit';
import { time, type DateStyle } from '../base/dates.js';
import type { RequestTableStrings } from './request-table.strings.js';
import { isComplete, withMonth, withSection, type Selection } from './selection.js';

/** The state of the person's selection, and the functions that change it. */
export interface Ticking {
  readonly selection: Selection;
  /** The IDs of the △ categories for which the individual months are shown. */
  readonly singleMonths: ReadonlySet<string>;
  /**
   * Applies a change to the current selection. It takes a function, so that two clicks before the next rendering
   * both have an effect.
   */
  readonly select: (change: (selection: Selection) => Selection) => void;
  readonly showSingleMonths: (categories: ReadonlySet<string>) => void;
}

/** The data that the table needs for rendering. */
export interface TableView {
  readonly strings: RequestTableStrings;
  readonly dates: DateStyle;
  readonly label: (label: Category['label']) => string;
  readonly category: (id: string) => Category | undefined;
}

/**
 * Renders a table with the results of a request. Each category has a row, with checkboxes for the person's
 * selection.
 */
export class ResultsTable {
  readonly #ticking: Ticking;
  readonly #view: TableView;

  constructor(ticking: Ticking, view: TableView) {
    this.#ticking = ticking;
    this.#view = view;
  }

  /** @param on the day on which the request was made, as text */
  render(request: DataRequest, on: string): TemplateResult {
    const { strings } = this.#view;
    const known = request.sections.flatMap((section) => {
      const category = this.#view.category(section.category);
      return category === undefined ? [] : [{ section, category }];
    });
    const classes = [...new Set(known.map(({ category }) => category.class))];
    return html`<table part="table" role="table">
      <caption class="visually-hidden">
        ${strings.tableCaption(on)}
      </caption>
      <thead>
        <tr role="row">
          <th role="columnheader" scope="col">${strings.columnClass}</th>
          <th role="columnheader" scope="col">${strings.columnSelect}</th>
          <th role="columnheader" scope="col">${strings.columnCategory}</th>
          <th role="columnheader" scope="col">${strings.columnWindow}</th>
          <th role="columnheader" scope="col">${strings.columnStatus}</th>
        </tr>
      </thead>
      ${classes.map((each) => {
        const rows = known.filter(({ category }) => category.class === each);
        return html`<tbody>
          ${rows.map(({ section, category }, index) =>
            this.#renderRow(section, category, index === 0 ? { of: each, rows: rows.length } : undefined),
          )}
        </tbody>`;
      })}
    </table>`;
  }

  #renderRow(
    section: RequestSection,
    category: Category,
    first: { readonly of: CategoryClass; readonly rows: number } | undefined,
  ): TemplateResult {
    const { strings } = this.#view;
    const available = section.status === 'available';
    const ticked = this.#ticking.selection.get(category.id);
    const label = this.#view.label(category.label);
    const id = `name-${category.id}`;
    const tone = { pending: '', available: 'success', 'no-data': '', failed: 'warning' }[section.status];
    return html`<tr
      role="row"
      class="${available ? 'available' : 'unavailable'} ${ticked === undefined ? '' : 'ticked'}"
    >
      ${
        first === undefined
          ? nothing
          : html`<th role="rowheader" scope="rowgroup" class="class" rowspan=${first.rows}>
              ${this.#view.label(categoryClassLabels[first.of])}
            </th>`
      }
      <td role="cell" class="tick">
        ${
          available
            ? html`<label class="choice">
                <span class="visually-hidden">${label}</span>
                <input
                  type="checkbox"
                  name=${category.id}
                  .checked=${isComplete(ticked, section)}
                  .indeterminate=${ticked !== undefined && !isComplete(ticked, section)}
                  @change=${(event: Event) => {
                    this.#tick(section, isChecked(event));
                  }}
                />
              </label>`
            : nothing
        }
      </td>
      <th role="rowheader" scope="row" class="name" id=${id}>
        ${label}
        ${category.monthly ? html`<span class="triangle" title=${strings.monthly}>△</span>` : nothing}
        ${category.monthly && available ? this.#renderModes(section, label) : nothing}
      </th>
      <td role="cell" class="window">
        ${
          section.window === null
            ? strings.allKept
            : html`${time(section.window.start, this.#view.dates)} ${strings.to}
              ${time(section.window.end, this.#view.dates)}`
        }
      </td>
      <td role="cell" class="status">
        <span class="badge ${tone}">${strings.status[section.status]}</span>
        ${available ? html`<small>${strings.records(section.recordCount)}</small>` : nothing}
        ${leftOutToTell(section.leftOut ?? []).map(
          ([reason, count]) => html`<small>${strings.leftOut[reason](count)}</small>`,
        )}
      </td>
    </tr>`;
  }

  /** Renders the choice between one merged file and individual months, which only △ categories offer. */
  #renderModes(section: RequestSection, label: string): TemplateResult {
    const { strings } = this.#view;
    const { category, months } = section;
    const single = this.#ticking.singleMonths.has(category);
    const mode = (on: boolean, words: string): TemplateResult =>
      html`<label class="choice">
        <input
          type="radio"
          name="mode-${category}"
          .checked=${single === on}
          @change=${() => {
            this.#setMode(category, on);
          }}
        />
        ${words}
      </label>`;
    // The radio buttons are in a separate form. Otherwise, Chromium would keep references to removed radio
    // buttons, so that the whole table would stay in memory after the person has left.
    return html`<form @submit=${preventDefault}>
        <div class="modes" role="radiogroup" aria-label=${strings.mode(label)}>
          ${mode(false, strings.merged)} ${mode(true, strings.single)}
        </div>
      </form>
      ${
        single
          ? html`<div class="months" role="group" aria-label=${strings.months(label)}>
              ${months.map((month) => this.#renderMonth(category, month))}
            </div>`
          : nothing
      }`;
  }

  #renderMonth(category: string, month: LocalMonth): TemplateResult {
    const ticked = this.#ticking.selection.get(category);
    return html`<label class="choice">
      <input
        type="checkbox"
        .checked=${ticked !== undefined && ticked !== 'merged' && ticked.includes(month)}
        @change=${(event: Event) => {
          const on = isChecked(event);
          this.#ticking.select((selection) => withMonth(selection, category, month, on));
        }}
      />
      ${time(month, this.#view.dates)}
    </label>`;
  }

  #setMode(category: string, single: boolean): void {
    const { singleMonths, select, showSingleMonths } = this.#ticking;
    const modes = new Set(singleMonths);
    if (single) modes.add(category);
    else modes.delete(category);
    showSingleMonths(modes);
    select((selection) => withSection(selection, category, single ? undefined : 'merged'));
  }

  #tick({ category, months }: RequestSection, on: boolean): void {
    const { singleMonths, select } = this.#ticking;
    const ticked = singleMonths.has(category) ? months : 'merged';
    select((selection) => withSection(selection, category, on ? ticked : undefined));
  }
}

const isChecked = (event: Event): boolean => (event.target as HTMLInputElement).checked;

function preventDefault(event: Event): void {
  event.preventDefault();
}
