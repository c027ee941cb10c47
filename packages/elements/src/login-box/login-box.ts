import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { Session } from '@mhb-kit/core/gateway';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { MhbElement } from '../base/element.js';
import { icons } from '../base/icons.js';
import { errorText } from '../base/error-words.js';
import { errorNotice, notice } from '../base/notice.js';
import { SessionController } from '../base/session-controller.js';
import { CardController } from '../card/card-controller.js';
import { cardStatus, type CardStatus } from '../card/card-status.js';
import {
  MhbForgotPasswordEvent,
  MhbLoginErrorEvent,
  MhbLoginEvent,
  MhbLogoutEvent,
  MhbRegisterEvent,
} from './events.js';
import { loginBoxStrings, type LoginBoxStrings } from './login-box.strings.js';
import { loginBoxStyles } from './login-box.styles.js';

type Method = 'nhi-card' | 'certificate';
type Phase = 'idle' | 'reading' | 'checking';

const METHODS: readonly Method[] = ['nhi-card', 'certificate'];

/**
 * @summary Logs a person in with their NHI card and password; shows who is logged in, and logs them out.
 *
 * Nothing is stored: the session lives in the client's memory, the password leaves the field as soon as it was sent.
 *
 * @tag mhb-login-box
 * @slot heading - What stands above the tabs instead of our heading.
 * @slot announcements - What everybody should know before they log in.
 * @slot links - What stands below the form instead of 首次申請密碼 and 忘記密碼.
 * @fires {MhbLoginEvent} mhb-login - The person has logged in; `event.session` shows them in part only.
 * @fires {MhbLogoutEvent} mhb-logout - The session has ended.
 * @fires {MhbLoginErrorEvent} mhb-login-error - A login did not succeed; `event.code` says why.
 * @fires {MhbRegisterEvent} mhb-register - 首次申請密碼 was pressed; prevent its default when the page takes over.
 * @fires {MhbForgotPasswordEvent} mhb-forgot-password - 忘記密碼 was pressed; likewise.
 * @csspart frame - The box.
 * @csspart tab - Each tab.
 * @csspart reader - The state of reader and card.
 * @csspart submit - 確認.
 * @csspart notice - Each message.
 * @cssprop [--mhb-color-accent] - The one colour of links, tabs and the main button.
 * @cssprop [--mhb-button-background] - The main button, when it differs from the accent.
 */
export class MhbLoginBox extends MhbElement<LoginBoxStrings> {
  static override styles: CSSResultGroup = [MhbElement.styles, loginBoxStyles];

  /** Where 首次申請密碼 leads; without it the link only sends `mhb-register`. */
  @property({ attribute: 'register-href' }) registerHref: string | undefined;

  /** Where 忘記密碼 leads; without it the link only sends `mhb-forgot-password`. */
  @property({ attribute: 'forgot-href' }) forgotHref: string | undefined;

  @state() private method: Method = 'nhi-card';
  @state() private phase: Phase = 'idle';
  @state() private error: MhbError | undefined;
  @state() private passwordMissing = false;
  @state() private passwordShown = false;
  @state() private notOffered = false;
  @state() private announcement = '';
  /** When the gateway will listen again after too many attempts. */
  @state() private lockedUntil: number | undefined;
  @state() private now = Date.now();

  @query('#password') private passwordField!: HTMLInputElement | null;

