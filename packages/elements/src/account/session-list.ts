import type { SessionSummary } from '@mhb-kit/core/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import type { AccountBodyStrings } from './account-body.strings.js';

/** The functions that end a single session and all sessions. */
export interface SessionEnds {
  readonly one: (id: string) => unknown;
  readonly all: () => unknown;
}

/** Renders 目前登入的地方: where the person is logged in, and which representatives are reading at the moment. */
export function sessionList(
  sessions: readonly SessionSummary[],
  strings: AccountBodyStrings,
  moment: (instant: string) => string,
  end: SessionEnds,
): TemplateResult {
  const row = ({
    id,
    current,
    assurance,
    passkey,
    representative,
    embedder,
    openedAt,
    lastUsedAt,
  }: SessionSummary): TemplateResult => {
    const where = embedder ?? strings.ownPages;
    const who = representative === null ? undefined : strings.byRepresentative(representative);
    return html`<li>
      <div>
        <strong>${where}</strong>
        ${who === undefined ? nothing : html`<span class="badge warning">${who}</span>`}
        <span class="badge">${passkey ? strings.byPasskey : strings.assurance[assurance]}</span>
        <small class="quiet">${strings.since(moment(openedAt), moment(lastUsedAt))}</small>
      </div>
      ${
        current
          ? html`<span class="badge success">${strings.thisOne}</span>`
          : html`<button
              type="button"
              aria-label=${strings.endOf([where, who].filter((each) => each !== undefined).join(' '))}
              @click=${() => end.one(id)}
            >
              ${strings.end}
            </button>`
      }
    </li>`;
  };
  return html`<div part="part" class="part">
    <h3 tabindex="-1" id="sessions">${strings.sessions}</h3>
    <ul class="sessions" aria-labelledby="sessions">
      ${sessions.map(row)}
    </ul>
    <div class="actions">
      <button type="button" id="end-all" @click=${end.all}>${strings.endAll}</button>
    </div>
  </div>`;
}
