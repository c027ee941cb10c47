import { loadModule } from '@mhb-kit/core/load-module';
import type { MhbError } from '@mhb-kit/core/error';
import type { ErrorText } from '@mhb-kit/core/error-messages';
import { sectionOf, type AnyRecord, type Passbook, type PassbookWorker } from '@mhb-kit/core/passbook';
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref, type Ref } from 'lit/directives/ref.js';
import { AttemptController } from '../../base/attempt-controller.js';
import { builtInLocale, type BuiltInLocale } from '../../base/locale.js';
import { exportDialog, SHORTEST_PASSWORD, type ExportTable } from './export-dialog.js';
import type { ExportFormat } from './export-files.js';
import type { Shown } from '../parts/shown.js';
import type { ExportWords } from './export.strings.js';

export interface ExportOptions {
  readonly describe: (error: MhbError) => ErrorText;
  /** Saves the finished file. */
  readonly save: (content: Blob, name: string) => void;
  /** Announces a completed action to screen readers. */
  readonly announce: (words: string) => void;
  readonly now: () => Date;
  readonly worker: PassbookWorker;
}

/** Saves a passbook as a file. Asks for the format and options, creates the file, and reports errors. */
export class ExportController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ExportOptions;
  readonly #dialog: Ref<HTMLDialogElement> = createRef();
  #format: ExportFormat = 'sealed';
  readonly #attempt: AttemptController;
  #passwordShort = false;
  #named = false;

  constructor(host: ReactiveControllerHost, options: ExportOptions) {
    this.#host = host;
    this.#options = options;
    this.#attempt = new AttemptController(host);
  }

  ask(): void {
    this.#dialog.value?.showModal();
  }

  render(passbook: Passbook, shown: Shown<ExportWords>): TemplateResult {
    return html`<dialog id="export" aria-labelledby="export-title" ${ref(this.#dialog)}>
      ${exportDialog(
        {
          format: this.#format,
          tables: tablesOf(passbook, shown),
          error: this.#errorWords(shown),
          busy: this.#attempt.isRunning,
          locale: localeOf(shown),
          named: this.#named,
          nameMe: (named) => {
            this.#named = named;
            this.#begin();
          },
          choose: (format) => {
            this.#format = format;
            this.#begin();
          },
          submit: (event) => {
            event.preventDefault();
            void this.#export(event.currentTarget as HTMLFormElement, passbook, shown);
          },
          close: () => {
            this.#dialog.value?.close();
          },
        },
        shown.strings,
      )}
    </dialog>`;
  }

  /** Removes the messages that belong to the previous choice. */
  #begin(): void {
    this.#passwordShort = false;
    if (!this.#attempt.isRunning) this.#attempt.forget();
    this.#host.requestUpdate();
  }

  async #export(form: HTMLFormElement, passbook: Passbook, shown: Shown<ExportWords>): Promise<void> {
    if (this.#attempt.isRunning) return;
    this.#begin();
    const format = this.#format;
    const passwordField = form.querySelector<HTMLInputElement>('#new-password');
    const password = passwordField?.value ?? '';
    this.#passwordShort = format === 'sealed' && password.length < SHORTEST_PASSWORD;
    if (this.#passwordShort) {
      passwordField?.focus();
      return;
    }
    const identity = this.#named
      ? {
          name: valueIn(form, '#identity-name'),
          birthDate: valueIn(form, '#identity-birth-date'),
          nationalId: valueIn(form, '#identity-id'),
        }
      : null;
    await this.#attempt.run(async (signal) => {
      const { exportPassbook } = await loadModule(import('./export-files.js'), signal);
      const { name, content } = await exportPassbook(passbook, format, {
        password,
        table: valueIn(form, '#csv-table') ?? '',
        locale: languageIn(form) ?? localeOf(shown),
        identity,
        now: this.#options.now(),
        worker: this.#options.worker,
        signal,
      });
      this.#options.save(content, name);
      this.#options.announce(shown.strings.exported(name));
      form.reset();
      this.#named = false;
      this.#dialog.value?.close();
    });
  }

  #errorWords({ strings }: Shown<ExportWords>): string | undefined {
    if (this.#passwordShort) return strings.newPasswordShort(SHORTEST_PASSWORD);
    const { error } = this.#attempt;
    return error === undefined ? undefined : this.#options.describe(error).message;
  }
}

const localeOf = ({ dates }: Shown): BuiltInLocale => builtInLocale(dates.tag);

const valueIn = (form: HTMLFormElement, selector: string): string | undefined =>
  form.querySelector<HTMLInputElement | HTMLSelectElement>(selector)?.value;

function languageIn(form: HTMLFormElement): BuiltInLocale | undefined {
  const chosen = valueIn(form, '#fhir-language');
  return chosen === 'zh-Hant' || chosen === 'en' ? chosen : undefined;
}

/** Returns every section that has records, and the nested list of each section that has one. */
function tablesOf({ sections, unknownSections }: Passbook, { label }: Shown): ExportTable[] {
  return [...Object.entries(sections), ...Object.entries(unknownSections)].flatMap(
    ([key, records]: [string, readonly AnyRecord[]]): ExportTable[] => {
      if (records.length === 0) return [];
      const section = sectionOf(key);
      const title = section === undefined ? key : label(section.label);
      const nested = section?.nested ?? null;
      return [
        { key, title },
        ...(nested === null ? [] : [{ key: nested.key, title: `${title}: ${label(nested.label)}` }]),
      ];
    },
  );
}
