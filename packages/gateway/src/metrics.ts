import { count, inArray } from 'drizzle-orm';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Database } from './storage/database.js';
import { dataRequests } from './storage/schema.js';

/** Figures for Prometheus; routes by their pattern, never by what was asked. */
export interface Metrics {
  answered(method: string, route: string, status: number, milliseconds: number): void;
  text(): Promise<string>;
}

export function createMetrics(database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'mhb_http_request_duration_seconds',
    help: 'Time to the end of the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'mhb_http_failures_total',
    help: 'Answers of 500 and above',
    labelNames: ['route'],
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
        .where(inArray(dataRequests.status, ['accepted', 'in-progress']));
      this.set(row?.open ?? 0);
    },
  });
  return {
    answered(method, route, status, milliseconds) {
      duration.observe({ method, route, status }, milliseconds / 1_000);
      if (status >= 500) failures.inc({ route });
    },
    text: () => registry.metrics(),
  };
}
