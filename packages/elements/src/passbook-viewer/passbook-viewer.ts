import { taipeiDate } from '@mhb-kit/core/identity';
import { loadModule } from '@mhb-kit/core/load-module';
import type { TrustedIssuer } from '@mhb-kit/core/manifest';
import { disclaimer, type Passbook } from '@mhb-kit/core/passbook';
import type { OfficialDrugs } from '@mhb-kit/knowledge';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { calendarFor, type CalendarName } from '../base/dates.js';
import { property, state } from '../base/decorators.js';
import { MhbElement } from '../base/element.js';
import { builtInLocale, type BuiltInLocale, type StringTables } from '../base/locale.js';
import * as icons from '../base/icons.js';
import { saveFile } from '../base/save-file.js';
import { SessionController } from '../base/session-controller.js';
import type { Book } from './book.js';
import { familyStyles } from './family/family.styles.js';
import { MhbPassbookCloseEvent, MhbPassbookExportEvent } from './events.js';
import { frameZh, type FrameWords } from './frame/frame.strings.js';
import { progressStyles } from '../base/progress.styles.js';
import { frameStyles } from './frame/frame.styles.js';
import { ImportController, type IncomingFile } from './import/import-controller.js';
import { ImportView } from './import/import-view.js';
import { trustedIssuers } from './import/trusted-issuers.js';
import { ShownPerson } from './shown-person.js';
import { KeepController } from './vault/keep-controller.js';
import { KeepQuestions } from './vault/keep-questions.js';
import { ViewController } from './view-controller.js';
import { startOf, type ViewerView } from './view/view.js';

const tables: StringTables<FrameWords> = {
  'zh-Hant': frameZh,
  en: async () => (await import('./frame/frame.strings.en.js')).frameEn,
};

export type { PassbookViewerStrings } from './book-words.js';
export type { IncomingFile } from './import/import-controller.js';
export { useWorkers, type WorkerMakers } from './view/workers.js';
export type { ViewerView } from './view/view.js';

/**
 * @summary Opens files downloaded from My Health Bank and explains them, entirely in the browser.
 *
 * Data never leaves the browser. Nothing from a file is sent over the network, and nothing is stored unless
 * the person asks for it. The contents of files are shown as text, never as markup.
 *
 * The viewer keeps the passbooks of several people apart and shows one of them. It recognizes the owner of a
 * download by the ID number that opened it or by a trusted signature. If there is neither, it asks the person.
 *
 * @tag mhb-passbook-viewer
 * @fires {MhbPassbookOpenEvent} mhb-passbook-open - A passbook was opened, files were added to
 *   it, or another person's passbook is now shown.
 * @fires {MhbPassbookExportEvent} mhb-passbook-export - A file is about to be saved; call `preventDefault()` to save it
 *   elsewhere.
 * @fires {MhbVisitCardEvent} mhb-visit-card - The sheet for a physician is about to be printed; call `event.add(node)`
 *   to add content to the sheet.
 * @fires {MhbSectionChangeEvent} mhb-section-change - The person switched to another page of the passbook.
 * @fires {MhbViewChangeEvent} mhb-view-change - The person changed the state of the viewer, such as the search, a
 *   filter, or an opened chart.
 * @fires {MhbPassbookCloseEvent} mhb-passbook-close - The passbook was closed and removed from memory, or
 *   another person's passbook has taken its place.
 * @csspart frame - The frame of the component.
 * @csspart drop - The area for dropping files.
 * @csspart disclaimer - The note that a passbook is not a medical record.
 * @csspart notice - Each message.
 * @cssprop [--mhb-chart-line] - The line of a chart.
 * @cssprop [--mhb-chart-band] - The reference range in a chart.
 */
export class MhbPassbookViewer extends MhbElement<FrameWords> {
  static override styles: CSSResultGroup = [MhbElement.styles, progressStyles, frameStyles, familyStyles];

  /** The calendar for years, `roc` or `gregorian`. The default is `roc` in Chinese and `gregorian` otherwise. */
  @property() calendar: CalendarName | undefined;

