import { MhbError } from '@mhb-kit/core/error';
import type { AccountClient, CardReading, CodeRequest, OpenedMobileRecovery } from '@mhb-kit/core/gateway';
import { adoptStyles, html, nothing, type LitElement, type TemplateResult } from 'lit';
import * as rules from '../self-service/rules.js';
import { formatTime } from '../base/dates.js';
import { FormController, type Values } from '../base/form-controller.js';
import { LocaleController, type StringTables } from '../base/locale.js';
import { notice, statement } from '../base/notice.js';
import { addedWords } from '../base/translations.js';
import { RecoveryFields } from './recovery-fields.js';
import type { Change, FieldName, Occasion, RecoveryHost } from './recovery-host.js';
import { changes, firstStep, type Replacement, type Step } from './recovery-step.js';
import * as pages from './recovery-pages.js';
import { recoveryStepsStyles } from './recovery-steps.styles.js';
import { recoveryStepsZh, type RecoveryStepsStrings } from './recovery-steps.strings.js';

const tables: StringTables<RecoveryStepsStrings> = {
  'zh-Hant': recoveryStepsZh,
  en: async () => (await import('./recovery-steps.strings.en.js')).recoveryStepsEn,
};

/** The content of `<mhb-account-recovery>`. It is loaded when the component is first shown. */
export class RecoverySteps {
  readonly #host: RecoveryHost;
  readonly #locale: LocaleController<RecoveryStepsStrings>;
  readonly #form: FormController<FieldName, rules.Problem>;
  readonly #fields: RecoveryFields;
  #step: Step = { at: 'choice' };
  #cardMissing = false;
  #hadCard = false;

