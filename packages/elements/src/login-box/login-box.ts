import { loadModule } from '@mhb-kit/core/load-module';
import { MhbError, toMhbError } from '@mhb-kit/core/error';
import type { CodeRequest, GatewayClient, LoginCredentials, Session } from '@mhb-kit/core/gateway';
import { isNationalId, normalizeNationalId } from '@mhb-kit/core/identity';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { StringTables } from '../base/locale.js';
import { property, state } from '../base/decorators.js';
import { AttemptController } from '../base/attempt-controller.js';
import { MhbElement } from '../base/element.js';
import { FormController } from '../base/form-controller.js';
import { notice, statement } from '../base/notice.js';
import { ServiceController } from '../base/service-controller.js';
import { SessionController } from '../base/session-controller.js';
import { CardController, noCards } from '../card/card-controller.js';
import { readerPanel } from '../card/reader-panel.js';
import { readerPanelStyles } from '../card/reader-panel.styles.js';
import type { CodeStep } from './code-step.js';
import type { PasskeyStep } from './passkey-step.js';
import type { RepresentingController } from './representing.js';
import { entranceLinks, recoveryLink, type EntranceLinks } from './entrance-links.js';
import { MhbLoginErrorEvent, MhbLoginEvent, MhbLogoutEvent } from './events.js';
import { identity } from './identity.js';
import { loginBoxZh, type LoginBoxStrings } from './login-box.strings.js';
import { loginBoxStyles } from './login-box.styles.js';
import { methodFields, METHODS, methodTabs, type Method } from './methods.js';

const tables: StringTables<LoginBoxStrings> = {
  'zh-Hant': loginBoxZh,
  en: async () => (await import('./login-box.strings.en.js')).loginBoxEn,
};

const loadConnect = () => loadModule(import('./connect-login.js'));

/**
 * @summary Logs a person in with NHI card and password or with a Citizen Digital Certificate, shows who is logged in,
 *   and logs out.
 *
 * Nothing is stored: the session is kept in the client's memory, and the password is removed from the field as soon as
 * it has been sent. A PIN is never typed here, only in the card bridge's own window. On another organization's page
 * (`mode="connect"`) there is only one button, and the page sees no password or PIN.
 *
 * @tag mhb-login-box
 * @slot heading - Replaces the heading above the tabs.
 * @slot announcements - Announcements that everyone should see before logging in.
 * @slot links - Replaces 首次申請密碼, 忘記密碼 and 換卡、換手機或恢復帳號 below the form.
 * @fires {MhbLoginEvent} mhb-login - The person has logged in; `event.session` contains only part of the person's
 *   identity.
 * @fires {MhbLogoutEvent} mhb-logout - The session has ended.
 * @fires {MhbLoginErrorEvent} mhb-login-error - A login failed; `event.code` says why.
 * @fires {MhbRegisterEvent} mhb-register - 首次申請密碼 was pressed; call `preventDefault()` if the page handles it.
 * @fires {MhbForgotPasswordEvent} mhb-forgot-password - 忘記密碼 was pressed; call `preventDefault()` if the page handles
 *   it.
 * @fires {MhbRecoverAccountEvent} mhb-recover-account - 換卡、換手機或恢復帳號 was pressed; call `preventDefault()` if the page
 *   handles it.
 * @csspart frame - The frame of the component.
 * @csspart tab - Each tab.
 * @csspart reader - The state of the reader and the card.
 * @csspart field - Each field with its label.
 * @csspart submit - The button 確認.
 * @csspart notice - Each message.
 * @cssprop [--mhb-color-accent] - The color of links, tabs and the main button.
 * @cssprop [--mhb-button-background] - The background of the main button; by default, the accent color.
 */
export class MhbLoginBox extends MhbElement<LoginBoxStrings> {
  static override styles: CSSResultGroup = [MhbElement.styles, readerPanelStyles, loginBoxStyles];

  /**
   * `direct` is for the operator's own pages, where the box asks for the password. `connect` is for other
   * organizations' pages, where a button opens the gateway's login page.
   */
  @property() mode: 'direct' | 'connect' = 'direct';

  /** The client ID under which the operator has registered the page. Used only with `mode="connect"`. */
  @property({ attribute: 'client-id' }) clientId: string | undefined;

  /**
   * The registered address to which the browser returns; by default, this page without its query. Used only with
   * `mode="connect"`.
   */
  @property({ attribute: 'redirect-uri' }) redirectUri: string | undefined;

