import type { PasswordPolicy } from '@mhb-kit/core/identity';
import type { Clock } from '../clock.js';
import type { Jobs, Patience } from '../jobs/jobs.js';
import type { MessageSender } from '../messages/message.js';
import { createOutbox, type MessageJob } from '../messages/outbox.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import { createLoginConfirmations, type LoginConfirmations } from '../sessions/login-confirmations.js';
import type { LoginThrottle } from '../sessions/login-throttle.js';
import type { Sessions } from '../sessions/sessions.js';
import type { Database } from '../storage/database.js';
import type { Accounts } from './accounts.js';
import { createOwnAccount, type OwnAccount } from './own-account.js';
import { createPasswordResets, type PasswordResets, type ResetJob } from './password-resets.js';
import type { Passwords } from './passwords.js';
import { createRegistrations, type Registrations } from './registrations.js';

export interface RegistrationOptions {
  readonly sender: MessageSender;
  /** The page that hosts the confirmation: what is mailed leads there, with `#ticket=…`. Default: the gateway's own. */
  readonly confirmationUrl?: string;
  /** Mail domains known to lose the service's mail: our own page advises against them. */
  readonly mailAdviceDomains?: readonly string[];
}

/** What people do with their accounts by themselves, and what is sent to them for it. */
export interface AccountLife {
  readonly registrations: Registrations;
  readonly passwordResets: PasswordResets;
  readonly ownAccount: OwnAccount;
  readonly confirmations: LoginConfirmations;
  readonly mailAdviceDomains: readonly string[];
  /** Begins to send messages. */
  work(): Promise<void>;
  forgetExpired(): Promise<void>;
}

export interface AccountLifeParts {
  readonly jobs: Jobs;
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly sessions: Sessions;
  readonly throttle: LoginThrottle;
  readonly publicUrl: () => string;
  readonly clock: Clock;
}

/** The five days of a ticket, however long the mail server is away; what is worth nothing any more is dropped sooner. */
const messagePatience: Patience = { retries: 250, longestPauseSeconds: 1_800 };

export async function openAccountLife(
  { sender, confirmationUrl, mailAdviceDomains = [] }: RegistrationOptions,
  { jobs, publicUrl, ...parts }: AccountLifeParts,
): Promise<AccountLife> {
  const queue = await jobs.queue<MessageJob>('send-message', { patience: messagePatience });
  const outbox = createOutbox({ ...parts, queue, sender });
  const registrations = createRegistrations({
    ...parts,
    outbox,
    confirmationUrl: () => confirmationUrl ?? `${publicUrl()}/activation`,
  });
  const resetQueue = await jobs.queue<ResetJob>('reset-password');
  const passwordResets = createPasswordResets({ ...parts, outbox, queue: resetQueue });
  const emailConfirmationUrl = (): string => `${publicUrl()}/email-confirmation`;
  const ownAccount = createOwnAccount({ ...parts, outbox, emailConfirmationUrl });
  const confirmations = createLoginConfirmations({ ...parts, outbox });
  return {
    registrations,
    passwordResets,
    ownAccount,
    confirmations,
    mailAdviceDomains,
    async work() {
      await queue.work(outbox.handler);
      await resetQueue.work(passwordResets.handler);
    },
    async forgetExpired() {
      for (const part of [registrations, passwordResets, ownAccount, confirmations, outbox])
        await part.forgetExpired();
    },
  };
}
