import { isExpired, type DataRequest } from '@mhb-kit/core/request';
import { html, type TemplateResult } from 'lit';
import { formatDate, formatTime, time, type DateStyle } from '../base/dates.js';
import * as icons from '../base/icons.js';
import type { RequestTableStrings } from './request-table.strings.js';

export interface HistoryView {
  readonly strings: RequestTableStrings;
  readonly dates: DateStyle;
  readonly now: Date;
  /** Shows a request. */
  readonly show: (request: DataRequest) => void;
}

/** Lists the person's requests, each with a button that shows its results. */
export function requestHistory(
  requests: readonly DataRequest[],
  shown: DataRequest | undefined,
  { strings, dates, now, show }: HistoryView,
): TemplateResult {
  const row = (request: DataRequest): TemplateResult => {
    const gone = request.status === 'expired' || isExpired(request, now);
    // The date alone would not distinguish between several requests on the same day.
    const isOnlyOne = requests.filter(({ requestedOn }) => requestedOn === request.requestedOn).length === 1;
    const timeOfDay = isOnlyOne ? '' : formatTime(new Date(request.requestedAt), dates.tag);
    const date = `${formatDate(request.requestedOn, dates)} ${timeOfDay}`.trim();
    return html`<li>
      <span>${time(request.requestedOn, dates)} ${timeOfDay}</span>
      <span class="badge">${strings.requestStatus[gone ? 'expired' : request.status]}</span>
      <span class="grow"></span>
      ${
        request === shown
          ? html`<span class="quiet">${strings.shown}</span>`
          : html`<button
              type="button"
              class="icon"
              aria-label=${strings.show(date)}
              title=${strings.show(date)}
              @click=${() => {
                show(request);
              }}
            >
              ${icons.magnifier()}
            </button>`
      }
    </li>`;
  };
  return html`<div class="step history">
    <h3>${strings.history}</h3>
    <ul>
      ${requests.map(row)}
    </ul>
  </div>`;
}
