import { isRunning, type DataRequest } from '@mhb-kit/core/request';
import { loadModule } from '@mhb-kit/core/load-module';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { builtInLocale, type StringTables } from '../base/locale.js';
import { property, state } from '../base/decorators.js';
import { calendarFor, formatDateInText, type CalendarName, type DateStyle } from '../base/dates.js';
import { MhbElement } from '../base/element.js';
import { notice, statement } from '../base/notice.js';
import { MhbOpenArchiveEvent } from '../base/open-archive-event.js';
import { SessionController } from '../base/session-controller.js';
import type { DownloadController, DownloadedArchive } from './download-controller.js';
import { MhbDownloadEvent, MhbRequestCreatedEvent } from './events.js';
import type { ReadController } from './read-controller.js';
import { RequestController } from './request-controller.js';
import type { HistoryView } from './request-history.js';
import { requestTableZh, type RequestTableStrings } from './request-table.strings.js';
import { progressStyles } from '../base/progress.styles.js';
import { requestTableStyles } from './request-table.styles.js';
import type * as Views from './request-views.js';
import type { TableView, Ticking } from './results-table.js';
import type { Selection } from './selection.js';

const tables: StringTables<RequestTableStrings> = {
  'zh-Hant': requestTableZh,
  en: async () => (await import('./request-table.strings.en.js')).requestTableEn,
};

const noSelection: Selection = new Map();

/** The code that renders the requests, and the operations of its buttons. */
interface Loaded {
  readonly views: typeof Views;
  readonly download: DownloadController;
  readonly read: ReadController;
}

/** How often the countdown is updated. Its smallest unit is minutes. */
const TICK_MS = 20_000;

/**
 * @summary Requests a person's data and downloads it (資料申請與下載).
 *
 * One press of a button requests all data and opens it in the viewer on the page. Below the button, a table lets
 * people choose what to download.
 *
 * @tag mhb-request-table
 * @fires {MhbRequestCreatedEvent} mhb-request-created - A request was created.
 * @fires {MhbDownloadEvent} mhb-download - An archive is about to be saved; call `preventDefault()` to save it
 *   elsewhere.
 * @fires {MhbOpenArchiveEvent} mhb-open-archive - An archive should be opened. A provider opens it in the viewer
 *   inside the provider.
 * @csspart frame - The frame of the component.
 * @csspart read - The button 看我的健康存摺.
 * @csspart apply - The button 資料申請.
 * @csspart table - The table of results.
 * @csspart download - The button 下載.
 * @csspart notice - Each message.
 * @cssprop [--mhb-color-accent] - The color of marks and the main button.
 */
export class MhbRequestTable extends MhbElement<RequestTableStrings> {
  static override styles: CSSResultGroup = [MhbElement.styles, progressStyles, requestTableStyles];

  /** The calendar for years, `roc` or `gregorian`. The default is `roc` in Chinese and `gregorian` otherwise. */
  @property() calendar: CalendarName | undefined;

  /** Returns the current time. Replaced only in tests and stories. */
  @property({ attribute: false }) clock: () => Date = () => new Date();

  @state() private shownId: string | undefined;
  @state() private selection: Selection = noSelection;
  /** Whether everything is selected, including categories that become ready later. */
  @state() private everything = false;
  /** The IDs of the △ categories for which the individual months are shown. */
  @state() private singleMonths: ReadonlySet<string> = new Set();
  @state() private selectFirst = false;
  @state() private outcome: TemplateResult | undefined;
  /** The message that is shown after a person has pressed the button 看我的健康存摺. */
  @state() private readOutcome: TemplateResult | undefined;
  /** Whether the table is collapsed; `undefined` until the person collapses or expands it, or opens their data. */
  @state() private folded: boolean | undefined;
  @state() private announcement = '';

