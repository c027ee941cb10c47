import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html } from 'lit';
import type { BuiltInLocale } from '../../base/locale.js';
import { createRef, ref, type Ref } from 'lit/directives/ref.js';
import { MhbVisitCardEvent } from '../../base/visit-card-event.js';
import { paperFile, sharesFiles } from './paper-file.js';
import { preparePaper, type PageMargins } from './paper-sheet.js';
import type { HeaderWords } from '../header/header.strings.js';
import { printDialog, type PrintablePage } from './print-dialog.js';
import { unfold } from '../parts/folded.js';
import type { PrintWords } from './print.strings.js';
import type { Shown } from '../parts/shown.js';

/** The IDs of the pages in the summary, which fits on one sheet of paper. */
const SUMMARY: readonly string[] = ['overview'];

/**
 * How long to wait after `print()` for the browser to begin printing. Laying out the pages takes less time than
 * this.
 */
const LATE_MS = 1000;

export interface PaperOptions {
  /** Returns the texts in the margins of each page, or `undefined` if there is nothing to print. */
  readonly margins: () => Omit<PageMargins, 'alone'> | undefined;
  /** Returns the ID of the viewer's current page, which the browser's print command prints. */
  readonly shownPage: () => string;
  /** Returns the language of the screen. */
  readonly language: () => BuiltInLocale;
  /** Loads the strings of a language. */
  readonly speak: (language: BuiltInLocale) => Promise<void>;
  /** Resolves when the content of all pages is complete. */
  readonly settled: () => Promise<unknown>;
  /** Checks whether people can share files on this computer, which is never allowed on a shared computer. */
  readonly mayShare: () => boolean;
  /** Returns the name and the title of the file that contains the summary. */
  readonly summaryFile: () => { readonly name: string; readonly title: string };
}

/**
 * Prints a passbook. Asks which pages to print, shows these pages during printing, and then restores the screen.
 */
