import { count, inArray } from 'drizzle-orm';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { runningStatuses, type LeftOut } from '@mhb-kit/core/request';
import type { Database } from '../storage/database.js';
import { dataRequests } from '../storage/schema.js';

/** Metrics for Prometheus. Routes are named by their pattern, never with the requested values. */
export interface Metrics {
  answered(method: string, route: string, status: number, milliseconds: number): void;
  /** Counts records that a source could not supply. */
  leftOut(leftOut: readonly LeftOut[]): void;
  /** Counts a call or a login that was delayed because of the calls or failed logins in its network. */
  slowed(what: 'call' | 'login'): void;
  /** Counts a message that was not sent because a daily limit was reached. */
  withheld(channel: string, limit: string): void;
  text(): Promise<string>;
}

/** The form of a resource type's name. The names come from a server, so any other name is counted as `other`. */
const typeNames = /^[A-Z][A-Za-z]{2,40}$/;

let registryOfProcess: Registry | null = null;

/**
 * Returns the registry for metrics of the process, such as memory and garbage collection, which all gateways in
 * the process share. prom-client observes the process as long as it runs. With a separate registry for each
 * gateway, every stopped gateway and its database would therefore stay in memory.
 */
function processMetrics(): Registry {
  if (registryOfProcess === null) {
    registryOfProcess = new Registry();
    collectDefaultMetrics({ register: registryOfProcess });
  }
  return registryOfProcess;
}

export function createMetrics(database: Database): Metrics {
  const registry = new Registry();
  const duration = new Histogram({
    name: 'mhb_http_request_duration_seconds',
    help: 'Time until the response is complete',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'mhb_http_failures_total',
    help: 'Responses with status 500 or above',
    labelNames: ['route'],
    registers: [registry],
  });
  const slowed = new Counter({
    name: 'mhb_slowed_total',
    help: 'Calls and logins that were delayed because their network or card reader had exceeded its allowance',
    labelNames: ['what'],
    registers: [registry],
  });
  const leftOutRecords = new Counter({
    name: 'mhb_records_left_out_total',
    help: 'Records from the source that could not be used, by type and reason',
    labelNames: ['type', 'reason'],
    registers: [registry],
  });
  const withheld = new Counter({
    name: 'mhb_messages_withheld_total',
    help: 'Messages not sent because a daily limit for an address, a person or the gateway was reached',
    labelNames: ['channel', 'limit'],
    registers: [registry],
  });
  new Gauge({
    name: 'mhb_requests_open',
    help: 'Requests accepted and not finished',
    registers: [registry],
    async collect() {
      const [row] = await database.queries
        .select({ open: count() })
        .from(dataRequests)
        .where(inArray(dataRequests.status, runningStatuses));
      this.set(row?.open ?? 0);
    },
  });
  return {
    answered(method, route, status, milliseconds) {
      duration.observe({ method, route, status }, milliseconds / 1_000);
      if (status >= 500) failures.inc({ route });
    },
    slowed: (what) => slowed.inc({ what }),
    leftOut(leftOut) {
      for (const { type, reason, count: many } of leftOut) {
        leftOutRecords.inc({ type: typeNames.test(type) ? type : 'other', reason }, many);
      }
    },
    withheld: (channel, limit) => withheld.inc({ channel, limit }),
    text: () => Registry.merge([processMetrics(), registry]).metrics(),
  };
}
