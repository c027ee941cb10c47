import { randomBytes } from 'node:crypto';
import { HOUR, later, type Clock } from '../scheduling/clock.js';
import type { Outbox } from '../messages/outbox.js';
import { emailConfirmationMail } from '../messages/texts.js';
import { sealText } from '../secrets/cipher.js';
import { sha256, type GatewayKeys } from '../secrets/gateway-keys.js';
import type { Queries } from '../storage/database.js';
import { emailChanges, type EmailField } from '../storage/schema.js';

const CONFIRMATION_LIFETIME = 24 * HOUR;

/** Binds a sealed address to the account and to its field. */
export const emailContext = (accountId: string, field: EmailField): string =>
  `account:${accountId}:new-${field}`;

/**
 * Mailboxes that were entered but not verified yet: each gets a link, and becomes valid when the link is
 * opened.
 */
export interface EmailAnnouncements {
  /**
   * Returns whether the link will be mailed. It is not mailed if today's limit has been reached. A later link
   * for the same field replaces the earlier one.
   */
  announce(queries: Queries, accountId: string, field: EmailField, address: string): Promise<boolean>;
}

export interface EmailAnnouncementsParts {
  readonly keys: GatewayKeys;
  readonly outbox: Outbox;
  /** The page to which the e-mail links; the ticket is its fragment. */
  readonly emailConfirmationUrl: () => string;
  readonly clock: Clock;
}

export function createEmailAnnouncements(parts: EmailAnnouncementsParts): EmailAnnouncements {
  const { keys, outbox, emailConfirmationUrl, clock } = parts;
  return {
    async announce(queries, accountId, field, address) {
      const ticket = randomBytes(32).toString('base64url');
      const mail = emailConfirmationMail(address, `${emailConfirmationUrl()}#ticket=${ticket}`);
      if (!(await outbox.put(queries, mail, CONFIRMATION_LIFETIME, { purpose: 'unproved', accountId })))
        return false;
      const change = {
        ticketHash: sha256(ticket),
        addressSealed: sealText(keys.columns, address, emailContext(accountId, field)),
        expiresAt: later(clock(), CONFIRMATION_LIFETIME),
      };
      await queries
        .insert(emailChanges)
        .values({ accountId, field, ...change })
        .onConflictDoUpdate({ target: [emailChanges.accountId, emailChanges.field], set: change });
      return true;
    },
  };
}
