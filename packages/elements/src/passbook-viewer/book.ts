import { readBirthYear, taipeiDate } from '@mhb-kit/core/identity';
import type { MhbError } from '@mhb-kit/core/error';
import type { ErrorText } from '@mhb-kit/core/error-messages';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { disclaimer, type AnyRecord, type Label, type Passbook } from '@mhb-kit/core/passbook';
import type { OfficialDrugs } from '@mhb-kit/knowledge';
import {
  adoptStyles,
  html,
  nothing,
  type ReactiveController,
  type ReactiveElement,
  type TemplateResult,
} from 'lit';
import { calendarFor, formatDate, prepareDates, type CalendarName } from '../base/dates.js';
import { builtInLocale, type BuiltInLocale } from '../base/locale.js';
import { bookWords, type BookShown } from './book-words.js';
import { bookStyles } from './book.styles.js';
import { CategoryNames } from './data/category-names.js';
import { ViewerData } from './data/viewer-data.js';
import { ExplainController } from './explain/explain-controller.js';
import { ExportController } from './export/export-controller.js';
import { memberLabel } from './family/member-label.js';
import { BarHeight } from './people/bar-height.js';
import { membersDialog } from './people/members-dialog.js';
import { undoing, type Done } from './family/placing.js';
import { whoseBar, whoseNotes, type WhoseBar } from './people/whose-bar.js';
import { frameZh, type FrameWords } from './frame/frame.strings.js';
import { header } from './header/header.js';
import type { ImportController } from './import/import-controller.js';
import { emptyReport, leftOutFiles } from './family/reports.js';
import { navigation, searchField, type Navigation } from './navigation/navigation.js';
import { contentsOf, pageHolding, type BookPage } from './contents.js';
import { pageOfSeries } from './pages/laboratory/laboratory.js';
import type { PageContext } from './pages/page.js';
import { preparing } from './parts/preparing.js';
import { yearName, type Paging } from './parts/shown.js';
import { PaperController } from './print/paper-controller.js';
import { rawDialog } from './raw/raw-dialog.js';
import { answers } from './search/answers.js';
import type { KeepController } from './vault/keep-controller.js';
import type { KeepQuestions } from './vault/keep-questions.js';
import type { ViewController } from './view-controller.js';
import { placeOf, recordAt } from './view/view.js';

/** The change in width, in pixels, at which the charts are redrawn. */
const WIDTH_STEP = 40;
const NARROWEST_CHART = 240;
/** The printable width of an A4 page, in CSS pixels. */
const PAPER_WIDTH = 640;

/** The data and functions that a book needs from its viewer. */
export interface BookOptions {
  readonly import: ImportController;
  readonly keep: KeepController;
  readonly keepQuestions: KeepQuestions;
  readonly locale: { readonly tag: string; readonly strings: FrameWords };
  readonly calendar: () => CalendarName | undefined;
  readonly now: () => Date;
  readonly client: () => GatewayClient | undefined;
  readonly birthYear: () => number | null;
  readonly officialDrugs: () => OfficialDrugs | undefined;
  readonly setBirthYear: (year: number | null) => void;
  readonly view: ViewController;
  /** Switches to another person's passbook. */
  readonly turnTo: (member: string) => void;
  /** Applies a change to the set of downloads. */
  readonly change: (done: Done | undefined) => void;
  readonly add: (files: readonly File[]) => void;
  readonly close: () => void;
  readonly save: (content: Blob, name: string) => void;
  readonly announce: (words: string) => void;
  readonly describe: (error: MhbError) => ErrorText;
}

