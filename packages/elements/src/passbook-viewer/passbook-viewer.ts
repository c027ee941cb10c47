import { taipeiDate } from '@mhb-kit/core/identity';
import type { TrustedIssuer } from '@mhb-kit/core/manifest';
import {
  disclaimer,
  sectionOf,
  type AnyRecord,
  type Passbook,
  type PassbookFile,
} from '@mhb-kit/core/passbook';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { formatDate, type CalendarName, type DateStyle } from '../base/dates.js';
import { MhbElement } from '../base/element.js';
import { passwordField } from '../base/field.js';
import { icons } from '../base/icons.js';
import { saveFile } from '../base/save-file.js';
import { authenticity } from './authenticity.js';
import type * as Charts from './charts.js';
import {
  MhbPassbookCloseEvent,
  MhbPassbookExportEvent,
  MhbPassbookOpenEvent,
  MhbSectionChangeEvent,
  MhbViewChangeEvent,
} from './events.js';
import { ExportController } from './export-controller.js';
import { IntakeController, type IncomingFile } from './intake-controller.js';
import { nextTask } from './next-task.js';
import { page, preparing, type PageContext } from './page.js';
import { PaperController } from './paper-controller.js';
import { passbookViewerStrings, type PassbookViewerStrings } from './passbook-viewer.strings.js';
import { passbookViewerStyles } from './passbook-viewer.styles.js';
import { rawRecord } from './raw-record.js';
import { searchHits } from './search.js';
import { countRecords, pageHolding, viewerSections, type ViewerSection } from './sections.js';
import { yearName, type Paging, type Shown } from './shown.js';
import { KeepController } from './vault/keep-controller.js';
import { KeepQuestions } from './vault/keep-questions.js';
import { ViewerData } from './viewer-data.js';
import { firstView, placeOf, recordAt, type ViewerView } from './viewer-view.js';

export type { IncomingFile } from './intake-controller.js';
export { useWorkers, type WorkerMakers } from './workers.js';
export type { ViewerView } from './viewer-view.js';

/** Charts are redrawn when the width changes by this much, in pixels. */
const WIDTH_STEP = 40;
const NARROWEST_CHART = 240;
/** What an A4 page has between its margins, in CSS pixels. */
const PAPER_WIDTH = 640;

/**
 * @summary Opens what people download from My Health Bank and makes it understood: in the browser, on files alone.
 *
 * Nothing leaves the browser: nothing of a file goes over the network, and nothing is stored unless the person asks for it. What
 * a file holds is shown as text, never as markup.
 *
 * @tag mhb-passbook-viewer
 * @fires {MhbPassbookOpenEvent} mhb-passbook-open - A passbook is open, or has grown.
 * @fires {MhbPassbookExportEvent} mhb-passbook-export - A file is about to be saved; prevent its default to save it elsewhere.
 * @fires {MhbSectionChangeEvent} mhb-section-change - The person turned to another page of it.
 * @fires {MhbViewChangeEvent} mhb-view-change - The person moved on inside it: a search, a filter, a chart opened.
 * @fires {MhbPassbookCloseEvent} mhb-passbook-close - The passbook was closed and forgotten.
 * @csspart frame - The box.
 * @csspart drop - Where files are dropped.
 * @csspart disclaimer - What a passbook is and is not.
 * @csspart notice - Each message.
 * @cssprop [--mhb-chart-line] - The line of a trend.
 * @cssprop [--mhb-chart-band] - The reference range behind it.
 */
export class MhbPassbookViewer extends MhbElement<PassbookViewerStrings> {
  static override styles: CSSResultGroup = [MhbElement.styles, passbookViewerStyles];

  /** `roc` or `gregorian` years; by default ROC ones in Chinese, western ones in other languages. */
  @property() calendar: CalendarName | undefined;

  /**
   * The page of the passbook on show: `overview`, `timeline`, `visits`, `medications`, `laboratory`, `allergies`, `reports`,
   * `discharges`, `vaccinations`, `dental`, `chinese-medicine`, `prevention`, `programmes`, `wills`, `insurance`, or the key
   * of a section (`r6`, `premium-billing`), which leads to the page that holds it. Set it to link into a passbook; follow it
   * with `mhb-section-change`.
   */
  @property({ reflect: true }) section = 'overview';

