import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import { taipeiDate } from '@mhb-kit/core/identity';
import { disclaimer, sectionOf, type AnyRecord, type Passbook } from '@mhb-kit/core/passbook';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { formatDate, type CalendarName, type DateStyle } from '../base/dates.js';
import { MhbElement } from '../base/element.js';
import { icons } from '../base/icons.js';
import { saveFile } from '../base/save-file.js';
import { allergies } from './allergies.js';
import {
  MhbPassbookCloseEvent,
  MhbPassbookExportEvent,
  MhbPassbookOpenEvent,
  MhbSectionChangeEvent,
} from './events.js';
import { exportDialog, SHORTEST_PASSWORD } from './export-dialog.js';
import type { ExportFormat } from './export-files.js';
import { IntakeController, type IncomingFile } from './intake-controller.js';
import { laboratory } from './laboratory.js';
import { medications } from './medications.js';
import { overview } from './overview.js';
import { passbookViewerStrings, type PassbookViewerStrings } from './passbook-viewer.strings.js';
import { passbookViewerStyles } from './passbook-viewer.styles.js';
import { rawRecord } from './raw-record.js';
import { searchHits } from './search.js';
import { sectionTable } from './section-table.js';
import { countRecords, viewerSections, type ViewerSection } from './sections.js';
import type { Paging, Shown } from './shown.js';
import { timeline, wholeTimeline, type TimelineFilter } from './timeline.js';
import { PassbookViews } from './views.js';
import { visits } from './visits.js';

export type { IncomingFile } from './intake-controller.js';

/** Charts are redrawn when the width changes by this much, in pixels. */
const WIDTH_STEP = 40;
const NARROWEST_CHART = 240;