  readonly #card = new CardController(this, () => this.cardProviders);
  readonly #session = new SessionController(
    this,
    () => this.gatewayClient,
    (session) => {
      this.#sessionChanged(session);
    },
  );
  #wasSignedIn = false;
  #attempt: AbortController | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super('login-box', loginBoxStrings);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#attempt?.abort();
    clearInterval(this.#clock);
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    const { session } = this.#session;
    return html`<section part="frame" class="frame" lang=${tag} aria-label=${strings.heading}>
      <slot name="heading"><h2>${strings.heading}</h2></slot>
      <slot name="announcements"></slot>
      ${session === null ? this.#renderLogin() : this.#renderIdentity(session)}
      <p role="status" class="visually-hidden">${this.announcement}</p>
    </section>`;
  }

  #renderIdentity({ person }: Session): TemplateResult {
    const { strings } = this.locale;
    return html`<div class="identity">
      ${icons.person}
      <p>
        <span class="quiet">${strings.signedInAs}</span>
        <strong>${person.name}</strong>
        <span>${person.nationalId}</span>
      </p>
      <button type="button" id="log-out" @click=${this.#handleLogout}>${strings.logOut}</button>
    </div>`;
  }

  #renderLogin(): TemplateResult {
    const { strings } = this.locale;
    const labels: Record<Method, string> = {
      'nhi-card': strings.nhiCard,
      certificate: strings.certificate,
    };
    return html`
      <div role="tablist" aria-label=${strings.methods} @keydown=${this.#handleTabKey}>
        ${METHODS.map(
          (method) =>
            html`<button
              part="tab"
              type="button"
              role="tab"
              id="tab-${method}"
              aria-controls="panel"
              aria-selected=${this.method === method}
              tabindex=${this.method === method ? 0 : -1}
              @click=${() => {
                this.method = method;
              }}
            >
              ${labels[method]}
            </button>`,
        )}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.method}">
        ${this.method === 'nhi-card' ? this.#renderCardForm() : this.#renderCertificate()}
      </div>
    `;
  }

  #renderCertificate(): TemplateResult {
    const { strings } = this.locale;
    return notice(
      'info',
      html`<strong>${strings.certificateUnavailable}</strong
        ><span>${strings.certificateUnavailableRemedy}</span>`,
    );
  }

  #renderCardForm(): TemplateResult {
    const { strings } = this.locale;
    if (this.gatewayClient === undefined) {
      return notice(
        'warning',
        html`<strong>${strings.noClient}</strong><span>${strings.noClientRemedy}</span>`,
      );
    }
    const busy = this.phase !== 'idle';
    return html`
      <form novalidate @submit=${this.#handleSubmit}>
        <p>${strings.instruction}</p>
        ${this.#renderReader()}
        <input type="text" name="username" autocomplete="username" hidden />
        <div class="field">
          <label for="password">${strings.password}</label>
          <div class="password">
            <input
              id="password"
              name="password"
              type=${this.passwordShown ? 'text' : 'password'}
              autocomplete="current-password"
              autocapitalize="none"
              spellcheck="false"
              maxlength="64"
              aria-invalid=${this.passwordMissing}
              aria-describedby=${this.passwordMissing ? 'password-error' : nothing}
              @input=${() => {
                this.passwordMissing = false;
              }}
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
          ${
            this.passwordMissing
              ? html`<p class="field-error" id="password-error">${strings.passwordMissing}</p>`
              : nothing
          }
        </div>
        <button
          part="submit"
          type="submit"
          class="primary submit"
          aria-disabled=${busy || this.#lockedSeconds > 0}
        >
          ${busy ? html`<span class="spinner"></span>${strings.confirming}` : strings.confirm}
        </button>
        <div role="alert">${this.#renderError()}</div>
      </form>
      <slot name="links">${this.#renderLinks()}</slot>
    `;
  }

  #renderError(): TemplateResult | typeof nothing {
    const { tag, strings } = this.locale;
    if (this.error === undefined) return nothing;
    const left = this.#lockedSeconds;
    const wait = left > 0 ? html`<strong>${strings.lockedFor(duration(left, tag))}</strong>` : nothing;
    return errorNotice(this.error, tag, this.allTranslations, wait);
  }

  #renderLinks(): TemplateResult {
    const { strings } = this.locale;
    const link = (href: string | undefined, label: string, press: () => void): TemplateResult =>
      href === undefined
        ? html`<button type="button" class="link" @click=${press}>${label}</button>`
        : html`<a href=${href}>${label}</a>`;
    return html`<div class="links">
        ${link(this.registerHref, strings.firstTime, () => {
          this.#ask(new MhbRegisterEvent());
        })}
        ${link(this.forgotHref, strings.forgotten, () => {
          this.#ask(new MhbForgotPasswordEvent());
        })}
      </div>
      <div role="status">${this.notOffered ? notice('info', strings.notOfferedHere) : nothing}</div>`;
  }

  #renderReader(): TemplateResult {
    const { strings } = this.locale;
    const { words, remedy, card, busy, action } = this.#cardStatus();
    const simulated = this.#card.reader?.simulated === true;
    return html`<div
      part="reader"
      class="reader ${card ?? ''}"
      role="group"
      aria-label=${strings.cardSection}
    >
      ${card === undefined ? icons.reader : icons.card}
      <p role="status">
        ${busy === true ? html`<span class="spinner"></span>` : nothing}
        <span>${words}</span>
        ${simulated ? html`<span class="badge warning">${strings.simulated}</span>` : nothing}
      </p>
      ${remedy === undefined ? nothing : html`<small>${remedy}</small>`}
      ${
        action === undefined
          ? nothing
          : html`<button
              type="button"
              @click=${() => (action === 'connect' ? this.#card.connect() : this.#card.probe())}
            >
              ${action === 'connect' ? strings.connectReader : strings.retry}
            </button>`
      }
    </div>`;
  }

  #cardStatus(): CardStatus {
    const { tag, strings } = this.locale;
    if (this.phase === 'reading') {
      const waiting = this.#card.step === 'confirm-in-bridge';
      return { words: waiting ? strings.confirmInBridge : strings.readingCard, busy: true, card: 'ready' };
    }
    return cardStatus(this.#card.connection, this.#card.reader, strings, (error) =>
      errorText(error, tag, this.allTranslations),
    );
  }

  get #lockedSeconds(): number {
    return Math.max(0, Math.ceil(((this.lockedUntil ?? 0) - this.now) / 1_000));
  }

  async #handleSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = this.passwordField;
    if (field === null || this.phase !== 'idle' || this.#lockedSeconds > 0) return;
    this.passwordMissing = field.value === '';
    if (this.passwordMissing) {
      field.focus();
      return;
    }
    await this.#logIn(field.value);
  }

  async #logIn(password: string): Promise<void> {
    const client = this.gatewayClient;
    if (client === undefined) return;
    this.#attempt = new AbortController();
    const { signal } = this.#attempt;
    this.error = undefined;
    this.announcement = this.locale.strings.confirming;
    this.phase = 'reading';
    try {
      // The click that brought us here is what the browser wants to see before it asks about the reader.
      if (this.#card.connection.state === 'needs-permission') await this.#card.connect();
      this.#card.requireCard();
      const { nonce } = await client.challenge({ signal });
      const { basic, attestation } = await this.#card.readNhi(nonce, signal);
      this.phase = 'checking';
      const { cardNumber, nationalId } = basic;
      await client.login(
        { method: 'nhi-card', password, nonce, cardNumber, nationalId, attestation },
        { signal },
      );
    } catch (thrown) {
      this.#showFailure(toMhbError(thrown));
    } finally {
      this.phase = 'idle';
    }
  }

  #showFailure(error: MhbError): void {
    if (error.code === 'cancelled') return;
    this.error = error;
    this.announcement = '';
    const { retryAfterSeconds } = error.details;
    if (typeof retryAfterSeconds === 'number') this.#lock(retryAfterSeconds);
    this.dispatchEvent(new MhbLoginErrorEvent(error.code));
    // Back to where the remedy starts; a wrong password is typed anew.
    this.passwordField?.select();
    this.passwordField?.focus();
  }

  #lock(seconds: number): void {
    this.now = Date.now();
    this.lockedUntil = this.now + seconds * 1_000;
    clearInterval(this.#clock);
    this.#clock = setInterval(() => {
      this.now = Date.now();
      if (this.#lockedSeconds > 0) return;
      clearInterval(this.#clock);
      this.error = undefined;
    }, 1_000);
  }

  #sessionChanged(session: Session | null): void {
    if (session !== null && !this.#wasSignedIn) {
      this.error = undefined;
      this.announcement = `${this.locale.strings.signedInAs} ${session.person.name}`;
      if (this.passwordField !== null) this.passwordField.value = '';
      this.dispatchEvent(new MhbLoginEvent(session));
    } else if (session === null && this.#wasSignedIn) {
      this.announcement = this.locale.strings.loggedOut;
      this.dispatchEvent(new MhbLogoutEvent());
    }
    this.#wasSignedIn = session !== null;
  }

  async #handleLogout(): Promise<void> {
    try {
      await this.gatewayClient?.logout();
    } catch (thrown) {
      this.error = toMhbError(thrown);
    }
    await this.updateComplete;
    this.passwordField?.focus();
  }

  #handleTabKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (METHODS.indexOf(this.method) + step + METHODS.length) % METHODS.length;
    this.method = METHODS[next] ?? this.method;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${this.method}`)?.focus();
  }

  #ask(event: Event): void {
    this.notOffered = this.dispatchEvent(event);
  }
}

/** Seconds as a person reads them: `45 秒`, `2 分鐘`. */
function duration(seconds: number, tag: string): string {
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(tag, { style: 'unit', unit: String(unit), unitDisplay: 'long' }).format(
    Number(value),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-login-box': MhbLoginBox;
  }
}
