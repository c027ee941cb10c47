import type { Contact } from './accounts.js';

/** A change to an account that is reported to the account's owner. */
export type Notice =
  | 'application'
  | 'registered'
  | 'contact'
  | 'email-asked'
  | 'email'
  | 'mobile'
  | 'mobile-asked'
  | 'password'
  | 'certificate'
  | 'certificate-released'
  | 'card'
  | 'national-id'
  | 'suspended'
  | 'resumed';

/**
 * An e-mail, text message or letter that the gateway would have sent, with the secret that it contains for use in
 * tests.
 */
export interface SentMessage {
  readonly channel: 'mail' | 'sms' | 'letter';
  /** The recipient: an e-mail address, a phone number, or the name on a letter. */
  readonly to: string;
  readonly purpose:
    | 'confirm-registration'
    | 'registration-refused'
    | 'one-time-password'
    | 'code'
    | 'letter-code'
    | 'confirm-email'
    | Notice;
  /** The ticket in the link, the code, or the one-time password; `null` if the message contains no secret. */
  readonly secret: string | null;
}

export type Send = (message: Omit<SentMessage, 'secret'> & { readonly secret?: string }) => void;

const byTextMessage: readonly Notice[] = [
  'mobile',
  'mobile-asked',
  'certificate-released',
  'card',
  'national-id',
  'suspended',
  'resumed',
];

/**
 * Notifies the owner at every e-mail address. If the account might have been stolen, the owner is also notified by
 * text message.
 */
export function tell(send: Send, contact: Contact | null, notice: Notice): void {
  if (contact === null) return;
  const { email, alternateEmail, mobile } = contact;
  if (byTextMessage.includes(notice)) send({ channel: 'sms', to: mobile, purpose: notice });
  send({ channel: 'mail', to: email, purpose: notice });
  if (alternateEmail !== null && alternateEmail !== email)
    send({ channel: 'mail', to: alternateEmail, purpose: notice });
}
