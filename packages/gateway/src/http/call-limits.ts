import { lt, sql } from 'drizzle-orm';
import { MINUTE } from '../scheduling/clock.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { callLeases } from '../storage/schema.js';

/** Counts the calls of each network or session in the current minute. */
export interface CallCounts {
  /**
   * Counts a call.
   * @param scope the operation, if it has a separate allowance; otherwise an empty string
   * @param caller a network or a session
   * @returns the number of calls in this minute, at most `max + 1`
   */
  count(scope: string, caller: string, max: number): Promise<number>;
  forgetExpired(): Promise<void>;
}

/**
 * The number of callers kept in memory. A caller that is removed from memory starts again at zero or loses the
 * rest of its lot.
 */
const MAX_REMEMBERED = 10_000;

/** Counts calls in this process only, for a gateway with a single process. */
export function createOwnCallCounts(now: () => number = Date.now): CallCounts {
  const counts = new Map<string, number>();
  let minute = 0;
  return {
    count(scope, caller, max) {
      const present = Math.floor(now() / MINUTE);
      if (present !== minute || counts.size >= MAX_REMEMBERED) counts.clear();
      minute = present;
      const subject = `${scope}\0${caller}`;
      const counted = Math.min(max, counts.get(subject) ?? 0) + 1;
      counts.set(subject, counted);
      return Promise.resolve(counted);
    },
    forgetExpired: () => Promise.resolve(),
  };
}

/**
 * The number of lots into which an allowance is divided. A process takes calls from a network's allowance in lots,
 * each a twentieth of the remaining allowance, so that only the first call of a lot queries the database. The
 * total never exceeds the allowance, no matter how many processes are running or start later. Other processes
 * cannot use the remaining calls of a lot during that minute.
 */
const LOTS = 20;

interface Lot {
  readonly size: number;
  readonly taken: number;
}

interface Lease {
  /** The number of remaining calls in the last lot. */
  left: number;
  /** The number of calls that all processes had taken when the last lot was taken. */
  taken: number;
  /** The lot that is being fetched. All waiting calls share it. */
  fetching: Promise<void> | null;
}

/** Counts calls across all processes that use the same database. */
export function createSharedCallCounts(
  database: Database,
  keys: GatewayKeys,
  now: () => number = Date.now,
): CallCounts {
  const minuteNow = (): number => Math.floor(now() / MINUTE);
  const leases = new Map<string, Lease>();
  let lastMinute = 0;

  /** @returns the size of the lot, and the number of calls taken by all processes including this lot. */
  async function takeLot(subject: string, minute: number, max: number): Promise<Lot> {
    const next = sql`greatest(1, ceil((${max}::int - ${callLeases.leased}) / ${LOTS}::numeric)::int)`;
    const first = Math.ceil(max / LOTS);
    const [row] = await database.queries
      .insert(callLeases)
      .values({ subject: keys.lookup('call-limit', subject), minute, leased: first, lot: first })
      .onConflictDoUpdate({
        target: [callLeases.subject, callLeases.minute],
        set: { leased: sql`${callLeases.leased} + ${next}`, lot: next },
      })
      .returning({ taken: callLeases.leased, size: callLeases.lot });
    return row ?? { taken: first, size: first };
  }

  async function fetchLot(lease: Lease, subject: string, minute: number, max: number): Promise<void> {
    // While the database is unavailable, each process counts its own calls. Most calls fail then anyway.
    const ours = Math.ceil(max / LOTS);
    const { size, taken } = await takeLot(subject, minute, max).catch(() => ({
      size: ours,
      taken: lease.taken + ours,
    }));
    lease.left = Math.max(0, Math.min(size, max - (taken - size)));
    lease.taken = lease.left === 0 ? max + 1 : taken;
    lease.fetching = null;
  }

  return {
    async count(scope, caller, max) {
      const minute = minuteNow();
      if (minute !== lastMinute || leases.size >= MAX_REMEMBERED) leases.clear();
      lastMinute = minute;
      const subject = `${scope}\0${caller}`;
      const lease = leases.get(subject) ?? { left: 0, taken: 0, fetching: null };
      leases.set(subject, lease);
      while (lease.left === 0 && lease.taken <= max) {
        lease.fetching ??= fetchLot(lease, subject, minute, max);
        await lease.fetching;
      }
      if (lease.left === 0) return max + 1;
      lease.left -= 1;
      return Math.min(max, lease.taken) - lease.left;
    },
    async forgetExpired() {
      await database.queries.delete(callLeases).where(lt(callLeases.minute, minuteNow()));
    },
  };
}
