import type { WantedCard } from '@mhb-kit/core/card';
import type { MhbError } from '@mhb-kit/core/error';
import type { ErrorText } from '@mhb-kit/core/error-messages';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../base/icons.js';
import type { CardController } from './card-controller.js';
import { cardStatus } from './card-status.js';
import type { CardStatusStrings } from './card-status.strings.js';

/** Renders the current state of the card reader and card, and what the person should do. */
export function readerPanel(
  card: CardController,
  wanted: WantedCard,
  strings: CardStatusStrings,
  describe: (error: MhbError) => ErrorText,
  beside: unknown = nothing,
): TemplateResult {
  const status = cardStatus(card, wanted, strings, describe);
  const { action, confirm } = status;
  return html`<div
    part="reader"
    class="reader ${status.card ?? ''}"
    role="group"
    aria-label=${strings.cardSection}
  >
    ${status.card === undefined ? icons.reader() : icons.card()}
    <p role="status">
      ${status.busy === true ? html`<span class="spinner"></span>` : nothing}
      <span>${status.words}</span>
      ${card.reader?.simulated === true ? html`<span class="badge warning">${strings.simulated}</span>` : nothing}
    </p>
    ${status.remedy === undefined ? card.help?.() : html`<small>${status.remedy}</small>`}
    ${
      confirm === undefined
        ? nothing
        : html`<small>
            ${strings.confirmCode} <strong class="code">${confirm.code}</strong>
            <a href=${confirm.url} target="mhb-card-bridge" rel="noopener">${strings.openBridgeWindow}</a>
          </small>`
    }
    ${
      action === undefined
        ? nothing
        : html`<button type="button" @click=${() => (action === 'connect' ? card.connect() : card.probe())}>
            ${action === 'connect' ? strings.connectReader : strings.retry}
          </button>`
    }
    ${beside}
  </div>`;
}
