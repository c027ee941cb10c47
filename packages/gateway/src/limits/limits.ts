import { MhbError } from '@mhb-kit/core/error';
import type { NamedNetwork } from './networks.js';

/**
 * How much one person, reader, network or caller may use. What stops guessing counts for an account; what counts for a
 * network only slows it down, because many people stand behind one address.
 */
export interface Limits {
  /** Wrong passwords a day that are compared at all, of one account, by where they come from. */
  readonly guessesPerDay: GuessLimits;
  /** Failed logins an hour of one network, before its logins are slowed down. */
  readonly failuresPerHour: number;
  /** The same of one enrolled reader. */
  readonly readerFailuresPerHour: number;
  /** Networks in which many people stand behind few addresses: each counts as one, with allowances of its own. */
  readonly networks: readonly NamedNetwork[];
  readonly messagesPerDay: MessageLimits;
  /** Requests of one person and day (Asia/Taipei): each asks the source for every category. */
  readonly requestsPerDay: number;
  /** Different archives of one request; the same selection is one. */
  readonly archivesPerRequest: number;
  /** Of the records of a request that are read on a page directly; larger ones are downloaded. */
  readonly renderingKilobytes: number;
  /** Event streams of one person that a process keeps open at once. */
  readonly streamsPerPerson: number;
  /** How long a call may take to arrive, with its body. */
  readonly secondsToSend: number;
  readonly healthLinks: HealthLinkLimits;
}

/** SMART Health Links. */
export interface HealthLinkLimits {
  /** That one person has alive at once. */
  readonly perPerson: number;
  /** How long one may live at most. */
  readonly days: number;
  /** Of the encrypted files of one, together. */
  readonly kilobytes: number;
  /** Wrong passcodes in the life of one. */
  readonly passcodeAttempts: number;
  /** Calls of the relay from one network and minute, before they are slowed down. */
  readonly relaysPerMinute: number;
  /** Calls of the relay that a process has under way at once. */
  readonly relaysAtOnce: number;
}

/** Messages of a day (Asia/Taipei). */
export interface MessageLimits {
  /** To one number, or one mailbox, that nobody has proved to be theirs. */
  readonly unproved: number;
  /** Codes to the mobile of one account. */
  readonly codes: number;
  /** One-time passwords to one mailbox. */
  readonly resets: number;
  /** To one number, or one mailbox, of what has happened to an account. */
  readonly notices: number;
  /** To one account, on all ways, without notices. */
  readonly person: number;
  /** Of the whole gateway; at most half of them go where nothing is proved. */
  readonly textMessages: number;
  readonly mails: number;
}

/**
 * Each count is one that others cannot use up: who guesses from anywhere keeps the owner neither from the reader that has
 * let them in before, nor from the operator's kiosks, nor from what a session asks.
 */
export interface GuessLimits {
  /** With readers that have not let the account's owner in before, or none. */
  readonly unknownReaders: number;
  /** With readers that have. */
  readonly ownReaders: number;
  /** With readers that the operator has enrolled. */
  readonly enrolledReaders: number;
  /** Where somebody is signed in and is asked for the password once more. */
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

/** With the one-time passwords that are mailed, five tries each and five a day, a hundred guesses reach an account at most. */
const MOST_GUESSES = 75;
const MOST_RESETS = 5;

/** How many wrong passwords of a day are compared for one account, wherever they come from. */
export const guessesTogether = ({
  unknownReaders,
  ownReaders,
  enrolledReaders,
  sessions,
}: GuessLimits): number => unknownReaders + ownReaders + enrolledReaders + sessions;

/** What the operator sets, as far as it is set; groups may be set in part. */
export type LimitSettings = {
  readonly [Name in keyof Limits]?: Limits[Name] extends readonly unknown[] | number
    ? Limits[Name]
    : Partial<Limits[Name]>;
};

/** @throws {MhbError} `configuration-invalid` where together they would let more than a hundred guesses a day through */
export function completeLimits(settings: LimitSettings = {}): Limits {
  const guessesPerDay = { ...defaultLimits.guessesPerDay, ...settings.guessesPerDay };
  const together = guessesTogether(guessesPerDay);
  if (together > MOST_GUESSES)
    throw new MhbError(
      'configuration-invalid',
      `limits.guessesPerDay lets ${together} guesses a day reach an account; together no more than ${MOST_GUESSES}`,
    );
  const messagesPerDay = { ...defaultLimits.messagesPerDay, ...settings.messagesPerDay };
  if (messagesPerDay.resets > MOST_RESETS)
    throw new MhbError(
      'configuration-invalid',
      `limits.messagesPerDay.resets is ${messagesPerDay.resets}; no more than ${MOST_RESETS}, each of which may be tried five times`,
    );
  const healthLinks = { ...defaultLimits.healthLinks, ...settings.healthLinks };
  return { ...defaultLimits, ...settings, guessesPerDay, messagesPerDay, healthLinks };
}
