import { MhbError } from '@mhb-kit/core/error';
import type { NamedNetwork } from './networks.js';

/**
 * Limits for each person, card reader, network, and caller. Limits that stop guessing are per account. Limits per
 * network only slow calls down, because many people may share one address.
 */
export interface Limits {
  /** Number of wrong passwords per day that are compared for one account, by the kind of card reader. */
  readonly guessesPerDay: GuessLimits;
  /** Number of failed logins per hour in one network before its logins are slowed down. */
  readonly failuresPerHour: number;
  /** Number of failed logins per hour with one enrolled card reader before its logins are slowed down. */
  readonly readerFailuresPerHour: number;
  /** Networks in which many people share a few addresses, which count as one address with its own allowances. */
  readonly networks: readonly NamedNetwork[];
  readonly messagesPerDay: MessageLimits;
  /** Requests per person per day (Asia/Taipei); every request queries the source for all categories. */
  readonly requestsPerDay: number;
  /** Number of different archives of one request; archives of the same selection count as one. */
  readonly archivesPerRequest: number;
  /** Maximum size of a request's records that a page can show directly; larger ones have to be downloaded. */
  readonly renderingKilobytes: number;
  /** Number of event streams of one person that a process keeps open at the same time. */
  readonly streamsPerPerson: number;
  /** Time limit for receiving a call with its body. */
  readonly secondsToSend: number;
  readonly healthLinks: HealthLinkLimits;
}

/** SMART Health Links. */
export interface HealthLinkLimits {
  /** Number of active links of one person. */
  readonly perPerson: number;
  /** Maximum lifetime. */
  readonly days: number;
  /** Total size of the encrypted files of a link. */
  readonly kilobytes: number;
  /** Number of wrong passcodes that are allowed in the lifetime of a link. */
  readonly passcodeAttempts: number;
  /** Number of relay calls per minute from one network before they are slowed down. */
  readonly relaysPerMinute: number;
  /** Number of relay calls that a process handles at the same time. */
  readonly relaysAtOnce: number;
}

/** Messages per day (Asia/Taipei). */
export interface MessageLimits {
  /** Messages to one unverified number or mailbox. */
  readonly unproved: number;
  /** Codes sent to the mobile number of one account. */
  readonly codes: number;
  /** One-time passwords to one mailbox. */
  readonly resets: number;
  /** Notices about changes to an account that are sent to one number or mailbox. */
  readonly notices: number;
  /** Messages to one account by all channels, not counting notices. */
  readonly person: number;
  /** Messages of the whole gateway, of which at most half may go to unverified addresses. */
  readonly textMessages: number;
  readonly mails: number;
}

/**
 * Attempts are counted separately, so that others cannot exhaust the owner's attempts: guessing elsewhere
 * blocks neither the owner's card readers, nor the operator's kiosks, nor confirmations in a session.
 */
export interface GuessLimits {
  /** Attempts with card readers that the account's owner has not used before, or without a card reader. */
  readonly unknownReaders: number;
  /** Attempts with card readers that the owner has used before. */
  readonly ownReaders: number;
  /** Attempts with card readers that the operator has enrolled. */
  readonly enrolledReaders: number;
  /** Attempts when a logged-in person is asked for the password again. */
  readonly sessions: number;
}

export const defaultLimits: Limits = {
  guessesPerDay: { unknownReaders: 40, ownReaders: 10, enrolledReaders: 15, sessions: 10 },
  failuresPerHour: 50,
  readerFailuresPerHour: 100,
  networks: [],
  messagesPerDay: {
    unproved: 8,
    codes: 10,
    resets: 5,
    notices: 20,
    person: 20,
    textMessages: 10_000,
    mails: 50_000,
  },
  requestsPerDay: 10,
  archivesPerRequest: 30,
  renderingKilobytes: 32_768,
  streamsPerPerson: 6,
  secondsToSend: 20,
  healthLinks: {
    perPerson: 20,
    days: 30,
    kilobytes: 5_120,
    passcodeAttempts: 5,
    relaysPerMinute: 30,
    relaysAtOnce: 10,
  },
};

/**
 * Together with mailed one-time passwords (five attempts each, five per day), at most a hundred guesses per
 * account are possible.
 */
const MOST_GUESSES = 75;
const MOST_RESETS = 5;

/** The total number of wrong passwords per day that are compared for one account. */
export const guessesTogether = ({
  unknownReaders,
  ownReaders,
  enrolledReaders,
  sessions,
}: GuessLimits): number => unknownReaders + ownReaders + enrolledReaders + sessions;

/** The operator's settings; a group may contain only some of its settings. */
export type LimitSettings = {
  readonly [Name in keyof Limits]?: Limits[Name] extends readonly unknown[] | number
    ? Limits[Name]
    : Partial<Limits[Name]>;
};

/**
 * @throws {MhbError} `configuration-invalid` if the limits together allow more than a hundred guesses per day
 */
export function completeLimits(settings: LimitSettings = {}): Limits {
  const guessesPerDay = { ...defaultLimits.guessesPerDay, ...settings.guessesPerDay };
  const together = guessesTogether(guessesPerDay);
  if (together > MOST_GUESSES)
    throw new MhbError(
      'configuration-invalid',
      `limits.guessesPerDay allows ${together} guesses per day and account; the maximum is ${MOST_GUESSES}`,
    );
  const messagesPerDay = { ...defaultLimits.messagesPerDay, ...settings.messagesPerDay };
  if (messagesPerDay.resets > MOST_RESETS)
    throw new MhbError(
      'configuration-invalid',
      `limits.messagesPerDay.resets is ${messagesPerDay.resets}; the maximum is ${MOST_RESETS}, because each allows five attempts`,
    );
  const healthLinks = { ...defaultLimits.healthLinks, ...settings.healthLinks };
  return { ...defaultLimits, ...settings, guessesPerDay, messagesPerDay, healthLinks };
}
