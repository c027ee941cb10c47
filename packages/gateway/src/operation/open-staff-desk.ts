import { DAY, systemClock } from '../scheduling/clock.js';
import { createJobs } from '../jobs/jobs.js';
import { completeLimits, type LimitSettings } from '../limits/limits.js';
import { createMessageCounts } from '../messages/message-limits.js';
import { createOutbox, messagePatience, type MessageJob } from '../messages/outbox.js';
import { createSessions, defaultSessionPolicy } from '../sessions/sessions.js';
import type { Stores } from '../composition/stores.js';
import { createAccountChanges } from '../self-service/account-changes.js';
import { createAccounts } from '../accounts/accounts.js';
import { createNotices, type NoticeJob } from '../self-service/notices.js';
import { createPasswords } from '../accounts/passwords.js';
import { createStaffDesk, type StaffDesk } from '../self-service/staff-desk.js';
import { createRepresentationDesk, type RepresentationDesk } from '../representations/desk.js';
import { representationPolicy, type RepresentationOptions } from '../representations/policy.js';
import { createRecordedRepresentations } from '../representations/recorded.js';
import { createTrustedReaders } from '../accounts/trusted-readers.js';

export interface StaffDeskSettings {
  readonly limits?: LimitSettings;
  readonly representations?: RepresentationOptions;
}

export interface OpenedStaffDesk extends StaffDesk {
  readonly representations: RepresentationDesk;
  close(): Promise<void>;
}

/**
 * Opens the operations for staff in a process that serves no calls. The messages of these operations are queued
 * until a running gateway, or one that starts later, sends them. That gateway also notifies the contact in the
 * operator's records, because it can query the register.
 */
export async function openStaffDesk(
  { database, keys, audit }: Stores,
  { limits, representations }: StaffDeskSettings,
): Promise<OpenedStaffDesk> {
  const clock = systemClock;
  const passwords = createPasswords(keys.pepper);
  const accounts = createAccounts({ database, keys, passwords, policy: 'asvs', clock });
  const jobs = createJobs(database, () => undefined);
  await jobs.start();
  const messageQueue = await jobs.queue<MessageJob>('send-message', { patience: messagePatience });
  const noticeQueue = await jobs.queue<NoticeJob>('tell-record', { patience: messagePatience });
  const outbox = createOutbox({
    database,
    keys,
    queue: messageQueue,
    // This process handles no queue, so this function is never called.
    sender: { send: () => Promise.reject(new Error('This process sends nothing')) },
    counts: createMessageCounts(database, keys, completeLimits(limits).messagesPerDay, clock),
    audit,
    metrics: { withheld: () => undefined },
    clock,
  });
  const identityChecks = { hasContacts: true, contactOnRecord: () => Promise.resolve(null) };
  const notices = createNotices({ database, accounts, identityChecks, outbox, queue: noticeQueue });
  const sessions = createSessions(database, keys.rowMacs, clock, defaultSessionPolicy);
  const readers = createTrustedReaders(database, keys.rowMacs, clock, DAY);
  const accountChanges = createAccountChanges({ accounts, sessions, readers, notices, audit });
  const policy = representations === undefined ? null : representationPolicy(representations);
  const recorded = createRecordedRepresentations({ database, keys, policy, clock });
  return {
    ...createStaffDesk({ database, accounts, passwords, accountChanges, notices, audit }),
    representations: createRepresentationDesk({
      database,
      accounts,
      recorded,
      representationPolicy: policy,
      notices,
      audit,
      clock,
    }),
    close: () => jobs.stop(),
  };
}
