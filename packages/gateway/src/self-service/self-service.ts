import { MhbError } from '@mhb-kit/core/error';
import type { PasswordPolicy } from '@mhb-kit/core/identity';
import type { Audit } from '../audit/audit.js';
import type { Clock } from '../scheduling/clock.js';
import type { Jobs } from '../jobs/jobs.js';
import type { MessageSender } from '../messages/message.js';
import type { Limits } from '../limits/limits.js';
import { createMessageCounts } from '../messages/message-limits.js';
import type { Metrics } from '../monitoring/metrics.js';
import { createOutbox, messagePatience, type MessageJob } from '../messages/outbox.js';
import { createIdentityChecks } from '../register/identity-checks.js';
import { createImportedRegister } from '../register/imported-register.js';
import type { IdentifyingSource, Register } from '../register/register.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import { createLoginConfirmations, type LoginConfirmations } from '../sessions/login-confirmations.js';
import type { LoginThrottle } from '../sessions/login-throttle.js';
import type { Sessions } from '../sessions/sessions.js';
import type { Database } from '../storage/database.js';
import type { Accounts } from '../accounts/accounts.js';
import { createAccountChanges } from './account-changes.js';
import { createMobileRecoveries, type MobileRecoveries } from './mobile-recoveries.js';
import { createEmailAnnouncements } from './email-announcements.js';
import { createNotices, type NoticeJob, type Notices } from './notices.js';
import { createOwnAccount, type OwnAccount } from './own-account.js';
import { createPasswordResets, type PasswordResets, type ResetJob } from './password-resets.js';
import type { Passwords } from '../accounts/passwords.js';
import { createRecoveries, type Recoveries } from './recoveries.js';
import { createRegistrations, type ApplicationJob, type Registrations } from './registrations.js';
import { createSuspensions, type Suspensions } from './suspensions.js';
import type { TrustedReaders } from '../accounts/trusted-readers.js';

export interface RegistrationOptions {
  readonly sender: MessageSender;
  /**
   * The operator's records, which prove an applicant's identity. With `records`, the record source serves as the
   * register. Without a register, only a certificate can open an account, and everyone else is referred to staff.
   */
  readonly register?: Register | 'records' | 'imported';
  /** The number of attempts per day to prove one person's identity; default 5. */
  readonly attemptsPerDay?: number;
  /**
   * The URL of the confirmation page, to which e-mails link with `#ticket=…`. The default is the gateway's own
   * page.
   */
  readonly confirmationUrl?: string;
  /**
   * Mail domains that are known not to deliver the service's e-mail. The gateway's own page advises against using
   * them.
   */
  readonly mailAdviceDomains?: readonly string[];
}

/** The actions that people can take on their own accounts, and the messages that these actions send. */
export interface SelfService {
  readonly registrations: Registrations;
  readonly passwordResets: PasswordResets;
  readonly ownAccount: OwnAccount;
  readonly confirmations: LoginConfirmations;
  readonly notices: Notices;
  readonly recoveries: Recoveries;
  readonly mobileRecoveries: MobileRecoveries;
  readonly suspensions: Suspensions;
  readonly mailAdviceDomains: readonly string[];
  /** Starts to send messages. */
  work(): Promise<void>;
  forgetExpired(): Promise<void>;
}

export interface SelfServiceParts {
  readonly jobs: Jobs;
  readonly audit: Audit;
  /** The record source, which the options may select as the register. */
  readonly recordSource: IdentifyingSource;
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly sessions: Sessions;
  readonly readers: TrustedReaders;
  readonly throttle: LoginThrottle;
  readonly limits: Limits;
  readonly metrics: Metrics;
  readonly publicUrl: () => string;
  readonly clock: Clock;
}

const ATTEMPTS_PER_DAY = 5;

export async function openSelfService(
  {
    sender,
    register,
    attemptsPerDay = ATTEMPTS_PER_DAY,
    confirmationUrl,
    mailAdviceDomains = [],
  }: RegistrationOptions,
  { jobs, publicUrl, recordSource, ...parts }: SelfServiceParts,
): Promise<SelfService> {
  const queue = await jobs.queue<MessageJob>('send-message', { patience: messagePatience });
  const counts = createMessageCounts(parts.database, parts.keys, parts.limits.messagesPerDay, parts.clock);
  const outbox = createOutbox({ ...parts, queue, sender, counts });
  const identityChecks = createIdentityChecks({
    ...parts,
    register: openRegister(register, recordSource, parts),
    attemptsPerDay,
  });
  const noticeQueue = await jobs.queue<NoticeJob>('tell-record', { patience: messagePatience });
  const notices = createNotices({ ...parts, identityChecks, outbox, queue: noticeQueue });
  const applicationQueue = await jobs.queue<ApplicationJob>('prove-application', {
    patience: messagePatience,
  });
  const accountChanges = createAccountChanges({ ...parts, notices });
  const recoveryParts = { ...parts, identityChecks, accountChanges, notices, outbox };
  const recoveries = createRecoveries(recoveryParts);
  const mobileRecoveries = createMobileRecoveries(recoveryParts);
  const suspensions = createSuspensions(recoveryParts);
  const emailAnnouncements = createEmailAnnouncements({
    ...parts,
    outbox,
    emailConfirmationUrl: () => `${publicUrl()}/email-confirmation`,
  });
  const registrations = createRegistrations({
    ...parts,
    emailAnnouncements,
    identityChecks,
    notices,
    outbox,
    queue: applicationQueue,
    confirmationUrl: () => confirmationUrl ?? `${publicUrl()}/activation`,
  });
  const resetQueue = await jobs.queue<ResetJob>('reset-password');
  const passwordResets = createPasswordResets({ ...parts, notices, outbox, queue: resetQueue });
  const ownAccount = createOwnAccount({ ...parts, accountChanges, emailAnnouncements, notices, outbox });
  const confirmations = createLoginConfirmations({ ...parts, outbox });
  return {
    registrations,
    passwordResets,
    ownAccount,
    confirmations,
    notices,
    recoveries,
    mobileRecoveries,
    suspensions,
    mailAdviceDomains,
    async work() {
      await queue.work(outbox.handler);
      await resetQueue.work(passwordResets.handler);
      await applicationQueue.work(registrations.handler);
      await noticeQueue.work(notices.handler);
    },
    async forgetExpired() {
      const parts = [
        registrations,
        passwordResets,
        ownAccount,
        confirmations,
        recoveries,
        mobileRecoveries,
        outbox,
      ];
      for (const part of parts) await part.forgetExpired();
      await identityChecks.forgetOld();
    },
  };
}

/** @throws {MhbError} `configuration-invalid` if the record source cannot serve as a register */
function openRegister(
  register: RegistrationOptions['register'],
  recordSource: IdentifyingSource,
  { database, keys }: Pick<SelfServiceParts, 'database' | 'keys'>,
): Register | null {
  if (register === 'imported') return createImportedRegister(database, keys);
  if (register !== 'records') return register ?? null;
  if (recordSource.register !== undefined) return recordSource.register;
  throw new MhbError('configuration-invalid', 'The source of records cannot confirm identities');
}
