import type { OpenedApplication } from '@mhb-kit/core/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import type { StringTables } from '../base/locale.js';
import { property, state } from '../base/decorators.js';
import { SelfServiceElement } from '../self-service/self-service-element.js';
import { MhbAccountActivatedEvent } from '../self-service/events.js';
import * as rules from '../self-service/rules.js';
import { FormController } from '../base/form-controller.js';
import { notice, statement } from '../base/notice.js';
import { formatTime } from '../base/dates.js';
import { activationZh, type ActivationStrings } from './activation.strings.js';

const tables: StringTables<ActivationStrings> = {
  'zh-Hant': activationZh,
  en: async () => (await import('./activation.strings.en.js')).activationEn,
};

/**
 * Matches the ticket in the fragment of an address. Links in e-mails contain the ticket there, because browsers do
 * not send the fragment to servers.
 */
const TICKET = /^#(?:.*&)?ticket=([\w-]+)/;

/**
 * @summary Confirms a registration, with the card and an SMS code, or a new e-mail address. The link in the e-mail
 *   opens the page that contains this component.
 *
 * The component takes the ticket from the address (`#ticket=…`) and removes it there, so that the next person
 * cannot use it. Nothing is sent until the person asks for it. Programs that open the links in e-mails therefore
 * do not cause codes to be sent.
 *
 * @tag mhb-activation
 * @fires {MhbAccountActivatedEvent} mhb-account-activated - 認證成功: the person can log in.
 * @fires {MhbShowLoginEvent} mhb-show-login - 回登入頁 was pressed; call `preventDefault()` if the page handles it.
 * @csspart frame - The frame of the component.
 * @csspart reader - The state of the reader and the card.
 * @csspart field - Each field with its label.
 * @csspart submit - The button that continues.
 * @csspart notice - Each message.
 */
export class MhbActivation extends SelfServiceElement<ActivationStrings> {
  /** What the ticket confirms: a `registration`, or a new `email` address of an account. */
  @property() confirms: 'registration' | 'email' = 'registration';

  /**
   * The ticket, if the address of the page does not contain it. At a kiosk, for example, the person types the
   * ticket from the e-mail.
   */
  @property({ attribute: false }) ticket: string | undefined;

  @state() private opened: OpenedApplication | undefined;
  @state() private isDone = false;
  @state() private isVoid = false;

  readonly #form = new FormController<'code', rules.Problem>(this, { code: rules.code });

  constructor() {
    super('activation', tables);
  }

  protected get heading(): string {
    const { strings } = this.locale;
    return this.confirms === 'email' ? strings.emailHeading : strings.heading;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const found = TICKET.exec(location.hash)?.[1];
    if (this.ticket !== undefined || found === undefined) return;
    this.ticket = found;
    history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  }

  protected renderBody(): TemplateResult {
    const { strings } = this.locale;
    if (this.isDone) return this.#renderDone();
    if (this.ticket === undefined) return this.#renderWithoutTicket(strings.noTicket, strings.noTicketRemedy);
    if (this.isVoid) return this.#renderWithoutTicket(strings.ticketInvalid, strings.ticketInvalidRemedy);
    if (this.opened !== undefined) return this.#renderCode(this.opened);
    const isEmail = this.confirms === 'email';
    return html`<form novalidate @submit=${isEmail ? this.#handleEmail : this.#handleOpen}>
      <p>${isEmail ? strings.emailBegin : strings.begin}</p>
      ${this.renderSubmit(isEmail ? strings.confirmEmail : strings.sendCode)}
    </form>`;
  }

  #renderCode({ person, mobile, codeExpiresAt }: OpenedApplication): TemplateResult {
    const { tag, strings } = this.locale;
    return html`<form novalidate @submit=${this.#handleConfirm} @input=${this.#form.handleInput}>
      <dl>
        <dt>${strings.personName}</dt>
        <dd>${person.name}</dd>
        <dt>${strings.nationalId}</dt>
        <dd>${person.nationalId}</dd>
      </dl>
      ${this.renderReader()}
      <div class="code-field">
        ${this.renderField(this.#form, {
          name: 'code',
          label: strings.code,
          hint: `${strings.codeSent(mobile)} ${strings.codeUntil(formatTime(new Date(codeExpiresAt), tag))}`,
          autocomplete: 'one-time-code',
          inputMode: 'numeric',
          maxLength: 6,
        })}
      </div>
      ${this.renderSubmit(
        strings.confirm,
        html`<button type="button" class="link" id="send-again" @click=${this.#handleOpen}>
          ${strings.sendAgain}
        </button>`,
      )}
    </form>`;
  }

  #renderWithoutTicket(first: string, then: string): TemplateResult {
    const isEmail = this.confirms === 'email';
    return html`<div class="step">
      ${statement('warning', first, isEmail ? '' : then)}
      ${
        isEmail
          ? nothing
          : html`${this.renderReader()}
            ${this.resent ? notice('success', this.locale.strings.resent) : nothing} ${this.renderFailure()}`
      }
      <div class="actions">${isEmail ? nothing : this.renderResend()}${this.renderBack()}</div>
    </div>`;
  }

  #renderDone(): TemplateResult {
    const { strings } = this.locale;
    return html`<div class="step">
      ${notice(
        'success',
        html`<h3 tabindex="-1">${this.confirms === 'email' ? strings.emailDone : strings.done}</h3>`,
      )}
      <div class="actions">${this.renderBack(true)}</div>
    </div>`;
  }

  /** Sends a code, either for the first time or again. */
  async #handleOpen(event: Event): Promise<void> {
    event.preventDefault();
    const { strings } = this.locale;
    const isAgain = this.opened !== undefined;
    await this.#withTicket(async (client, ticket, signal) => {
      this.opened = await client.openConfirmation(ticket, { signal });
      this.announcement = isAgain ? strings.sentAgain : strings.codeSent(this.opened.mobile);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#code')?.focus();
    });
  }

  async #handleConfirm(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const values = this.#form.check(event.currentTarget as HTMLFormElement);
    if (values === undefined) return;
    await this.#withTicket(async (client, ticket, signal) => {
      const { reading } = await this.card.readNhi(client, signal);
      await client.confirm({ ticket, code: values.code, card: reading }, { signal });
      await this.#finish();
      this.dispatchEvent(new MhbAccountActivatedEvent());
    });
  }

  async #handleEmail(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await this.#withTicket(async (client, ticket, signal) => {
      await client.confirmEmail(ticket, { signal });
      await this.#finish();
    });
  }

  async #withTicket(
    work: (
      client: NonNullable<MhbActivation['accountClient']>,
      ticket: string,
      signal: AbortSignal,
    ) => Promise<void>,
  ): Promise<void> {
    const { accountClient: client, ticket } = this;
    if (client === undefined || ticket === undefined) return;
    await this.attempt.run((signal) => work(client, ticket, signal));
    if (this.attempt.error?.code !== 'ticket-invalid') return;
    await this.showStep(() => {
      this.attempt.forget();
      this.isVoid = true;
    }, this.locale.strings.ticketInvalid);
  }

  #finish(): Promise<void> {
    const { strings } = this.locale;
    return this.showStep(
      () => {
        this.isDone = true;
        this.ticket = undefined;
        this.opened = undefined;
      },
      this.confirms === 'email' ? strings.emailDone : strings.done,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-activation': MhbActivation;
  }
}

declare module '../base/component-events.js' {
  interface ComponentEvents {
    'mhb-activation': 'mhb-account-activated' | 'mhb-show-login';
  }
}
