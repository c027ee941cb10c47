import type { ContactChange, GatewayClient, ServiceInfo, Session } from '@mhb-kit/core/gateway';
import type { MhbError } from '@mhb-kit/core/error';
import { html, nothing, type TemplateResult } from 'lit';
import * as rules from '../self-service/rules.js';
import { AttemptController } from '../base/attempt-controller.js';
import { calendarFor, formatMoment, type CalendarName } from '../base/dates.js';
import { field, passwordField, type Field } from '../base/field.js';
import { FormController } from '../base/form-controller.js';
import { LocaleController, type StringTables } from '../base/locale.js';
import { notice, statement } from '../base/notice.js';
import { ServiceController } from '../base/service-controller.js';
import { addedWords } from '../base/translations.js';
import { accountBodyZh, type AccountBodyStrings } from './account-body.strings.js';
import { AccountController } from './account-controller.js';
import { focusOn, formEnd, type AccountPartHost } from './account-part.js';
import { AccountSafety } from './account-safety.js';
import type { AccountPasskeys } from './account-passkeys.js';
import type { AccountRepresentatives } from './account-representatives.js';
import { activityTable } from './activity-table.js';
import { sessionList } from './session-list.js';

const tables: StringTables<AccountBodyStrings> = {
  'zh-Hant': accountBodyZh,
  en: async () => (await import('./account-body.strings.en.js')).accountBodyEn,
};

type ContactName = 'telephone' | 'mobile' | 'email' | 'alternateEmail';
type PasswordName = 'currentPassword' | 'newPassword' | 'repeatedPassword';

const contactFields: readonly (Field & { readonly name: ContactName })[] = [
  { name: 'telephone', label: 'telephone', type: 'tel', autocomplete: 'tel', maxLength: 30 },
  { name: 'mobile', label: 'mobile', type: 'tel', autocomplete: 'tel', maxLength: 16 },
  { name: 'email', label: 'email', type: 'email', autocomplete: 'email', maxLength: 254 },
  { name: 'alternateEmail', label: 'alternateEmail', type: 'email', maxLength: 254 },
];

/** The interface through which the body uses the element. */
export interface AccountBodyHost extends AccountPartHost {
  /** The parts of the account to show. On a kiosk, for example, only the passkeys are shown. */
  readonly show: () => 'all' | 'passkeys';
  readonly calendar: () => CalendarName | undefined;
}

/** The content of `<mhb-account>` for a person who is logged in. It is loaded when the first person logs in. */
export class AccountBody {
  readonly #host: AccountBodyHost;
  readonly #locale: LocaleController<AccountBodyStrings>;
  readonly #account: AccountController;
  readonly #service: ServiceController;
  readonly #contactAttempt: AttemptController;
  readonly #mobileAttempt: AttemptController;
  readonly #passwordAttempt: AttemptController;
  readonly #contact: FormController<ContactName | 'contactPassword', rules.Problem>;
  readonly #code: FormController<'code', rules.Problem>;
  readonly #password: FormController<PasswordName, rules.Problem>;
  readonly #safety: AccountSafety;
  /** The list of passkeys, if the gateway accepts passkeys. */
  #passkeys: AccountPasskeys | undefined;
  /** The list of representatives, if the service records legal representatives. */
  #representatives: AccountRepresentatives | undefined;
  /** Whether the logged-in person is reading the passbook of a person whom they represent. */
  #isForAnother = false;
  #passwordShown = false;
  #nothingChanged = false;
  #done: 'contact' | 'mobile' | 'password' | undefined;

