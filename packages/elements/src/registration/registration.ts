import { MhbError } from '@mhb-kit/core/error';
import type { RegistrationApplication } from '@mhb-kit/core/gateway';
import { maskEmail, maskNationalId } from '@mhb-kit/core/identity';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from '../base/decorators.js';
import { AccountLifeElement } from '../account-life/account-life-element.js';
import { MhbApplicationSentEvent } from '../account-life/events.js';
import * as rules from '../account-life/rules.js';
import type { Field } from '../base/field.js';
import { FormController, type Values } from '../base/form-controller.js';
import { notice } from '../base/notice.js';
import { registrationStrings, type RegistrationStrings } from './registration.strings.js';

type Name =
  | 'nationalId'
  | 'personName'
  | 'householdNumber'
  | 'registeredAddress'
  | 'newPassword'
  | 'repeatedPassword'
  | 'telephone'
  | 'mobile'
  | 'email'
  | 'alternateEmail';

/** In the order of the form; those that may be empty have no star. */
const fields: readonly (Field & { readonly name: Name; readonly label: keyof RegistrationStrings })[] = [
  { name: 'nationalId', label: 'nationalId', maxLength: 12, required: true },
  { name: 'personName', label: 'personName', autocomplete: 'name', maxLength: 60, required: true },
  { name: 'householdNumber', label: 'householdNumber', maxLength: 20, required: true },
  { name: 'registeredAddress', label: 'registeredAddress', maxLength: 100, required: true },
  { name: 'telephone', label: 'telephone', type: 'tel', autocomplete: 'tel', maxLength: 30 },
  { name: 'mobile', label: 'mobile', type: 'tel', autocomplete: 'tel', maxLength: 16, required: true },
  { name: 'email', label: 'email', type: 'email', autocomplete: 'email', maxLength: 254, required: true },
  { name: 'alternateEmail', label: 'alternateEmail', type: 'email', maxLength: 254 },
];

const comparable = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();

/**
 * @summary Registers a person with their NHI card: 健保卡網路服務註冊.
 *
 * The card is read with 「讀取」, never typed, and once more when the form is sent. Every rule is told at its field. What is
 * typed stays in the fields and goes with them once the application is sent; the person confirms it by the mail's link, see
 * `<mhb-activation>`.
 *
 * @tag mhb-registration
 * @fires {MhbApplicationSentEvent} mhb-application-sent - The application was sent.
 * @fires {MhbShowLoginEvent} mhb-show-login - 回登入頁 was pressed; prevent its default when the page takes over.
 * @csspart frame - The box.
 * @csspart reader - The state of reader and card.
 * @csspart field - Each field with its label.
 * @csspart submit - The button that goes on.
 * @csspart notice - Each message.
 */
export class MhbRegistration extends AccountLifeElement<RegistrationStrings> {
  /**
   * Mail domains that are known to lose the service's mail, separated by spaces, as `yahoo.com.tw hotmail.com`. A person
   * who gives such an address is advised against it, and may use it all the same.
   */
  @property({ attribute: 'mail-advice-domains' }) mailAdviceDomains = '';

  @state() private step: 'form' | 'review' | 'sent' = 'form';
  @state() private cardMissing = false;
  @state() private sentTo = '';

  @query('form') private form!: HTMLFormElement | null;

