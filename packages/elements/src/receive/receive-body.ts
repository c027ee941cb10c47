import type { MhbError } from '@mhb-kit/core/error';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import type { CardIssuer, HealthLink } from '@mhb-kit/core/share';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { field } from '../base/field.js';
import { LocaleController, type StringTables } from '../base/locale.js';
import { statement } from '../base/notice.js';
import { addedWords, type Translations } from '../base/translations.js';
import { WorkController } from '../base/work-controller.js';
import { MhbReceiveEvent } from './events.js';
import type { Received } from './open-link.js';
import { receiveStyles } from './receive.styles.js';
import { receiveBodyZh, type ReceiveBodyStrings } from './receive-body.strings.js';
import { summarize, type Summary, type SummaryPerson, type SummarySection } from './summary.js';

const tables: StringTables<ReceiveBodyStrings> = {
  'zh-Hant': receiveBodyZh,
  en: async () => (await import('./receive-body.strings.en.js')).receiveBodyEn,
};

export interface ReceiveBodyParts {
  readonly client: () => GatewayClient | undefined;
  readonly translations: () => Translations;
  readonly errorNotice: (error: MhbError | undefined) => unknown;
}

/** The properties of the `<mhb-receive>` element that its body uses. */
interface ReceiveHost extends ReactiveControllerHost, HTMLElement {
  readonly recipient: string;
  readonly hosts: string;
  readonly issuers: readonly CardIssuer[];
}

interface Shown extends Received {
  readonly label: string | null;
  readonly summaries: readonly Summary[];
}

/**
 * The maximum number of entries to list in a section. If there are more, only the number of further entries is
 * shown.
 */
const MOST_ENTRIES = 200;
/** Checks whether the string looks like a link or a card. It need not be valid. */
const isOurs = (text: string): boolean => text.includes('shlink:/') || text.startsWith('shc:/');

/**
 * Lets people enter a link, and shows the content of the link. When the content is closed, all received data is
 * removed from memory.
 */
export class ReceiveBody {
  readonly #host: ReceiveHost;
  readonly #parts: ReceiveBodyParts;
  readonly #locale: LocaleController<ReceiveBodyStrings>;
  readonly #work: WorkController;
  #camera: AbortController | undefined;
  #pending: HealthLink | undefined;
  #attemptsLeft: number | null = null;
  #shown: Shown | undefined;
  #problem: 'camera' | 'code' | undefined;
  #announcement = '';

  constructor(host: ReceiveHost, parts: ReceiveBodyParts) {
    this.#host = host;
    this.#parts = parts;
    this.#work = new WorkController(host);
    this.#locale = new LocaleController(host, tables, () => addedWords(parts.translations(), 'receive'));
  }

