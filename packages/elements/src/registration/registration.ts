import { loadModule } from '@mhb-kit/core/load-module';
import { MhbError } from '@mhb-kit/core/error';
import { maskEmail, maskNationalId } from '@mhb-kit/core/identity';
import { html, nothing, type TemplateResult } from 'lit';
import type { StringTables } from '../base/locale.js';
import { property, query, state } from '../base/decorators.js';
import { SelfServiceElement } from '../self-service/self-service-element.js';
import { MhbApplicationSentEvent } from '../self-service/events.js';
import * as rules from '../self-service/rules.js';
import type { Field } from '../base/field.js';
import { FormController, type Values } from '../base/form-controller.js';
import { notice } from '../base/notice.js';
import type { ApplicationReview, RegistrationField } from './application-review.js';
import { registrationZh, type RegistrationStrings } from './registration.strings.js';

const tables: StringTables<RegistrationStrings> = {
  'zh-Hant': registrationZh,
  en: async () => (await import('./registration.strings.en.js')).registrationEn,
};

/** The fields of the form, in their order. The labels of optional fields have no asterisk. */
const fields: readonly (Field & {
  readonly name: RegistrationField;
  readonly label: keyof RegistrationStrings;
})[] = [
  { name: 'nationalId', label: 'nationalId', maxLength: 12, required: true },
  { name: 'personName', label: 'personName', autocomplete: 'name', maxLength: 60, required: true },
  { name: 'birthDate', label: 'birthDate', autocomplete: 'bday', maxLength: 20, required: true },
  { name: 'householdNumber', label: 'householdNumber', maxLength: 20, required: true },
  { name: 'registeredAddress', label: 'registeredAddress', maxLength: 100, required: true },
  { name: 'telephone', label: 'telephone', type: 'tel', autocomplete: 'tel', maxLength: 30 },
  { name: 'mobile', label: 'mobile', type: 'tel', autocomplete: 'tel', maxLength: 16, required: true },
  { name: 'email', label: 'email', type: 'email', autocomplete: 'email', maxLength: 254, required: true },
  { name: 'alternateEmail', label: 'alternateEmail', type: 'email', maxLength: 254 },
];

const comparable = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();

/**
 * @summary Registers a person with their NHI card (健保卡網路服務註冊).
 *
 * The card is read with 「讀取」 and never typed, and is read again when the form is sent. Every field explains its
 * own errors. Input stays in the fields until the application is sent. The person then confirms the
 * registration with the link in the e-mail; see `<mhb-activation>`.
 *
 * @tag mhb-registration
 * @fires {MhbApplicationSentEvent} mhb-application-sent - The application was sent.
 * @fires {MhbShowLoginEvent} mhb-show-login - 回登入頁 was pressed; call `preventDefault()` if the page handles it.
 * @csspart frame - The frame of the component.
 * @csspart reader - The state of the reader and the card.
 * @csspart field - Each field with its label.
 * @csspart submit - The button that continues.
 * @csspart notice - Each message.
 */
export class MhbRegistration extends SelfServiceElement<RegistrationStrings> {
  /**
   * Domains whose mail servers often reject e-mail from the service, separated by spaces, such as `yahoo.com.tw
   * hotmail.com`. People who enter an address at such a domain see a warning but can still use the address.
   */
  @property({ attribute: 'mail-advice-domains' }) mailAdviceDomains = '';

  /**
   * The ID of the website from which the person came. The link in the confirmation e-mail leads back to that
   * website.
   */
  @property({ attribute: 'client-id' }) clientId = '';

  @state() private step: 'form' | 'review' | 'sent' = 'form';
  @state() private cardMissing = false;
  @state() private sentTo = '';

  /** The step after the form. Its code is loaded once the person has filled in the form. */
  #review: ApplicationReview | undefined;

  @query('form') private form!: HTMLFormElement | null;

