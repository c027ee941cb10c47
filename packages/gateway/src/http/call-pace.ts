import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { MhbError } from '@mhb-kit/core/error';
import { MINUTE } from '../scheduling/clock.js';
import type { CallCounts } from './call-limits.js';
import type { Network } from '../limits/networks.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Where the call comes from. */
    network: Network;
  }
  interface FastifyContextConfig {
    /** A call with an allowance of its own, or without any (`null`). Default: that of all calls together. */
    readonly callsPerMinute?: number | null;
  }
}

/**
 * How fast calls are let through. Many people stand behind one address, so beyond its allowance a network's calls wait a
 * little, each alike, and none is refused before hundreds of them wait at once. Calls in a session count for the session.
 */
export interface CallPace {
  /** @throws {MhbError} `too-many-requests` */
  admit(request: FastifyRequest): Promise<void>;
  /** The same for a login, which has an allowance of its own: it costs a password's hash. */
  admitLogin(request: FastifyRequest): Promise<void>;
  /** A token has just opened a session. */
  opened(authorization: string): void;
}

export interface CallPaceParts {
  readonly counts: CallCounts;
  readonly requestsPerMinute: number;
  readonly loginsPerMinute: number;
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly onSlowed: () => void;
  readonly now?: () => number;
}

/** A login is a handful of calls, all of which may wait: together they stay below five seconds. */
const PAUSE_MS = 250;
const PAUSE_OF_LOGINS_MS = 750;
/** Calls of one network that wait in this process at once: more is a flood, which would take the memory of others. */
const MAX_WAITING = 500;
/** Sessions remembered in a process; who is forgotten counts for the network once. */
const MAX_SESSIONS = 20_000;

export function createCallPace(parts: CallPaceParts): CallPace {
  const { counts, requestsPerMinute, loginsPerMinute, pause, onSlowed, now = Date.now } = parts;
  const waiting = new Map<string, number>();
  /** Until when a token is known to have opened a session, by its hash. */
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
  new MhbError('too-many-requests', 'More calls than one caller may make', {
    retriable: true,
    details: { retryAfterSeconds },
  });
