import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { GatewayClient, HealthLinkSummary } from '@mhb-kit/core/gateway';
import type { FhirIdentity, Passbook, Section, SectionKey } from '@mhb-kit/core/passbook';
import { taipeiDate, type LocalDate } from '@mhb-kit/core/identity';
import { html, nothing, render, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { calendarFor, formatMoment, type CalendarName } from '../base/dates.js';
import { field } from '../base/field.js';
import * as icons from '../base/icons.js';
import { builtInLocale, LocaleController, type StringTables } from '../base/locale.js';
import { notice } from '../base/notice.js';
import { addedWords, type Translations } from '../base/translations.js';
import { WorkController } from '../base/work-controller.js';
import { MhbShareEvent } from './events.js';
import type { MadeLink } from './make-link.js';
import { qrCode } from './qr-code.js';
import { shareBodyZh, type ShareBodyStrings } from './share-body.strings.js';

const tables: StringTables<ShareBodyStrings> = {
  'zh-Hant': shareBodyZh,
  en: async () => (await import('./share-body.strings.en.js')).shareBodyEn,
};

export interface ShareBodyParts {
  readonly client: () => GatewayClient | undefined;
  readonly passbook: () => Passbook | undefined;
  readonly viewer: () => string;
  readonly calendar: () => CalendarName | undefined;
  readonly now: () => Date;
  readonly isKiosk: () => boolean;
  readonly translations: () => Translations;
  readonly errorNotice: (error: MhbError | undefined) => unknown;
  readonly tag: () => string;
}

const SUMMARY = 'summary';
const SECTIONS = 'sections';
const HOURS = 24;
/** The choices for how long a link is valid, in hours. The default is one day. */
const lives = [1, HOURS, 7 * HOURS, 30 * HOURS] as const;
const years = [1, 3, 5] as const;

/**
 * Lets the person choose what to share and how, and shows the QR code and the existing links. All of this is
 * cleared when the session ends.
 */
export class ShareBody {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parts: ShareBodyParts;
  readonly #locale: LocaleController<ShareBodyStrings>;
  #kind: typeof SUMMARY | typeof SECTIONS = SUMMARY;
  #withIdentity = false;
  #sections: readonly Section[] = [];
  readonly #making: WorkController;
  #made: MadeLink | undefined;
  #links: readonly HealthLinkSummary[] | undefined;
  /**
   * The error of the latest change to a link. It is separate from errors of creating a link, because several links
   * can be revoked at the same time.
   */
  #error: MhbError | undefined;
  /** Cancels all operations in progress when the person leaves. */
  #life = new AbortController();
  #isUnchosen = false;
  #announcement = '';

  constructor(host: ReactiveControllerHost & HTMLElement, parts: ShareBodyParts) {
    this.#host = host;
    this.#parts = parts;
    this.#making = new WorkController(host);
    this.#locale = new LocaleController(host, tables, () => addedWords(parts.translations(), 'share'));
  }

  /** Resolves when the strings and the existing links are loaded. */
  async ready(): Promise<void> {
    await this.#locale.pending;
    await this.#loadLinks();
  }

  forget(): void {
    this.#making.forget();
    this.#life.abort();
    this.#life = new AbortController();
    this.#error = undefined;
    this.#kind = SUMMARY;
    this.#withIdentity = false;
    this.#made = undefined;
    this.#links = undefined;
    this.#announcement = '';
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    const { pending, strings } = this.#locale;
    // If the language has just changed, its strings must be loaded first.
    if (pending !== undefined) void pending.then(() => this.#host.requestUpdate());
    const passbook = this.#parts.passbook();
    return html`<div role="alert">${this.#parts.errorNotice(this.#making.error ?? this.#error)}</div>
      <p class="visually-hidden" role="status">${this.#announcement}</p>
      ${this.#made !== undefined ? this.#renderMade(this.#made) : passbook === undefined ? nothing : this.#renderForm(strings, passbook)}
      ${this.#renderLinks(strings)}`;
  }

  #moment(instant: Date | string): string {
    const tag = this.#parts.tag();
    return formatMoment(new Date(instant), calendarFor(this.#parts.calendar(), tag));
  }

  #renderForm(strings: ShareBodyStrings, passbook: Passbook): TemplateResult {
    const { tag } = this.#locale;
    const radio = (name: string, value: string, label: string, checked: boolean): TemplateResult =>
      html`<label class="choice"
        ><input type="radio" name=${name} value=${value} .checked=${checked} /><span>${label}</span></label
      >`;
    return html`<form part="form" novalidate @submit=${this.#handleSubmit} @change=${this.#handleChange}>
      <p class="quiet">${strings.intro}</p>
      <fieldset>
        <legend>${strings.what}</legend>
        ${radio('kind', SUMMARY, strings.summary, this.#kind === SUMMARY)}
        ${radio('kind', SECTIONS, strings.sections, this.#kind === SECTIONS)}
      </fieldset>
      ${this.#kind === SECTIONS ? this.#renderSections(strings, passbook) : nothing}
      <fieldset>
        <legend>${strings.language}</legend>
        ${radio('language', 'zh-Hant', strings.chinese, tag.startsWith('zh'))}
        ${radio('language', 'en', strings.english, !tag.startsWith('zh'))}
      </fieldset>
      <label class="choice"
        ><input type="checkbox" name="identity" .checked=${this.#withIdentity} /><span
          >${strings.withIdentity} <small class="quiet">${strings.withoutIdentity}</small></span
        ></label
      >
      ${this.#withIdentity ? this.#renderIdentity(strings) : nothing}
      <fieldset>
        <legend>${strings.howLong}</legend>
        ${lives.map((hours) => radio('hours', String(hours), hours < HOURS ? strings.hours(hours) : strings.days(hours / HOURS), hours === HOURS))}
      </fieldset>
      <label class="choice"
        ><input type="checkbox" name="passcode" checked /><span
          >${strings.withPasscode} <small class="quiet">${strings.passcodeHint}</small></span
        ></label
      >
      <p class="actions">
        <button part="submit" type="submit" class="primary" aria-disabled=${this.#making.isRunning}>
          ${this.#making.isRunning ? html`<span class="spinner"></span>${strings.making}` : strings.make}
        </button>
      </p>
    </form>`;
  }

  #renderSections(strings: ShareBodyStrings, passbook: Passbook): TemplateResult {
    const language = builtInLocale(this.#parts.tag());
    const filled = this.#sections.filter(({ key }) => passbook.sections[key].length > 0);
    return html`<fieldset aria-describedby=${this.#isUnchosen ? 'unchosen' : nothing}>
        <legend>${strings.chooseSections}</legend>
        <div class="choices">
          ${filled.map(
            ({ key, label }) =>
              html`<label class="choice"
                ><input type="checkbox" name="section" value=${key} /><span>${label[language]}</span></label
              >`,
          )}
        </div>
        ${this.#isUnchosen ? html`<p class="field-error" id="unchosen">${strings.chooseOne}</p>` : nothing}
      </fieldset>
      <div class="field">
        <label for="since">${strings.since}</label>
        <p class="hint" id="since-hint">${strings.sinceHint}</p>
        <select id="since" name="since" aria-describedby="since-hint">
          <option value="">${strings.sinceAll}</option>
          ${years.map((count) => html`<option value=${count}>${strings.sinceYears(count)}</option>`)}
        </select>
      </div>`;
  }

  #renderIdentity(strings: ShareBodyStrings): TemplateResult[] {
    const required = { required: '' };
    return [
      field({ name: 'name', label: strings.name, autocomplete: 'name', maxLength: 60 }, required),
      field({ name: 'nationalId', label: strings.nationalId, maxLength: 10 }, required),
      field({ name: 'birthDate', label: strings.birthDate, autocomplete: 'bday', maxLength: 20 }, required),
    ];
  }

  #renderMade({ link, passcode, expiresAt }: MadeLink): TemplateResult {
    const { strings } = this.#locale;
    const isKiosk = this.#parts.isKiosk();
    return html`<div class="result">
      <h3>${strings.scan}</h3>
      ${qrCode(link, strings.qrLabel)}
      <p><strong>${strings.ends(this.#moment(expiresAt))}</strong></p>
      ${
        passcode === null
          ? notice('warning', strings.linkHint)
          : html`<p>${strings.passcode}: <span class="passcode" id="passcode">${passcode}</span></p>
              <p class="quiet">${isKiosk ? strings.passcodeKiosk : strings.passcodeSay}</p>`
      }
      <p class="actions">
        ${
          // On a shared computer, a copied link would stay in the clipboard, and the next person could paste it.
          isKiosk
            ? nothing
            : html`<button type="button" id="copy" @click=${() => void this.#copy(link)}>
                ${strings.copy}
              </button>`
        }
        <button type="button" id="print" @click=${() => void this.#print()}>
          ${icons.print()}${strings.print}
        </button>
        <button type="button" id="again" @click=${this.#handleAgain}>${strings.again}</button>
      </p>
      <p class="quiet">${strings.onVisitCard}</p>
    </div>`;
  }

  /** Returns the QR code with its description but without the passcode, or `undefined` if no code is shown. */
  codeForPaper(): HTMLElement | undefined {
    if (this.#made === undefined) return undefined;
    const paper = document.createElement('div');
    paper.className = 'code';
    render(this.#renderCode(this.#made), paper);
    return paper;
  }

  #renderCode({ link, expiresAt, passcode }: MadeLink): TemplateResult {
    const { strings } = this.#locale;
    return html`${qrCode(link, strings.qrLabel)}
      <p>
        ${strings.sheetHow}<br />
        <strong>${strings.ends(this.#moment(expiresAt))}</strong><br />
        ${passcode === null ? strings.sheetNoPasscode : strings.sheetPasscode}<br />
        ${strings.sheetRevoke}
      </p>`;
  }

  #renderLinks(strings: ShareBodyStrings): TemplateResult {
    const links = this.#links ?? [];
    return html`<div>
      <h3>${strings.links}</h3>
      ${links.length === 0 ? html`<p class="quiet">${strings.none}</p>` : nothing}
      <ul>
        ${links.map((link) => this.#renderLink(strings, link))}
      </ul>
      <p class="actions">
        <button type="button" id="refresh" @click=${() => void this.#loadLinks()}>
          ${icons.refresh()}${strings.refresh}
        </button>
      </p>
    </div>`;
  }

  #renderLink(strings: ShareBodyStrings, link: HealthLinkSummary): TemplateResult {
    const { id, state, createdAt, expiresAt, timesOpened, openings, attemptsLeft } = link;
    const made = this.#moment(createdAt);
    return html`<li>
      <strong>${strings.madeAt(made)}</strong>
      <span class="badge ${state === 'active' ? 'success' : 'warning'}">${strings.state[state]}</span>
      <div class="quiet">
        ${strings.ends(this.#moment(expiresAt))} ·
        ${strings.opened(timesOpened)}${
          attemptsLeft === null || state !== 'active' ? nothing : ` · ${strings.attempts(attemptsLeft)}`
        }
      </div>
      ${
        openings.length === 0
          ? nothing
          : html`<ol>
                ${openings.map(({ at, recipient }) => html`<li>${strings.openedBy(recipient, this.#moment(at))}</li>`)}
              </ol>
              <p class="quiet">${strings.asTold}</p>`
      }
      ${
        state === 'active'
          ? html`<p class="actions">
              <button
                type="button"
                class="revoke"
                aria-label=${strings.revokeLabel(made)}
                @click=${() => void this.#revoke(id)}
              >
                ${strings.revoke}
              </button>
            </p>`
          : nothing
      }
    </li>`;
  }

  readonly #handleChange = (event: Event): void => {
    const { name, value, checked } = event.target as HTMLInputElement;
    if (name === 'identity') this.#withIdentity = checked;
    if (name === 'section') this.#isUnchosen = false;
    if (name === 'kind') {
      this.#kind = value === SECTIONS ? SECTIONS : SUMMARY;
      if (this.#kind === SECTIONS) void this.#attempt(() => this.#loadSections());
    }
    this.#host.requestUpdate();
  };

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#make(new FormData(event.target as HTMLFormElement));
  };

  readonly #handleAgain = (): void => {
    this.#made = undefined;
    this.#announcement = '';
    this.#host.requestUpdate();
  };

  async #loadSections(): Promise<void> {
    const { sections } = await import('@mhb-kit/core/passbook');
    this.#sections = sections;
  }

  async #make(form: FormData): Promise<void> {
    const client = this.#parts.client();
    const passbook = this.#parts.passbook();
    const { strings } = this.#locale;
    if (client === undefined || passbook === undefined || this.#making.isRunning) return;
    const sections = form.getAll('section') as SectionKey[];
    this.#isUnchosen = this.#kind === SECTIONS && sections.length === 0;
    if (this.#isUnchosen) {
      this.#host.requestUpdate();
      return;
    }
    this.#error = undefined;
    await this.#making.run(async (signal) => {
      const { makeLink } = await import('./make-link.js');
      const now = this.#parts.now();
      const text = (name: string): string => {
        const value = form.get(name);
        return typeof value === 'string' ? value : '';
      };
      const made = await makeLink(client, passbook, {
        content:
          this.#kind === SUMMARY
            ? { kind: SUMMARY }
            : { kind: SECTIONS, sections, since: sinceOf(text('since'), now) },
        language: text('language') === 'en' ? 'en' : 'zh-Hant',
        ...(this.#withIdentity ? { identity: await identityOf(text, passbook, now) } : {}),
        hours: Number(text('hours')),
        withPasscode: form.has('passcode'),
        viewer: this.#parts.viewer(),
        label: strings.sheetTitle,
        now,
      });
      signal.throwIfAborted();
      this.#made = made;
      this.#announcement = strings.made;
      this.#links = [made.created.healthLink, ...(this.#links ?? [])];
      this.#host.dispatchEvent(new MhbShareEvent(made.created.healthLink));
    });
  }

  async #loadLinks(): Promise<void> {
    await this.#attempt((signal) => this.#fetchLinks(signal));
  }

  async #fetchLinks(signal: AbortSignal): Promise<void> {
    const links = await this.#parts.client()?.healthLinks({ signal });
    signal.throwIfAborted();
    this.#links = links;
  }

  async #revoke(id: string): Promise<void> {
    await this.#attempt(async (signal) => {
      await this.#parts.client()?.revokeHealthLink(id, { signal });
      if (this.#made?.created.healthLink.id === id) this.#made = undefined;
      this.#announcement = this.#locale.strings.revoked;
      await this.#fetchLinks(signal);
    });
  }

  async #copy(link: string): Promise<void> {
    await this.#attempt(async () => {
      await navigator.clipboard.writeText(link);
      this.#announcement = this.#locale.strings.copied;
    });
  }

  async #print(): Promise<void> {
    const { strings, tag } = this.#locale;
    const made = this.#made;
    if (made === undefined) return;
    const { printSheet } = await import('./print-sheet.js');
    printSheet(
      html`<h1>${strings.sheetTitle}</h1>
        ${this.#renderCode(made)}`,
      tag,
    );
  }

  async #attempt(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#life;
    this.#error = undefined;
    this.#making.error = undefined;
    try {
      await work(signal);
    } catch (thrown) {
      if (!signal.aborted) this.#error = toMhbError(thrown);
    }
    this.#host.requestUpdate();
  }
}

/**
 * Returns the date that is the given number of years earlier. If the earlier year has no February 29, returns
 * March 1.
 */
function sinceOf(count: string, now: Date): LocalDate | null {
  if (count === '') return null;
  const [year = '', month = '', day = ''] = taipeiDate(now).split('-');
  const there = new Date(Date.UTC(Number(year) - Number(count), Number(month) - 1, Number(day)));
  return there.toISOString().slice(0, 10) as LocalDate;
}

async function identityOf(
  text: (name: string) => string,
  passbook: Passbook,
  now: Date,
): Promise<FhirIdentity> {
  const { readFhirIdentity } = await import('@mhb-kit/core/passbook');
  const typed = { name: text('name'), nationalId: text('nationalId'), birthDate: text('birthDate') };
  return readFhirIdentity(typed, passbook, taipeiDate(now));
}
