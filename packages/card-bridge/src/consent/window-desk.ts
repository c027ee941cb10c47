import { randomBytes, randomInt } from 'node:crypto';
import { MhbError } from '@mhb-kit/core/error';

/** A question to the person in the bridge's own window. */
export interface WindowQuestion {
  /** `consent`: may this site read the card? `pin`: the PIN of the certificate card. */
  readonly kind: 'consent' | 'pin';
  /** The site that asks, as named by the browser. */
  readonly origin: string;
  /**
   * Six digits, shown by both the page and the window. If they differ, the window belongs to another page.
   */
  readonly code: string;
  /** For `pin`: the number of attempts left before the card locks, if the card reports it. */
  readonly retriesLeft?: number | null;
}

export interface OpenQuestion {
  readonly id: string;
  readonly code: string;
  /** The PIN for `pin`, an empty string for `consent`. Rejects with the code of the refusal. */
  readonly answer: Promise<string>;
}

interface Waiting {
  readonly question: WindowQuestion;
  shownAt: number | null;
  settle(outcome: string | MhbError): void;
}

/**
 * Nobody can have read a question that has just appeared, so a click before this time was meant for something
 * else.
 */
export const ARMING_MS = 500;
const ANSWER_TIMEOUT_MS = 120_000;
/** The maximum number of open questions, in total and per site, so that one site cannot block the others. */
const MAX_OPEN = { inAll: 8, ofOneSite: 2 } as const;

/** The questions that are waiting for the person's answers. */
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
   * @param follows an answered question of the same operation; the window of that question also asks this
   *   one, with the same digits, because a page may not open another window without another click. The
   *   answer rejects with `pairing-denied`, `user-cancelled`, `user-timeout`, `cancelled` or `busy`.
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

  /** The question to show; the arming delay starts now. */
  show(id: string): WindowQuestion | null {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return null;
    waiting.shownAt = this.#clock();
    return waiting.question;
  }

  /** The question that follows an answered one, if it exists yet. */
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
