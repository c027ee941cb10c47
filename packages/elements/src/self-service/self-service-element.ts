import type { NhiBasic } from '@mhb-kit/core/card';
import type { AccountClient } from '@mhb-kit/core/gateway';
import { maskCardNumber, maskNationalId, type PasswordPolicy } from '@mhb-kit/core/identity';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from '../base/decorators.js';
import { AttemptController } from '../base/attempt-controller.js';
import { MhbElement } from '../base/element.js';
import { field, passwordField, type Field } from '../base/field.js';
import type { FormController } from '../base/form-controller.js';
import { statement } from '../base/notice.js';
import { ServiceController } from '../base/service-controller.js';
import { CardController, noCards } from '../card/card-controller.js';
import { readerPanel } from '../card/reader-panel.js';
import { readerPanelStyles } from '../card/reader-panel.styles.js';
import type { SelfServiceStrings } from './self-service.strings.js';
import { selfServiceStyles } from './self-service.styles.js';
import { MhbShowLoginEvent } from './events.js';
import type { Problem } from './rules.js';

/**
 * The base class of the components for registration, activation, password reset and account recovery. It reads the
 * card, runs one attempt at a time, and provides the way back to the login.
 */
export abstract class SelfServiceElement<Strings extends SelfServiceStrings> extends MhbElement<Strings> {
  static override styles: CSSResultGroup = [MhbElement.styles, readerPanelStyles, selfServiceStyles];

  /** The client for the gateway's account functions. The default is the provider's client. */
  @property({ attribute: false }) accounts: AccountClient | undefined;

  /** Target address of the button 回登入頁. Without an address, the button only fires `mhb-show-login`. */
  @property({ attribute: 'login-href' }) loginHref: string | undefined;

  /** Whether the component is hidden. A hidden component does not use the card reader. */
  @property({ type: Boolean, reflect: true }) override hidden = false;

  @state() protected announcement = '';
  /** The data of the card that was read; `undefined` once the card has been removed from the card reader. */
  @state() protected cardRead: NhiBasic | undefined;
  @state() private passwordShown = false;

  protected readonly card = new CardController(this, () => (this.hidden ? noCards : this.cardProviders));
  protected readonly attempt = new AttemptController(this);
  protected readonly service = new ServiceController(this, () => this.gatewayClient);

  /** Renders the content below the heading. */
  protected abstract renderBody(): TemplateResult;

  protected abstract get heading(): string;

  protected get accountClient(): AccountClient | undefined {
    return this.accounts ?? this.providedAccounts;
  }

  protected get passwordPolicy(): PasswordPolicy {
    return this.service.info?.passwordPolicy ?? 'nhi-legacy';
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('h2')?.focus(options);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cardRead = undefined;
  }

  protected override willUpdate(): void {
    // If the card has been removed, forget its data, because the next card might belong to a different person.
    const { connection, reader } = this.card;
    if (connection.state === 'open' && (reader?.card ?? null) === null) this.cardRead = undefined;
  }

  protected override render(): TemplateResult {
    const { tag } = this.locale;
    return html`<section part="frame" class="frame" lang=${tag} aria-label=${this.heading}>
      <h2 tabindex="-1">${this.heading}</h2>
      ${this.#renderAvailable()}
      <p role="status" class="visually-hidden">${this.announcement}</p>
    </section>`;
  }

