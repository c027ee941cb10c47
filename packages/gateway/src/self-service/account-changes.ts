import { and, eq } from 'drizzle-orm';
import type { ActivityAction } from '@mhb-kit/core/gateway';
import type { Audit } from '../audit/audit.js';
import type { Notice } from '../messages/texts.js';
import type { Sessions } from '../sessions/sessions.js';
import type { Queries } from '../storage/database.js';
import { passkeyEnrolments, passkeys } from '../storage/schema.js';
import type { Accounts, Contact, IdentifyingCard } from '../accounts/accounts.js';
import type { Notices } from './notices.js';
import type { TrustedReaders } from '../accounts/trusted-readers.js';

/**
 * The actor who changes an account. The actor is either the person, in a session or after proving their identity,
 * or a staff member.
 */
export interface ChangedBy {
  readonly sessionId: string | null;
  /** The staff member and the reason, for the audit trail; `null` if the person makes the change. */
  readonly staff: string | null;
}

/**
 * Makes changes to an account. Each change is made in the same transaction as its entry in the audit trail. It
 * ends the earlier sessions of the account, and notifies the person through every channel that was on file before
 * the change.
 */
export interface AccountChanges {
  /**
   * Replaces the card. The old card becomes invalid immediately, and so does the old ID number if it has changed.
   */
  replaceCard(
    queries: Queries,
    accountId: string,
    card: IdentifyingCard,
    isNewNumber: boolean,
    by: ChangedBy,
  ): Promise<void>;
  replaceMobile(queries: Queries, accountId: string, mobile: string, by: ChangedBy): Promise<void>;
  /** Releases the account's certificate. Returns whether the account had one. */
  releaseCertificate(queries: Queries, accountId: string, by: ChangedBy): Promise<boolean>;
  suspend(queries: Queries, accountId: string, by: ChangedBy): Promise<void>;
  resume(queries: Queries, accountId: string, by: ChangedBy): Promise<void>;
}

export interface AccountChangesParts {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly readers: TrustedReaders;
  readonly notices: Notices;
  readonly audit: Audit;
}

export function createAccountChanges(parts: AccountChangesParts): AccountChanges {
  const { accounts, sessions, readers, notices, audit } = parts;

  async function record(
    queries: Queries,
    accountId: string,
    action: ActivityAction,
    { sessionId, staff }: ChangedBy,
    contact: Contact | null,
    notice: Notice,
  ): Promise<void> {
    await audit({ action, accountId, sessionId, subject: staff }, queries);
    await notices.tell(queries, accountId, contact, notice);
  }

  async function endAll(queries: Queries, accountId: string): Promise<void> {
    await sessions.closeAll(queries, accountId);
    await readers.forgetAll(queries, accountId);
    await queries.delete(passkeys).where(eq(passkeys.accountId, accountId));
  }

  return {
    async replaceCard(queries, accountId, card, isNewNumber, by) {
      const contact = await accounts.contact(accountId, queries);
      await accounts.replaceCard(queries, accountId, card);
      await endAll(queries, accountId);
      const action = isNewNumber ? 'account.national-id' : 'account.card';
      await record(queries, accountId, action, by, contact, isNewNumber ? 'national-id' : 'card');
    },

    async replaceMobile(queries, accountId, mobile, by) {
      const contact = await accounts.contact(accountId, queries);
      if (contact === null) return;
      await accounts.setContact(queries, accountId, { ...contact, mobile });
      await endAll(queries, accountId);
      await record(queries, accountId, 'account.mobile', by, contact, 'mobile');
    },

    async releaseCertificate(queries, accountId, by) {
      if (!(await accounts.releaseCertificate(queries, accountId))) return false;
      await sessions.closeAll(queries, accountId, by.sessionId ?? undefined);
      await queries
        .delete(passkeys)
        .where(and(eq(passkeys.accountId, accountId), eq(passkeys.assurance, 'certificate')));
      // Otherwise, a passkey that is being added in the remaining session would still get the assurance
      // `certificate`.
      await queries.delete(passkeyEnrolments).where(eq(passkeyEnrolments.accountId, accountId));
      const contact = await accounts.contact(accountId, queries);
      await record(queries, accountId, 'certificate.release', by, contact, 'certificate-released');
      return true;
    },

    async suspend(queries, accountId, by) {
      await accounts.setStatus(queries, accountId, 'suspended');
      await endAll(queries, accountId);
      const contact = await accounts.contact(accountId, queries);
      await record(queries, accountId, 'account.suspend', by, contact, 'suspended');
    },

    async resume(queries, accountId, by) {
      await accounts.setStatus(queries, accountId, 'active');
      const contact = await accounts.contact(accountId, queries);
      await record(queries, accountId, 'account.resume', by, contact, 'resumed');
    },
  };
}