export class PaperController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: PaperOptions;
  readonly #dialog: Ref<HTMLDialogElement> = createRef();
  #chosen = SUMMARY;
  #language: BuiltInLocale | undefined;
  #folded: HTMLDetailsElement[] = [];
  #setBack: (() => void) | undefined;
  /** Whether the browser has reported that it has begun to print. */
  #begun = false;

  /** The IDs of the pages that are being printed. */
  printed: readonly string[] | undefined;
  /** The language of the pages that are being printed; `undefined` for the language of the screen. */
  spoken: BuiltInLocale | undefined;
  /** The nodes that other elements have added to the visit card. */
  added: readonly Node[] = [];

  constructor(host: ReactiveControllerHost & Element, options: PaperOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#begin);
    addEventListener('afterprint', this.end);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#begin);
    removeEventListener('afterprint', this.end);
    this.end();
  }

  ask(): void {
    this.#dialog.value?.showModal();
  }

  render(pages: readonly PrintablePage[], { strings }: Shown<PrintWords & HeaderWords>): TemplateResult {
    const language = this.#language ?? this.#options.language();
    return html`<dialog id="print-dialog" aria-labelledby="print-title" ${ref(this.#dialog)}>
      ${printDialog(
        {
          pages,
          chosen: this.#chosen,
          choose: (ids) => {
            this.#chosen = ids;
            this.#host.requestUpdate();
          },
          language,
          speak: (chosen) => {
            this.#language = chosen;
          },
          submit: (event) => {
            event.preventDefault();
            this.#dialog.value?.close();
            void this.print(this.#chosen, this.#language);
          },
          share:
            this.#options.mayShare() && sharesFiles()
              ? () => {
                  this.#dialog.value?.close();
                  void this.share(this.#language);
                }
              : undefined,
          close: () => {
            this.#dialog.value?.close();
          },
        },
        strings,
      )}
    </dialog>`;
  }

  /** Prints pages in the given language. The default is the language of the screen. */
  async print(sections: readonly string[] = SUMMARY, language?: BuiltInLocale): Promise<void> {
    if (!(await this.#lay(sections, language))) return;
    // WebKit counts the pages before it draws expanded content, and does not print pages that are added later.
    // Therefore, everything must be expanded before printing begins.
    this.#prepare();
    await this.#options.settled();
    this.#begun = false;
    print();
    // A browser that sends no print events has finished printing at this point.
    if (!(await this.#begins(sections))) this.end();
  }

  /**
   * Resolves to whether the browser reports with an event that printing begins or has ended. WebKit prints in a
   * separate process, so it might report this only after `print()` has returned.
   */
  async #begins(sections: readonly string[]): Promise<boolean> {
    if (this.#begun || this.printed !== sections) return true;
    await new Promise((resolve) => {
      addEventListener('beforeprint', resolve, { once: true });
      setTimeout(resolve, LATE_MS);
    });
    return this.#begun || this.printed !== sections;
  }

  /** Shares the summary as a file through the system's share sheet. If that fails, prints the summary. */
  async share(language?: BuiltInLocale): Promise<void> {
    if (!(await this.#lay(SUMMARY, language))) return;
    const paper = this.#host.shadowRoot?.querySelector('.paper');
    const { name, title } = this.#options.summaryFile();
    const { identity = '', disclaimer = '' } = this.#options.margins() ?? {};
    const file =
      paper === null || paper === undefined
        ? undefined
        : paperFile(paper, {
            name,
            title,
            lang: language ?? this.#options.language(),
            above: identity,
            below: disclaimer,
          });
    this.end();
    if (file === undefined) return;
    try {
      await navigator.share({ files: [file], title });
    } catch (thrown) {
      // A person who closes the share sheet does not want to print the document either.
      if ((thrown as DOMException).name !== 'AbortError') await this.print(SUMMARY, language);
    }
  }

  /** Renders the pages to print. Resolves to `false` if there is nothing to print. */
  async #lay(sections: readonly string[], language: BuiltInLocale | undefined): Promise<boolean> {
    if (this.#options.margins() === undefined) return false;
    if (language !== undefined) await this.#options.speak(language);
    this.spoken = language;
    this.added = sections.join() === SUMMARY.join() ? this.#askForMore() : [];
    this.#show(sections);
    await this.#host.updateComplete;
    // Open charts and all other content that is still being loaded must be printed too.
    await this.#options.settled();
    await this.#host.updateComplete;
    return true;
  }

  /** Restores the screen. */
  readonly end = (): void => {
    for (const each of this.#folded) each.open = false;
    this.#folded = [];
    this.#setBack?.();
    this.#setBack = undefined;
    this.added = [];
    this.#show(undefined);
  };

  #askForMore(): readonly Node[] {
    const event = new MhbVisitCardEvent();
    this.#host.dispatchEvent(event);
    return event.added;
  }

  readonly #begin = (): void => {
    this.#begun = true;
    this.#prepare();
  };

  #prepare(): void {
    const margins = this.#options.margins();
    if (margins === undefined || this.#setBack !== undefined) return;
    const isSummary = (this.printed ?? [this.#options.shownPage()]).join() === SUMMARY.join();
    this.#setBack = preparePaper(this.#host, {
      ...margins,
      // The summary consists of a single page, which already ends with the viewer's disclaimer.
      ...(isSummary ? { disclaimer: '' } : {}),
      alone: this.printed !== undefined,
    });
    // Everything is expanded, because nothing can be expanded on paper. The summary is an exception, because it
    // must fit on one page.
    if (isSummary) return;
    this.#folded = this.#host.shadowRoot === null ? [] : unfold(this.#host.shadowRoot);
  }

  #show(printed: readonly string[] | undefined): void {
    if (this.printed === printed) return;
    this.printed = printed;
    if (printed === undefined) this.spoken = undefined;
    this.#host.requestUpdate();
  }
}