  readonly #form = new FormController<Name, rules.Problem>(this, {
    nationalId: rules.nationalId(() => this.cardRead?.nationalId),
    personName: {
      wrong: (value) => {
        if (value === '') return 'required';
        const { cardRead } = this;
        // A name that the card cuts off or cannot hold is compared by nobody.
        const isCertain = cardRead?.nameQuality === 'ok';
        return isCertain && comparable(value) !== comparable(cardRead.name) ? 'nameOfCard' : undefined;
      },
    },
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
    super('registration', registrationStrings);
  }

  protected get heading(): string {
    return this.locale.strings.heading;
  }

  protected override willUpdate(): void {
    super.willUpdate();
    if (this.cardRead !== undefined) this.cardMissing = false;
  }

  protected renderBody(): TemplateResult {
    if (this.step === 'sent') return this.#renderSent();
    return html`<form
        novalidate
        ?hidden=${this.step !== 'form'}
        @submit=${this.#handleCheck}
        @change=${this.#form.handleChange}
        @input=${this.#form.handleInput}
      >
        ${this.#renderFields()}
      </form>
      ${this.step === 'review' && this.form !== null ? this.#renderReview(this.#form.values(this.form)) : nothing}`;
  }

  #renderFields(): TemplateResult {
    const { strings } = this.locale;
    const group = (legend: string, content: unknown): TemplateResult =>
      html`<fieldset>
        <legend>${legend}</legend>
        ${content}
      </fieldset>`;
    const show = (...names: readonly Name[]): TemplateResult[] =>
      fields.filter(({ name }) => names.includes(name)).map((each) => this.#renderOne(each));
    return html`<p>${strings.intro}</p>
      ${group(
        strings.cardStep,
        html`<div class="wide">
          ${this.renderCard(this.cardMissing ? strings.problems.card : undefined)}
        </div>`,
      )}
      ${group(strings.personStep, show('nationalId', 'personName', 'householdNumber', 'registeredAddress'))}
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

  /** Not an error: the person may know better. */
  #mailAdvice(name: 'email' | 'alternateEmail'): string | undefined {
    if (this.form === null) return undefined;
    const domain = this.#form.values(this.form)[name].split('@')[1]?.toLowerCase();
    const known = this.mailAdviceDomains.toLowerCase().split(/[\s,]+/);
    return domain !== undefined && domain !== '' && known.includes(domain)
      ? this.locale.strings.mailAdvice(domain)
      : undefined;
  }

  #renderReview(values: Values<Name>): TemplateResult {
    const { strings } = this.locale;
    const shown: readonly (readonly [string, string])[] = [
      ...fields.map(({ name, label }) => {
        const value = name === 'nationalId' ? maskNationalId(values[name]) : values[name];
        return [String(strings[label]), value === '' ? strings.none : value] as const;
      }),
      [strings.newPassword, strings.passwordHidden],
    ];
    return html`<form class="step" novalidate @submit=${this.#handleSend}>
      <h3 tabindex="-1">${strings.reviewHeading}</h3>
      <dl>
        ${shown.map(
          ([label, value]) =>
            html`<dt>${label}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      ${this.renderReader()}
      ${this.renderSubmit(
        strings.send,
        html`<button type="button" id="change" @click=${this.#handleChange}>${strings.change}</button>`,
      )}
    </form>`;
  }

  #renderSent(): TemplateResult {
    const { strings } = this.locale;
    return html`<div class="step">
      ${notice(
        'success',
        html`<h3 tabindex="-1">${strings.sentHeading}</h3>
          <span>${strings.sent(this.sentTo)}</span>`,
      )}
      <ol class="next">
        ${strings.next.map((each) => html`<li>${each}</li>`)}
      </ol>
      ${this.resent ? notice('success', strings.resent) : nothing} ${this.renderFailure()}
      <div class="actions">${this.renderBack(true)}${this.renderResend()}</div>
    </div>`;
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
    const { reviewHeading } = this.locale.strings;
    await this.showStep(() => {
      this.attempt.forget();
      this.step = 'review';
    }, reviewHeading);
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
    if (form === null || client === undefined) return;
    const values = this.#form.values(form);
    const sent = await this.attempt.run(async (signal) => {
      // The reading of before is too old by now: the gateway wants one over a fresh challenge.
      const { reading } = await this.card.readNhi(client, signal);
      if (reading.nationalId !== values.nationalId)
        throw new MhbError('card-mismatch', 'Another card than the one read before');
      await client.register(applicationOf(values, reading), { signal });
    });
    if (!sent) return;
    form.reset();
    await this.showStep(() => {
      this.sentTo = maskEmail(values.email);
      this.cardRead = undefined;
      this.resent = false;
      this.step = 'sent';
    }, this.locale.strings.sentHeading);
    this.dispatchEvent(new MhbApplicationSentEvent());
  }
}

const orNull = (value: string): string | null => (value === '' ? null : value);

function applicationOf(values: Values<Name>, card: RegistrationApplication['card']): RegistrationApplication {
  const { personName, householdNumber, registeredAddress, newPassword, mobile, email } = values;
  return {
    card,
    name: personName,
    householdNumber,
    registeredAddress,
    password: newPassword,
    telephone: orNull(values.telephone),
    mobile,
    email,
    alternateEmail: orNull(values.alternateEmail),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-registration': MhbRegistration;
  }
}
