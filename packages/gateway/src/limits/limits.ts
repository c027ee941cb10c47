import { MhbError } from '@mhb-kit/core/error';
import type { NamedNetwork } from './networks.js';

/**
 * Limits for each person, card reader, network, and caller. Limits that prevent guessing apply to each account.
 * Limits for a network only slow calls down, because many people may share one address.
 */
export interface Limits {
  /** The number of wrong passwords per day that are compared for one account, by the kind of card reader. */
  readonly guessesPerDay: GuessLimits;
  /** The number of failed logins per hour in one network before its logins are slowed down. */
  readonly failuresPerHour: number;
  /** The number of failed logins per hour with one enrolled card reader before its logins are slowed down. */
  readonly readerFailuresPerHour: number;
  /**
   * Networks in which many people share a few addresses. All addresses of such a network count as one, and it has
   * its own allowances.
   */
  readonly networks: readonly NamedNetwork[];
  readonly messagesPerDay: MessageLimits;
  /**
   * The maximum number of requests per person per day (Asia/Taipei). Every request queries the source for all
   * categories.
   */
  readonly requestsPerDay: number;
  /** The maximum number of different archives for one request. Archives with the same selection count as one. */
  readonly archivesPerRequest: number;
  /**
   * The maximum size, in kilobytes, of a request's records that a page can show directly. Larger records must be
   * downloaded.
   */
  readonly renderingKilobytes: number;
  /** The maximum number of event streams for one person that a process keeps open at the same time. */
  readonly streamsPerPerson: number;
  /** The time limit in seconds for receiving a call with its body. */
  readonly secondsToSend: number;
  readonly healthLinks: HealthLinkLimits;
}

/** Limits for SMART Health Links. */
export interface HealthLinkLimits {
  /** The maximum number of active links of one person. */
  readonly perPerson: number;
  /** The maximum lifetime of a link, in days. */
  readonly days: number;
  /** The maximum total size of a link's encrypted files, in kilobytes. */
  readonly kilobytes: number;
  /** The maximum number of wrong passcodes in the lifetime of a link. */
  readonly passcodeAttempts: number;
  /** The number of relay calls per minute from one network before further calls are slowed down. */
  readonly relaysPerMinute: number;
  /** The maximum number of relay calls that a process handles at the same time. */
  readonly relaysAtOnce: number;
}

/** The maximum number of messages of each kind per day (Asia/Taipei). */
export interface MessageLimits {
  /** Messages to one unverified mobile number or mailbox. */
  readonly unproved: number;
  /** Codes sent to the mobile number of one account. */
  readonly codes: number;
  /** One-time passwords to one mailbox. */
  readonly resets: number;
  /** Notices about changes to an account that are sent to one number or mailbox. */
  readonly notices: number;
  /** Messages to one account through all channels, not counting notices. */
  readonly person: number;
  /**
   * Text messages of the whole gateway. At most half of them may go to unverified numbers; the same applies to
   * `mails` and unverified mailboxes.
   */
  readonly textMessages: number;
  readonly mails: number;
}

/**
 * Wrong passwords per day that are compared for one account. Each kind of attempt is counted separately, so that
 * others cannot exhaust the owner's attempts. Guessing elsewhere blocks neither the owner's card readers, nor the
 * operator's kiosks, nor confirmations in a session.
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
 * The maximum sum of the password limits. Together with mailed one-time passwords (five per day with five attempts
 * each), it allows at most a hundred guesses per account and day.
 */
const MOST_GUESSES = 75;
const MOST_RESETS = 5;

/** Returns the total number of wrong passwords per day that are compared for one account. */
export const guessesTogether = ({
  unknownReaders,
  ownReaders,
  enrolledReaders,
  sessions,
}: GuessLimits): number => unknownReaders + ownReaders + enrolledReaders + sessions;

/** The operator's settings. A group need not contain all its settings. */
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