  constructor(host: RecoveryHost) {
    this.#host = host;
    const { element } = host;
    this.#locale = new LocaleController(element, tables, () =>
      addedWords(host.translations(), 'account-recovery'),
    );
    this.#form = new FormController<FieldName, rules.Problem>(element, {
      formerNationalId: rules.nationalId(() => undefined),
      nationalId: rules.nationalId(() => undefined),
      password: rules.required,
      householdNumber: rules.required,
      birthDate: rules.birthDate,
      mobile: rules.mobile,
      letterCode: rules.required,
      code: rules.code,
    });
    this.#fields = new RecoveryFields(host, this.#form, () => this.#locale.strings);
    const { elementStyles } = element.constructor as typeof LitElement;
    adoptStyles(element.renderRoot as ShadowRoot, [...elementStyles, recoveryStepsStyles]);
    // Deletes all input when the person leaves the page.
    element.addController({
      hostDisconnected: () => {
        this.#forget();
      },
    });
  }

  /** Resolves when the strings of the current language are loaded. `undefined` if they are loaded already. */
  get pending(): Promise<void> | undefined {
    return this.#locale.pending;
  }

  /** Deletes the input of a person who has left. The element calls this function before each rendering. */
  update(isHidden: boolean): void {
    const { card, cardRead } = this.#host;
    if (cardRead() !== undefined) this.#cardMissing = false;
    const hasCard = (card.reader?.card ?? null) !== null;
    const isGone = this.#hadCard && !hasCard && this.#host.isKiosk();
    this.#hadCard = hasCard;
    if (this.#step.at !== 'choice' && (isHidden || (isGone && this.#step.at !== 'done'))) this.#forget();
  }

  render(): TemplateResult {
    const step = this.#step;
    const parts: pages.PageParts = {
      strings: this.#locale.strings,
      back: this.#host.renderBack,
      chooseAgain: this.#renderChooseAgain(),
    };
    switch (step.at) {
      case 'choice':
        return pages.choicePage(parts, this.#takesCertificates, this.#choose);
      case 'replacement':
        return this.#renderReplacement(step.occasion, step.sent);
      case 'mobile':
        return this.#renderMobile();
      case 'posted':
        return pages.postedPage(parts);
      case 'letter':
        return this.#renderLetter(step.sent);
      case 'certificate':
        return pages.certificatePage(parts);
      case 'suspend':
        return this.#renderSuspend();
      case 'counter':
        return pages.counterPage(parts);
      case 'done':
        return pages.donePage(parts, step.change);
    }
  }

  #renderReplacement(occasion: Replacement, sent: CodeRequest | undefined): TemplateResult {
    const { strings } = this.#locale;
    return html`${this.#renderForm(
      sent !== undefined,
      this.#handleReplacement,
      html`${pages.stepHeading(strings, occasion, 1)}
        <p>${strings.replaceIntro[occasion]}</p>
        <p class="quiet">${strings.replaceNeeds}</p>
        ${this.#host.renderCard(this.#cardMissing ? strings.cardFirst : undefined)}
        <div class="fields">
          ${
            occasion === 'national-id'
              ? this.#fields.one(
                  'formerNationalId',
                  strings.formerNationalId,
                  strings.formerNationalIdHint,
                  12,
                )
              : nothing
          }
          ${this.#fields.proof()}
        </div>
        ${sent === undefined ? this.#renderSubmit(strings.sendCode) : nothing}`,
    )}
    ${
      sent === undefined
        ? nothing
        : this.#renderCode(
            occasion,
            sent.mobile,
            sent.expiresAt,
            this.#handleReplacementCode,
            this.#handleReplacement,
          )
    }`;
  }

  #renderMobile(): TemplateResult {
    const { strings } = this.#locale;
    return this.#renderForm(
      false,
      this.#handleMobile,
      html`${pages.stepHeading(strings, 'mobile')} ${statement('info', strings.stillIn, strings.stillInThen)}
        <p>${strings.mobileIntro}</p>
        ${this.#host.renderCard(this.#cardMissing ? strings.cardFirst : undefined)}
        <div class="fields">
          ${this.#fields.proof()}
          ${this.#fields.one('mobile', strings.mobile, undefined, 16, { type: 'tel', autocomplete: 'tel' })}
        </div>
        ${this.#renderSubmit(strings.sendLetter)}`,
    );
  }

  #renderLetter(sent: OpenedMobileRecovery | undefined): TemplateResult {
    const { strings } = this.#locale;
    return html`${this.#renderForm(
      sent !== undefined,
      this.#handleLetter,
      html`${pages.stepHeading(strings, 'letter', 1)}
        <p>${strings.letterIntro}</p>
        ${sent === undefined ? this.#host.renderReader() : nothing}
        <div class="fields">
          ${this.#fields.one('letterCode', strings.letterCode, strings.letterCodeHint, 64)}
        </div>
        ${sent === undefined ? this.#renderSubmit(strings.sendCode) : nothing}`,
    )}
    ${
      sent === undefined
        ? nothing
        : this.#renderCode(
            'letter',
            sent.mobile,
            sent.codeExpiresAt,
            this.#handleLetterCode,
            this.#handleLetter,
            this.#host.renderReader(),
          )
    }`;
  }

  #renderCode(
    occasion: Occasion,
    mobile: string,
    expiresAt: string,
    confirm: (event: SubmitEvent) => Promise<void>,
    sendAgain: (event: Event) => Promise<void>,
    reader: unknown = nothing,
  ): TemplateResult {
    const { tag, strings } = this.#locale;
    const until = strings.codeUntil(formatTime(new Date(expiresAt), tag));
    return pages.codeForm(
      {
        occasion,
        mobile,
        reader,
        field: this.#fields.one('code', strings.code, until, 6, {
          autocomplete: 'one-time-code',
          inputMode: 'numeric',
        }),
        renderSubmit: this.#host.renderSubmit,
        confirm,
        sendAgain,
        changeData: this.#handleChangeData,
        handleInput: this.#form.handleInput,
      },
      strings,
    );
  }

  #renderSuspend(): TemplateResult {
    const { strings } = this.#locale;
    return this.#renderForm(
      false,
      this.#handleSuspend,
      html`${pages.stepHeading(strings, 'suspend')}
        ${notice('warning', html`<strong>${strings.suspendIntro}</strong><span>${strings.suspendLater}</span>`)}
        <div class="fields">
          ${this.#fields.one('nationalId', strings.nationalId, undefined, 12, { autocomplete: 'username' })}
          ${this.#fields.password()}
        </div>
        ${this.#renderSubmit(strings.suspend)}`,
    );
  }

  /** Renders the form of a first step. The form is hidden, but not emptied, while the second step is shown. */
  #renderForm(
    isDone: boolean,
    handle: (event: SubmitEvent) => Promise<void>,
    content: TemplateResult,
  ): TemplateResult {
    return html`<form
      id="details"
      novalidate
      ?hidden=${isDone}
      @submit=${handle}
      @change=${this.#form.handleChange}
      @input=${this.#form.handleInput}
    >
      ${content}
    </form>`;
  }

  #renderSubmit(label: string): TemplateResult {
    const { strings } = this.#locale;
    const isForStaff = this.#host.attempt.error?.code === 'identity-not-confirmed';
    return html`${this.#host.renderSubmit(label, html`${this.#renderChooseAgain()}${this.#host.renderBack()}`)}
    ${
      isForStaff
        ? html`<div class="actions">
            <button type="button" id="to-counter" @click=${() => this.#choose('counter')}>
              ${strings.whatToBring}
            </button>
          </div>`
        : nothing
    }`;
  }

  #renderChooseAgain(): TemplateResult {
    const { strings } = this.#locale;
    return html`<button
      type="button"
      class="link"
      id="choose-again"
      @click=${() => this.#show({ at: 'choice' }, strings.choose)}
    >
      ${strings.chooseAgain}
    </button>`;
  }

  /** Whether to offer certificates. If the gateway could not be reached, all options are offered. */
  get #takesCertificates(): boolean {
    return this.#host.service()?.loginMethods.includes('certificate') ?? true;
  }

  readonly #choose = (occasion: Occasion): Promise<void> => {
    return this.#show(firstStep(occasion), this.#locale.strings.occasions[occasion]);
  };

  #show(step: Step, announcement: string): Promise<void> {
    return this.#host.showStep(() => {
      this.#host.attempt.forget();
      this.#cardMissing = false;
      this.#step = step;
      this.#host.element.requestUpdate();
    }, announcement);
  }

  /** Returns to the choice of situations, and deletes everything that was typed or read. */
  #forget(): void {
    for (const form of this.#host.element.renderRoot.querySelectorAll('form')) form.reset();
    this.#host.attempt.forget();
    this.#host.forgetCard();
    this.#cardMissing = false;
    this.#step = { at: 'choice' };
  }

  #formOf(id: 'details' | 'code-form'): HTMLFormElement | null {
    return this.#host.element.renderRoot.querySelector<HTMLFormElement>(`#${id}`);
  }

  /** Returns the values of the first form, or `undefined` if a value is invalid or a required card is missing. */
  #details(needsCard: boolean): Values<FieldName> | undefined {
    const form = this.#formOf('details');
    const values = form === null ? undefined : this.#form.check(form);
    this.#cardMissing = needsCard && this.#host.cardRead() === undefined;
    if (!this.#cardMissing) return values;
    this.#host.element.requestUpdate();
    this.#host.element.renderRoot.querySelector<HTMLElement>('#read')?.focus();
    return undefined;
  }

  /** Makes one attempt, and returns whether it succeeded. */
  async #try(work: (client: AccountClient, signal: AbortSignal) => Promise<void>): Promise<boolean> {
    const client = this.#host.client();
    return client !== undefined && (await this.#host.attempt.run((signal) => work(client, signal)));
  }

  /** Reads the card with a new challenge, because the previous one has expired. */
  async #readAgain(client: AccountClient, signal: AbortSignal): Promise<CardReading> {
    const { reading } = await this.#host.card.readNhi(client, signal);
    const before = this.#host.cardRead();
    if (before !== undefined && before.cardNumber !== reading.cardNumber)
      throw new MhbError('card-mismatch', 'This is not the card that was read before');
    return reading;
  }

  readonly #handleReplacement = async (event: Event): Promise<void> => {
    event.preventDefault();
    const step = this.#step;
    if (step.at !== 'replacement') return;
    const values = this.#details(true);
    if (values === undefined) return;
    const { password, householdNumber, birthDate, formerNationalId } = values;
    await this.#try(async (client, signal) => {
      const card = await this.#readAgain(client, signal);
      const request = { card, password, householdNumber, birthDate };
      const isNumber = step.occasion === 'national-id';
      const sent = await client.beginRecovery(
        { ...request, formerNationalId: isNumber ? formerNationalId : null },
        { signal },
      );
      await this.#showCode({ ...step, sent }, sent.mobile, step.sent !== undefined);
    });
  };

  readonly #handleReplacementCode = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const step = this.#step;
    const values = this.#form.check(event.currentTarget as HTMLFormElement);
    if (values === undefined || step.at !== 'replacement' || step.sent === undefined) return;
    const { handle } = step.sent;
    const isDone = await this.#try((client, signal) =>
      client.confirmRecovery({ handle, code: values.code }, { signal }),
    );
    if (isDone) await this.#finish(changes[step.occasion]);
    // The register did not confirm the person’s identity. The code is no longer valid, so the person has to
    // correct the form and start again.
    else if (this.#host.attempt.error?.code === 'identity-not-confirmed')
      await this.#host.showStep(() => {
        this.#step = { at: 'replacement', occasion: step.occasion };
        this.#host.element.requestUpdate();
      }, '');
  };

  readonly #handleMobile = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const values = this.#details(true);
    if (values === undefined) return;
    const { password, householdNumber, birthDate, mobile } = values;
    const isPosted = await this.#try(async (client, signal) => {
      const card = await this.#readAgain(client, signal);
      await client.requestMobileRecovery({ card, password, householdNumber, birthDate, mobile }, { signal });
    });
    if (isPosted) await this.#show({ at: 'posted' }, this.#locale.strings.posted);
  };

  readonly #handleLetter = async (event: Event): Promise<void> => {
    event.preventDefault();
    const step = this.#step;
    const values = this.#details(false);
    if (values === undefined || step.at !== 'letter') return;
    const { letterCode } = values;
    await this.#try(async (client, signal) => {
      const card = await this.#readAgain(client, signal);
      const sent = await client.openMobileRecovery({ card, letterCode }, { signal });
      await this.#showCode({ at: 'letter', sent }, sent.mobile, step.sent !== undefined);
    });
  };

  readonly #handleLetterCode = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = this.#formOf('details');
    const values = this.#form.check(event.currentTarget as HTMLFormElement);
    if (values === undefined || form === null) return;
    const { letterCode } = this.#form.values(form);
    const isDone = await this.#try(async (client, signal) => {
      const card = await this.#readAgain(client, signal);
      await client.confirmMobileRecovery({ card, letterCode, code: values.code }, { signal });
    });
    if (isDone) await this.#finish('mobile');
  };

  readonly #handleSuspend = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const values = this.#details(false);
    if (values === undefined) return;
    const { nationalId, password } = values;
    const isDone = await this.#try((client, signal) => client.suspend(nationalId, password, { signal }));
    if (isDone) await this.#finish('suspended');
  };

  readonly #handleChangeData = async (): Promise<void> => {
    const step = this.#step;
    const { occasions } = this.#locale.strings;
    if (step.at === 'replacement')
      await this.#show({ at: step.at, occasion: step.occasion }, occasions[step.occasion]);
    else await this.#show({ at: 'letter' }, occasions.letter);
  };

  /** Shows the field for the code, announces that a code was sent, and moves the focus to the field. */
  async #showCode(step: Step, mobile: string, isAgain: boolean): Promise<void> {
    const { strings } = this.#locale;
    const { element, showStep } = this.#host;
    await showStep(
      () => {
        this.#step = step;
        element.requestUpdate();
      },
      isAgain ? strings.sentAgain : strings.codeSent(mobile),
    );
    element.renderRoot.querySelector<HTMLElement>('#code')?.focus();
  }

  async #finish(change: Change): Promise<void> {
    for (const id of ['details', 'code-form'] as const) this.#formOf(id)?.reset();
    this.#host.forgetCard();
    await this.#show({ at: 'done', change }, this.#locale.strings.done[change]);
    this.#host.tell(change);
  }
}