  /** Adds the styles, which are not needed earlier, and waits for the strings. */
  async ready(): Promise<void> {
    const { shadowRoot } = this.#host;
    const { styleSheet } = receiveStyles;
    if (shadowRoot !== null && styleSheet !== undefined)
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, styleSheet];
    await this.#locale.pending;
  }

  /**
   * Opens the link that follows `#` in the page's address. The link is removed from the address, so that neither
   * the history nor a screenshot contains it.
   */
  async openAddress(): Promise<void> {
    const { hash, pathname, search } = location;
    if (!hash.includes('shlink:/')) return;
    history.replaceState(history.state, '', pathname + search);
    await this.open(hash.slice(1));
  }

  close(): void {
    this.#work.forget();
    this.#camera?.abort();
    this.#camera = undefined;
    this.#pending = undefined;
    this.#attemptsLeft = null;
    this.#shown = undefined;
    this.#problem = undefined;
    this.#announcement = '';
    this.#host.requestUpdate();
  }

  /** Opens a link or a card that was scanned or pasted. */
  async open(text: string): Promise<boolean> {
    this.close();
    return this.#attempt(async (signal) => {
      const { readHealthLink, receiveCard } = await import('./open-link.js');
      if (text.trim().startsWith('shc:/')) {
        this.#show(await receiveCard(text, this.#host.issuers), null);
        return;
      }
      const link = readHealthLink(text);
      if (link.needsPasscode) this.#pending = link;
      else await this.#fetch(link, '', signal);
    });
  }

  render(): TemplateResult {
    const { pending, strings } = this.#locale;
    if (pending !== undefined) void pending.then(() => this.#host.requestUpdate());
    return html`<div role="alert">
        ${this.#parts.errorNotice(this.#work.error)}${this.#renderProblem(strings)}
      </div>
      <p class="visually-hidden" role="status">${this.#announcement}</p>
      ${this.#renderStep(strings)}`;
  }

  #renderStep(strings: ReceiveBodyStrings): TemplateResult {
    if (this.#work.isRunning)
      return html`<p class="actions"><span class="spinner"></span>${strings.opening}</p>`;
    if (this.#shown !== undefined) return this.#renderShown(strings, this.#shown);
    if (this.#pending !== undefined) return this.#renderPasscode(strings, this.#pending);
    return this.#renderWays(strings);
  }

  #renderProblem(strings: ReceiveBodyStrings): unknown {
    if (this.#problem === 'camera') return statement('warning', strings.noCamera, strings.noCameraRemedy);
    if (this.#problem === 'code') return statement('warning', strings.noCode, strings.noCodeRemedy);
    return nothing;
  }

  #renderWays(strings: ReceiveBodyStrings): TemplateResult {
    const { recipient } = this.#host;
    const isScanning = this.#camera !== undefined;
    return html`<div class="ways">
      <p>${strings.hint}</p>
      ${
        isScanning
          ? html`<video muted playsinline aria-label=${strings.preview}></video>
              <p>${strings.scanning}</p>`
          : nothing
      }
      <p class="actions">
        <button type="button" id="scan" class="primary" @click=${() => void this.#scan()}>
          ${isScanning ? strings.stop : strings.scan}
        </button>
        <label class="file-button"
          >${strings.picture}<input
            type="file"
            class="visually-hidden"
            accept="image/*"
            @change=${(event: Event) => void this.#readPicture(event.target as HTMLInputElement)}
        /></label>
      </p>
      <form novalidate @submit=${this.#handlePaste}>
        ${field({ name: 'link', label: strings.paste }, { required: '' }, html`<button type="submit">${strings.open}</button>`)}
      </form>
      ${recipient === '' ? nothing : html`<p class="quiet">${strings.from(recipient)}</p>`}
    </div>`;
  }

  #renderPasscode(strings: ReceiveBodyStrings, link: HealthLink): TemplateResult {
    const hint =
      this.#attemptsLeft === null
        ? strings.passcodeHint
        : `${strings.passcodeHint} ${strings.attempts(this.#attemptsLeft)}`;
    return html`<form class="ways" novalidate @submit=${this.#handlePasscode}>
      ${link.label === null ? nothing : html`<p>${strings.label}: ${link.label}</p>`}
      ${field({ name: 'passcode', label: strings.passcode, hint, maxLength: 64 }, { required: '' })}
      <p class="actions">
        <button type="submit" class="primary">${strings.open}</button>
        <button type="button" id="close" @click=${() => this.close()}>${strings.close}</button>
      </p>
    </form>`;
  }

  #renderShown(strings: ReceiveBodyStrings, shown: Shown): TemplateResult {
    const { issuer, forged, others, label, summaries, passbook, resources } = shown;
    return html`<div part="summary" class="shown">
      ${
        issuer === null
          ? statement('warning', strings.unverified, strings.unverifiedThen)
          : statement('success', strings.verified, strings.verifiedThen(issuer))
      }
      ${forged === 0 ? nothing : statement('danger', strings.forged, '')}
      ${label === null ? nothing : html`<p>${strings.label}: ${label}</p>`}
      ${summaries.map(({ person, sections }) => [
        this.#renderPerson(strings, person),
        sections.map((section) => this.#renderSection(strings, section)),
      ])}
      ${others === 0 ? nothing : html`<p class="quiet">${strings.unknownTypes(others)}</p>`}
      ${passbook === null ? nothing : html`<p>${strings.wholeThen}</p>`}
      <slot name="viewer"></slot>
      <p class="actions">
        <button
          type="button"
          part="take"
          id="take"
          class="primary"
          ?disabled=${resources.length === 0}
          @click=${() => this.#take(shown)}
        >
          ${strings.take}
        </button>
        <button type="button" id="close" @click=${() => this.close()}>${strings.close}</button>
      </p>
    </div>`;
  }

  #renderPerson(strings: ReceiveBodyStrings, person: SummaryPerson | null): TemplateResult {
    const gender = person?.gender ?? '';
    const rows: readonly (readonly [string, string | null])[] = [
      [strings.name, person?.name ?? null],
      [strings.identifier, person?.identifiers.join(', ') ?? null],
      [strings.birthDate, person?.birthDate ?? null],
      [strings.gender, (strings.genders as Readonly<Record<string, string | undefined>>)[gender] ?? gender],
    ];
    const told = rows.filter(([, value]) => value !== null && value !== '');
    return html`<section>
      <h3>${strings.patient}</h3>
      ${
        told.length === 0
          ? html`<p>${strings.noPatient}</p>`
          : html`<dl>
              ${told.map(
                ([label, value]) =>
                  html`<dt>${label}</dt>
                    <dd>${value}</dd>`,
              )}
            </dl>`
      }
    </section>`;
  }

  #renderSection(strings: ReceiveBodyStrings, { title, text, entries }: SummarySection): TemplateResult {
    return html`<section>
      <h3>${title}</h3>
      ${text !== '' ? html`<p>${text}</p>` : entries.length === 0 ? html`<p>${strings.empty}</p>` : nothing}
      <ul>
        ${entries
          .slice(0, MOST_ENTRIES)
          .map(
            (entry) =>
              html`<li>
                ${entry.text ?? strings.notUnderstood}
                ${entry.status === null ? nothing : html`<span class="badge warning">${strings.status}: ${entry.status}</span>`}
              </li>`,
          )}
      </ul>
      ${entries.length > MOST_ENTRIES ? html`<p>${strings.more(entries.length - MOST_ENTRIES)}</p>` : nothing}
    </section>`;
  }

  readonly #handlePaste = (event: SubmitEvent): void => {
    event.preventDefault();
    const link = new FormData(event.target as HTMLFormElement).get('link');
    if (typeof link === 'string') void this.open(link);
  };

  readonly #handlePasscode = (event: SubmitEvent): void => {
    event.preventDefault();
    const link = this.#pending;
    const passcode = new FormData(event.target as HTMLFormElement).get('passcode');
    if (link === undefined || typeof passcode !== 'string') return;
    void this.#attempt((signal) => this.#fetch(link, passcode, signal));
  };

  #take({ resources, issuer, label }: Shown): void {
    this.#announcement = this.#locale.strings.taken;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new MhbReceiveEvent({ resources, verified: issuer !== null, label }));
  }

  async #scan(): Promise<void> {
    if (this.#camera !== undefined) {
      this.#camera.abort();
      return;
    }
    this.#problem = undefined;
    this.#work.error = undefined;
    const camera = new AbortController();
    this.#camera = camera;
    this.#host.requestUpdate();
    let text: string | null = null;
    try {
      const { scan } = await import('./scanner.js');
      await this.#host.updateComplete;
      const video = this.#host.shadowRoot?.querySelector('video');
      if (video) text = await scan(video, isOurs, camera.signal);
    } catch {
      this.#problem = 'camera';
    }
    if (this.#camera === camera) this.#camera = undefined;
    this.#host.requestUpdate();
    if (text !== null && !camera.signal.aborted) await this.open(text);
  }

  async #readPicture({ files }: HTMLInputElement): Promise<void> {
    const [picture] = files ?? [];
    if (picture === undefined) return;
    this.#problem = undefined;
    const text = await import('./scanner.js')
      .then(({ readPicture }) => readPicture(picture))
      .catch(() => null);
    if (text !== null && isOurs(text)) {
      await this.open(text);
      return;
    }
    this.#problem = 'code';
    this.#host.requestUpdate();
  }

  async #fetch(link: HealthLink, passcode: string, signal: AbortSignal): Promise<void> {
    const { receive } = await import('./open-link.js');
    const { recipient, hosts, issuers } = this.#host;
    const received = await receive(link, passcode, {
      client: this.#parts.client(),
      hosts: hosts.split(/\s+/).filter((host) => host !== ''),
      recipient: recipient === '' ? location.hostname : recipient,
      issuers,
      signal,
    });
    signal.throwIfAborted();
    this.#pending = undefined;
    this.#show(received, link.label);
  }

  #show(received: Received, label: string | null): void {
    this.#shown = { ...received, label, summaries: received.resources.map(summarize) };
    const { passbook } = received;
    if (passbook === null) return;
    const viewer = this.#host.querySelector<
      HTMLElement & { open?: (files: readonly object[]) => Promise<boolean> }
    >('mhb-passbook-viewer');
    void viewer?.open?.([{ name: 'passbook.json', bytes: passbook }]);
  }

  /** Cancels the previous attempt and makes a new one. Resolves to whether there is data to show. */
  async #attempt(work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    this.#work.forget();
    const done = await this.#work.run(work);
    if (this.#work.error !== undefined) this.#fail(this.#work.error);
    return done && this.#shown !== undefined;
  }

  #fail(error: MhbError): void {
    const { remainingAttempts = null } = error.details;
    this.#attemptsLeft = typeof remainingAttempts === 'number' ? remainingAttempts : null;
    const isPasscode = error.code === 'health-link-passcode-wrong' && remainingAttempts !== 0;
    if (!isPasscode && error.code !== 'health-link-unreachable' && error.code !== 'gateway-unreachable')
      this.#pending = undefined;
    this.#host.requestUpdate();
  }
}
