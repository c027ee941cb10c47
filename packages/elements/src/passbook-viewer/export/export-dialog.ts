import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../base/icons.js';
import type { ExportFormat } from './export-files.js';
import type { FrameWords } from '../frame/frame.strings.js';
import type { ExportWords } from './export.strings.js';

export const exportFormats: readonly ExportFormat[] = ['sealed', 'xlsx', 'csv', 'json', 'fhir', 'ips'];
/**
 * The minimum length of an archive password. It is longer than that of a password for the NHI's portal, because an
 * archive on a USB stick can be attacked offline.
 */
export const SHORTEST_PASSWORD = 8;

/** A table that can be exported, which is either a section or the nested rows of its records. */
export interface ExportTable {
  readonly key: string;
  readonly title: string;
}

export interface ExportDialog {
  readonly format: ExportFormat;
  readonly tables: readonly ExportTable[];
  readonly error: string | undefined;
  readonly busy: boolean;
  /** The language of the page. The file is written in the same language unless the person chooses another one. */
  readonly locale: 'zh-Hant' | 'en';
  /** Whether the person wants the file to contain their name and identity. */
  readonly named: boolean;
  readonly choose: (format: ExportFormat) => void;
  readonly nameMe: (named: boolean) => void;
  readonly submit: (event: SubmitEvent) => void;
  readonly close: () => void;
}

/** Renders the dialog that asks for the format of the file, and for a password if the file is encrypted. */
export function exportDialog(
  { format, tables, error, busy, locale, named, choose, nameMe, submit, close }: ExportDialog,
  strings: FrameWords & ExportWords,
): TemplateResult {
  return html`<form class="sheet export" novalidate @submit=${submit}>
    <div class="title">
      <h3 id="export-title">${strings.exportTitle}</h3>
      <button type="button" class="icon" aria-label=${strings.closeDialog} @click=${close}>
        ${icons.close()}
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
            ${format === 'fhir' || format === 'ips' ? fhirChoices(locale, named, nameMe, strings) : nothing}
            <p class="warn">${strings.exportPlain}</p>`
    }
    <p id="export-error" class="field-error" role="alert">${error ?? nothing}</p>
    <div class="actions">
      <button type="submit" class="primary" aria-disabled=${busy}>
        ${busy ? html`<span class="spinner"></span>` : icons.download()}${strings.save}
      </button>
    </div>
  </form>`;
}

const tableChoice = (tables: readonly ExportTable[], strings: FrameWords & ExportWords): TemplateResult =>
  html`<div class="field">
    <label for="csv-table">${strings.csvTable}</label>
    <select id="csv-table" name="table">
      ${tables.map(({ key, title }) => html`<option value=${key}>${title}</option>`)}
    </select>
  </div>`;

const fhirChoices = (
  locale: ExportDialog['locale'],
  named: boolean,
  nameMe: ExportDialog['nameMe'],
  strings: FrameWords & ExportWords,
): TemplateResult =>
  html`<div class="field">
      <label for="fhir-language">${strings.exportLanguage}</label>
      <select id="fhir-language" name="language">
        <option value="zh-Hant" .selected=${locale === 'zh-Hant'}>中文</option>
        <option value="en" .selected=${locale === 'en'}>English</option>
      </select>
    </div>
    <label class="choice">
      <input
        id="name-me"
        type="checkbox"
        .checked=${named}
        aria-describedby="name-me-advice"
        @change=${(event: Event) => {
          nameMe((event.currentTarget as HTMLInputElement).checked);
        }}
      />
      <span>${strings.exportNamed}</span>
    </label>
    <p class="quiet" id="name-me-advice">${strings.exportNamedAdvice}</p>
    ${named ? identityFields(strings) : nothing}`;

const identityFields = (strings: FrameWords & ExportWords): TemplateResult =>
  html`${(
    [
      ['identity-name', strings.exportName, 'name'],
      ['identity-birth-date', strings.exportBirthDate, 'bday'],
      ['identity-id', strings.exportNationalId, 'off'],
    ] as const
  ).map(
    ([id, label, autocomplete]) =>
      html`<div class="field">
        <label for=${id}>${label}</label>
        <input id=${id} type="text" autocomplete=${autocomplete} aria-describedby="export-error" />
      </div>`,
  )}`;
