import { HOUR } from '../scheduling/clock.js';
import type { JobHandler, JobQueue } from '../jobs/jobs.js';
import type { Message } from '../messages/message.js';
import type { Outbox } from '../messages/outbox.js';
import {
  applicationOnRecordMail,
  applicationOnRecordSms,
  noticeMail,
  noticeSms,
  type Notice,
} from '../messages/texts.js';
import type { ContactOnRecord } from '../register/register.js';
import type { IdentityChecks } from '../register/identity-checks.js';
import type { Database, Queries } from '../storage/database.js';
import type { Accounts, Contact } from '../accounts/accounts.js';

const LIFETIME = 24 * HOUR;

/**
 * Notifies people of changes to their accounts, both through every channel of the account and at the contact in
 * the operator's records.
 */
export interface Notices {
  /** @param contact the contact data of the account before the change */
  tell(queries: Queries, accountId: string, contact: Contact | null, notice: Notice): Promise<void>;
  /**
   * Reports an application for a person who has no account. The notice is sent only to the contact in the
   * operator's records.
   */
  tellOfApplication(queries: Queries, contact: ContactOnRecord | null): Promise<void>;
  /**
   * Notifies the contact in the operator's records. This is a job that can be retried, because the register might
   * be unavailable for a while.
   */
  readonly handler: JobHandler<NoticeJob>;
}

export interface NoticeJob {
  readonly accountId: string;
  readonly notice: Notice;
}

export interface NoticesParts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly identityChecks: Pick<IdentityChecks, 'hasContacts' | 'contactOnRecord'>;
  readonly outbox: Outbox;
  readonly queue: JobQueue<NoticeJob>;
}

export function createNotices({ database, accounts, identityChecks, outbox, queue }: NoticesParts): Notices {
  async function put(
    queries: Queries,
    accountId: string | null,
    messages: readonly (Message | null)[],
  ): Promise<void> {
    for (const message of messages)
      if (message !== null) await outbox.put(queries, message, LIFETIME, { purpose: 'notice', accountId });
  }

  return {
    async tell(queries, accountId, contact, notice) {
      if (contact !== null) {
        const { email, alternateEmail, mobile } = contact;
        await put(queries, accountId, [
          noticeSms(mobile, notice),
          noticeMail(email, notice),
          alternateEmail === null || alternateEmail === email ? null : noticeMail(alternateEmail, notice),
        ]);
      }
      if (identityChecks.hasContacts) await queue.send(queries, { accountId, notice });
    },

    async tellOfApplication(queries, contact) {
      if (contact === null) return;
      const { email, mobile } = contact;
      await put(queries, null, [
        email === null ? null : applicationOnRecordMail(email),
        mobile === null ? null : applicationOnRecordSms(mobile),
      ]);
    },

    async handler({ accountId, notice }) {
      const person = await accounts.findPerson(accountId);
      if (person === null) return;
      const record = await identityChecks.contactOnRecord(person.nationalId);
      if (record === null) return;
      const told = await accounts.contact(accountId);
      const { email, mobile } = record;
      await database.transaction((queries) =>
        put(queries, accountId, [
          email === null || email === told?.email || email === told?.alternateEmail
            ? null
            : noticeMail(email, notice),
          mobile === null || mobile === told?.mobile ? null : noticeSms(mobile, notice),
        ]),
      );
    },
  };
}
