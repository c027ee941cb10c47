import { MhbError } from '@mhb-kit/core/error';
import type {
  AccountClient,
  CardReading,
  Challenge,
  OpenedApplication,
  PasswordChoice,
  RegistrationApplication,
  RegistrationConfirmation,
} from '@mhb-kit/core/gateway';
import {
  isNationalId,
  maskName,
  maskNationalId,
  meetsPasswordPolicy,
  type PasswordPolicy,
} from '@mhb-kit/core/identity';
import { newSecret, type InMemoryAccount, type InMemoryAccounts } from './in-memory-accounts.js';
import { PendingCode } from './pending-code.js';

export interface InMemoryAccountClientOptions {
  /** Shared with the `InMemoryGatewayClient` that the person logs in with afterwards. */
  readonly accounts: InMemoryAccounts;
  readonly clock?: () => Date;
  readonly policy?: PasswordPolicy;
}

const APPLICATION_MS = 5 * 24 * 60 * 60_000;
const RESET_MS = 30 * 60_000;

interface Application {
  readonly form: RegistrationApplication;
  readonly expiresAt: number;
  ticket: string;
  code: PendingCode | null;
}

/** Registration and forgotten passwords inside the page; what would be mailed lies in `accounts.messages`. */
export class InMemoryAccountClient implements AccountClient {
  readonly #accounts: InMemoryAccounts;
  readonly #clock: () => Date;
  readonly #policy: PasswordPolicy;
  readonly #applications = new Map<string, Application>();
  readonly #resets = new Map<InMemoryAccount, { readonly secret: string; readonly expiresAt: number }>();

  constructor({ accounts, clock = () => new Date(), policy = 'nhi-legacy' }: InMemoryAccountClientOptions) {
    this.#accounts = accounts;
    this.#clock = clock;
    this.#policy = policy;
  }

  challenge(): Promise<Challenge> {
    const expiresAt = new Date(this.#now() + 3 * 60_000).toISOString();
    return Promise.resolve({ nonce: newSecret(), expiresAt });
  }

  async register(form: RegistrationApplication): Promise<void> {
    const { nationalId } = form.card;
    if (!isNationalId(nationalId)) throw new MhbError('invalid-request');
    this.#requireGoodPassword(form.password);
    const account = this.#accounts.find(nationalId);
    if (account !== undefined) {
      this.#accounts.send('mail', account.contact.email, 'already-registered');
      return;
    }
    const ticket = newSecret();
    this.#applications.set(nationalId, { form, ticket, expiresAt: this.#now() + APPLICATION_MS, code: null });
    this.#accounts.send('mail', form.email, 'confirm-registration', ticket);
  }

  async resendConfirmation({ nationalId, cardNumber }: CardReading): Promise<void> {
    const application = this.#applications.get(nationalId);
    if (application === undefined || application.form.card.cardNumber !== cardNumber) return;
    application.ticket = newSecret();
    this.#accounts.send('mail', application.form.email, 'confirm-registration', application.ticket);
  }

  async openConfirmation(ticket: string): Promise<OpenedApplication> {
    const application = this.#application(ticket);
    const { form } = application;
    if (application.code === null || application.code.expiresAt <= this.#clock()) {
      application.code = new PendingCode(this.#clock);
      this.#accounts.send('sms', form.mobile, 'code', application.code.code);
    }
    return {
      person: { nationalId: maskNationalId(form.card.nationalId), name: maskName(form.name) },
      mobile: form.mobile.slice(-3),
      codeExpiresAt: application.code.expiresAt.toISOString(),
    };
  }

  async confirm({ ticket, code, card }: RegistrationConfirmation): Promise<void> {
    const application = this.#application(ticket);
    if (application.code === null) throw new MhbError('code-expired');
    application.code.check(code);
    const { form } = application;
    const { nationalId, cardNumber } = form.card;
    if (card.nationalId !== nationalId || card.cardNumber !== cardNumber) throw new MhbError('card-mismatch');
    this.#applications.delete(nationalId);
    const { name, householdNumber, mobile, email, password, telephone, alternateEmail } = form;
    const account = this.#accounts.add(
      {
        nationalId,
        name,
        householdNumber,
        mobile,
        email,
        password,
        birthDate: '1990-01-01',
        sex: 'F',
        card: { cardNumber, issueDate: '2020-01-01' },
        story: { 'zh-Hant': '剛註冊', en: 'has just registered' },
        history: () => ({}),
      },
      { telephone, alternateEmail },
    );
    account.knowsReader = true;
  }

  async requestPasswordReset({ nationalId, cardNumber }: CardReading): Promise<void> {
    const account = this.#accounts.find(nationalId);
    if (account === undefined || account.cardNumber !== cardNumber) return;
    const secret = newSecret().slice(0, 10);
    this.#resets.set(account, { secret, expiresAt: this.#now() + RESET_MS });
    this.#accounts.send('mail', account.contact.email, 'one-time-password', secret);
  }

  async choosePassword({ card, oneTimePassword, newPassword }: PasswordChoice): Promise<void> {
    this.#requireGoodPassword(newPassword);
    const account = this.#accounts.find(card.nationalId);
    const reset = account === undefined ? undefined : this.#resets.get(account);
    const isRight =
      account?.cardNumber === card.cardNumber &&
      reset?.secret === oneTimePassword &&
      reset.expiresAt > this.#now();
    if (account === undefined || !isRight) throw new MhbError('login-failed');
    this.#resets.delete(account);
    account.password = newPassword;
    this.#accounts.send('mail', account.contact.email, 'changed');
  }

  async confirmEmail(ticket: string): Promise<void> {
    this.#accounts.confirmEmail(ticket);
  }

  #now(): number {
    return this.#clock().getTime();
  }

  #requireGoodPassword(password: string): void {
    if (meetsPasswordPolicy(this.#policy, password)) return;
    throw new MhbError('password-not-acceptable', 'password-not-acceptable', {
      details: { policy: this.#policy },
    });
  }

  #application(ticket: string): Application {
    const application = [...this.#applications.values()].find((each) => each.ticket === ticket);
    if (application === undefined || application.expiresAt <= this.#now())
      throw new MhbError('ticket-invalid');
    return application;
  }
}
