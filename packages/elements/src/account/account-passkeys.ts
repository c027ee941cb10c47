import { loadModule } from '@mhb-kit/core/load-module';
import { MhbError, toMhbError } from '@mhb-kit/core/error';
import type {
  GatewayClient,
  OpenedPasskeyEnrolment,
  Passkey,
  PasskeyCalls,
  PasskeyEnrolment,
} from '@mhb-kit/core/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import { css } from '../base/css.js';
import { AttemptController } from '../base/attempt-controller.js';
import { formatTime } from '../base/dates.js';
import { field } from '../base/field.js';
import { FormController } from '../base/form-controller.js';
import { LocaleController, type StringTables } from '../base/locale.js';
import { notice } from '../base/notice.js';
import { addedWords } from '../base/translations.js';
import * as rules from '../self-service/rules.js';
import { focusOn, formEnd, listState, PasswordConfirmation, type AccountPartHost } from './account-part.js';
import { accountPasskeysZh, type AccountPasskeysStrings } from './account-passkeys.strings.js';
import type { qrCode } from './qr-code.js';

const tables: StringTables<AccountPasskeysStrings> = {
  'zh-Hant': accountPasskeysZh,
  en: async () => (await import('./account-passkeys.strings.en.js')).accountPasskeysEn,
};

const POLL_INTERVAL_MS = 1_500;

const styles = css`
  #passkey-scan {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  #passkey-scan ol {
    margin: 0;
    padding-inline-start: 1.5em;
    list-style: decimal;
  }

  svg.qr {
    display: block;
    width: min(100%, 16rem);
    height: auto;
    fill: none;
    stroke: none;
  }
`;

/**
 * The screen that is shown while the person adds a passkey. There is one screen for entering the password, one for
 * creating the passkey on this device, and two for creating it on a phone.
 */
type Step =
  | { readonly name: 'password'; readonly where: 'here' | 'phone' }
  | { readonly name: 'make'; readonly ticket: string; readonly opened: OpenedPasskeyEnrolment }
  | { readonly name: 'scan'; readonly enrolment: PasskeyEnrolment; readonly isOpened: boolean }
  | { readonly name: 'code'; readonly enrolment: PasskeyEnrolment };

/** Lists the passkeys of an account, removes them, and adds one on this device or on a phone. */
export class AccountPasskeys {
  readonly #host: AccountPartHost;
  readonly #locale: LocaleController<AccountPasskeysStrings>;
  readonly #moment: (instant: string) => string;
  readonly #list: AttemptController;
  readonly #attempt: AttemptController;
  readonly #form: FormController<'passkeyPassword' | 'passkeyCode', rules.Problem>;
  readonly #password: PasswordConfirmation;
  #calls: PasskeyCalls | undefined;
  #passkeys: readonly Passkey[] | undefined;
  #loadAgain: () => Promise<void> = () => Promise.resolve();
  #canAddHere = false;
  #step: Step | undefined;
  #said: 'addedKey' | 'removed' | 'expired' | undefined;
  #qrCode: typeof qrCode | undefined;