  #renderAvailable(): TemplateResult {
    const strings: SelfServiceStrings = this.locale.strings;
    if (this.accountClient === undefined)
      return statement('warning', strings.noClient, strings.noClientRemedy);
    if (this.service.info?.registration === false)
      return statement('info', strings.notOffered, strings.notOfferedRemedy);
    return this.renderBody();
  }

  /** Renders the state of the reader and the card, the button 「讀取」, and the data that was read. */
  protected renderCard(problem?: string): TemplateResult {
    const strings: SelfServiceStrings = this.locale.strings;
    const { cardRead } = this;
    const read = html`<button
      type="button"
      id="read"
      aria-disabled=${this.attempt.isBlocked}
      aria-describedby=${problem === undefined ? nothing : 'card-error'}
      @click=${this.handleRead}
    >
      ${cardRead === undefined ? strings.read : strings.readAgain}
    </button>`;
    const shown =
      cardRead === undefined
        ? nothing
        : html`<dl>
            <dt>${strings.cardNumber}</dt>
            <dd>${maskCardNumber(cardRead.cardNumber)}</dd>
            <dt>${strings.nationalId}</dt>
            <dd>${maskNationalId(cardRead.nationalId)}</dd>
            <dt>${strings.personName}</dt>
            <dd>${cardRead.name}</dd>
          </dl>`;
    return html`<div class="field">
      ${readerPanel(this.card, 'nhi', strings, this.describeError, html`${shown}${read}`)}
      ${problem === undefined ? nothing : html`<p class="field-error" id="card-error">${problem}</p>`}
    </div>`;
  }

  /** Renders the state of the card reader and the card. Used in forms that read the card when they are sent. */
  protected renderReader(): TemplateResult {
    return readerPanel(this.card, 'nhi', this.locale.strings, this.describeError);
  }

  protected renderField<Name extends string>(
    form: FormController<Name, Problem>,
    options: Field & { readonly name: Name },
  ): TemplateResult {
    const strings: SelfServiceStrings = this.locale.strings;
    const problem = form.problem(options.name);
    const all = {
      ...options,
      autocomplete: this.isKiosk ? 'off' : (options.autocomplete ?? 'off'),
      error: problem === undefined ? undefined : strings.problems[problem],
    };
    if (options.type !== 'password') return field(all, strings);
    return passwordField(
      all,
      this.passwordShown,
      (shown) => {
        this.passwordShown = shown;
      },
      strings,
    );
  }

  /** Renders two fields in which the person enters the new password twice. */
  protected renderNewPassword<Name extends string>(
    form: FormController<Name | 'newPassword' | 'repeatedPassword', Problem>,
  ): TemplateResult {
    const strings: SelfServiceStrings = this.locale.strings;
    const both = { type: 'password', autocomplete: 'new-password', maxLength: 64, required: true } as const;
    return html`${this.renderField(form, {
      ...both,
      name: 'newPassword',
      label: strings.newPassword,
      hint: strings.passwordRule[this.passwordPolicy],
    })}
    ${this.renderField(form, { ...both, name: 'repeatedPassword', label: strings.repeatPassword })}`;
  }

  /**
   * Renders the button that continues. Error messages are below the button, and further buttons are next to it.
   */
  protected renderSubmit(label: string, beside: unknown = nothing): TemplateResult {
    const strings: SelfServiceStrings = this.locale.strings;
    const { isRunning, isBlocked } = this.attempt;
    return html`<div class="actions">
        <button part="submit" type="submit" class="primary" aria-disabled=${isBlocked}>
          ${isRunning ? html`<span class="spinner"></span>${strings.working}` : label}
        </button>
        ${beside}
      </div>
      ${this.renderFailure()}`;
  }

  protected renderFailure(): TemplateResult {
    return html`<div role="alert">
      ${this.errorNotice(this.attempt.error, this.attempt.notes(this.allTranslations, this.locale.tag))}
    </div>`;
  }

  /** 回登入頁. */
  protected renderBack(isMain = false): TemplateResult {
    const { backToLogin }: SelfServiceStrings = this.locale.strings;
    return this.loginHref === undefined
      ? html`<button type="button" id="back" class=${isMain ? 'primary' : 'link'} @click=${this.#handleBack}>
          ${backToLogin}
        </button>`
      : html`<a href=${this.loginHref}>${backToLogin}</a>`;
  }

  /** 重寄確認信. */
  protected renderResend(): TemplateResult {
    const { resend }: SelfServiceStrings = this.locale.strings;
    return html`<button type="button" class="link" id="resend" @click=${this.#handleResend}>
      ${resend}
    </button>`;
  }

  /** Switches to a different step, announces it, and moves the focus to its heading. */
  protected async showStep(change: () => void, announcement: string): Promise<void> {
    change();
    this.announcement = announcement;
    await this.updateComplete;
    const { renderRoot } = this;
    (renderRoot.querySelector<HTMLElement>('h3') ?? renderRoot.querySelector<HTMLElement>('h2'))?.focus();
  }

  protected readonly handleRead = async (): Promise<void> => {
    const client = this.accountClient;
    if (client === undefined) return;
    await this.attempt.run(async (signal) => {
      const { basic } = await this.card.readNhi(client, signal);
      this.cardRead = basic;
      this.announcement = (this.locale.strings as SelfServiceStrings).cardRead;
    });
  };

  #handleBack(): void {
    this.dispatchEvent(new MhbShowLoginEvent());
  }

  async #handleResend(): Promise<void> {
    const client = this.accountClient;
    if (client === undefined) return;
    this.announcement = '';
    await this.attempt.run(async (signal) => {
      const { reading } = await this.card.readNhi(client, signal);
      await client.resendConfirmation(reading, { signal });
      this.announcement = (this.locale.strings as SelfServiceStrings).resent;
      this.resent = true;
    });
  }

  /** Whether the confirmation e-mail was just sent again. */
  @state() protected resent = false;
}