/**
 * @summary Opens what people download from My Health Bank and makes it understood: in the browser, on files alone.
 *
 * Nothing leaves the page: no network, no storage. What a file holds is shown as text, never as markup.
 *
 * @tag mhb-passbook-viewer
 * @fires {MhbPassbookOpenEvent} mhb-passbook-open - A passbook is open, or has grown.
 * @fires {MhbPassbookExportEvent} mhb-passbook-export - A file is about to be saved; prevent its default to save it elsewhere.
 * @fires {MhbSectionChangeEvent} mhb-section-change - The person turned to another page of it.
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
   * The page of the passbook on show: `overview`, `timeline`, `visits`, `medications`, `laboratory`, `allergies`, or the key
   * of a section (`r6`, `premium-billing`). Set it to link into a passbook; follow it with `mhb-section-change`.
   */
  @property({ reflect: true }) section = 'overview';

  /** The day by which "days left" are reckoned; for tests and stories. */
  @property({ attribute: false }) clock: () => Date = () => new Date();

  @state() private page = 0;
  @state() private dragging = false;
  @state() private passwordMissing = false;
  @state() private passwordShown = false;
  @state() private announcement = '';
  @state() private raw: AnyRecord | undefined;
  @state() private searched = '';
  @state() private filter: TimelineFilter = wholeTimeline;
  @state() private exportFormat: ExportFormat = 'sealed';
  @state() private exportError: MhbError | 'password-short' | undefined;
  @state() private exporting = false;
  @state() private openedSeries: ReadonlySet<string> = new Set();
  @state() private chartWidth = NARROWEST_CHART;

  @query('#password') private passwordField!: HTMLInputElement | null;
  @query('#raw') private rawDialog!: HTMLDialogElement | null;
  @query('#export') private exportDialog!: HTMLDialogElement | null;
  @query('#section-title') private sectionTitle!: HTMLElement | null;

  readonly #intake = new IntakeController(this, async (passbook) => {
    this.#views = await PassbookViews.of(passbook, taipeiDate(this.clock()));
  });
  #refused: readonly IncomingFile[] = [];
  #views: PassbookViews | undefined;
  #resize: ResizeObserver | undefined;
  #folded: HTMLDetailsElement[] = [];

  constructor() {
    super('passbook-viewer', passbookViewerStrings, ['archive', 'passbook']);
  }

  /** What is open. */
  get passbook(): Passbook | undefined {
    return this.#intake.passbook;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      this.chartWidth = Math.max(NARROWEST_CHART, Math.floor(width / WIDTH_STEP) * WIDTH_STEP);
    });
    addEventListener('beforeprint', this.#unfold);
    addEventListener('afterprint', this.#fold);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    removeEventListener('beforeprint', this.#unfold);
    removeEventListener('afterprint', this.#fold);
  }

  /** Opens files; with a passbook open already, adds them to it. Resolves to whether they were read. */
  async open(files: readonly IncomingFile[]): Promise<boolean> {
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
    this.page = 0;
    const records = countRecords(passbook);
    this.announcement = before === undefined ? strings.opened(records) : strings.merged(records - before);
    this.dispatchEvent(new MhbPassbookOpenEvent(passbook));
    await this.updateComplete;
    this.sectionTitle?.focus();
    return true;
  }

  /** Closes the passbook and forgets it. */
  close(): void {
    this.#intake.clear();
    this.#views = undefined;
    this.#refused = [];
    this.raw = undefined;
    this.searched = '';
    this.filter = wholeTimeline;
    this.section = 'overview';
    this.openedSeries = new Set();
    this.announcement = this.locale.strings.closed;
    this.dispatchEvent(new MhbPassbookCloseEvent());
  }

  override focus(options?: FocusOptions): void {
    const target =
      this.passwordField ?? this.sectionTitle ?? this.renderRoot.querySelector<HTMLElement>('input, button');
    target?.focus(options);
  }

  protected override updated(changed: PropertyValues): void {
    const content = this.renderRoot.querySelector('.content');
    if (content !== null) this.#resize?.observe(content);
    if (this.#intake.state.step === 'locked' && this.shadowRoot?.activeElement !== this.passwordField) {
      this.passwordField?.focus();
    }
    if (changed.has('raw') && this.raw !== undefined) this.rawDialog?.showModal();
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    const { passbook } = this;
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
      <p part="disclaimer" class="disclaimer">${icons.info}<span>${this.#shown.label(disclaimer)}</span></p>
      <p role="status" class="visually-hidden">${this.announcement}</p>
      ${this.#renderRaw()} ${passbook === undefined ? nothing : this.#renderExport()}
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
        return this.passbook === undefined ? this.#renderDrop() : nothing;
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
      <div class="field">
        <label for="password">${strings.password}</label>
        <p class="quiet" id="password-rule">${strings.passwordRule}</p>
        <div class="password">
          <input
            id="password"
            type=${this.passwordShown ? 'text' : 'password'}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-invalid=${error !== undefined}
            aria-describedby="password-rule password-error"
          />
          <button
            type="button"
            aria-pressed=${this.passwordShown}
            @click=${() => {
              this.passwordShown = !this.passwordShown;
            }}
          >
            ${this.passwordShown ? strings.hidePassword : strings.showPassword}
          </button>
        </div>
        <p class="field-error" id="password-error" role="alert">${error}</p>
      </div>
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
              : html`${strings.person} <strong>${passbook.subjectId}</strong>`
          }
          ${
            appliedOn === null
              ? nothing
              : html`<span class="quiet"
                  >${strings.appliedOn(formatDate(appliedOn, this.#shown.dates))}</span
                >`
          }
        </p>
      </div>
      <div class="actions">
        ${this.#renderFileButton(strings.addFiles, '')}
        <button
          type="button"
          id="open-export"
          @click=${() => {
            this.exportDialog?.showModal();
          }}
        >
          ${icons.download}${strings.export}
        </button>
        <button
          type="button"
          id="print"
          @click=${() => {
            print();
          }}
        >
          ${icons.print}${strings.print}
        </button>
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
    const current = sections.find(({ id }) => id === this.section) ?? sections[0];
    const searching = this.searched.trim() !== '';
    return html`<div class="book">
      <search>
        <label for="search">${strings.search}</label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck="false"
          placeholder=${strings.searchHint}
          .value=${this.searched}
          @focus=${() => this.#views?.searchIndex}
          @input=${(event: Event) => {
            this.searched = (event.currentTarget as HTMLInputElement).value;
            this.page = 0;
          }}
        />
      </search>
      <nav aria-label=${strings.sections}>
        <ul>
          ${sections.map(
            ({ id, title, records }) =>
              html`<li>
                <button
                  type="button"
                  aria-current=${id === current?.id && !searching ? 'page' : nothing}
                  @click=${() => {
                    void this.#go(id);
                  }}
                >
                  <span>${title}</span>${records === null ? nothing : html`<small>${records.length}</small>`}
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
              : this.#renderSection(current, shown)
        }
      </div>
    </div>`;
  }

  #renderHits(shown: Shown): TemplateResult | typeof nothing {
    if (this.#views === undefined) return nothing;
    const result = this.#views.searchIndex.search(this.searched);
    return searchHits(this.searched, result, this.#paging, shown);
  }

  get #paging(): Paging {
    return {
      page: this.page,
      turnTo: (page) => {
        this.page = page;
        this.sectionTitle?.focus();
      },
    };
  }

  #renderSection({ id, records }: ViewerSection, shown: Shown): TemplateResult | typeof nothing {
    const views = this.#views;
    if (views === undefined) return nothing;
    const data = views.overview;
    const paging = this.#paging;
    if (records !== null) return sectionTable(records, paging, shown);
    switch (id) {
      case 'timeline':
        return timeline(views.timeline, this.filter, this.#narrow, paging, shown);
      case 'visits':
        return visits(data.encounters, paging, shown);
      case 'medications':
        return medications(data.medications, paging, shown);
      case 'laboratory':
        return laboratory(data.series, this.openedSeries, this.#toggleSeries, this.chartWidth, paging, shown);
      case 'allergies':
        return allergies(data.allergies, shown);
      default:
        return overview(data, (section) => void this.#go(section), shown);
    }
  }

  #renderRaw(): TemplateResult {
    const { strings } = this.locale;
    const record = this.raw;
    const section = record === undefined ? undefined : sectionOf(record.section);
    const title = section === undefined ? (record?.section ?? '') : this.#shown.label(section.label);
    return html`<dialog
      id="raw"
      aria-labelledby="raw-title"
      @close=${() => {
        this.raw = undefined;
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

  #renderExport(): TemplateResult {
    const { strings } = this.locale;
    return html`<dialog id="export" aria-labelledby="export-title">
      ${exportDialog(
        {
          format: this.exportFormat,
          error: this.#exportErrorWords(),
          busy: this.exporting,
          choose: (format) => {
            this.exportFormat = format;
            this.exportError = undefined;
          },
          submit: (event) => {
            event.preventDefault();
            void this.#export(event.currentTarget as HTMLFormElement);
          },
          close: () => {
            this.exportDialog?.close();
          },
        },
        strings,
      )}
    </dialog>`;
  }

  get #shown(): Shown {
    const { tag, strings } = this.locale;
    const chinese = tag.startsWith('zh');
    const dates: DateStyle = { tag, calendar: this.calendar ?? (chinese ? 'roc' : 'gregorian') };
    return {
      strings,
      dates,
      label: (label) => (chinese ? label['zh-Hant'] : label.en),
      showRaw: (record) => {
        this.raw = record;
      },
    };
  }

  async #go(section: string): Promise<void> {
    this.section = section;
    this.searched = '';
    this.page = 0;
    this.dispatchEvent(new MhbSectionChangeEvent(section));
    await this.updateComplete;
    this.sectionTitle?.focus();
  }

  readonly #toggleSeries = (id: string, open: boolean): void => {
    if (open === this.openedSeries.has(id)) return;
    const opened = new Set(this.openedSeries);
    if (open) opened.add(id);
    else opened.delete(id);
    this.openedSeries = opened;
  };

  readonly #narrow = (filter: TimelineFilter): void => {
    this.filter = filter;
    this.page = 0;
  };

  async #export(form: HTMLFormElement): Promise<void> {
    const { tag, strings } = this.locale;
    const { passbook, exportFormat: format } = this;
    if (passbook === undefined || this.exporting) return;
    const password = form.querySelector<HTMLInputElement>('#new-password')?.value ?? '';
    if (format === 'sealed' && password.length < SHORTEST_PASSWORD) {
      this.exportError = 'password-short';
      form.querySelector<HTMLInputElement>('#new-password')?.focus();
      return;
    }
    this.exporting = true;
    this.exportError = undefined;
    try {
      const { exportPassbook } = await import('./export-files.js');
      const locale = tag.startsWith('zh') ? 'zh-Hant' : 'en';
      const { name, content } = await exportPassbook(passbook, format, {
        password,
        locale,
        now: this.clock(),
      });
      if (this.dispatchEvent(new MhbPassbookExportEvent(content, name))) saveFile(content, name);
      this.announcement = strings.exported(name);
      form.reset();
      this.exportDialog?.close();
    } catch (thrown) {
      this.exportError = toMhbError(thrown);
    } finally {
      this.exporting = false;
    }
  }

  #exportErrorWords(): string | undefined {
    if (this.exportError === undefined) return undefined;
    if (this.exportError === 'password-short') return this.locale.strings.newPasswordShort(SHORTEST_PASSWORD);
    return this.describeError(this.exportError).message;
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

  /** Paper cannot be unfolded. The overview stays as it is: it is the summary that fits one page. */
  readonly #unfold = (): void => {
    if (this.section === 'overview') return;
    this.#folded = [...this.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const each of this.#folded) each.open = true;
  };

  readonly #fold = (): void => {
    for (const each of this.#folded) each.open = false;
    this.#folded = [];
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-passbook-viewer': MhbPassbookViewer;
  }
}