  constructor(host: AccountPartHost, moment: (instant: string) => string) {
    this.#host = host;
    this.#moment = moment;
    const { element } = host;
    this.#locale = new LocaleController(element, tables, () => addedWords(host.translations(), 'account'));
    this.#list = new AttemptController(element);
    this.#attempt = new AttemptController(element);
    this.#password = new PasswordConfirmation(host, 'passkeyPassword');
    this.#form = new FormController<'passkeyPassword' | 'passkeyCode', rules.Problem>(element, {
      passkeyPassword: rules.required,
      passkeyCode: {
        read: (typed) => typed.normalize('NFKC').replaceAll(/\s/g, ''),
        wrong: (value) => (/^\d{4}$/.test(value) ? undefined : 'code'),
      },
    });
    const { styleSheet } = styles;
    if (styleSheet !== undefined) element.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /**
   * A promise that resolves when the strings of the current language are loaded, or `undefined` if they are loaded
   * already.
   */
  get pending(): Promise<void> | undefined {
    return this.#locale.pending;
  }

  /**
   * Loads the passkeys.
   *
   * @param countsHere whether people can log in with a passkey on this page
   */
  async load(client: GatewayClient, countsHere: boolean): Promise<void> {
    this.forget();
    this.#loadAgain = () => this.load(client, countsHere);
    await this.#list.run(async (signal) => {
      this.#calls = await client.passkeys({ signal });
      this.#passkeys = await this.#calls.list({ signal });
      this.#canAddHere = countsHere && !this.#host.isKiosk() && (await this.#calls.available());
    });
  }

  /** Fetches the list again. Call this after a change that removes passkeys. */
  async refresh(): Promise<void> {
    const calls = this.#calls;
    if (calls === undefined || this.#passkeys === undefined) return;
    await this.#list.run(async (signal) => {
      this.#passkeys = await calls.list({ signal });
    });
  }

  /** Deletes all data about the person, for example when the session ends. */
  forget(): void {
    this.#list.forget();
    this.#attempt.forget();
    this.#passkeys = undefined;
    this.#step = undefined;
    this.#said = undefined;
  }

  render(): TemplateResult {
    const { strings } = this.#locale;
    return html`<div part="part" class="part" id="passkeys-part">
      <h3 tabindex="-1" id="passkeys">${strings.passkeys}</h3>
      <p class="quiet">${strings.passkeysHint}</p>
      ${this.#step === undefined ? this.#renderList() : this.#renderStep(this.#step)}
      <div role="status">
        ${this.#said === undefined ? nothing : notice(this.#said === 'expired' ? 'info' : 'success', strings[this.#said])}
      </div>
      ${listState(this.#host, this.#list, this.#passkeys === undefined, strings, this.#loadAgain)}
    </div>`;
  }

  #renderList(): TemplateResult | typeof nothing {
    const { strings } = this.#locale;
    const passkeys = this.#passkeys;
    if (passkeys === undefined) return nothing;
    return html`${
        passkeys.length === 0
          ? html`<p>${strings.noPasskeys}</p>`
          : html`<ul class="sessions" aria-labelledby="passkeys">
              ${passkeys.map((passkey) => this.#renderPasskey(passkey))}
            </ul>`
      }
      <div class="actions">
        ${
          this.#canAddHere
            ? html`<button type="button" id="add-here" class="primary" @click=${() => this.#ask('here')}>
                ${strings.addHere}
              </button>`
            : nothing
        }
        <button type="button" id="add-by-phone" @click=${() => this.#ask('phone')}>
          ${strings.addByPhone}
        </button>
      </div>`;
  }

  #renderPasskey({ id, name, synced, addedAt, lastUsedAt }: Passkey): TemplateResult {
    const { strings } = this.#locale;
    const used = lastUsedAt === null ? null : this.#moment(lastUsedAt);
    return html`<li>
      <div>
        <strong>${name}</strong>
        <small class="quiet">${strings.passkeyTimes(this.#moment(addedAt), used)}</small>
        ${synced ? html`<small class="quiet">${strings.synced}</small>` : nothing}
      </div>
      <button
        type="button"
        class="remove"
        aria-disabled=${this.#list.isBlocked}
        aria-label=${strings.removeOf(name)}
        @click=${() => this.#remove(id)}
      >
        ${strings.remove}
      </button>
    </li>`;
  }

  #renderStep(step: Step): TemplateResult {
    const { strings } = this.#locale;
    switch (step.name) {
      case 'password':
        return this.#renderForm(strings.passwordHeading, strings.next, this.#renderPassword());
      case 'make':
        return this.#renderForm(
          strings.makeHeading,
          strings.addKey,
          html`<p>${step.opened.person.name}</p>
            <p>${strings.makeHint}</p>`,
        );
      case 'code':
        return this.#renderForm(strings.codeHeading, strings.addKey, this.#renderCode());
      case 'scan':
        return this.#renderScan(step);
    }
  }

  #renderForm(heading: string, submit: string, content: TemplateResult): TemplateResult {
    return html`<form
      id="passkey-step"
      novalidate
      @submit=${this.#handleSubmit}
      @input=${this.#form.handleInput}
    >
      <h4>${heading}</h4>
      ${content} ${formEnd(this.#host, this.#attempt, submit, this.#locale, this.#renderCancel())}
    </form>`;
  }

  #renderCancel(): TemplateResult {
    return html`<button type="button" id="cancel-passkey" @click=${() => this.#cancel()}>
      ${this.#locale.strings.cancel}
    </button>`;
  }

  #renderPassword(): TemplateResult {
    const { strings } = this.#locale;
    return html`<div class="fields">
      ${this.#password.render(strings.currentPassword, this.#form.problem('passkeyPassword'), strings)}
    </div>`;
  }

  #renderScan({ enrolment, isOpened }: Step & { readonly name: 'scan' }): TemplateResult {
    const { tag, strings } = this.#locale;
    return html`<div id="passkey-scan">
      <h4 tabindex="-1">${strings.scanHeading}</h4>
      <ol>
        ${strings.scanSteps.map((each) => html`<li>${each}</li>`)}
      </ol>
      <p role="status" class="actions">
        <span class="spinner"></span>${isOpened ? strings.opened : strings.waiting}
      </p>
      ${this.#qrCode?.(enrolment.address, strings.qrCode)}
      <p class="hint">${strings.until(formatTime(new Date(enrolment.expiresAt), tag))}</p>
      <div class="actions">${this.#renderCancel()}</div>
    </div>`;
  }

  #renderCode(): TemplateResult {
    const { strings } = this.#locale;
    return html`<div class="fields">
      ${field(
        {
          name: 'passkeyCode',
          label: strings.passkeyCode,
          hint: strings.codeHint,
          autocomplete: 'off',
          inputMode: 'numeric',
          maxLength: 4,
          required: true,
          error: this.#form.problem('passkeyCode') === undefined ? undefined : strings.codeProblem,
        },
        strings,
      )}
    </div>`;
  }

  async #ask(where: 'here' | 'phone'): Promise<void> {
    this.#said = undefined;
    this.#attempt.forget();
    this.#step = { name: 'password', where };
    await this.#focus('#passkeyPassword');
  }

  async #cancel(said?: 'expired'): Promise<void> {
    this.#attempt.forget();
    this.#step = undefined;
    this.#said = said;
    await this.#focus('#add-by-phone');
  }

  readonly #handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const [calls, step] = [this.#calls, this.#step];
    const values = this.#form.check(event.currentTarget as HTMLFormElement);
    if (calls === undefined || step === undefined || values === undefined) return;
    const { passkeyPassword, passkeyCode } = values;
    await this.#attempt.run(async (signal) => {
      if (step.name === 'password') await this.#begin(calls, step.where, passkeyPassword, signal);
      else if (step.name === 'make') await this.#make(calls, step, signal);
      else if (step.name === 'code') {
        await calls.confirm(step.enrolment.id, passkeyCode, { signal });
        await this.#added(calls, signal);
      }
    });
    const code = this.#attempt.error?.code;
    if (code === 'code-expired' || code === 'ticket-invalid') await this.#cancel('expired');
  };

  async #begin(
    calls: PasskeyCalls,
    where: 'here' | 'phone',
    password: string,
    signal: AbortSignal,
  ): Promise<void> {
    if (where === 'phone') {
      const module = await loadModule(import('./qr-code.js'));
      this.#qrCode = module.qrCode;
    }
    const enrolment = await calls.begin(password, { signal });
    if (where === 'here') {
      const { ticket } = enrolment;
      this.#step = { name: 'make', ticket, opened: await calls.open(ticket, { signal }) };
      await this.#focus('#passkey-step [part=submit]');
      return;
    }
    this.#step = { name: 'scan', enrolment, isOpened: false };
    void this.#watch(calls, enrolment);
    await this.#focus('#passkey-scan h4');
  }

  /** Polls the gateway until a passkey has been created on the phone or the person stops waiting. */
  async #watch(calls: PasskeyCalls, enrolment: PasskeyEnrolment): Promise<void> {
    const isOnShow = (): boolean => {
      const step = this.#step;
      return step?.name === 'scan' && step.enrolment === enrolment && this.#host.element.isConnected;
    };
    while (isOnShow()) {
      await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
      if (!isOnShow()) return;
      try {
        const { status } = await calls.enrolment(enrolment.id);
        if (!isOnShow()) return;
        if (status === 'created') {
          this.#step = { name: 'code', enrolment };
          this.#host.announce(this.#locale.strings.codeHeading);
          await this.#focus('#passkeyCode');
          return;
        }
        this.#step = { name: 'scan', enrolment, isOpened: status === 'opened' };
        this.#host.element.requestUpdate();
      } catch (thrown) {
        const error = toMhbError(thrown);
        if (error.retriable || !isOnShow()) continue;
        if (error.code !== 'not-found') this.#list.fail(error);
        await this.#cancel('expired');
        return;
      }
    }
  }

  async #make(
    calls: PasskeyCalls,
    { ticket, opened }: Step & { readonly name: 'make' },
    signal: AbortSignal,
  ): Promise<void> {
    const { code } = await calls.make(ticket, opened, { signal });
    if (code !== null)
      throw new MhbError(
        'internal',
        'The gateway returned a confirmation code for a passkey that was created on this page',
      );
    await this.#added(calls, signal);
  }

  async #added(calls: PasskeyCalls, signal: AbortSignal): Promise<void> {
    this.#step = undefined;
    this.#said = 'addedKey';
    this.#passkeys = await calls.list({ signal });
    this.#host.tellChange('passkey');
    await this.#focus('#passkeys');
  }

  async #remove(id: string): Promise<void> {
    const [calls, client] = [this.#calls, this.#host.client()];
    if (calls === undefined || client === undefined) return;
    this.#said = undefined;
    const removed = await this.#list.run(async (signal) => {
      await calls.remove(id, { signal });
      this.#passkeys = this.#passkeys?.filter((each) => each.id !== id);
    });
    if (!removed) return;
    this.#said = 'removed';
    this.#host.tellChange('passkey');
    await this.#focus('#passkeys');
    // If the person logged in with this passkey, the gateway has ended the session. This page then ends it too.
    await client.sessions().catch(async (thrown: unknown) => {
      if (toMhbError(thrown).code === 'session-expired') await client.logout().catch(() => undefined);
    });
  }

  #focus(selector: string): Promise<void> {
    return focusOn(this.#host.element, selector);
  }
}
