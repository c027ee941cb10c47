import type { ActivityEntry } from '@mhb-kit/core/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import type { AccountBodyStrings } from './account-body.strings.js';

/**
 * Renders the access record (存取紀錄), which states who used the data, when, and through which website.
 * @param more the button that loads earlier entries
 */
export function activityTable(
  entries: readonly ActivityEntry[],
  strings: AccountBodyStrings,
  moment: (instant: string) => string,
  more: unknown,
): TemplateResult {
  const row = ({ action, actor, representative, embedder, lastAt, times }: ActivityEntry): TemplateResult =>
    html`<tr role="row">
      <td role="cell"><time datetime=${lastAt}>${moment(lastAt)}</time></td>
      <td role="cell">
        ${strings.actions[action]}${times > 1 ? html` <small class="quiet">${strings.times(times)}</small>` : nothing}
        ${actor === 'representative' ? html`<strong>${strings.byRepresentative(representative ?? '')}</strong>` : nothing}
      </td>
      <td role="cell">${actor === 'service' ? strings.byService : (embedder ?? strings.ownPages)}</td>
    </tr>`;
  return html`<div part="part" class="part">
    <h3 id="activity">${strings.activity}</h3>
    <p class="quiet">${strings.activityHint}</p>
    ${
      entries.length === 0
        ? html`<p>${strings.noActivity}</p>`
        : html`<div class="records">
            <table role="table" aria-labelledby="activity">
              <thead>
                <tr role="row">
                  <th role="columnheader" scope="col">${strings.when}</th>
                  <th role="columnheader" scope="col">${strings.what}</th>
                  <th role="columnheader" scope="col">${strings.through}</th>
                </tr>
              </thead>
              <tbody>
                ${entries.map(row)}
              </tbody>
            </table>
          </div>`
    }
    ${more}
  </div>`;
}