/** Renders an open passbook with its header, pages and actions. Loaded when the first passbook is opened. */
export class Book implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: BookOptions;
  readonly #export: ExportController;
  readonly #paper: PaperController;
  readonly #categoryNames: CategoryNames;
  readonly #explain: ExplainController;
  readonly #resize: ResizeObserver;
  #data: ViewerData | undefined;
  #chartWidth = NARROWEST_CHART;
  #birthYearWrong = false;
  /** The English strings. Set once something has been printed in English. */
  #english: FrameWords | undefined;

  constructor(host: ReactiveElement, options: BookOptions) {
    this.#host = host;
    this.#options = options;
    this.#export = new ExportController(host, {
      describe: options.describe,
      save: options.save,
      worker: options.import.worker,
      announce: options.announce,
      now: options.now,
    });
    this.#paper = new PaperController(host, {
      margins: () =>
        this.#data === undefined
          ? undefined
          : {
              identity: `${this.#shown.strings.heading} ${this.#whose}`,
              disclaimer: this.#shown.label(disclaimer),
            },
      shownPage: () => pageHolding(options.view.value.section),
      language: () => builtInLocale(options.locale.tag),
      speak: async (language) => {
        if (language === 'en') this.#english = (await import('./frame/frame.strings.en.js')).frameEn;
      },
      settled: async () => {
        await this.#data?.settled();
        await this.#explain.settled();
      },
      mayShare: () => options.keep.state !== 'off',
      summaryFile: () => ({
        name: this.#shown.strings.paperName(taipeiDate(options.now())),
        title: this.#shown.strings.printSummary,
      }),
    });
    this.#categoryNames = new CategoryNames(host, {
      client: options.client,
      passbook: () => this.#data?.passbook,
    });
    this.#explain = new ExplainController(host, {
      language: () => this.#paper.spoken ?? builtInLocale(options.locale.tag),
      officialDrugs: options.officialDrugs,
    });
    this.#resize = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      // Redrawing inside the observer's callback would change the size again, which browsers report as an error.
      requestAnimationFrame(() => {
        const chartWidth = Math.max(NARROWEST_CHART, Math.floor(width / WIDTH_STEP) * WIDTH_STEP);
        if (chartWidth === this.#chartWidth) return;
        this.#chartWidth = chartWidth;
        host.requestUpdate();
      });
    });
    const { elementStyles } = host.constructor as typeof ReactiveElement;
    adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, ...bookStyles]);
    new BarHeight(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#resize.disconnect();
  }

  hostUpdated(): void {
    const content = this.#host.renderRoot.querySelector('.content');
    if (content !== null) this.#resize.observe(content);
    const dialog = this.#host.renderRoot.querySelector<HTMLDialogElement>('#raw');
    if (this.#record === undefined) dialog?.close();
    else if (dialog?.open === false) dialog.showModal();
  }

  /**
   * Computes the data for the first page.
   *
   * @throws MhbError `cancelled`
   */
  async prepare(passbook: Passbook, signal: AbortSignal): Promise<void> {
    const making = this.#makeData(passbook, signal);
    prepareDates(this.#shown.dates);
    const data = await making;
    this.#data?.close();
    this.#data = data;
  }

  /** Computes the data for the other pages. Called once the first page is shown. */
  complete(): void {
    void this.#data?.complete();
  }

  /** Computes the views again after the year of birth has changed. The old views are shown until then. */
  async judgeAgain(): Promise<void> {
    const shown = this.#data;
    const birthYear = this.#options.birthYear();
    if (shown === undefined || shown.birthYear === birthYear) return;
    const data = await this.#makeData(shown.passbook, new AbortController().signal);
    await data.listed();
    if (this.#data !== shown || this.#options.birthYear() !== birthYear) {
      data.close();
      return;
    }
    shown.close();
    this.#data = data;
    this.#options.announce(this.#shown.strings[birthYear === null ? 'judgedWithoutAge' : 'judgedAgain']);
    this.#host.requestUpdate();
    void data.complete();
  }

  /** A message that says how many files were not read; empty if all files were read. */
  get leftOut(): string {
    const count = leftOutFiles(this.#options.import.shown?.report ?? emptyReport).length;
    return count === 0 ? '' : this.#shown.strings.leftOut(count);
  }

  print(pages?: readonly string[], language?: BuiltInLocale): Promise<void> {
    return this.#paper.print(pages, language);
  }

  close(): void {
    this.#paper.end();
    this.#explain.forget();
    this.#data?.close();
    this.#data = undefined;
    this.#birthYearWrong = false;
  }

  render(): TemplateResult | typeof nothing {
    const data = this.#data;
    if (data === undefined) return nothing;
    const shown = this.#shown;
    const { printed } = this.#paper;
    const pages = contentsOf(data.passbook, shown);
    return printed === undefined
      ? this.#renderBook(data, pages, shown)
      : this.#renderPaper(data, pages, printed, shown);
  }

  renderHeader(): TemplateResult | typeof nothing {
    const data = this.#data;
    if (data === undefined) return nothing;
    const { import: imported, keep, keepQuestions, add, close } = this.#options;
    return header(
      {
        passbook: data.passbook,
        archives: imported.shown?.archives ?? [],
        report: imported.shown?.report ?? emptyReport,
        keep: keep.isSaving ? 'saving' : keep.state,
      },
      {
        add,
        export: () => {
          this.#export.ask();
        },
        print: () => {
          this.#paper.ask();
        },
        keep: () => {
          keepQuestions.ask(keep.state === 'open' ? 'manage' : 'keep');
        },
        close,
      },
      this.#shown,
    );
  }

  /** Shows the passbook's owner, the last action, the new records, and the periods that are missing. */
  renderWhose(): TemplateResult | typeof nothing {
    const { import: imported, turnTo, change } = this.#options;
    const { family, shown: open, done } = imported;
    if (open === undefined) return nothing;
    const bar: WhoseBar = {
      family,
      open,
      done,
      turnTo,
      undo: () => {
        if (done !== undefined) change(undoing(done, open.member));
      },
      manage: () => {
        this.#host.renderRoot.querySelector<HTMLDialogElement>('#members')?.showModal();
      },
    };
    const shown = this.#shown;
    return html`${whoseBar(bar, shown)}${this.#paper.printed === undefined ? whoseNotes(bar, shown) : nothing}`;
  }

  /** The name of the open passbook's owner, as shown on the screen. */
  get #whose(): string {
    const { family, shown } = this.#options.import;
    return shown === undefined ? '' : memberLabel(family, shown.member, this.#shown.strings);
  }

  renderDialogs(): TemplateResult | typeof nothing {
    const data = this.#data;
    if (data === undefined) return nothing;
    const shown = this.#shown;
    const closed = (): void => {
      if (this.#record !== undefined) this.#options.view.change({ record: null });
    };
    return html`${rawDialog(this.#record, closed, shown)}
    ${membersDialog(this.#options.import.family, this.#options.change, shown)} ${this.#explain.render(shown)}
    ${this.#export.render(data.passbook, shown)}
    ${this.#paper.render(contentsOf(data.passbook, shown), shown)}`;
  }

  #makeData(passbook: Passbook, signal: AbortSignal): Promise<ViewerData> {
    return ViewerData.of(passbook, {
      today: taipeiDate(this.#options.now()),
      birthYear: this.#options.birthYear(),
      worker: this.#options.import.worker,
      signal,
      ready: () => {
        this.#host.requestUpdate();
      },
    });
  }

  #renderBook(data: ViewerData, pages: readonly BookPage[], shown: BookShown): TemplateResult {
    const { search, section } = this.#options.view.value;
    const wanted = pageHolding(section);
    const current = pages.find(({ id }) => id === wanted) ?? pages[0];
    const searching = search.trim() !== '';
    const navigating: Navigation = {
      destinations: pages,
      current: current?.id,
      search,
      go: (id) => void this.#options.view.go(id),
      find: (words) => {
        this.#options.view.change({ search: words, answers: '', page: 0 });
      },
    };
    return html`<div class="book ${searching ? 'searching' : ''}">
      ${searchField(navigating, shown)} ${navigation(navigating, shown)}
      <div class="content">
        <h3 id="section-title" tabindex="-1">${searching ? shown.strings.search : current?.title}</h3>
        ${
          searching
            ? this.#renderAnswers(search, data, shown)
            : current?.draw(this.#context(data, this.#paging, this.#chartWidth), shown)
        }
      </div>
    </div>`;
  }

  #renderAnswers(search: string, data: ViewerData, shown: BookShown): TemplateResult {
    const found = data.search(search);
    if (found === undefined) return preparing(shown);
    const { view } = this.#options;
    return answers(
      found,
      {
        kind: view.value.answers,
        narrow: (kind) => {
          view.change({ answers: kind, page: 0 });
        },
        openSeries: ({ id }) => {
          data.withLists(({ series }) => {
            void view.go('laboratory', { openedSeries: [id], page: pageOfSeries(series, id) });
          });
        },
        paging: this.#paging,
      },
      shown,
    );
  }

  /** Renders the content to print: the chosen pages, one after the other, each in full length. */
  #renderPaper(
    data: ViewerData,
    pages: readonly BookPage[],
    printed: readonly string[],
    shown: BookShown,
  ): TemplateResult {
    const context = this.#context(data, { page: 0, turnTo: () => undefined, whole: true }, PAPER_WIDTH);
    return html`<div class="paper" lang=${shown.dates.tag}>
      ${pages
        .filter(({ id }) => printed.includes(id))
        .map(
          ({ title, draw }) =>
            html`<section class="content">
              <h3>${title}</h3>
              ${draw(context, shown)}
            </section>`,
        )}
    </div>`;
  }

  #context(data: ViewerData, paging: Paging, chartWidth: number): PageContext {
    const { view } = this.#options;
    return {
      data,
      view: view.value,
      change: view.change,
      go: (section, more) => void view.go(section, more),
      chartWidth,
      paging,
      added: this.#paper.added,
      birthYear: {
        year: data.birthYear,
        wrong: this.#birthYearWrong,
        tell: (typed) => void this.#tellBirthYear(typed),
        forget: () => void this.#tellBirthYear(null),
      },
      save: this.#options.save,
    };
  }

  get #paging(): Paging {
    return {
      page: this.#options.view.value.page,
      turnTo: (page) => {
        this.#options.view.change({ page });
        this.#options.view.focusTitle();
      },
    };
  }

  async #tellBirthYear(typed: string | null): Promise<void> {
    const year = typed === null ? null : readBirthYear(typed, taipeiDate(this.#options.now()));
    this.#birthYearWrong = typed !== null && year === null;
    if (!this.#birthYearWrong) this.#options.setBirthYear(year);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    // Rendering might have removed the field or button that had the focus.
    if (this.#birthYearWrong) this.#host.renderRoot.querySelector<HTMLElement>('#birth-year')?.focus();
    else this.#options.view.focusTitle();
  }

  #frameIn(language: BuiltInLocale): FrameWords {
    return language === 'en' ? (this.#english ?? this.#options.locale.strings) : frameZh;
  }

  get #record(): AnyRecord | undefined {
    return this.#data === undefined ? undefined : recordAt(this.#data.passbook, this.#options.view.value);
  }

  /** The strings and formats for rendering, in the language of the screen or, during printing, of the printout. */
  get #shown(): BookShown {
    const { spoken } = this.#paper;
    const { locale } = this.#options;
    const tag = spoken ?? locale.tag;
    const frame = spoken === undefined || spoken === locale.tag ? locale.strings : this.#frameIn(spoken);
    const strings = { ...bookWords(tag), ...frame };
    const dates = calendarFor(this.#options.calendar(), tag);
    const label = (each: Label): string => each[builtInLocale(tag)];
    return {
      strings,
      dates,
      year: (period) => yearName(period, dates, strings),
      date: (date) => (date === null ? '—' : formatDate(date, dates)),
      label,
      sectionName: (key) => {
        const name = this.#categoryNames.of(key);
        return name === undefined ? strings.unknownSection(key) : label(name);
      },
      glossary: this.#explain,
      showRaw: (record) => {
        if (this.#data !== undefined)
          this.#options.view.change({ record: placeOf(this.#data.passbook, record) });
      },
    };
  }
}
