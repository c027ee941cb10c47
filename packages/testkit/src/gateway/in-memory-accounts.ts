import { MhbError } from '@mhb-kit/core/error';
import { normalizeNationalId } from '@mhb-kit/core/identity';
import type { InventedPerson } from '../people/index.js';
import type { PendingCode } from './pending-code.js';

/** What would have gone to a mailbox or a mobile, with what is in it ready to be used. */
export interface SentMessage {
  readonly channel: 'mail' | 'sms';
  readonly to: string;
  readonly purpose:
    | 'confirm-registration'
    | 'already-registered'
    | 'one-time-password'
    | 'code'
    | 'confirm-email'
    | 'changed';
  /** The ticket of the link, the code or the one-time password. */
  readonly secret: string | null;
}

export interface InMemoryContact {
  telephone: string | null;
  mobile: string | null;
  email: string | null;
  alternateEmail: string | null;
}

/** An account, which tests may change. */
export interface InMemoryAccount {
  readonly person: InventedPerson;
  password: string;
  cardNumber: string;
  readonly contact: InMemoryContact;
  pendingMobile: { readonly mobile: string; readonly code: PendingCode } | null;
  pendingEmail: string | null;
  pendingAlternateEmail: string | null;
  /** Whether a Citizen Digital Certificate is bound. */
  certificate: boolean;
  /** Whether a login with its reader needs no code. */
  knowsReader: boolean;
}

/** The accounts of a gateway inside the page, and the messages that it would send. */
export class InMemoryAccounts {
  /** Oldest first. */
  readonly messages: SentMessage[] = [];
  readonly #accounts = new Map<string, InMemoryAccount>();
  readonly #emailTickets = new Map<string, () => void>();

  constructor(people: readonly InventedPerson[]) {
    for (const person of people) this.add(person);
  }

  add(person: InventedPerson, contact: Partial<InMemoryContact> = {}): InMemoryAccount {
    const account: InMemoryAccount = {
      person,
      password: person.password,
      cardNumber: person.card.cardNumber,
      contact: {
        telephone: null,
        mobile: person.mobile,
        email: person.email,
        alternateEmail: null,
        ...contact,
      },
      pendingMobile: null,
      pendingEmail: null,
      pendingAlternateEmail: null,
      certificate: false,
      knowsReader: false,
    };
    this.#accounts.set(person.nationalId, account);
    return account;
  }

  find(nationalId: string): InMemoryAccount | undefined {
    return this.#accounts.get(normalizeNationalId(nationalId));
  }

  send(channel: 'mail' | 'sms', to: string | null, purpose: SentMessage['purpose'], secret?: string): void {
    if (to !== null) this.messages.push({ channel, to, purpose, secret: secret ?? null });
  }

  /** A new address waits until the ticket of the mail comes back. */
  announceEmail(to: string, confirmed: () => void): void {
    const ticket = newSecret();
    this.#emailTickets.set(ticket, confirmed);
    this.send('mail', to, 'confirm-email', ticket);
  }

  confirmEmail(ticket: string): void {
    const confirmed = this.#emailTickets.get(ticket);
    if (confirmed === undefined) throw new MhbError('ticket-invalid');
    this.#emailTickets.delete(ticket);
    confirmed();
  }
}

/** 256 bits, base64url, as tickets and handles are. */
export const newSecret = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Six digits. */
export const newCode = (): string =>
  String((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 1_000_000).padStart(6, '0');
