import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import { lt, sql } from 'drizzle-orm';
import { MINUTE } from '../clock.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { callLeases } from '../storage/schema.js';

type LimitStore = NonNullable<RateLimitPluginOptions['store']>;

/** What the plugin gives a store to know its route by; its own types say otherwise. */
interface RouteOptions {
  readonly routeInfo?: { readonly method?: unknown; readonly url?: string };
}

/** The calls of a network in the present minute, counted over all processes on one database. */
export interface SharedCallLimits {
  /** For `@fastify/rate-limit`. */
  readonly Store: LimitStore;
  forgetExpired(): Promise<void>;
}

/**
 * A process takes its calls from a network's allowance in lots, each a twentieth of what is left of it: so many calls ask
 * the database once, and those in between nothing at all. What is taken is never more than the allowance, however many
 * processes there are, or start; what a process has taken and not used up is lost to the others until the minute is over.
 */
const LOTS = 20;
/** Networks remembered in a process. Who is forgotten loses the rest of a lot. */
const MAX_REMEMBERED = 10_000;

interface Lot {
  readonly size: number;
  readonly taken: number;
}

interface Lease {
  /** Calls that are left of the last lot. */
  left: number;
  /** Taken by all processes, as of the last lot. */
  taken: number;
  /** A lot that is being fetched; calls wait for it together. */
  fetching: Promise<void> | null;
}

export function createSharedCallLimits(
  database: Database,
  keys: GatewayKeys,
  now: () => number = Date.now,
): SharedCallLimits {
  const minuteNow = (): number => Math.floor(now() / MINUTE);

  /** @returns the size of the lot, and how many calls all have taken, with it. */
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

  class Store {
    readonly #scope: string;
    readonly #leases = new Map<string, Lease>();
    #minute = 0;

    constructor({ routeInfo }: RouteOptions) {
      this.#scope = `${String(routeInfo?.method ?? '')} ${routeInfo?.url ?? ''}`;
    }

    child(options: RouteOptions): Store {
      return new Store(options);
    }

    incr(
      network: string,
      answer: (error: Error | null, result?: { current: number; ttl: number }) => void,
      _window: number,
      max: number,
    ): void {
      const ttl = MINUTE - (now() % MINUTE);
      this.#count(network, max).then(
        (current) => answer(null, { current, ttl }),
        (error: Error) => answer(error),
      );
    }

    /** Counts a call, and answers with the calls taken so far: more than `max` if this one is too many. */
    async #count(network: string, max: number): Promise<number> {
      const minute = minuteNow();
      if (minute !== this.#minute || this.#leases.size >= MAX_REMEMBERED) this.#leases.clear();
      this.#minute = minute;
      const lease = this.#leases.get(network) ?? { left: 0, taken: 0, fetching: null };
      this.#leases.set(network, lease);
      while (lease.left === 0 && lease.taken <= max) {
        lease.fetching ??= this.#fetch(lease, network, minute, max);
        await lease.fetching;
      }
      if (lease.left === 0) return max + 1;
      lease.left -= 1;
      return Math.min(max, lease.taken) - lease.left;
    }

    async #fetch(lease: Lease, network: string, minute: number, max: number): Promise<void> {
      // While the database is away each process counts for itself: what calls find then is that it is away.
      const ours = Math.ceil(max / LOTS);
      const { size, taken } = await takeLot(`${this.#scope}\0${network}`, minute, max).catch(() => ({
        size: ours,
        taken: lease.taken + ours,
      }));
      lease.left = Math.max(0, Math.min(size, max - (taken - size)));
      lease.taken = lease.left === 0 ? max + 1 : taken;
      lease.fetching = null;
    }
  }

  return {
    Store: Store as unknown as LimitStore,
    async forgetExpired() {
      await database.queries.delete(callLeases).where(lt(callLeases.minute, minuteNow()));
    },
  };
}
