import { randomBytes, randomInt } from 'node:crypto';
import { MhbError } from '@mhb-kit/core/error';

/** A question that the bridge asks the person in its own window. */
export interface WindowQuestion {
  /** `consent` asks whether the site may read the card; `pin` asks for the PIN of the certificate card. */
  readonly kind: 'consent' | 'pin';
  /** The origin of the site on whose behalf the bridge asks, as reported by the browser. */
  readonly origin: string;
  /**
   * Six digits that both the page and the window show. If the digits differ, the window belongs to another
   * page.
   */
  readonly code: string;
  /** For `pin`, the number of attempts left before the card locks, if the card reports it. */
  readonly retriesLeft?: number | null;
}

export interface OpenQuestion {
  readonly id: string;
  readonly code: string;
  /**
   * Resolves to the PIN for `pin`, or an empty string for `consent`. Rejects with an `MhbError` if there is
   * no consent.
   */
  readonly answer: Promise<string>;
}

interface Waiting {
  readonly question: WindowQuestion;
  shownAt: number | null;
  settle(outcome: string | MhbError): void;
}

/**
 * How long a new question ignores clicks. Nobody can have read it in that time, so a click was meant for
 * something else.
 */
export const ARMING_MS = 500;
const ANSWER_TIMEOUT_MS = 120_000;
/** The maximum number of open questions, in total and per site, so that one site cannot block other sites. */
const MAX_OPEN = { inAll: 8, ofOneSite: 2 } as const;

/** The questions that are waiting for the person to answer. */
export class WindowDesk {
  readonly #waiting = new Map<string, Waiting>();
  /** Maps an answered question to the next question in the same window. */
  readonly #followers = new Map<string, string>();
  readonly #clock: () => number;
  readonly #timeoutMs: number;

  constructor(clock: () => number = Date.now, timeoutMs = ANSWER_TIMEOUT_MS) {
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Asks a question. The answer rejects with `pairing-denied`, `user-cancelled`, `user-timeout` or
   * `cancelled`.
   * @param follows an answered question of the same operation. Its window asks this question too, with the
   *   same digits, because browsers do not let a page open a second window without a second click.
   * @throws {MhbError} `busy` if too many questions are open
   */
  ask(question: Omit<WindowQuestion, 'code'>, signal: AbortSignal, follows?: OpenQuestion): OpenQuestion {
    const own = [...this.#waiting.values()].filter((one) => one.question.origin === question.origin);
    if (this.#waiting.size >= MAX_OPEN.inAll || own.length >= MAX_OPEN.ofOneSite)
      throw new MhbError('busy', 'Too many open questions', { retriable: true });
    const id = randomBytes(18).toString('base64url');
    const code = follows?.code ?? String(randomInt(1_000_000)).padStart(6, '0');
    if (follows !== undefined) this.#followers.set(follows.id, id);
    const answer = new Promise<string>((resolve, reject) => {
      const abort = () => {
        settle(new MhbError('cancelled'));
      };
      const timer = setTimeout(() => {
        settle(new MhbError('user-timeout', 'Nobody answered', { retriable: true }));
      }, this.#timeoutMs);
      const settle = (outcome: string | MhbError) => {
        this.#waiting.delete(id);
        if (follows !== undefined) this.#followers.delete(follows.id);
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        if (typeof outcome === 'string') resolve(outcome);
        else reject(outcome);
      };
      signal.addEventListener('abort', abort, { once: true });
      this.#waiting.set(id, { question: { ...question, code }, shownAt: null, settle });
    });
    return { id, code, answer };
  }

  /** Returns the question to show. The delay before it accepts clicks starts now. */
  show(id: string): WindowQuestion | null {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return null;
    waiting.shownAt = this.#clock();
    return waiting.question;
  }

  /** Returns the question that follows an answered one, or `null` if it does not exist yet. */
  follower(id: string): string | null {
    return this.#followers.get(id) ?? null;
  }

  /** Returns whether the answer was accepted. */
  answer(id: string, allow: boolean, pin = ''): boolean {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return false;
    if (!allow) {
      waiting.settle(new MhbError(waiting.question.kind === 'pin' ? 'user-cancelled' : 'pairing-denied'));
      return true;
    }
    if (waiting.shownAt === null || this.#clock() - waiting.shownAt < ARMING_MS) return false;
    waiting.settle(pin);
    return true;
  }
}
