import { isExpired, type DataRequest } from '@mhb-kit/core/request';
import { html, type TemplateResult } from 'lit';
import { formatDateInText } from '../base/dates.js';
import * as icons from '../base/icons.js';
import { notice } from '../base/notice.js';
import { countdown } from './countdown.js';
import { ResultsTable, type TableView, type Ticking } from './results-table.js';
import { isAllSelected } from './selection.js';

/** The selection of everything, which includes categories that become ready later. */
export interface Everything {
  readonly isChosen: boolean;
  readonly choose: (chosen: boolean) => void;
}

/**
 * Renders the results of a request and the choice of what to download, or the reason why there are no results.
 * @param bar the actions for the selected rows
 */
export function resultsView(
  request: DataRequest,
  now: Date,
  ticking: Ticking,
  everything: Everything,
  view: TableView,
  bar: TemplateResult,
): TemplateResult {
  const { strings, dates } = view;
  const on = formatDateInText(request.requestedOn, dates);
  if (request.status === 'expired' || isExpired(request, now)) {
    return notice('info', strings.expired(on));
  }
  if (request.status === 'failed') return notice('warning', strings.requestFailed);
  const isAll = isAllSelected(ticking.selection, request);
  return html`
    <div class="summary">
      <p>${strings.results(on, formatDateInText(request.availableUntil, dates))}</p>
      <span class="badge">${icons.clock()}${strings.erasedIn(countdown(request, now, strings.units))}</span>
    </div>
    <label class="choice all">
      <input
        type="checkbox"
        id="select-all"
        .checked=${everything.isChosen || isAll}
        .indeterminate=${ticking.selection.size > 0 && !isAll}
        @change=${(event: Event) => {
          everything.choose((event.target as HTMLInputElement).checked);
        }}
      />
      ${strings.selectAll}
    </label>
    ${new ResultsTable(ticking, view).render(request, on)} ${bar}
  `;
}
