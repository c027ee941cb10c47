import type { GatewayClient, TrustedReader } from '@mhb-kit/core/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import * as rules from '../self-service/rules.js';
import { AttemptController } from '../base/attempt-controller.js';
import { FormController } from '../base/form-controller.js';
import { LocaleController, type StringTables } from '../base/locale.js';
import { notice, statement } from '../base/notice.js';
import { addedWords } from '../base/translations.js';
import type { AccountController } from './account-controller.js';
import { focusOn, formEnd, PasswordConfirmation, type AccountPartHost } from './account-part.js';
import { accountSafetyZh, type AccountSafetyStrings } from './account-safety.strings.js';

const tables: StringTables<AccountSafetyStrings> = {
  'zh-Hant': accountSafetyZh,
  en: async () => (await import('./account-safety.strings.en.js')).accountSafetyEn,
};

type Question = 'certificate' | 'suspension';

/** The settings that protect the account: the trusted readers, the certificate, and account suspension. */
export class AccountSafety {
  readonly #host: AccountPartHost;
  readonly #account: AccountController;
  readonly #locale: LocaleController<AccountSafetyStrings>;
  readonly #moment: (instant: string) => string;
  readonly #readers: AttemptController;
  readonly #attempt: AttemptController;
  readonly #form: FormController<'safetyPassword', rules.Problem>;
  readonly #password: PasswordConfirmation;
  #asked: Question | undefined;
  #released = false;
  #suspended = false;

