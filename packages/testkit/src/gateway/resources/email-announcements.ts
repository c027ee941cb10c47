import type { PendingEmail } from '../state/accounts.js';
import { newSecret } from '../state/secrets.js';
import { HOUR, later } from '../state/time.js';
import type { Parts } from './parts.js';

const CONFIRMATION_LIFETIME = 24 * HOUR;

/** Sends a link to an e-mail address. The address becomes valid when the person opens the link. */
export function announceEmail({ clock, send }: Pick<Parts, 'clock' | 'send'>, address: string): PendingEmail {
  const ticket = newSecret();
  send({ channel: 'mail', to: address, purpose: 'confirm-email', secret: ticket });
  return { address, ticket, expiresAt: later(clock(), CONFIRMATION_LIFETIME) };
}
