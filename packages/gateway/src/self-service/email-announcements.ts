import { randomBytes } from 'node:crypto';
import { HOUR, later, type Clock } from '../scheduling/clock.js';
import type { Outbox } from '../messages/outbox.js';
import { emailConfirmationMail } from '../messages/texts.js';
import { sealText } from '../secrets/cipher.js';
import { sha256, type GatewayKeys } from '../secrets/gateway-keys.js';
import type { Queries } from '../storage/database.js';
import { emailChanges, type EmailField } from '../storage/schema.js';

const CONFIRMATION_LIFETIME = 24 * HOUR;

/** Returns the context that binds a sealed address to the account and to the field in which it was entered. */
export const emailContext = (accountId: string, field: EmailField): string =>
  `account:${accountId}:new-${field}`;

/**
 * Mails a link to each mailbox that was entered but not verified yet. The mailbox becomes valid when the person
 * opens the link and confirms it.
 */
export interface EmailAnnouncements {
  /**
   * Mails a link, which replaces any earlier link for the same field. Returns whether the link will be mailed; it
   * is not mailed if today's limit has been reached.
   */
  announce(queries: Queries, accountId: string, field: EmailField, address: string): Promise<boolean>;
}

export interface EmailAnnouncementsParts {
  readonly keys: GatewayKeys;
  readonly outbox: Outbox;
  /** Returns the address of the page to which the e-mail links. The link contains the ticket in its fragment. */
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
