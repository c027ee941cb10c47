import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../base/icons.js';
import type { ExportFormat } from './export-files.js';
import type { PassbookViewerStrings } from './passbook-viewer.strings.js';

export const exportFormats: readonly ExportFormat[] = ['sealed', 'csv', 'json', 'fhir', 'ips'];
/** An archive on a stick is guessed at leisure: a password of one's own is longer than the portal's. */
export const SHORTEST_PASSWORD = 8;

/** A table that can be exported: a section, or the rows inside its records. */
export interface ExportTable {
  readonly key: string;
  readonly title: string;
}

export interface ExportDialog {
  readonly format: ExportFormat;
  readonly tables: readonly ExportTable[];
  readonly error: string | undefined;
  readonly busy: boolean;
  readonly choose: (format: ExportFormat) => void;
  readonly submit: (event: SubmitEvent) => void;
  readonly close: () => void;
}

/** Asks what to save a passbook as, and for a password where it leaves encrypted. */
export function exportDialog(
  { format, tables, error, busy, choose, submit, close }: ExportDialog,
  strings: PassbookViewerStrings,
): TemplateResult {
  return html`<form class="sheet export" novalidate @submit=${submit}>
    <div class="title">
      <h3 id="export-title">${strings.exportTitle}</h3>
      <button type="button" class="icon" aria-label=${strings.closeDialog} @click=${close}>
        ${icons.close}
      </button>
    </div>
    <fieldset>
      <legend class="visually-hidden">${strings.exportTitle}</legend>
      ${exportFormats.map(
        (each) =>
          html`<label class="choice format">
            <input
              type="radio"
              name="format"
              value=${each}
              .checked=${each === format}
              @change=${() => {
                choose(each);
              }}
            />
            <span
              ><strong>${strings.exportFormats[each].name}</strong> ${strings.exportFormats[each].use}</span
            >
          </label>`,
      )}
    </fieldset>
    ${
      format === 'sealed'
        ? html`<div class="field">
            <label for="new-password">${strings.newPassword}</label>
            <p class="quiet" id="new-password-rule">${strings.newPasswordRule(SHORTEST_PASSWORD)}</p>
            <input
              id="new-password"
              name="password"
              type="password"
              autocomplete="new-password"
              minlength=${SHORTEST_PASSWORD}
              aria-invalid=${error !== undefined}
              aria-describedby="new-password-rule export-error"
            />
          </div>`
        : html`${format === 'csv' ? tableChoice(tables, strings) : nothing}
            <p class="warn">${strings.exportPlain}</p>`
    }
    <p id="export-error" class="field-error" role="alert">${error ?? nothing}</p>
    <div class="actions">
      <button type="submit" class="primary" aria-disabled=${busy}>
        ${busy ? html`<span class="spinner"></span>` : icons.download}${strings.save}
      </button>
    </div>
  </form>`;
}

const tableChoice = (tables: readonly ExportTable[], strings: PassbookViewerStrings): TemplateResult =>
  html`<div class="field">
    <label for="csv-table">${strings.csvTable}</label>
    <select id="csv-table" name="table">
      ${tables.map(({ key, title }) => html`<option value=${key}>${title}</option>`)}
    </select>
  </div>`;
