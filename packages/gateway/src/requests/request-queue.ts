import { sql, type SQL } from 'drizzle-orm';
import { PgBoss, fromDrizzle, type JobWithMetadata } from 'pg-boss';
import type { Database, Queries } from '../storage/database.js';

/** What a job knows: no personal data. */
export interface RequestJob {
  readonly requestId: string;
}

/** Whether the handler is asked for the last time. */
export type RequestJobHandler = (job: RequestJob, lastAttempt: boolean) => Promise<void>;

export interface RequestQueue {
  start(): Promise<void>;
  /** Begins to work jobs off; a handler that throws is called again later. */
  work(handler: RequestJobHandler): Promise<void>;
  /** Enqueues within a transaction: the job exists if and only if the transaction commits. */
  send(queries: Queries, job: RequestJob): Promise<void>;
  stop(): Promise<void>;
}

const QUEUE = 'fetch-records';
const RETRY_LIMIT = 8;
const CONCURRENT_JOBS = 4;
const STOP_TIMEOUT_MS = 5_000;
/** How often the jobs of crashed processes are looked for. Alone there is no other process that could have crashed. */
const WATCH_SECONDS = { embedded: 60, postgresql: 5 };

/** A durable queue in the same database (pg-boss). */
export function createRequestQueue(database: Database, onError: (error: Error) => void): RequestQueue {
  const boss = new PgBoss({
    ...database.queue,
    superviseIntervalSeconds: WATCH_SECONDS[database.kind],
    monitorIntervalSeconds: WATCH_SECONDS[database.kind],
    useListenNotify: true,
    schedule: false,
  });
  boss.on('error', onError);

  return {
    async start() {
      await boss.start();
      await boss.createQueue(QUEUE, {
        retryLimit: RETRY_LIMIT,
        retryDelay: 5,
        retryBackoff: true,
        retryDelayMax: 600,
        expireInSeconds: 900,
        // The shortest that pg-boss takes: how long a crashed worker's job waits for the next worker.
        heartbeatSeconds: 10,
        notify: true,
      });
    },
    async work(handler) {
      await boss.work(
        QUEUE,
        {
          includeMetadata: true,
          batchSize: 1,
          localConcurrency: CONCURRENT_JOBS,
          pollingIntervalSeconds: 2,
          // Notifications would relax polling to 30 s, and retries are not notified.
          notifyPollingIntervalSeconds: 2,
          // Without it a worker takes one batch per poll.
          burstWhenBatchFull: true,
        },
        async (jobs: readonly JobWithMetadata<RequestJob>[]) => {
          for (const { data, retryCount, retryLimit } of jobs) await handler(data, retryCount >= retryLimit);
        },
      );
    },
    async send(queries, job) {
      const transaction = {
        execute: async (query: unknown) => (await queries.execute(query as SQL)) as { rows: unknown[] },
      };
      await boss.send(QUEUE, job, { db: fromDrizzle(transaction, sql) });
    },
    async stop() {
      await boss.stop({ graceful: true, close: false, timeout: STOP_TIMEOUT_MS });
    },
  };
}
