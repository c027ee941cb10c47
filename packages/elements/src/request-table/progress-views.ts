import type { DataRequest } from '@mhb-kit/core/request';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../base/icons.js';
import type { Transfer } from './download-controller.js';
import type { ReadPhase } from './read-controller.js';
import type { RequestTableStrings } from './request-table.strings.js';

/** Renders the buttons of the request table and the progress of its operations. */

export interface ReadView {
  /** The request that is in progress. */
  readonly running: DataRequest | undefined;
  /** The phase of the operation; `undefined` if no operation is in progress. */
  readonly phase: ReadPhase | undefined;
  /** The message that followed the latest press of the button. */
  readonly outcome: TemplateResult | undefined;
  readonly error: unknown;
  readonly press: () => void;
}

const finished = ({ sections }: DataRequest): number =>
  sections.filter(({ status }) => status !== 'pending').length;

/** Renders the button 看我的健康存摺, or the progress of the operation that this button has started. */
export function readView(
  { running, phase, outcome, error, press }: ReadView,
  strings: RequestTableStrings,
): TemplateResult {
  if (phase === undefined)
    return html`<div class="reading">
      <button part="read" type="button" class="primary" id="read" @click=${press}>
        ${icons.open()}${strings.read}
      </button>
      <span class="quiet">${strings.readHint}</span>
      <div role="alert">${error}</div>
      <div role="status" id="read-outcome" tabindex="-1">${outcome}</div>
    </div>`;
  const words =
    running === undefined ? strings.opening : strings.preparing(finished(running), running.sections.length);
  return html`<div class="reading progress" id="reading" tabindex="-1">
    <p><span class="spinner"></span>${words}</p>
    <progress
      aria-label=${strings.progress}
      max="1"
      value=${running === undefined ? nothing : running.progress}
    ></progress>
    <div role="alert">${error}</div>
  </div>`;
}

/** Renders the button 資料申請, or the progress of the request. */
export function applyView(
  {
    running,
    applying,
    apply,
    refresh,
  }: {
    readonly running: DataRequest | undefined;
    readonly applying: boolean;
    readonly apply: () => void;
    readonly refresh: () => void;
  },
  strings: RequestTableStrings,
): TemplateResult {
  return html`<div class="step">
    <h3>${strings.step1}</h3>
    ${
      running === undefined
        ? html`<div class="actions">
            <button
              part="apply"
              type="button"
              class="primary"
              id="apply"
              aria-disabled=${applying}
              @click=${apply}
            >
              ${applying ? html`<span class="spinner"></span>${strings.applying}` : strings.apply}
            </button>
            <span class="quiet">${strings.applyHint}</span>
          </div>`
        : progressView(running, refresh, strings)
    }
  </div>`;
}

/** Renders the progress of a request. */
function progressView(
  request: DataRequest,
  refresh: () => void,
  strings: RequestTableStrings,
): TemplateResult {
  return html`<div class="progress">
    <div class="title">
      <p>${strings.processing}</p>
      <button type="button" id="refresh" @click=${refresh}>${icons.refresh()}${strings.refresh}</button>
    </div>
    <progress aria-label=${strings.progress} max="1" .value=${request.progress}></progress>
    <span class="quiet">${strings.progressText(finished(request), request.sections.length)}</span>
  </div>`;
}

/** Renders the progress of a download, with a button that cancels the download. */
export function transferView(
  transfer: Transfer,
  cancel: () => void,
  strings: RequestTableStrings,
): TemplateResult {
  const fraction = transfer.phase === 'sealing' ? undefined : transfer.fraction;
  const words = fraction === undefined ? strings.sealing : strings.downloading(Math.floor(fraction * 100));
  return html`<div class="bar">
    <div class="actions">
      <span class="count">${words}</span>
      <button type="button" id="cancel" @click=${cancel}>${strings.cancel}</button>
    </div>
    <progress aria-label=${words} max="1" value=${fraction ?? nothing}></progress>
  </div>`;
}

/** Renders the actions for the selected rows. */
export function downloadBar(
  {
    alert,
    outcome,
    selected,
    open,
    download,
  }: {
    readonly alert: unknown;
    readonly outcome: TemplateResult | undefined;
    readonly selected: number;
    readonly open: () => void;
    readonly download: () => void;
  },
  strings: RequestTableStrings,
): TemplateResult {
  return html`<div class="bar">
    <div role="alert">${alert}</div>
    <div role="status">${outcome}</div>
    <div class="actions">
      <span class="count">${selected > 0 ? strings.selected(selected) : nothing}</span>
      <button type="button" id="open" @click=${open}>${icons.open()}${strings.openInViewer}</button>
      <button part="download" type="button" id="download" class="primary" @click=${download}>
        ${icons.download()}${strings.download}
      </button>
    </div>
  </div>`;
}
