import type { StringTables } from '../base/locale.js';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from '../base/decorators.js';
import { SelfServiceElement } from '../self-service/self-service-element.js';
import { MhbPasswordChosenEvent } from '../self-service/events.js';
import * as rules from '../self-service/rules.js';
import { FormController } from '../base/form-controller.js';
import { notice } from '../base/notice.js';
import { passwordResetZh, type PasswordResetStrings } from './password-reset.strings.js';

const tables: StringTables<PasswordResetStrings> = {
  'zh-Hant': passwordResetZh,
  en: async () => (await import('./password-reset.strings.en.js')).passwordResetEn,
};

/**
 * @summary Sends a one-time password by e-mail to the person whose card is read, and lets them choose a new
 *   password with it (忘記密碼).
 *
 * Shows the same message whether or not the card is registered. The mailed password alone is not enough, so
 * the card is read again.
 *
 * @tag mhb-password-reset
 * @fires {MhbPasswordChosenEvent} mhb-password-chosen - The new password is valid.
 * @fires {MhbShowLoginEvent} mhb-show-login - 回登入頁 was pressed; call `preventDefault()` if the page handles it.
 * @csspart frame - The frame of the component.
 * @csspart reader - The state of the reader and the card.
 * @csspart field - Each field with its label.
 * @csspart submit - The button that continues.
 * @csspart notice - Each message.
 */
export class MhbPasswordReset extends SelfServiceElement<PasswordResetStrings> {
  @state() private step: 'request' | 'choose' | 'done' = 'request';
  @state() private wasMailed = false;
  @state() private cardMissing = false;

  readonly #form = new FormController<'oneTimePassword' | 'newPassword' | 'repeatedPassword', rules.Problem>(
    this,
    {
      oneTimePassword: { ...rules.required, read: (typed) => typed.trim() },
      newPassword: rules.newPassword(() => this.passwordPolicy),
      repeatedPassword: rules.repeated('newPassword'),
    },
  );

  constructor() {
    super('password-reset', tables);
  }

  protected get heading(): string {
    return this.locale.strings.heading;
  }

  protected override willUpdate(): void {
    super.willUpdate();
    if (this.cardRead !== undefined) this.cardMissing = false;
  }

  protected renderBody(): TemplateResult {
    switch (this.step) {
      case 'request':
        return this.#renderRequest();
      case 'choose':
        return this.#renderChoose();
      case 'done':
        return this.#renderDone();
    }
  }

  #renderRequest(): TemplateResult {
    const { strings } = this.locale;
    return html`<form novalidate @submit=${this.#handleRequest}>
      <p>${strings.intro}</p>
      ${this.renderCard(this.cardMissing ? strings.problems.card : undefined)}
      ${this.renderSubmit(
        strings.request,
        html`<button
            type="button"
            class="link"
            id="have-one"
            @click=${() => this.#show('choose', strings.choose)}
          >
            ${strings.haveOne}
          </button>
          ${this.renderBack()}`,
      )}
    </form>`;
  }

  #renderChoose(): TemplateResult {
    const { strings } = this.locale;
    return html`<form
      novalidate
      @submit=${this.#handleChoose}
      @change=${this.#form.handleChange}
      @input=${this.#form.handleInput}
    >
      <h3 tabindex="-1">${strings.choose}</h3>
      ${this.wasMailed ? notice('info', strings.mailed) : nothing} ${this.renderReader()}
      ${this.renderField(this.#form, {
        name: 'oneTimePassword',
        label: strings.oneTimePassword,
        autocomplete: 'one-time-code',
        maxLength: 64,
        required: true,
      })}
      ${this.renderNewPassword(this.#form)}
      ${this.renderSubmit(
        strings.save,
        html`<button
            type="button"
            class="link"
            id="again"
            @click=${() => this.#show('request', strings.heading)}
          >
            ${strings.requestAgain}
          </button>
          ${this.renderBack()}`,
      )}
    </form>`;
  }

  #renderDone(): TemplateResult {
    const { strings } = this.locale;
    return html`<div class="step">
      ${notice(
        'success',
        html`<h3 tabindex="-1">${strings.done}</h3>
          <span>${strings.loggedOutEverywhere}</span>`,
      )}
      <div class="actions">${this.renderBack(true)}</div>
    </div>`;
  }

  #show(step: 'request' | 'choose' | 'done', announcement: string): Promise<void> {
    return this.showStep(() => {
      this.attempt.forget();
      this.step = step;
    }, announcement);
  }

  async #handleRequest(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { accountClient: client, cardRead } = this;
    if (client === undefined) return;
    this.cardMissing = cardRead === undefined;
    if (this.cardMissing) {
      this.renderRoot.querySelector<HTMLElement>('#read')?.focus();
      return;
    }
    const sent = await this.attempt.run(async (signal) => {
      const { reading } = await this.card.readNhi(client, signal);
      await client.requestPasswordReset(reading, { signal });
    });
    if (!sent) return;
    this.wasMailed = true;
    await this.#show('choose', this.locale.strings.mailed);
  }

  async #handleChoose(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const client = this.accountClient;
    const form = event.currentTarget as HTMLFormElement;
    const values = this.#form.check(form);
    if (client === undefined || values === undefined) return;
    const { oneTimePassword, newPassword } = values;
    const chosen = await this.attempt.run(async (signal) => {
      const { reading } = await this.card.readNhi(client, signal);
      await client.choosePassword({ card: reading, oneTimePassword, newPassword }, { signal });
    });
    if (!chosen) return;
    form.reset();
    this.cardRead = undefined;
    await this.#show('done', this.locale.strings.done);
    this.dispatchEvent(new MhbPasswordChosenEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-password-reset': MhbPasswordReset;
  }
}

declare module '../base/component-events.js' {
  interface ComponentEvents {
    'mhb-password-reset': 'mhb-password-chosen' | 'mhb-show-login';
  }
}