  /**
   * The current page: `glance`, `overview`, `medications` or another page of the viewer. The key of a section,
   * such as `premium-billing`, selects the page that contains the section. Set this property to link to a page of
   * the passbook. Setting it shows the top of the page and ends a search, as the navigation does.
   * `mhb-section-change` reports changes of the property.
   */
  @property({ reflect: true })
  get section(): string {
    return this.#view.value.section;
  }

  set section(section: string) {
    this.#view.change(startOf(section));
  }

  /**
   * Whether the viewer is on a shared computer, where nothing can be stored in the browser. The provider's `kiosk`
   * has the same effect.
   */
  @property({ type: Boolean }) kiosk = false;

  /** Trusted issuers of signatures on archives. The provider's gateway is trusted in addition to these. */
  @property({ attribute: false }) issuers: readonly TrustedIssuer[] = [];

  /**
   * The person's year of birth, which passbooks do not contain. The viewer uses it for ranges and check-ups that
   * depend on age. People can enter it on the pages that need it, or the web page can set it if it already knows
   * the year. It stays in memory until the passbook is closed.
   */
  @property({ attribute: false }) birthYear: number | null = null;

  /**
   * The government's drug files, as combined by `mhb knowledge build`. If they are set, the viewer also uses them
   * to explain drugs, and shows the license and date of the files.
   */
  @property({ attribute: false }) officialDrugs: OfficialDrugs | undefined;

  /** Returns the time from which values such as "days left" are computed. Replaced only in tests and stories. */
  @property({ attribute: false }) clock: () => Date = () => new Date();

  @state() private announcement = '';