  constructor(host: AccountPartHost, account: AccountController, moment: (instant: string) => string) {
    this.#host = host;
    this.#account = account;
    this.#moment = moment;
    const { element } = host;
    this.#locale = new LocaleController(element, tables, () => addedWords(host.translations(), 'account'));
    this.#readers = new AttemptController(element);
    this.#attempt = new AttemptController(element);
    this.#password = new PasswordConfirmation(host, 'safetyPassword');
    this.#form = new FormController<'safetyPassword', rules.Problem>(element, {
      safetyPassword: rules.required,
    });
  }

  /**
   * A promise that resolves when the strings of the current language are loaded, or `undefined` if they are loaded
   * already.
   */
  get pending(): Promise<void> | undefined {
    return this.#locale.pending;
  }

  /**
   * The message for a person who has suspended the account on this page. It is shown after the session has ended.
   */
  get farewell(): TemplateResult | undefined {
    const { strings } = this.#locale;
    return this.#suspended ? statement('success', strings.suspended, strings.suspendedThen) : undefined;
  }

  /**
   * Deletes all data about the person, for example when the session ends. The message about a suspension is kept
   * until the next login.
   */
  forget(): void {
    this.#readers.forget();
    this.#attempt.forget();
    this.#asked = undefined;
    this.#released = false;
  }

  /** Removes the message about a suspension when a person logs in. */
  greet(): void {
    this.#suspended = false;
  }

  /**
   * Renders the settings.
   *
   * @param takesCertificates whether people can log in to the service with a certificate
   */
  render(takesCertificates: boolean): TemplateResult {
    const { details, readers } = this.#account;
    return html`${readers === undefined ? nothing : this.#renderReaders(readers)}
    ${
      details !== undefined && (takesCertificates || details.certificate)
        ? this.#renderCertificate(details.certificate)
        : nothing
    }
    ${details === undefined ? nothing : this.#renderSuspension()}`;
  }

  #renderReaders(readers: readonly TrustedReader[]): TemplateResult {
    const { strings } = this.#locale;
    return html`<div part="part" class="part">
      <h3 tabindex="-1" id="readers">${strings.readers}</h3>
      ${
        readers.length === 0
          ? html`<p class="quiet">${strings.noReaders}</p>`
          : html`<p class="quiet">${strings.readersHint}</p>
              <ul class="sessions" aria-labelledby="readers">
                ${readers.map((reader) => this.#renderReader(reader))}
              </ul>`
      }
      ${
        readers.length < 2
          ? nothing
          : html`<div class="actions">
              <button
                type="button"
                id="forget-all"
                aria-disabled=${this.#readers.isBlocked}
                @click=${() => this.#forgetReaders(readers)}
              >
                ${strings.forgetAll}
              </button>
            </div>`
      }
      <div role="alert">${this.#host.errorNotice(this.#readers.error, nothing)}</div>
    </div>`;
  }

  #renderReader(reader: TrustedReader): TemplateResult {
    const { strings } = this.#locale;
    const [added, used, expires] = [reader.addedAt, reader.lastUsedAt, reader.expiresAt].map(this.#moment);
    return html`<li>
      <div>
        <strong>${strings.reader(added ?? '')}</strong>
        <small class="quiet">${strings.readerTimes(used ?? '', expires ?? '')}</small>
      </div>
      <button
        type="button"
        aria-disabled=${this.#readers.isBlocked}
        aria-label=${strings.forgetReaderOf(added ?? '')}
        @click=${() => this.#forgetReaders([reader])}
      >
        ${strings.forgetReader}
      </button>
    </li>`;
  }

  #renderCertificate(isBound: boolean): TemplateResult {
    const { strings } = this.#locale;
    return html`<div part="part" class="part">
      <h3 tabindex="-1" id="certificate">
        ${strings.certificate}
        <span class="badge ${isBound ? 'success' : ''}">${isBound ? strings.bound : strings.notBound}</span>
      </h3>
      <p class="quiet">${isBound ? strings.boundHint : strings.notBoundHint}</p>
      ${isBound ? this.#renderQuestion('certificate', strings.release, strings.releaseNow, nothing) : nothing}
      <div role="status">${this.#released ? notice('success', strings.released) : nothing}</div>
    </div>`;
  }

  #renderSuspension(): TemplateResult {
    const { strings } = this.#locale;
    const warning = statement('warning', strings.suspendWarning, strings.suspendThen);
    return html`<div part="part" class="part">
      <h3 tabindex="-1" id="suspension">${strings.suspension}</h3>
      <p class="quiet">${strings.suspensionHint}</p>
      ${this.#renderQuestion('suspension', strings.suspend, strings.suspendNow, warning)}
    </div>`;
  }

  /** Renders a button that does not act immediately when it is pressed, but asks for confirmation. */
  #renderQuestion(question: Question, ask: string, confirm: string, warning: unknown): TemplateResult {
    const { strings } = this.#locale;
    if (this.#asked !== question)
      return html`<div class="actions">
        <button type="button" id="ask-${question}" @click=${() => this.#ask(question)}>${ask}</button>
      </div>`;
    const cancel = html`<button type="button" id="cancel" @click=${() => this.#ask(undefined)}>
      ${strings.cancel}
    </button>`;
    return html`<form
      id="confirm-${question}"
      novalidate
      @submit=${this.#handleConfirm}
      @input=${this.#form.handleInput}
    >
      ${warning}
      <div class="fields">
        ${this.#password.render(strings.currentPassword, this.#form.problem('safetyPassword'), strings)}
      </div>
      ${formEnd(this.#host, this.#attempt, confirm, this.#locale, cancel)}
    </form>`;
  }

  async #ask(question: Question | undefined): Promise<void> {
    const before = this.#asked;
    this.#attempt.forget();
    this.#asked = question;
    this.#released = false;
    this.#password.hide();
    await this.#focus(question === undefined ? `#ask-${before ?? 'suspension'}` : '#safetyPassword');
  }

  readonly #handleConfirm = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const client = this.#host.client();
    const question = this.#asked;
    const values = this.#form.check(event.currentTarget as HTMLFormElement);
    if (client === undefined || question === undefined || values === undefined) return;
    const { safetyPassword } = values;
    if (question === 'suspension') await this.#suspend(client, safetyPassword);
    else await this.#release(client, safetyPassword);
  };

  async #release(client: GatewayClient, password: string): Promise<void> {
    const released = await this.#attempt.run((signal) => client.releaseCertificate(password, { signal }));
    if (!released) return;
    const { details, sessions } = this.#account;
    if (details !== undefined) this.#account.details = { ...details, certificate: false };
    this.#account.sessions = sessions?.filter(({ current }) => current);
    this.#asked = undefined;
    this.#released = true;
    this.#host.tellChange('certificate');
    await this.#focus('#certificate');
  }

  async #suspend(client: GatewayClient, password: string): Promise<void> {
    const suspended = await this.#attempt.run((signal) => client.suspendAccount(password, { signal }));
    if (!suspended) return;
    this.#suspended = true;
    this.#host.announce(this.#locale.strings.suspended);
    this.#host.tellChange('suspended');
    // The gateway has already ended the session. This page now ends it too.
    await client.logout().catch(() => undefined);
    await this.#focus('h2');
  }

  async #forgetReaders(readers: readonly TrustedReader[]): Promise<void> {
    const client = this.#host.client();
    if (client === undefined) return;
    const forgotten = await this.#readers.run(async (signal) => {
      for (const { id } of readers) {
        await client.forgetReader(id, { signal });
        this.#account.readers = this.#account.readers?.filter((each) => each.id !== id);
      }
    });
    if (!forgotten) return;
    this.#host.announce(this.#locale.strings.readerForgotten);
    this.#host.tellChange('reader');
    await this.#focus('#readers');
  }

  #focus(selector: string): Promise<void> {
    return focusOn(this.#host.element, selector);
  }
}