  readonly #requests = new RequestController(
    this,
    () => this.gatewayClient,
    ({ status }) => {
      if (status === 'completed') this.announcement = this.locale.strings.completedNow;
    },
    async () => {
      const views = await loadModule(import('./request-views.js'));
      this.#loaded ??= {
        views,
        download: new views.DownloadController(this),
        read: new views.ReadController(this, this.#requests),
      };
    },
  );
  /** What is needed only after login. It is loaded together with the requests. */
  #loaded: Loaded | undefined;
  readonly #session = new SessionController(
    this,
    () => this.gatewayClient,
    (session) => {
      this.#forget();
      if (session !== null) void this.#requests.load();
    },
  );
  #ticking: ReturnType<typeof setInterval> | undefined;
  #focusedBefore: string | undefined;

  constructor() {
    super('request-table', tables);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticking = setInterval(() => {
      this.requestUpdate();
    }, TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  /** The request that the person has chosen with the magnifier or, if there is none, the latest request. */
  get shownRequest(): DataRequest | undefined {
    const requests = this.#requests.requests;
    return requests?.find(({ id }) => id === this.shownId) ?? requests?.[0];
  }

  protected override willUpdate(): void {
    this.#focusedBefore = this.#focused;
    const request = this.shownRequest;
    if (this.everything && request !== undefined && this.#loaded !== undefined)
      this.selection = this.#loaded.views.selectAll(request);
  }

  /** Moves the focus to the results if the button 重新整理 had the focus and has disappeared. */
  protected override updated(): void {
    if (this.#focusedBefore === 'refresh' && this.#focused === undefined) void this.#focus('results');
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    return html`<section part="frame" class="frame" lang=${tag} aria-label=${strings.heading}>
      <h2>${strings.heading}</h2>
      ${this.#session.whose(tag)} ${this.#renderBody()}
      <p role="status" class="visually-hidden">${this.announcement}</p>
    </section>`;
  }

  #renderBody(): TemplateResult {
    const { strings } = this.locale;
    if (this.gatewayClient === undefined) {
      return statement('warning', strings.noClient, strings.noClientRemedy);
    }
    if (this.#session.session === null) return notice('info', strings.logInFirst);
    const { requests } = this.#requests;
    const error = this.#renderError();
    const loaded = this.#loaded;
    if (requests === undefined || loaded === undefined) {
      return html`<div role="alert">${error}</div>
        ${this.#requests.error === undefined ? html`<p class="summary"><span class="spinner"></span>${strings.loading}</p>` : nothing}`;
    }
    const { views } = loaded;
    const request = this.shownRequest;
    return html`
      ${this.#renderRead(requests, loaded)}
      <div role="alert">${error}</div>
      <details
        class="choosing"
        ?open=${!this.#isFolded}
        @toggle=${(event: Event) => {
          this.folded = !(event.target as HTMLDetailsElement).open;
        }}
      >
        <summary id="choose">${strings.choose}</summary>
        <div class="frame">
          ${views.applyView(
            {
              running: requests.find(isRunning),
              applying: this.#requests.applying,
              apply: () => void this.#handleApply(),
              refresh: () => void this.#handleRefresh(),
            },
            strings,
          )}
          <div class="step">
            <h3 id="results" tabindex="-1">${strings.step2}</h3>
            ${request === undefined ? html`<p class="empty">${strings.none}</p>` : this.#renderRequest(request, loaded)}
          </div>
          ${requests.length > 1 ? views.requestHistory(requests, request, this.#historyView()) : nothing}
        </div>
      </details>
    `;
  }

  /** Whether the table is collapsed. A shared computer shows one thing at a time, so there this is the default. */
  get #isFolded(): boolean {
    return this.folded ?? this.isKiosk;
  }

  #renderRead(requests: readonly DataRequest[], { views, read }: Loaded): TemplateResult {
    const { strings } = this.locale;
    const { phase, error } = read;
    return views.readView(
      {
        running: phase === 'preparing' ? requests.find(isRunning) : undefined,
        phase,
        outcome: this.readOutcome,
        error: this.errorNotice(error, phase === undefined ? nothing : html`<span>${strings.resumes}</span>`),
        press: () => void this.#handleRead(),
      },
      strings,
    );
  }

  #renderError(): TemplateResult | typeof nothing {
    const { strings } = this.locale;
    const { error } = this.#requests;
    const retry = html`${error?.code === 'gateway-unreachable' ? html`<span>${strings.resumes}</span>` : nothing}<button
        type="button"
        @click=${this.#handleRefresh}
      >
        ${strings.retry}
      </button>`;
    return this.errorNotice(error, retry);
  }

  #renderRequest(request: DataRequest, loaded: Loaded): TemplateResult {
    return loaded.views.resultsView(
      request,
      this.clock(),
      this.#choice(),
      {
        isChosen: this.everything,
        choose: (chosen) => {
          this.#select(noSelection);
          this.everything = chosen;
          this.singleMonths = new Set();
        },
      },
      this.#tableView(),
      this.#renderBar(request, loaded),
    );
  }

  #renderBar(request: DataRequest, { views, download }: Loaded): TemplateResult {
    const { strings } = this.locale;
    const { transfer, error } = download;
    if (transfer !== undefined)
      return views.transferView(
        transfer,
        () => {
          download.cancel();
        },
        strings,
      );
    const failure = error?.code === 'cancelled' ? strings.cancelled : this.errorNotice(error);
    return views.downloadBar(
      {
        alert: this.selectFirst ? strings.selectFirst : failure,
        outcome: this.outcome,
        selected: this.selection.size,
        open: () => void this.#handleOpen(request),
        download: () => void this.#handleDownload(request),
      },
      strings,
    );
  }

  #choice(): Ticking {
    return {
      selection: this.selection,
      singleMonths: this.singleMonths,
      select: (change) => {
        this.#select(change(this.selection));
      },
      showSingleMonths: (categories) => {
        this.singleMonths = categories;
      },
    };
  }

  #tableView(): TableView {
    return {
      strings: this.locale.strings,
      dates: this.#dates,
      label: (label) => label[builtInLocale(this.locale.tag)],
      category: (id) => this.#requests.category(id),
    };
  }

  #historyView(): HistoryView {
    return {
      strings: this.locale.strings,
      dates: this.#dates,
      now: this.clock(),
      show: (request) => this.#show(request),
    };
  }

  get #dates(): DateStyle {
    return calendarFor(this.calendar, this.locale.tag);
  }

  #forget(): void {
    this.#requests.forget();
    this.#loaded?.download.forget();
    this.#loaded?.read.forget();
    this.readOutcome = undefined;
    this.folded = undefined;
    this.shownId = undefined;
    this.#select(noSelection);
    this.singleMonths = new Set();
  }

  #select(selection: Selection): void {
    this.selection = selection;
    this.everything = false;
    this.selectFirst = false;
    this.outcome = undefined;
    if (this.#loaded !== undefined) this.#loaded.download.error = undefined;
  }

  #show({ id, requestedOn }: DataRequest): void {
    this.shownId = id;
    this.#select(noSelection);
    this.singleMonths = new Set();
    this.announcement = this.locale.strings.tableCaption(formatDateInText(requestedOn, this.#dates));
  }

  async #handleApply(): Promise<void> {
    const created = await this.#requests.apply();
    if (created === undefined) return;
    this.#show(created);
    this.announcement = this.locale.strings.processing;
    this.dispatchEvent(new MhbRequestCreatedEvent(created));
    await this.updateComplete;
    await this.#focus(this.renderRoot.querySelector('#refresh') === null ? 'results' : 'refresh');
  }

  async #handleRead(): Promise<void> {
    const client = this.gatewayClient;
    const { read } = this.#loaded ?? {};
    if (client === undefined || read === undefined) return;
    const { strings } = this.locale;
    this.readOutcome = undefined;
    const reading = read.read(client, this.clock(), (created) => {
      this.#show(created);
      this.dispatchEvent(new MhbRequestCreatedEvent(created));
    });
    // The progress replaces the button that the person has pressed, so the focus moves to the progress.
    await this.#focus('reading');
    const file = await reading;
    if (this.#focused === 'reading' || document.activeElement === document.body) await this.#focus('read');
    if (file === undefined) return;
    if (file === 'unfinished' || file === 'empty') {
      this.readOutcome = notice('warning', file === 'empty' ? strings.empty : strings.requestFailed);
      return;
    }
    // Collapse the table before the viewer scrolls into view, because collapsing moves the viewer.
    this.folded = true;
    await this.updateComplete;
    const taken = this.#handOver(file);
    this.folded = taken;
    this.readOutcome = taken ? notice('success', strings.readDone) : notice('warning', strings.nothingReads);
  }

  async #handleRefresh(): Promise<void> {
    await this.#requests.load();
    if (this.#requests.error === undefined) this.announcement = this.locale.strings.refreshed;
  }

  async #handleDownload(request: DataRequest): Promise<void> {
    const file = await this.#fetch(request);
    if (file === undefined) return;
    const event = new MhbDownloadEvent(file.archive, file.fileName);
    if (this.dispatchEvent(event)) this.#save(file, '');
  }

  async #handleOpen(request: DataRequest): Promise<void> {
    const { strings } = this.locale;
    const file = await this.#fetch(request);
    if (file === undefined) return;
    const taken = this.#handOver(file);
    if (taken) this.outcome = notice('success', strings.opened);
    else this.#save(file, strings.noViewer);
  }

  /** Asks other elements on the page to open the archive. Returns whether one of them does so. */
  #handOver({ archive, fileName }: DownloadedArchive): boolean {
    const person = this.#session.session?.person.name ?? null;
    return !this.dispatchEvent(new MhbOpenArchiveEvent(archive, fileName, person));
  }

  async #fetch(request: DataRequest): Promise<DownloadedArchive | undefined> {
    const client = this.gatewayClient;
    if (client === undefined || this.#loaded === undefined) return undefined;
    const { views, download } = this.#loaded;
    const selections = views.toSectionSelections(this.selection, request);
    this.selectFirst = selections.length === 0;
    this.outcome = undefined;
    if (this.selectFirst) return undefined;
    // The button 取消 temporarily replaces the button that the person has pressed.
    const pressed = this.#focused;
    const fetching = download.fetch(client, request.id, selections);
    if (pressed !== undefined) await this.#focus('cancel');
    const file = await fetching;
    if (pressed !== undefined && this.#isFocusHere()) await this.#focus(pressed);
    return file;
  }

  /** The ID of the focused control in this component, if any. */
  get #focused(): string | undefined {
    return this.shadowRoot?.activeElement?.id;
  }

  /** Whether the focus is on 取消, or was lost together with it, so that the person has not moved it. */
  #isFocusHere(): boolean {
    return this.#focused === 'cancel' || document.activeElement === document.body;
  }

  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  #save({ archive, fileName }: DownloadedArchive, remark: string): void {
    const { strings } = this.locale;
    this.#loaded?.views.saveFile(archive, fileName);
    this.outcome = statement('success', remark + strings.saved(fileName), strings.passwordRule);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-request-table': MhbRequestTable;
  }
}

declare module '../base/component-events.js' {
  interface ComponentEvents {
    'mhb-request-table': 'mhb-request-created' | 'mhb-download' | 'mhb-open-archive';
  }
}