  readonly #form = new FormController<RegistrationField, rules.Problem>(this, {
    nationalId: rules.nationalId(() => this.cardRead?.nationalId),
    personName: {
      wrong: (value) => {
        if (value === '') return 'required';
        const { cardRead } = this;
        // The typed name is not compared if the name on the card is truncated or contains characters that the card
        // cannot represent.
        const isCertain = cardRead?.nameQuality === 'ok';
        return isCertain && comparable(value) !== comparable(cardRead.name) ? 'nameOfCard' : undefined;
      },
    },
    birthDate: rules.birthDate,
    householdNumber: rules.required,
    registeredAddress: rules.required,
    newPassword: rules.newPassword(() => this.passwordPolicy),
    repeatedPassword: rules.repeated('newPassword'),
    telephone: rules.telephone,
    mobile: rules.mobile,
    email: rules.email,
    alternateEmail: rules.emailIfGiven,
  });

  constructor() {
    super('registration', tables);
  }

  protected get heading(): string {
    return this.locale.strings.heading;
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#review?.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    super.willUpdate();
    if (this.cardRead !== undefined) this.cardMissing = false;
  }

  protected renderBody(): TemplateResult {
    const review = this.#review;
    if (this.step === 'sent' && review !== undefined)
      return review.sent(
        this.sentTo,
        html`${this.resent ? notice('success', this.locale.strings.resent) : nothing} ${this.renderFailure()}`,
        html`${this.renderBack(true)}${this.renderResend()}`,
      );
    return html`<form
        novalidate
        ?hidden=${this.step !== 'form'}
        @submit=${this.#handleCheck}
        @change=${this.#form.handleChange}
        @input=${this.#form.handleInput}
      >
        ${this.#renderFields()}
      </form>
      ${
        this.step === 'review' && this.form !== null && review !== undefined
          ? html`<form class="step" novalidate @submit=${this.#handleSend}>
              ${review.check(this.#shown(this.#form.values(this.form)), this.#form.values(this.form).birthDate)}
              ${this.renderReader()}
              ${this.renderSubmit(
                review.strings.send,
                html`<button type="button" id="change" @click=${this.#handleChange}>
                  ${review.strings.change}
                </button>`,
              )}
            </form>`
          : nothing
      }`;
  }

  #renderFields(): TemplateResult {
    const { strings } = this.locale;
    const group = (legend: string, content: unknown): TemplateResult =>
      html`<fieldset>
        <legend>${legend}</legend>
        ${content}
      </fieldset>`;
    const show = (...names: readonly RegistrationField[]): TemplateResult[] =>
      fields.filter(({ name }) => names.includes(name)).map((each) => this.#renderOne(each));
    return html`<p>${strings.intro}</p>
      ${group(
        strings.cardStep,
        html`<div class="wide">
          ${this.renderCard(this.cardMissing ? strings.problems.card : undefined)}
        </div>`,
      )}
      ${group(strings.personStep, show('nationalId', 'personName', 'birthDate', 'householdNumber', 'registeredAddress'))}
      ${group(strings.passwordStep, this.renderNewPassword(this.#form))}
      ${group(strings.contactStep, show('telephone', 'mobile', 'email', 'alternateEmail'))}
      ${this.resent ? notice('success', strings.resent) : nothing}
      ${this.step === 'form' ? this.renderSubmit(strings.review, html`${this.renderResend()}${this.renderBack()}`) : nothing}`;
  }

  #renderOne(each: (typeof fields)[number]): TemplateResult {
    const { strings } = this.locale;
    const { name, label } = each;
    const hint = `${label}Hint` in strings ? strings[`${label}Hint` as 'nameHint'] : undefined;
    const isMail = name === 'email' || name === 'alternateEmail';
    return this.renderField(this.#form, {
      ...each,
      label: String(strings[label]),
      ...(name === 'personName' ? { hint: strings.nameHint } : hint === undefined ? {} : { hint }),
      advice: isMail ? this.#mailAdvice(name) : undefined,
    });
  }

  /** Returns a warning about the domain of an e-mail address, which the person can ignore. */
  #mailAdvice(name: 'email' | 'alternateEmail'): string | undefined {
    if (this.form === null) return undefined;
    const domain = this.#form.values(this.form)[name].split('@')[1]?.toLowerCase();
    const known = this.mailAdviceDomains.toLowerCase().split(/[\s,]+/);
    return domain !== undefined && domain !== '' && known.includes(domain)
      ? this.locale.strings.mailAdvice(domain)
      : undefined;
  }

  /** Returns the labels and values that the person reviews before the application is sent. */
  #shown(values: Values<RegistrationField>): (readonly [string, string])[] {
    return fields.map(({ name, label }) => [
      String(this.locale.strings[label]),
      name === 'nationalId' ? maskNationalId(values.nationalId) : values[name],
    ]);
  }

  async #handleCheck(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const values = this.#form.check(form);
    this.cardMissing = this.cardRead === undefined;
    if (this.cardMissing) {
      this.renderRoot.querySelector<HTMLElement>('#read')?.focus();
      return;
    }
    if (values === undefined) return;
    if (!(await this.attempt.run(() => this.#fetchReview()))) return;
    await this.showStep(() => {
      this.step = 'review';
    }, this.#review?.strings.reviewHeading ?? '');
  }

  async #fetchReview(): Promise<void> {
    if (this.#review !== undefined) return;
    const { ApplicationReview } = await loadModule(import('./application-review.js'));
    const review = new ApplicationReview(this, () => this.allTranslations);
    await review.pending;
    this.#review = review;
  }

  async #handleChange(): Promise<void> {
    this.attempt.forget();
    this.step = 'form';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#nationalId')?.focus();
  }

  async #handleSend(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { form, accountClient: client } = this;
    const review = this.#review;
    if (form === null || client === undefined || review === undefined) return;
    const values = this.#form.values(form);
    const sent = await this.attempt.run(async (signal) => {
      // The card must be read again, because the gateway requires a reading with a new challenge.
      const { reading } = await this.card.readNhi(client, signal);
      if (reading.nationalId !== values.nationalId)
        throw new MhbError('card-mismatch', 'This is not the card that was read before');
      await client.register(review.application(values, reading, this.clientId), { signal });
    });
    if (!sent) return;
    form.reset();
    await this.showStep(() => {
      this.sentTo = maskEmail(values.email);
      this.cardRead = undefined;
      this.resent = false;
      this.step = 'sent';
    }, review.strings.sentHeading);
    this.dispatchEvent(new MhbApplicationSentEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-registration': MhbRegistration;
  }
}

declare module '../base/component-events.js' {
  interface ComponentEvents {
    'mhb-registration': 'mhb-application-sent' | 'mhb-show-login';
  }
}