  readonly #import = new ImportController(this, {
    prepare: async (passbook, signal) => {
      const book = await this.#openBook();
      await book.prepare(passbook, signal);
    },
    judged: () => ({ today: taipeiDate(this.clock()), birthYear: this.birthYear }),
    issuers: () => trustedIssuers(this.issuers, this.gatewayClient),
  });
  readonly #importView = new ImportView(this, this.#import, (files) => {
    void this.open(files.map((file) => ({ name: file.name, content: file })));
  });
  readonly #session = new SessionController(this, () => this.gatewayClient);
  readonly #view = new ViewController(this, () => this.passbook !== undefined);
  readonly #keep = new KeepController(this, {
    allowed: () => !this.kiosk && !this.isKiosk,
    show: async (family, content) => {
      const kept = await this.#import.adopt(family, content);
      if (kept !== undefined && this.passbook !== undefined) await this.#person.show(undefined);
      return kept;
    },
  });
  readonly #announce = (words: string): void => {
    this.announcement = words;
  };
  readonly #keepQuestions = new KeepQuestions(this, this.#keep, {
    describe: this.describeError,
    announce: this.#announce,
    lock: () => {
      this.close();
    },
  });
  readonly #person: ShownPerson = new ShownPerson(this, {
    import: this.#import,
    keep: this.#keep,
    keepQuestions: this.#keepQuestions,
    view: this.#view,
    strings: () => this.locale.strings,
    book: () => this.#book,
    announce: this.#announce,
  });
  /** The code that shows an open passbook. It is loaded when the first passbook is opened. */
  #book: Book | undefined;

  constructor() {
    super('passbook-viewer', tables, ['archive', 'passbook']);
  }

  /** The passbook that is open. */
  get passbook(): Passbook | undefined {
    return this.#import.passbook;
  }

  /**
   * The state of the viewer as JSON, which includes the page, the search, the filters, and the expanded and
   * compared items. Set a previous value to return to that state. Members that are missing from the value stay
   * unchanged. `mhb-view-change` reports changes of the state.
   */
  @property({ attribute: false })
  get view(): ViewerView {
    return this.#view.value;
  }

  set view(view: Partial<ViewerView>) {
    this.#view.change(view);
  }

  /**
   * Opens files. If a passbook is already open, each file is added to the passbook of the file's owner. Resolves
   * to whether the files were read.
   */
  open(files: readonly IncomingFile[]): Promise<boolean> {
    return this.#person.open(files);
  }

  async #openBook(): Promise<Book> {
    if (this.#book !== undefined) return this.#book;
    const module = await loadModule(import('./book.js'));
    await this.updateComplete;
    this.#book ??= new module.Book(this, {
      import: this.#import,
      keep: this.#keep,
      keepQuestions: this.#keepQuestions,
      locale: this.locale,
      calendar: () => this.calendar,
      now: () => this.clock(),
      client: () => this.gatewayClient,
      birthYear: () => this.birthYear,
      officialDrugs: () => this.officialDrugs,
      setBirthYear: (year) => {
        this.birthYear = year;
      },
      view: this.#view,
      turnTo: (member) => void this.#person.turnTo(member),
      change: (done) => void this.#person.change(done),
      add: this.#importView.choose,
      close: () => {
        this.close();
      },
      save: (content, name) => {
        if (this.dispatchEvent(new MhbPassbookExportEvent(content, name))) saveFile(content, name);
      },
      announce: this.#announce,
      describe: this.describeError,
    });
    return this.#book;
  }

  /**
   * Closes the passbook and removes it from memory. If the passbook is stored in the browser, the encrypted copy
   * stays there.
   */
  close(): void {
    this.#import.clear();
    this.#keep.lock();
    this.#book?.close();
    this.#person.clear();
    this.#view.reset();
    for (const dialog of this.renderRoot.querySelectorAll('dialog')) dialog.close();
    for (const form of this.renderRoot.querySelectorAll('form')) form.reset();
    this.announcement = this.locale.strings.closed;
    this.dispatchEvent(new MhbPassbookCloseEvent());
  }

  /**
   * Prints pages of the passbook without the rest of the web page. By default, prints the one-page summary in the
   * language of the screen. `language` selects a different language for the printout.
   */
  print(sections?: readonly string[], language?: BuiltInLocale): Promise<void> {
    return this.#book?.print(sections, language) ?? Promise.resolve();
  }

  /** Moves the focus to the password field, the title of the page, or the first field, whichever is shown. */
  override focus(options?: FocusOptions): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    (find('#password') ?? find('#section-title') ?? find('input, button'))?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('birthYear')) void this.#book?.judgeAgain();
  }

  protected override updated(): void {
    const { passwordField } = this.#importView;
    if (this.#import.state.step === 'locked' && this.shadowRoot?.activeElement !== passwordField) {
      passwordField?.focus();
    }
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    const book = this.passbook === undefined ? undefined : this.#book;
    return html`<section
      part="frame"
      class="frame ${this.#importView.dragging ? 'dragging' : ''}"
      lang=${tag}
      aria-label=${strings.heading}
      @dragover=${this.#importView.handleDragOver}
      @dragleave=${this.#importView.handleDragLeave}
      @drop=${this.#importView.handleDrop}
    >
      ${book?.renderHeader() ?? html`<h2>${strings.heading}</h2>`} ${this.#renderWhose(tag)}
      ${book?.renderWhose() ?? nothing}
      ${this.#importView.renderProgress(strings, calendarFor(this.calendar, tag)) ?? (book === undefined ? this.#renderStart(strings) : nothing)}
      <div role="alert">${this.#renderError()}</div>
      ${book?.render() ?? nothing}
      <p part="disclaimer" class="disclaimer">
        ${icons.info()}<span>${disclaimer[builtInLocale(tag)]}</span>
      </p>
      <p role="status" class="visually-hidden">${this.announcement}</p>
      ${book?.renderDialogs() ?? nothing} ${this.#keepQuestions.render(strings)}
    </section>`;
  }

  /**
   * For a legal representative, states whose passbook is shown, unless the open files belong to a different
   * person.
   */
  #renderWhose(tag: string): TemplateResult | typeof nothing {
    const subject = this.passbook?.subjectId;
    const whose = this.#session.session?.person.nationalId;
    return subject === undefined || subject === whose ? this.#session.whose(tag) : nothing;
  }

  #renderStart(strings: FrameWords): TemplateResult {
    return html`${this.#keepQuestions.renderUnlock(strings)} ${this.#importView.renderDrop(strings)}`;
  }

  #renderError(): TemplateResult | typeof nothing {
    return this.errorNotice(this.#import.error);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-passbook-viewer': MhbPassbookViewer;
  }
}
