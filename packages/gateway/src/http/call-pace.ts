import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { MhbError } from '@mhb-kit/core/error';
import { MINUTE } from '../scheduling/clock.js';
import type { CallCounts } from './call-limits.js';
import type { Network } from '../limits/networks.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller's network. */
    network: Network;
  }
  interface FastifyContextConfig {
    /**
     * The separate allowance of this route, in calls per minute. If it is `null`, the route's calls are neither
     * counted nor delayed. Routes without this setting share one allowance.
     */
    readonly callsPerMinute?: number | null;
  }
}

/**
 * Limits the rate of calls. Because many people can share one address, each call beyond a network's allowance is
 * delayed by a short, fixed time, and is refused only if hundreds of calls are already waiting. Calls in a session
 * count toward the session's allowance instead.
 */
export interface CallPace {
  /** @throws {MhbError} `too-many-requests` */
  admit(request: FastifyRequest): Promise<void>;
  /** Like `admit`, but for a login, which has a separate allowance because it requires a password hash. */
  admitLogin(request: FastifyRequest): Promise<void>;
  /** Records that a token has just been accepted for a session. */
  opened(authorization: string): void;
}

export interface CallPaceParts {
  readonly counts: CallCounts;
  readonly requestsPerMinute: number;
  readonly loginsPerMinute: number;
  /** Waits for a number of milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly onSlowed: () => void;
  readonly now?: () => number;
}

/**
 * The delay of each call beyond the allowance. A login consists of a few calls, so the delays add up to less than
 * five seconds.
 */
const PAUSE_MS = 250;
const PAUSE_OF_LOGINS_MS = 750;
/**
 * The maximum number of calls from one network that can wait in this process at the same time. More calls would
 * exhaust the memory and affect other networks.
 */
const MAX_WAITING = 500;
/**
 * The number of sessions kept in memory. When a session is removed from memory, its next call counts toward its
 * network's allowance.
 */
const MAX_SESSIONS = 20_000;

export function createCallPace(parts: CallPaceParts): CallPace {
  const { counts, requestsPerMinute, loginsPerMinute, pause, onSlowed, now = Date.now } = parts;
  const waiting = new Map<string, number>();
  /** Maps the hash of each token recently used in a session to the time at which the token is forgotten. */
  const sessions = new Map<string, number>();
  const hashOf = (authorization: string): string =>
    createHash('sha256').update(authorization).digest('base64url');

  function sessionOf({ headers: { authorization } }: FastifyRequest): string | null {
    if (authorization === undefined) return null;
    const hash = hashOf(authorization);
    return (sessions.get(hash) ?? 0) > now() ? hash : null;
  }

  async function wait(key: string, milliseconds: number): Promise<void> {
    const before = waiting.get(key) ?? 0;
    if (before >= MAX_WAITING) throw tooMany(1);
    waiting.set(key, before + 1);
    onSlowed();
    try {
      await pause(milliseconds);
    } finally {
      const left = (waiting.get(key) ?? 1) - 1;
      if (left === 0) waiting.delete(key);
      else waiting.set(key, left);
    }
  }

  async function countLogin(
    { method, routeOptions, network: { key, named } }: FastifyRequest,
    own: number,
  ): Promise<void> {
    const most = named?.loginsPerMinute ?? own;
    if ((await counts.count(`${method} ${routeOptions.url ?? ''}`, key, most)) > most)
      await wait(key, PAUSE_OF_LOGINS_MS);
  }

  return {
    async admit(request) {
      const { callsPerMinute: own } = request.routeOptions.config ?? {};
      if (own === null) return;
      const session = sessionOf(request);
      if (session !== null) {
        if ((await counts.count('session', session, requestsPerMinute)) > requestsPerMinute)
          throw tooMany(Math.ceil((MINUTE - (now() % MINUTE)) / 1_000));
        return;
      }
      const { key, named } = request.network;
      if (own === undefined) {
        const most = named?.callsPerMinute ?? requestsPerMinute;
        if ((await counts.count('', key, most)) > most) await wait(key, PAUSE_MS);
      } else {
        await countLogin(request, own);
      }
    },
    admitLogin: (request) => countLogin(request, loginsPerMinute),
    opened(authorization) {
      if (sessions.size >= MAX_SESSIONS) sessions.clear();
      sessions.set(hashOf(authorization), now() + MINUTE);
    },
  };
}

const tooMany = (retryAfterSeconds: number): MhbError =>
  new MhbError('too-many-requests', 'Too many calls from one caller', {
    retriable: true,
    details: { retryAfterSeconds },
  });
