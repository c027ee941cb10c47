import { normalizeNationalId } from '@mhb-kit/core/identity';
import type { PendingCode } from './pending-code.js';

export interface Contact {
  telephone: string | null;
  mobile: string;
  email: string;
  alternateEmail: string | null;
}

/** A new e-mail address whose link has not been opened yet. */
export interface PendingEmail {
  readonly address: string;
  readonly ticket: string;
  readonly expiresAt: Date;
}

/** An account, which tests may change. */
export interface Account {
  readonly id: string;
  nationalId: string;
  readonly name: string;
  password: string;
  cardNumber: string;
  /** Whether the person or the operator has suspended the account. */
  isSuspended: boolean;
  /** `null` if the operator enrolled the person without contact data. */
  readonly contact: Contact | null;
  pendingMobile: { readonly mobile: string; readonly code: PendingCode } | null;
  pendingEmail: PendingEmail | null;
  pendingAlternateEmail: PendingEmail | null;
  passwordReset: { readonly secret: string; readonly expiresAt: Date; attempts: number } | null;
  /** Whether a Citizen Digital Certificate is bound to the account. */
  certificate: boolean;
  /** Card readers with which a login needs no code, keyed by the thumbprint of the bridge. */
  readonly readers: Map<string, RememberedReader>;
}

export interface RememberedReader {
  readonly id: string;
  readonly addedAt: Date;
  lastUsedAt: Date;
  readonly expiresAt: Date;
}

export interface NewAccount {
  readonly nationalId: string;
  readonly name: string;
  readonly cardNumber: string;
  readonly password: string;
  readonly contact?: Partial<Contact> & Pick<Contact, 'mobile' | 'email'>;
}

export class Accounts {
  readonly #accounts = new Map<string, Account>();

  add({ nationalId, name, cardNumber, password, contact }: NewAccount): Account {
    const account: Account = {
      id: crypto.randomUUID(),
      nationalId: normalizeNationalId(nationalId),
      name,
      cardNumber,
      password,
      isSuspended: false,
      contact: contact === undefined ? null : { telephone: null, alternateEmail: null, ...contact },
      pendingMobile: null,
      pendingEmail: null,
      pendingAlternateEmail: null,
      passwordReset: null,
      certificate: false,
      readers: new Map(),
    };
    this.#accounts.set(account.nationalId, account);
    return account;
  }

  find(nationalId: string): Account | undefined {
    return this.#accounts.get(normalizeNationalId(nationalId));
  }

  /** Changes the ID number under which the account is found. */
  renumber(account: Account, nationalId: string): void {
    this.#accounts.delete(account.nationalId);
    account.nationalId = normalizeNationalId(nationalId);
    this.#accounts.set(account.nationalId, account);
  }

  all(): readonly Account[] {
    return [...this.#accounts.values()];
  }
}