  constructor(host: AccountBodyHost) {
    this.#host = host;
    const { element } = host;
    this.#locale = new LocaleController(element, tables, () => addedWords(host.translations(), 'account'));
    this.#account = new AccountController(element);
    const tellChange: AccountBodyHost['tellChange'] = (change) => {
      host.tellChange(change);
      // When the certificate is removed, the gateway also removes the passkeys.
      if (change === 'certificate') void this.#passkeys?.refresh();
    };
    this.#safety = new AccountSafety({ ...host, tellChange }, this.#account, this.#moment);
    this.#service = new ServiceController(element, host.client);
    this.#contactAttempt = new AttemptController(element);
    this.#mobileAttempt = new AttemptController(element);
    this.#passwordAttempt = new AttemptController(element);
    this.#contact = new FormController<ContactName | 'contactPassword', rules.Problem>(element, {
      telephone: rules.telephone,
      mobile: rules.mobileIfGiven,
      email: rules.emailIfGiven,
      alternateEmail: rules.emailIfGiven,
      contactPassword: rules.required,
    });
    this.#code = new FormController<'code', rules.Problem>(element, { code: rules.code });
    this.#password = new FormController<PasswordName, rules.Problem>(element, {
      currentPassword: rules.required,
      newPassword: rules.newPassword(() => this.#service.info?.passwordPolicy ?? 'nhi-legacy'),
      repeatedPassword: rules.repeated('newPassword'),
    });
  }

  /**
   * A promise that resolves when the strings of the current language are loaded, or `undefined` if they are loaded
   * already.
   */
  get pending(): Promise<void> | undefined {
    const parts = [this.#locale, this.#safety, this.#passkeys, this.#representatives];
    const waits = parts.map((part) => part?.pending).filter((each) => each !== undefined);
    return waits.length === 0 ? undefined : Promise.all(waits).then(() => undefined);
  }

  get error(): MhbError | undefined {
    return this.#account.error;
  }

  get isLoading(): boolean {
    return this.#account.isLoading;
  }

  /** Whether no data about the person has been loaded yet. */
  get isEmpty(): boolean {
    return this.#account.details === undefined && this.#account.sessions === undefined;
  }

  /** The message for a person who has suspended the account. It is shown after the session has ended. */
  get farewell(): TemplateResult | undefined {
    return this.#safety.farewell;
  }

  async load(client: GatewayClient, session: Session): Promise<void> {
    this.#safety.greet();
    this.#isForAnother = session.representation !== undefined;
    await Promise.all([this.#account.load(client, session), this.#loadParts(client, session)]);
  }

  async #loadParts(client: GatewayClient, { scopes, representation }: Session): Promise<void> {
    const info = await client.service().catch(() => undefined);
    if (info === undefined || representation !== undefined || !scopes.includes('account')) return;
    await Promise.all([
      info.passkeys ? this.#loadPasskeys(client, info) : undefined,
      info.representations && scopes.includes('requests') ? this.#loadRepresentatives(client) : undefined,
    ]);
  }

  async #loadPasskeys(client: GatewayClient, { loginMethods }: ServiceInfo): Promise<void> {
    const { AccountPasskeys } = await import('./account-passkeys.js');
    this.#passkeys ??= new AccountPasskeys(this.#host, this.#moment);
    await this.#passkeys.load(client, loginMethods.includes('passkey'));
  }

  async #loadRepresentatives(client: GatewayClient): Promise<void> {
    const { AccountRepresentatives } = await import('./account-representatives.js');
    this.#representatives ??= new AccountRepresentatives(this.#host, this.#moment);
    await this.#representatives.load(client);
  }

  /** Deletes all data about the person, for example when the session ends. */
  forget(): void {
    this.#account.forget();
    this.#contactAttempt.forget();
    this.#mobileAttempt.forget();
    this.#passwordAttempt.forget();
    this.#safety.forget();
    this.#passkeys?.forget();
    this.#representatives?.forget();
    this.#done = undefined;
  }

  render(): TemplateResult | typeof nothing {
    const { strings } = this.#locale;
    const { details, sessions, activity, error, isLoading } = this.#account;
    if (this.isEmpty) {
      if (isLoading || error !== undefined) return nothing;
      return this.#isForAnother
        ? statement('info', strings.notTheirs, strings.notTheirsRemedy)
        : statement('info', strings.notAllowedHere, strings.notAllowedHereRemedy);
    }
    if (this.#host.show() === 'passkeys') return html`${this.#passkeys?.render()}`;
    return html`${details === undefined ? nothing : this.#renderContact()}
    ${typeof details?.pendingMobile === 'string' ? this.#renderNewMobile(details.pendingMobile) : nothing}
    ${details === undefined ? nothing : this.#renderPassword()}
    ${this.#safety.render(this.#service.info?.loginMethods.includes('certificate') ?? true)}
    ${this.#passkeys?.render()} ${this.#representatives?.render()}
    ${sessions === undefined ? nothing : sessionList(sessions, strings, this.#moment, this.#ends)}
    ${activity === undefined ? nothing : activityTable(activity, strings, this.#moment, this.#renderMore())}`;
  }

  #renderContact(): TemplateResult {
    const { strings } = this.#locale;
    const { details } = this.#account;
    const waiting = (
      value: string | null | undefined,
      words: (value: string) => string,
    ): string | undefined => (typeof value === 'string' ? words(value) : undefined);
    const advice: Readonly<Partial<Record<ContactName, string | undefined>>> = {
      mobile: waiting(details?.pendingMobile, strings.pendingMobile),
      email: waiting(details?.pendingEmail, strings.pending),
      alternateEmail: waiting(details?.pendingAlternateEmail, strings.pending),
    };
    return html`<form
      part="part"
      class="part"
      id="contact"
      novalidate
      @submit=${this.#handleContact}
      @change=${this.#contact.handleChange}
      @input=${this.#contact.handleInput}
    >
      <h3>${strings.contact}</h3>
      <p class="quiet">${strings.contactHint}</p>
      <div class="fields">
        ${contactFields.map((each) => {
          const { name } = each;
          return field(
            {
              ...each,
              label: strings[name],
              hint: strings.now(details?.[name] ?? strings.none),
              advice: advice[name],
              error: this.#problem(this.#contact.problem(name)),
              ...(this.#host.isKiosk() ? { autocomplete: 'off' } : {}),
            },
            strings,
          );
        })}
        ${this.#renderSecret('contactPassword', strings.currentPassword, this.#contact.problem('contactPassword'))}
      </div>
      ${this.#renderSubmit(this.#contactAttempt, strings.save)}
      ${this.#nothingChanged ? notice('info', strings.nothingChanged) : nothing}
      <div role="status">
        ${this.#done === 'contact' ? notice('success', strings.saved) : nothing}
        ${this.#done === 'mobile' ? this.#succeeded(strings.mobileConfirmed) : nothing}
      </div>
    </form>`;
  }

  #renderNewMobile(mobile: string): TemplateResult {
    const { strings } = this.#locale;
    return html`<form
      part="part"
      class="part"
      id="confirm-mobile"
      novalidate
      @submit=${this.#handleNewMobile}
      @input=${this.#code.handleInput}
    >
      <h3>${strings.newMobile}</h3>
      <p class="quiet">${strings.smsRisk}</p>
      <div class="fields">
        ${field(
          {
            name: 'code',
            label: strings.code,
            hint: strings.codeSent(mobile),
            autocomplete: this.#host.isKiosk() ? 'off' : 'one-time-code',
            inputMode: 'numeric',
            maxLength: 6,
            required: true,
            error: this.#problem(this.#code.problem('code')),
          },
          strings,
        )}
      </div>
      ${this.#renderSubmit(this.#mobileAttempt, strings.confirmMobile)}
    </form>`;
  }

  #renderPassword(): TemplateResult {
    const { strings } = this.#locale;
    const problem = this.#password.problem.bind(this.#password);
    return html`<form
      part="part"
      class="part"
      id="change-password"
      novalidate
      @submit=${this.#handlePassword}
      @change=${this.#password.handleChange}
      @input=${this.#password.handleInput}
    >
      <h3>${strings.password}</h3>
      <div class="fields">
        ${this.#renderSecret('currentPassword', strings.currentPassword, problem('currentPassword'))}
        ${this.#renderSecret(
          'newPassword',
          strings.newPassword,
          problem('newPassword'),
          strings.passwordRule[this.#service.info?.passwordPolicy ?? 'nhi-legacy'],
        )}
        ${this.#renderSecret('repeatedPassword', strings.repeatPassword, problem('repeatedPassword'))}
      </div>
      ${this.#renderSubmit(this.#passwordAttempt, strings.changePassword)}
      <div role="status">
        ${this.#done === 'password' ? this.#succeeded(strings.passwordChanged) : nothing}
      </div>
    </form>`;
  }

  /**
   * Renders the message after a change that removes all passkeys. The message mentions the passkeys if the person
   * might have some.
   */
  #succeeded(words: string): TemplateResult {
    const ended =
      this.#passkeys === undefined ? nothing : html`<span>${this.#locale.strings.passkeysEnded}</span>`;
    return notice('success', html`<span>${words}</span>${ended}`);
  }

  #renderSecret(
    name: string,
    label: string,
    problem: rules.Problem | undefined,
    hint?: string,
  ): TemplateResult {
    const isNew = name === 'newPassword' || name === 'repeatedPassword';
    return passwordField(
      {
        name,
        label,
        ...(hint === undefined ? {} : { hint }),
        autocomplete: this.#host.isKiosk() ? 'off' : isNew ? 'new-password' : 'current-password',
        maxLength: 64,
        required: true,
        error: this.#problem(problem),
      },
      this.#passwordShown,
      (shown) => {
        this.#passwordShown = shown;
        this.#update();
      },
      this.#locale.strings,
    );
  }

  #renderSubmit(attempt: AttemptController, label: string): TemplateResult {
    return formEnd(this.#host, attempt, label, this.#locale);
  }

  #renderMore(): TemplateResult | typeof nothing {
    if (!this.#account.hasMore) return nothing;
    return html`<div class="actions">
      <button type="button" id="more" aria-disabled=${this.#account.isLoading} @click=${this.#handleMore}>
        ${this.#locale.strings.more}
      </button>
    </div>`;
  }

  readonly #moment = (instant: string): string =>
    formatMoment(new Date(instant), calendarFor(this.#host.calendar(), this.#locale.tag));

  #problem(problem: rules.Problem | undefined): string | undefined {
    return problem === undefined ? undefined : this.#locale.strings.problems[problem];
  }

  readonly #handleContact = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const client = this.#host.client();
    const form = event.currentTarget as HTMLFormElement;
    const values = this.#contact.check(form);
    this.#done = undefined;
    this.#update();
    if (client === undefined || values === undefined) return;
    const { contactPassword: currentPassword, ...contact } = values;
    const change = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== ''));
    this.#nothingChanged = Object.keys(change).length === 0;
    if (this.#nothingChanged) return;
    const saved = await this.#contactAttempt.run(async (signal) => {
      const all: ContactChange = { currentPassword, ...change };
      this.#account.details = await client.changeContact(all, { signal });
    });
    if (!saved) return;
    this.#succeed(form, 'contact');
    if (change['mobile'] === undefined) return;
    await focusOn(this.#host.element, '#code');
  };

  readonly #handleNewMobile = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const client = this.#host.client();
    const form = event.currentTarget as HTMLFormElement;
    const values = this.#code.check(form);
    this.#done = undefined;
    this.#update();
    if (client === undefined || values === undefined) return;
    const confirmed = await this.#mobileAttempt.run(async (signal) => {
      this.#account.details = await client.confirmMobile(values.code, { signal });
    });
    if (confirmed) this.#succeed(form, 'mobile');
    if (confirmed) await this.#passkeys?.refresh();
  };

  readonly #handlePassword = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const client = this.#host.client();
    const form = event.currentTarget as HTMLFormElement;
    const values = this.#password.check(form);
    this.#done = undefined;
    this.#update();
    if (client === undefined || values === undefined) return;
    const { currentPassword, newPassword } = values;
    const changed = await this.#passwordAttempt.run((signal) =>
      client.changePassword({ currentPassword, newPassword }, { signal }),
    );
    if (!changed) return;
    this.#account.sessions = this.#account.sessions?.filter(({ current }) => current);
    this.#account.readers &&= [];
    this.#succeed(form, 'password');
    await this.#passkeys?.refresh();
  };

  #succeed(form: HTMLFormElement, change: 'contact' | 'mobile' | 'password'): void {
    form.reset();
    this.#done = change;
    this.#update();
    this.#host.tellChange(change === 'password' ? 'password' : 'contact');
  }

  readonly #ends = {
    one: async (id: string): Promise<void> => {
      const client = this.#host.client();
      if (client === undefined || !(await this.#account.end(client, id))) return;
      this.#host.announce(this.#locale.strings.ended);
      await focusOn(this.#host.element, '#sessions');
    },
    all: async (): Promise<void> => {
      const client = this.#host.client();
      if (client !== undefined) await this.#account.endAll(client);
    },
  };

  readonly #handleMore = async (): Promise<void> => {
    const client = this.#host.client();
    if (client !== undefined) await this.#account.loadMore(client);
  };

  #update(): void {
    this.#host.element.requestUpdate();
  }
}
