import { createHash } from 'node:crypto';
import { MhbError } from '@mhb-kit/core/error';
import type { CdcToken } from '@mhb-kit/core/card';
import type { OpenQuestion, WindowDesk } from '../consent/window-desk.js';
import type { CertificateCards } from './certificate-cards.js';
import type { PinState } from './process-protocol.js';

export interface AuthenticateOptions {
  readonly cards: CertificateCards;
  readonly desk: WindowDesk;
  readonly budget: PinBudget;
  /** The page's origin as reported by the browser; it is part of the signed data. */
  readonly origin: string;
  readonly nonce: string;
  readonly producer: string;
  readonly signal: AbortSignal;
  /** Reports a question to the person. `follows` is true if a window that is already open shows the question. */
  readonly onQuestion: (question: OpenQuestion, follows: boolean) => void;
  readonly onSigning: () => void;
  readonly onPin: (retriesLeft: number | null) => void;
  /** Time between two attempts, in milliseconds. */
  readonly retryDelayMs?: number;
}

/** The maximum number of times that the bridge asks for the PIN in one operation. */
const MAX_QUESTIONS = 2;
const RETRY_DELAY_MS = 1000;

/**
 * Lets the person sign `SHA256(origin) || SHA256(nonce)` with the Citizen Digital Certificate. The person types
 * the PIN in the bridge's window. No page can lock a card: a PIN in an invalid format is never sent to the card;
 * if only one attempt might be left, a new operation is required, and its window warns the person; and each site
 * can cause only a few wrong attempts.
 */
export async function authenticate(options: AuthenticateOptions): Promise<CdcToken> {
  const end = options.budget.begin();
  try {
    return await signWithPin(options);
  } finally {
    end();
  }
}

async function signWithPin(options: AuthenticateOptions): Promise<CdcToken> {
  const { cards, desk, budget, origin, nonce, signal } = options;
  const [found] = await cards.inspect();
  signal.throwIfAborted();
  if (found === undefined) throw new MhbError('cert-not-found', 'No card has a certificate for signing');
  let pinState = found.pin;
  let question: OpenQuestion | undefined;
  for (let asked = 1; ; asked++) {
    if (pinState === 'locked') throw new MhbError('pin-locked', 'The card reports that its PIN is locked');
    budget.require(origin);
    options.onPin(retriesLeft(pinState));
    const follows = question;
    question = desk.ask({ kind: 'pin', origin, retriesLeft: retriesLeft(pinState) }, signal, follows);
    options.onQuestion(question, follows !== undefined);
    const pin = await question.answer;
    if (!/^\d{6,8}$/.test(pin))
      throw new MhbError('pin-format', 'This is not a valid PIN, so it was not sent to the card');
    options.onSigning();
    try {
      const { algorithm, signature } = await cards.sign({
        certificate: found.certificate,
        pin,
        data: signedData(origin, nonce),
      });
      signal.throwIfAborted();
      return {
        format: 'tw-cdc:1',
        algorithm,
        unverifiedCertificate: Buffer.from(found.certificate).toString('base64'),
        signature: Buffer.from(signature).toString('base64'),
        producer: options.producer,
      };
    } catch (error) {
      if (!(error instanceof MhbError) || error.code !== 'pin-incorrect') throw error;
      budget.spend(origin);
      pinState = (error.details['pin'] ?? 'ok') as PinState;
      options.onPin(retriesLeft(pinState));
      const left = retriesLeft(pinState);
      if (pinState === 'locked') throw new MhbError('pin-locked', 'The last attempt was wrong');
      if (pinState === 'final' || asked === MAX_QUESTIONS) {
        throw new MhbError('pin-incorrect', 'Wrong PIN', {
          details: left === null ? {} : { retriesLeft: left },
        });
      }
      await new Promise((resolve) => setTimeout(resolve, options.retryDelayMs ?? RETRY_DELAY_MS));
    }
  }
}

/**
 * Hashes the origin and the nonce separately before joining them, so that they stay distinct whatever they
 * contain (as in Web eID).
 */
export function signedData(origin: string, nonce: string): Uint8Array {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return Buffer.concat([hash(origin), hash(nonce)]);
}

/**
 * Derives the number of attempts left from the state of the PIN. Tokens do not report this number, and only two
 * states allow the bridge to infer it.
 */
const retriesLeft = (pin: PinState): number | null => (pin === 'final' ? 1 : pin === 'locked' ? 0 : null);

/**
 * Maximum number of wrong PINs that one site can cause per hour. The limit is below three, the number that locks a
 * card.
 */
const WRONG_PINS_AN_HOUR = 2;
const HOUR_MS = 3_600_000;

/**
 * Prevents a site from using up a card's PIN attempts, and prevents several sites from using the card at
 * once.
 */
export class PinBudget {
  readonly #clock: () => number;
  #busy = false;
  readonly #spent = new Map<string, number[]>();

  constructor(clock: () => number = Date.now) {
    this.#clock = clock;
  }

  /**
   * Allows only one signature at a time, because each one asks the person and needs separate processes.
   * @returns a function to call when the signature has been completed or has failed
   * @throws {MhbError} `busy`
   */
  begin(): () => void {
    if (this.#busy) throw new MhbError('busy', 'Another page is signing', { retriable: true });
    this.#busy = true;
    return () => {
      this.#busy = false;
    };
  }

  /** @throws {MhbError} `too-many-attempts` */
  require(origin: string) {
    const recent = (this.#spent.get(origin) ?? []).filter((at) => at > this.#clock() - HOUR_MS);
    this.#spent.set(origin, recent);
    if (recent.length >= WRONG_PINS_AN_HOUR) {
      throw new MhbError('too-many-attempts', 'Too many wrong PINs were entered for this site');
    }
  }

  spend(origin: string) {
    this.#spent.set(origin, [...(this.#spent.get(origin) ?? []), this.#clock()]);
  }
}
