import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../base/icons.js';
import type { BuiltInLocale } from '../../base/locale.js';
import type { PrintWords } from './print.strings.js';
import type { HeaderWords } from '../header/header.strings.js';
import type { Shown } from '../parts/shown.js';

/** A page that can be printed. */
export interface PrintablePage {
  readonly id: string;
  readonly title: string;
}

export interface PrintDialog {
  readonly pages: readonly PrintablePage[];
  /** The IDs of the pages to print. The overview alone is the one-page summary. */
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
  /** The language of the printout, which can differ from the language of the screen. */
  readonly language: BuiltInLocale;
  readonly speak: (language: BuiltInLocale) => void;
  readonly submit: (event: SubmitEvent) => void;
  /** Shares the summary. Set to `undefined` if files cannot be shared here. */
  readonly share: (() => void) | undefined;
  readonly close: () => void;
}

/**
 * The languages of a printout. Each name is in its own language, so that people who need that language can find
 * it.
 */
const languages = [
  ['zh-Hant', '中文'],
  ['en', 'English'],
] as const satisfies readonly (readonly [BuiltInLocale, string])[];

/** Renders the dialog that asks what to print, which is either the one-page summary or individual pages. */
export function printDialog(
  { pages, chosen, choose, language, speak, submit, share, close }: PrintDialog,
  strings: Shown<HeaderWords & PrintWords>['strings'],
): TemplateResult {
  const summary = chosen.length === 1 && chosen[0] === 'overview';
  const choice = (
    id: string,
    checked: boolean,
    words: TemplateResult,
    kind: 'radio' | 'checkbox',
    change: () => void,
  ) =>
    html`<label class="choice format">
      <input
        type=${kind}
        name=${kind === 'radio' ? 'what' : 'section'}
        value=${id}
        .checked=${checked}
        @change=${change}
      />
      <span>${words}</span>
    </label>`;
  return html`<form class="sheet" novalidate @submit=${submit}>
    <div class="title">
      <h3 id="print-title">${strings.printTitle}</h3>
      <button type="button" class="icon" aria-label=${strings.closeDialog} @click=${close}>
        ${icons.close()}
      </button>
    </div>
    <fieldset>
      <legend class="visually-hidden">${strings.printTitle}</legend>
      ${choice(
        'summary',
        summary,
        html`<strong>${strings.printSummary}</strong> ${strings.printSummaryUse}`,
        'radio',
        () => {
          choose(['overview']);
        },
      )}
      ${choice(
        'sections',
        !summary,
        html`<strong>${strings.printSections}</strong> ${strings.printSectionsUse}`,
        'radio',
        () => {
          choose(['medications', 'laboratory', 'allergies']);
        },
      )}
    </fieldset>
    ${
      summary
        ? nothing
        : html`<fieldset class="sections">
            <legend>${strings.printWhich}</legend>
            ${pages.map(({ id, title }) =>
              choice(id, chosen.includes(id), html`${title}`, 'checkbox', () => {
                choose(
                  pages.map((each) => each.id).filter((each) => (each === id) !== chosen.includes(each)),
                );
              }),
            )}
          </fieldset>`
    }
    <div class="field">
      <label for="print-language">${strings.printLanguage}</label>
      <select
        id="print-language"
        .value=${language}
        @change=${(event: Event) => {
          speak((event.currentTarget as HTMLSelectElement).value as BuiltInLocale);
        }}
      >
        ${languages.map(
          ([tag, name]) =>
            html`<option value=${tag} lang=${tag} .selected=${tag === language}>${name}</option>`,
        )}
      </select>
    </div>
    <p class="quiet">${strings.printMasked}</p>
    <div class="actions">
      <button type="submit" class="primary" ?disabled=${chosen.length === 0}>
        ${icons.print()}${strings.print}
      </button>
      ${
        summary && share !== undefined
          ? html`<button type="button" id="share-paper" @click=${share}>${strings.sharePaper}</button>`
          : nothing
      }
    </div>
  </form>`;
}