  /** On a shared computer nothing can be kept in the browser; the provider's `kiosk` says the same. */
  @property({ type: Boolean }) kiosk = false;

  /** Whose signatures on archives count, beside the provider's gateway. */
  @property({ attribute: false }) issuers: readonly TrustedIssuer[] = [];

  /** The day by which "days left" are reckoned; for tests and stories. */
  @property({ attribute: false }) clock: () => Date = () => new Date();

  @state() private shownView: ViewerView = firstView;
  @state() private dragging = false;
  @state() private passwordMissing = false;
  @state() private passwordShown = false;
  @state() private announcement = '';
  @state() private chartWidth = NARROWEST_CHART;
  @state() private charts: typeof Charts | undefined;

  @query('#password') private passwordField!: HTMLInputElement | null;
  @query('#raw') private rawDialog!: HTMLDialogElement | null;
  @query('#section-title') private sectionTitle!: HTMLElement | null;

  readonly #intake = new IntakeController(this, {
    prepare: async (passbook, signal) => {
      const data = await ViewerData.of(passbook, taipeiDate(this.clock()), signal);
      this.#data?.close();
      this.#data = data;
    },
    issuers: () => this.#trustedIssuers(),
  });
  readonly #keep = new KeepController(this, {
    allowed: () => !this.kiosk && !this.isKiosk,
    files: () => this.#intake.files,
    show: (files) => this.#openKept(files),
  });
  readonly #keepQuestions = new KeepQuestions(this, this.#keep, {
    describe: this.describeError,
    announce: (words) => {
      this.announcement = words;
    },
    lock: () => {
      this.close();
    },
  });
  readonly #export = new ExportController(this, {
    describe: this.describeError,
    save: (content, name) => {
      if (this.dispatchEvent(new MhbPassbookExportEvent(content, name))) saveFile(content, name);
      this.announcement = this.locale.strings.exported(name);
    },
    now: () => this.clock(),
  });
  readonly #paper = new PaperController(this, {
    margins: () =>
      this.passbook === undefined
        ? undefined
        : {
            identity: `${this.locale.strings.heading} ${this.passbook.subjectId ?? ''}`,
            disclaimer: this.#shown.label(disclaimer),
          },
    shownPage: () => pageHolding(this.section),
    settled: () => Promise.all([this.#chartsAsked, this.#data?.settled()]),
  });
  readonly #update = (): void => {
    this.requestUpdate();
  };
  #refused: readonly IncomingFile[] = [];
  #data: ViewerData | undefined;
  #resize: ResizeObserver | undefined;
  #toldView = '';
  #chartsAsked: Promise<void> | undefined;

  constructor() {
    super('passbook-viewer', passbookViewerStrings, ['archive', 'passbook']);
  }

  /** What is open. */
  get passbook(): Passbook | undefined {
    return this.#intake.passbook;
  }

  /**
   * Where the person is, as JSON: page, search, filters, what is opened and compared. Set what you were given to bring them
   * back there; what is left out stays as it is. Follow it with `mhb-view-change`.
   */
  @property({ attribute: false })
  get view(): ViewerView {
    return { ...this.shownView, section: this.section };
  }

  set view(view: Partial<ViewerView>) {
    const { section = this.section } = view;
    this.section = section;
    this.shownView = { ...this.shownView, ...view, section };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      this.chartWidth = Math.max(NARROWEST_CHART, Math.floor(width / WIDTH_STEP) * WIDTH_STEP);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
  }

  /** Opens files; with a passbook open already, adds them to it. Resolves to whether they were read. */
  async open(files: readonly IncomingFile[]): Promise<boolean> {
    const filesBefore = this.#intake.files.length;
    if (!(await this.#open(files))) return false;
    // What is kept grows with every download.
    if (!(await this.#keep.add(this.#intake.files.slice(filesBefore)))) this.#keepQuestions.ask('manage');
    return true;
  }

  async #open(files: readonly IncomingFile[]): Promise<boolean> {
    const { strings } = this.locale;
    const before = this.passbook === undefined ? undefined : countRecords(this.passbook);
    this.announcement = strings.reading;
    const read = await this.#intake.open(files);
    const { passbook } = this;
    if (!read || passbook === undefined) {
      this.announcement = '';
      this.#refused = this.#intake.error?.code === 'passbook-different-people' ? files : [];
      this.requestUpdate();
      return false;
    }
    this.#refused = [];
    this.shownView = { ...this.shownView, page: 0 };
    const records = countRecords(passbook);
    this.announcement = before === undefined ? strings.opened(records) : strings.merged(records - before);
    this.dispatchEvent(new MhbPassbookOpenEvent(passbook));
    await this.updateComplete;
    await nextTask();
    this.sectionTitle?.focus();
    void this.#data?.complete(this.#update);
    return true;
  }

  /** Closes the passbook and forgets it. What was kept in the browser stays there, locked. */
  close(): void {
    this.#paper.end();
    this.#intake.clear();
    this.#keep.lock();
    this.#data?.close();
    this.#data = undefined;
    this.#refused = [];
    this.section = firstView.section;
    this.shownView = firstView;
    for (const dialog of this.renderRoot.querySelectorAll('dialog')) dialog.close();
    for (const form of this.renderRoot.querySelectorAll('form')) form.reset();
    this.announcement = this.locale.strings.closed;
    this.dispatchEvent(new MhbPassbookCloseEvent());
  }

  override focus(options?: FocusOptions): void {
    const target =
      this.passwordField ?? this.sectionTitle ?? this.renderRoot.querySelector<HTMLElement>('input, button');
    target?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { openedSeries, comparedSeries } = this.shownView;
    const wanted = this.#paper.printed ?? [pageHolding(this.section)];
    if (wanted.includes('laboratory') && openedSeries.length + comparedSeries.length > 0)
      void this.#loadCharts();
    if (changed.has('section')) this.shownView = { ...this.shownView, section: this.section };
  }

  protected override updated(): void {
    const content = this.renderRoot.querySelector('.content');
    if (content !== null) this.#resize?.observe(content);
    if (this.#intake.state.step === 'locked' && this.shadowRoot?.activeElement !== this.passwordField) {
      this.passwordField?.focus();
    }
    if (this.#record === undefined) this.rawDialog?.close();
    else if (this.rawDialog?.open === false) this.rawDialog.showModal();
    this.#tellView();
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    const { passbook } = this;
    const shown = this.#shown;
    return html`<section
      part="frame"
      class="frame ${this.dragging ? 'dragging' : ''}"
      lang=${tag}
      aria-label=${strings.heading}
      @dragover=${this.#handleDragOver}
      @dragleave=${() => {
        this.dragging = false;
      }}
      @drop=${this.#handleDrop}
    >
      ${passbook === undefined ? html`<h2>${strings.heading}</h2>` : this.#renderHeader(passbook)}
      ${this.#renderIntake()}
      <div role="alert">${this.#renderError()}</div>
      ${passbook === undefined ? nothing : this.#renderPassbook(passbook)}
      <p part="disclaimer" class="disclaimer">${icons.info}<span>${shown.label(disclaimer)}</span></p>
      <p role="status" class="visually-hidden">${this.announcement}</p>
      ${this.#renderRaw()} ${this.#keepQuestions.render(strings)}
      ${
        passbook === undefined
          ? nothing
          : html`${this.#export.render(passbook, shown)}
            ${this.#paper.render(viewerSections(passbook, shown), shown)}`
      }
    </section>`;
  }

  #renderIntake(): TemplateResult | typeof nothing {
    const { strings } = this.locale;
    const { state: intake } = this.#intake;
    const cancel = html`<button
      type="button"
      id="cancel"
      @click=${() => {
        this.#intake.cancel();
      }}
    >
      ${strings.cancel}
    </button>`;
    switch (intake.step) {
      case 'locked':
        return this.#renderPassword(intake.fileName, intake.wrongPassword, cancel);
      case 'reading':
        return html`<div class="reading">
          <div class="actions"><span class="grow">${strings.reading}</span>${cancel}</div>
          <progress aria-label=${strings.reading} max="1" .value=${intake.fraction}></progress>
        </div>`;
      case 'idle':
        return this.passbook === undefined
          ? html`${this.#keepQuestions.renderUnlock(strings)}${this.#renderDrop()}`
          : nothing;
    }
  }

  #renderDrop(): TemplateResult {
    const { strings } = this.locale;
    return html`<div part="drop" class="drop">
      ${icons.file}
      <p class="lead">${strings.dropTitle}</p>
      ${this.#renderFileButton(strings.choose, 'primary')}
      <p class="quiet">${strings.dropFormats}</p>
      <p class="quiet private">${icons.lock}<span>${strings.dropPrivacy}</span></p>
    </div>`;
  }

  /** A label that looks like a button around the platform's own file input, which stays reachable by keyboard. */
  #renderFileButton(words: string, kind: string): TemplateResult {
    return html`<label class="file-button ${kind}">
      ${words}
      <input
        type="file"
        class="visually-hidden"
        multiple
        accept=".zip,.json,.xml,.html,.htm"
        @change=${this.#handleChoose}
      />
    </label>`;
  }

  #renderPassword(fileName: string, wrong: boolean, cancel: TemplateResult): TemplateResult {
    const { strings } = this.locale;
    const error = this.passwordMissing ? strings.passwordMissing : wrong ? strings.wrongPassword : undefined;
    return html`<form class="unlock" novalidate @submit=${this.#handleUnlock}>
      <h3>${icons.lock}${strings.passwordFor(fileName)}</h3>
      ${passwordField(
        { name: 'password', label: strings.password, hint: strings.passwordRule, error },
        this.passwordShown,
        (shown) => {
          this.passwordShown = shown;
        },
        strings,
      )}
      <div class="actions"><button type="submit" class="primary">${strings.unlock}</button>${cancel}</div>
    </form>`;
  }

  #renderError(): TemplateResult | typeof nothing {
    const { strings } = this.locale;
    const { error } = this.#intake;
    if (error === undefined) return nothing;
    const startOver =
      this.#refused.length === 0
        ? nothing
        : html`<button type="button" id="start-over" @click=${this.#handleStartOver}>
            ${strings.startOver}
          </button>`;
    return this.errorNotice(error, startOver);
  }

  #renderHeader(passbook: Passbook): TemplateResult {
    const { strings } = this.locale;
    const appliedOn = passbook.downloads.at(-1)?.appliedOn ?? null;
    return html`<header>
      <div class="grow">
        <h2>${strings.heading}</h2>
        <p class="identity">
          ${
            passbook.subjectId === null
              ? strings.unknownPerson
              : html`<span>${strings.person} <strong>${passbook.subjectId}</strong></span>`
          }
          ${
            appliedOn === null
              ? nothing
              : html`<span class="quiet"
                  >${strings.appliedOn(formatDate(appliedOn, this.#shown.dates))}</span
                >`
          }
        </p>
        ${authenticity(this.#intake.archives, strings)}
      </div>
      <div class="actions">
        ${this.#renderFileButton(strings.addFiles, '')}
        <button
          type="button"
          id="open-export"
          @click=${() => {
            this.#export.ask();
          }}
        >
          ${icons.download}${strings.export}
        </button>
        <button
          type="button"
          id="print"
          @click=${() => {
            this.#paper.ask();
          }}
        >
          ${icons.print}${strings.print}
        </button>
        ${
          this.#keep.state === 'off'
            ? nothing
            : html`<button
                type="button"
                id="open-keep"
                @click=${() => {
                  this.#keepQuestions.ask(this.#keep.state === 'open' ? 'manage' : 'keep');
                }}
              >
                ${this.#keep.state === 'open' ? icons.check : icons.lock}${
                  this.#keep.state === 'open' ? strings.kept : strings.keep
                }
              </button>`
        }
        <button
          type="button"
          id="close"
          @click=${() => {
            this.close();
          }}
        >
          ${icons.close}${strings.close}
        </button>
      </div>
    </header>`;
  }

  #renderPassbook(passbook: Passbook): TemplateResult {
    const { strings } = this.locale;
    const shown = this.#shown;
    const sections = viewerSections(passbook, shown);
    const wanted = pageHolding(this.section);
    const current = sections.find(({ id }) => id === wanted) ?? sections[0];
    const searching = this.shownView.search.trim() !== '';
    if (this.#paper.printed !== undefined) return this.#renderPaper(sections, this.#paper.printed, shown);
    return html`<div class="book">
      <search>
        <label for="search">${strings.search}</label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck="false"
          placeholder=${strings.searchHint}
          .value=${this.shownView.search}
          @input=${(event: Event) => {
            this.#change({ search: (event.currentTarget as HTMLInputElement).value, page: 0 });
          }}
        />
      </search>
      <nav aria-label=${strings.sections}>
        <ul>
          ${sections.map(
            ({ id, title, count }) =>
              html`<li>
                <button
                  type="button"
                  aria-current=${id === current?.id && !searching ? 'page' : nothing}
                  @click=${() => {
                    void this.#go(id);
                  }}
                >
                  <span>${title}</span>${count === null ? nothing : html`<small>${count}</small>`}
                </button>
              </li>`,
          )}
        </ul>
        <select
          aria-label=${strings.sections}
          @change=${(event: Event) => {
            void this.#go((event.currentTarget as HTMLSelectElement).value);
          }}
        >
          ${sections.map(({ id, title }) => html`<option value=${id} ?selected=${id === current?.id}>${title}</option>`)}
        </select>
      </nav>
      <div class="content">
        <h3 id="section-title" tabindex="-1">${searching ? strings.search : current?.title}</h3>
        ${
          searching
            ? this.#renderHits(shown)
            : current === undefined
              ? nothing
              : this.#renderPage(current, this.#paging, shown)
        }
      </div>
    </div>`;
  }

  #renderHits(shown: Shown): TemplateResult {
    const { search } = this.shownView;
    const index = this.#data?.searchIndex;
    return index === undefined
      ? preparing(shown)
      : searchHits(search, index.search(search), this.#paging, shown);
  }

  get #paging(): Paging {
    return {
      page: this.shownView.page,
      turnTo: (page) => {
        this.#change({ page });
        this.sectionTitle?.focus();
      },
    };
  }

  #renderPage(section: ViewerSection, paging: Paging, shown: Shown): TemplateResult | typeof nothing {
    const data = this.#data;
    if (data === undefined) return nothing;
    const context: PageContext = {
      data,
      today: taipeiDate(this.clock()),
      view: this.shownView,
      change: this.#change,
      go: (id, view) => void this.#go(id, view),
      charts: this.charts,
      chartWidth: this.#paper.printed === undefined ? this.chartWidth : PAPER_WIDTH,
      paging,
      ready: this.#update,
    };
    return page(section, context, shown);
  }

  /** What goes on paper: the chosen pages one after the other, each whole. */
  #renderPaper(sections: readonly ViewerSection[], printed: readonly string[], shown: Shown): TemplateResult {
    const whole: Paging = { page: 0, turnTo: () => undefined, whole: true };
    return html`<div class="paper">
      ${sections
        .filter(({ id }) => printed.includes(id))
        .map(
          (section) =>
            html`<section class="content">
              <h3>${section.title}</h3>
              ${this.#renderPage(section, whole, shown)}
            </section>`,
        )}
    </div>`;
  }

  #renderRaw(): TemplateResult {
    const { strings } = this.locale;
    const record = this.#record;
    const section = record === undefined ? undefined : sectionOf(record.section);
    const title = section === undefined ? (record?.section ?? '') : this.#shown.label(section.label);
    return html`<dialog
      id="raw"
      aria-labelledby="raw-title"
      @close=${() => {
        if (this.#record !== undefined) this.#change({ record: null });
      }}
    >
      ${
        record === undefined
          ? nothing
          : html`<form method="dialog" class="title">
                <h3 id="raw-title">${strings.rawFieldsOf(title)}</h3>
                <button type="submit" class="icon" aria-label=${strings.closeDialog}>${icons.close}</button>
              </form>
              ${rawRecord(record, this.#shown)}`
      }
    </dialog>`;
  }

  get #shown(): Shown {
    const { tag, strings } = this.locale;
    const chinese = tag.startsWith('zh');
    const dates: DateStyle = { tag, calendar: this.calendar ?? (chinese ? 'roc' : 'gregorian') };
    return {
      strings,
      dates,
      year: (period) => yearName(period, dates, strings),
      date: (date) => (date === null ? '—' : formatDate(date, dates)),
      label: (label) => (chinese ? label['zh-Hant'] : label.en),
      showRaw: (record) => {
        if (this.passbook !== undefined) this.#change({ record: placeOf(this.passbook, record) });
      },
    };
  }

  get #record(): AnyRecord | undefined {
    return this.passbook === undefined ? undefined : recordAt(this.passbook, this.shownView);
  }

  readonly #change = (view: Partial<ViewerView>): void => {
    this.shownView = { ...this.shownView, ...view };
  };

  async #go(section: string, view: Partial<ViewerView> = {}): Promise<void> {
    this.section = section;
    this.shownView = { ...this.shownView, search: '', page: 0, ...view, section };
    this.dispatchEvent(new MhbSectionChangeEvent(section));
    await this.updateComplete;
    this.sectionTitle?.focus();
  }

  #tellView(): void {
    const { view } = this;
    const told = JSON.stringify(view);
    if (told === this.#toldView) return;
    const isFirst = this.#toldView === '';
    this.#toldView = told;
    if (!isFirst && this.passbook !== undefined) this.dispatchEvent(new MhbViewChangeEvent(view));
  }

  #loadCharts(): Promise<void> {
    this.#chartsAsked ??= import('./charts.js').then(
      (charts) => {
        this.charts = charts;
      },
      () => {
        // Tried again with the next one that is opened.
        this.#chartsAsked = undefined;
      },
    );
    return this.#chartsAsked;
  }

  async #trustedIssuers(): Promise<readonly TrustedIssuer[]> {
    try {
      const own = await this.gatewayClient?.issuer();
      return own === undefined ? this.issuers : [...this.issuers, own];
    } catch {
      // Nobody to ask: the signature then is one of an unknown issuer.
      return this.issuers;
    }
  }

  #openKept(files: readonly PassbookFile[]): Promise<boolean> {
    if (files.length === 0) return Promise.resolve(true);
    return this.#open(files.map(({ name, bytes }) => ({ name, content: new Blob([bytes.slice()]) })));
  }

  /** Prints pages of the passbook, by default the summary on one page; nothing else of the page goes on the paper. */
  print(sections?: readonly string[]): Promise<void> {
    return this.#paper.print(sections);
  }

  #handleChoose(event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // So that choosing the same file again is a change again.
    input.value = '';
    this.#openDropped(files);
  }

  #handleDragOver(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    this.dragging = true;
  }

  #handleDrop(event: DragEvent): void {
    event.preventDefault();
    this.dragging = false;
    this.#openDropped([...(event.dataTransfer?.files ?? [])]);
  }

  #openDropped(files: readonly File[]): void {
    if (files.length > 0) void this.open(files.map((file) => ({ name: file.name, content: file })));
  }

  #handleUnlock(event: SubmitEvent): void {
    event.preventDefault();
    const field = this.passwordField;
    if (field === null) return;
    this.passwordMissing = field.value === '';
    if (this.passwordMissing) field.focus();
    else this.#intake.unlock(field.value);
  }

  async #handleStartOver(): Promise<void> {
    const files = this.#refused;
    this.close();
    await this.open(files);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-passbook-viewer': MhbPassbookViewer;
  }
}