  /** Target address of the link 首次申請密碼. Without an address, the link only fires `mhb-register`. */
  @property({ attribute: 'register-href' }) registerHref: string | undefined;

  /** Target address of the link 忘記密碼. Without an address, the link only fires `mhb-forgot-password`. */
  @property({ attribute: 'forgot-href' }) forgotHref: string | undefined;

  /** Target address of the link 換卡、換手機或恢復帳號. Without an address, the link only fires `mhb-recover-account`. */
  @property({ attribute: 'recovery-href' }) recoveryHref: string | undefined;

  @state() private method: Method = 'nhi-card';
  @state() private codeRequest: CodeRequest | undefined;
  @state() private passwordShown = false;
  @state() private notOffered = false;
  @state() private announcement = '';

  readonly #card = new CardController(this, () => (this.mode === 'direct' ? this.cardProviders : noCards));
  readonly #attempt = new AttemptController(this);
  readonly #service = new ServiceController(this, () =>
    this.mode === 'direct' ? this.gatewayClient : undefined,
  );
  readonly #form = new FormController<'password' | 'nationalId' | 'code', 'wrong'>(this, {
    password: { wrong: (value) => (value === '' ? 'wrong' : undefined) },
    nationalId: {
      read: normalizeNationalId,
      wrong: (value) => (isNationalId(value) ? undefined : 'wrong'),
    },
    code: {
      read: (typed) => typed.normalize('NFKC').replace(/\s+/g, ''),
      wrong: (value) => (/^\d{6}$/.test(value) ? undefined : 'wrong'),
    },
  });
  readonly #session = new SessionController(
    this,
    () => this.gatewayClient,
    (session) => {
      this.#sessionChanged(session);
    },
  );
  #representing: RepresentingController | undefined;
  /** The step in which a person enters a code. It is loaded when a login first asks for a code. */
  #codeStep: CodeStep | undefined;
  /** The step that offers passkeys. It is loaded if the gateway accepts passkeys from this page. */
  #passkeyStep: PasskeyStep | undefined;
  #wasSignedIn = false;
  /**
   * The client for which the box has been prepared. Preparing means processing a response in connect mode, and
   * offering passkeys in direct mode.
   */
  #prepared: GatewayClient | undefined;

  constructor() {
    super('login-box', tables);
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus(options);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await Promise.all([this.#codeStep, this.#passkeyStep, this.#representing].map((each) => each?.pending));
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    if (this.#session.session && this.#service.info?.representations)
      this.#offerRepresentations().catch(() => undefined);
    const client = this.gatewayClient;
    if (client === undefined || client === this.#prepared) return;
    if (this.mode === 'connect') void this.#completeConnect(client);
    else if (this.#service.info?.loginMethods.includes('passkey'))
      this.#offerPasskeys(client).catch(() => undefined);
    else return;
    this.#prepared = client;
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    const { session } = this.#session;
    return html`<section part="frame" class="frame" lang=${tag} aria-label=${strings.heading}>
      <slot name="heading"><h2 tabindex="-1">${strings.heading}</h2></slot>
      <slot name="announcements"></slot>
      ${
        session === null
          ? this.#renderEntrance()
          : [identity(session, strings, this.#handleLogout), this.#representing?.render(tag)]
      }
      <p role="status" class="visually-hidden">${this.announcement}</p>
    </section>`;
  }

  #renderEntrance(): TemplateResult {
    const { strings } = this.locale;
    if (this.gatewayClient === undefined)
      return statement('warning', strings.noClient, strings.noClientRemedy);
    // In environments such as jsdom, `isSecureContext` is `undefined`. The box is shown there.
    if (globalThis.isSecureContext === false)
      return html`<div role="alert">${this.errorNotice(new MhbError('secure-context-required'))}</div>`;
    if (this.mode === 'connect') return this.#renderConnect();
    if (this.codeRequest !== undefined) return this.#renderCode(this.codeRequest);
    const offered: readonly string[] = this.#service.info?.loginMethods ?? METHODS;
    const methods = METHODS.filter((method) => offered.includes(method));
    const hasTabs = methods.length > 1;
    const entrance = html`${
        hasTabs
          ? methodTabs({ methods, chosen: this.method, choose: (method) => this.#choose(method) }, strings)
          : nothing
      }
      <div
        role=${hasTabs ? 'tabpanel' : nothing}
        id="panel"
        aria-labelledby=${hasTabs ? `tab-${this.method}` : nothing}
      >
        ${methods.includes(this.method) ? this.#renderForm(this.method) : this.#renderForm(methods[0] ?? 'nhi-card')}
      </div>
      <slot name="links">${this.#renderLinks()}</slot>`;
    return this.#passkeyStep?.around(entrance) ?? entrance;
  }

  #renderForm(method: Method): TemplateResult {
    const { strings } = this.locale;
    const isCard = method === 'nhi-card';
    return html`<form
      novalidate
      @submit=${this.#handleSubmit}
      @change=${this.#form.handleChange}
      @input=${this.#form.handleInput}
    >
      <p>${isCard ? strings.instruction : strings.certificateInstruction}</p>
      ${readerPanel(this.#card, isCard ? 'nhi' : 'cdc', strings, this.describeError)}
      ${methodFields(
        method,
        {
          isKiosk: this.isKiosk,
          isPasswordShown: this.passwordShown,
          showPassword: (shown) => void (this.passwordShown = shown),
          problem: (name) => (this.#form.problem(name) === undefined ? undefined : strings.problems[name]),
        },
        strings,
      )}
      ${this.#renderSubmit(strings.confirming)}
    </form>`;
  }

  #renderCode(request: CodeRequest): TemplateResult {
    return html`<form novalidate @submit=${this.#handleCode} @input=${this.#form.handleInput}>
      ${this.#codeStep?.render(request, this.isKiosk, this.#form.problem('code') !== undefined)}
      ${this.#renderSubmit(this.locale.strings.confirming)}
      ${this.#renderStartAgain(this.locale.strings.startAgain)}
    </form>`;
  }

  #renderStartAgain(words: string): TemplateResult {
    return html`<button type="button" class="link" id="start-again" @click=${this.#handleStartAgain}>
      ${words}
    </button>`;
  }

  #renderConnect(): TemplateResult {
    const { strings } = this.locale;
    return html`<form novalidate @submit=${this.#handleConnect}>
      <p>${strings.connectHint}</p>
      ${this.#renderSubmit(strings.connecting, strings.connect)}
      ${this.#attempt.isRunning ? this.#renderStartAgain(strings.connectAgain) : nothing}
    </form>`;
  }

  #renderSubmit(busy: string, idle = this.locale.strings.confirm): TemplateResult {
    const { error, isRunning, isBlocked } = this.#attempt;
    const notes = this.#attempt.notes(this.allTranslations, this.locale.tag);
    if (error?.code === 'account-suspended') notes.push(recoveryLink(this.#links, this.locale.strings));
    return html`<button part="submit" type="submit" class="primary submit" aria-disabled=${isBlocked}>
        ${isRunning ? html`<span class="spinner"></span>${busy}` : idle}
      </button>
      <div role="alert">${this.errorNotice(error, notes)}</div>`;
  }

  #renderLinks(): TemplateResult {
    const { strings } = this.locale;
    return html`${entranceLinks(this.#links, strings)}
      <div role="status">${this.notOffered ? notice('info', strings.notOfferedHere) : nothing}</div>`;
  }

  get #links(): EntranceLinks {
    return {
      registerHref: this.registerHref,
      forgotHref: this.forgotHref,
      recoveryHref: this.recoveryHref,
      ask: (event) => {
        this.notOffered = this.dispatchEvent(event);
      },
    };
  }

  async #handleSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (this.#attempt.isBlocked) return;
    const values = this.#form.check(form);
    if (values === undefined) return;
    const { password, nationalId } = values;
    await this.#try(form, (client, signal) =>
      this.method === 'nhi-card'
        ? this.#loginByCard(client, password, signal)
        : this.#loginByCertificate(client, nationalId, signal),
    );
  }

  async #loginByCard(client: GatewayClient, password: string, signal: AbortSignal): Promise<void> {
    const { reading } = await this.#card.readNhi(client, signal);
    await this.#login(client, { method: 'nhi-card', password, ...reading }, signal);
  }

  async #loginByCertificate(client: GatewayClient, nationalId: string, signal: AbortSignal): Promise<void> {
    const { token, nonce } = await this.#card.authenticate(client, signal);
    await this.#login(client, { method: 'certificate', nationalId, nonce, token }, signal);
  }

  async #login(client: GatewayClient, credentials: LoginCredentials, signal: AbortSignal): Promise<void> {
    const answer = await client.login(credentials, { signal });
    if (answer.status === 'signed-in') return;
    const { codeRequest } = answer;
    const { CodeStep } = await loadModule(import('./code-step.js'));
    this.#codeStep ??= new CodeStep(this, () => this.allTranslations);
    await this.#codeStep.pending;
    this.codeRequest = codeRequest;
    this.announcement = this.#codeStep.sent(codeRequest);
    await this.#focus('#code');
  }

  async #handleCode(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const request = this.codeRequest;
    const step = this.#codeStep;
    if (request === undefined || step === undefined || this.#attempt.isBlocked) return;
    const values = this.#form.check(form);
    if (values === undefined) return;
    await this.#try(form, (client, signal) => step.confirm(client, request, values.code, signal));
    if (this.#attempt.error?.code === 'code-expired') this.codeRequest = undefined;
  }

  async #handleConnect(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await this.#try(event.target as HTMLFormElement, async (client, signal) => {
      const { logInByConnect } = await loadConnect();
      await logInByConnect(client, this, signal);
    });
  }

  /**
   * Processes a response from the gateway if this page was opened with one, either in the popup window or by
   * navigation.
   */
  async #completeConnect(client: GatewayClient): Promise<void> {
    await this.#attempt.run(async () => {
      await client.completeConnect();
      // The code for the login window must be loaded before the person presses the button, because browsers allow
      // a page to open a window only directly after a press.
      await loadConnect();
    });
  }

  /**
   * Offers passkeys. If there are none, or the code for them cannot be loaded, people can still use the other
   * login methods.
   */
  async #offerPasskeys(client: GatewayClient): Promise<void> {
    const { PasskeyStep } = await import('./passkey-step.js');
    this.#passkeyStep ??= new PasskeyStep(this, () => this.allTranslations, this.errorNotice.bind(this));
    await this.#passkeyStep.start(client);
  }

  /** Makes one login attempt, and reports an error to the person and the page. */
  async #try(
    form: HTMLFormElement,
    work: (client: GatewayClient, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const client = this.gatewayClient;
    if (client === undefined) return;
    this.announcement = this.locale.strings.confirming;
    await this.#attempt.run((signal) => work(client, signal));
    const { error } = this.#attempt;
    if (error === undefined) return;
    this.announcement = '';
    this.dispatchEvent(new MhbLoginErrorEvent(error.code));
    // Selects the text in the field in which the person can fix the problem, such as a wrong password.
    const field = form.querySelector<HTMLInputElement>('input:not([hidden], [type=checkbox])');
    field?.select();
    field?.focus();
  }

  #sessionChanged(session: Session | null): void {
    if (session !== null && !this.#wasSignedIn) {
      this.#attempt.forget();
      this.codeRequest = undefined;
      this.announcement = `${this.locale.strings.signedInAs} ${session.person.name}`;
      const password = this.#field('password');
      if (password !== null) password.value = '';
      // Removing the form would lose the focus, so the focus is moved before that.
      if (this.matches(':focus-within')) void this.#focus('.identity');
      this.dispatchEvent(new MhbLoginEvent(session));
    } else if (session === null && this.#wasSignedIn) {
      this.announcement = this.locale.strings.loggedOut;
      this.dispatchEvent(new MhbLogoutEvent());
    }
    this.#wasSignedIn = session !== null;
  }

  async #offerRepresentations(): Promise<void> {
    const { RepresentingController } = await import('./representing.js');
    this.#representing ??= new RepresentingController(this, {
      session: this.#session,
      translations: () => this.allTranslations,
      errorNotice: (error) => this.errorNotice(error),
      announce: (words) => void (this.announcement = words),
    });
  }

  readonly #handleLogout = async (): Promise<void> => {
    try {
      await this.gatewayClient?.logout();
    } catch (thrown) {
      this.#attempt.fail(toMhbError(thrown));
    }
    await this.#focus('form :is(input:not([hidden]), [part=submit])');
  };

  #handleStartAgain(): void {
    this.codeRequest = undefined;
    this.#attempt.forget();
    void this.#focus(this.mode === 'connect' ? '[part=submit]' : '#password');
  }

  #choose(method: Method): Method {
    if (!this.#attempt.isRunning && method !== this.method) {
      this.method = method;
      this.#attempt.forget();
    }
    return this.method;
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #field(name: string): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${name}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-login-box': MhbLoginBox;
  }
}

declare module '../base/component-events.js' {
  interface ComponentEvents {
    'mhb-login-box':
      | 'mhb-login'
      | 'mhb-logout'
      | 'mhb-login-error'
      | 'mhb-register'
      | 'mhb-forgot-password'
      | 'mhb-recover-account';
  }
}
