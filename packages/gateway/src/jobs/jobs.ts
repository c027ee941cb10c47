import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { sql, type SQL } from 'drizzle-orm';
import { PgBoss, fromDrizzle, type JobResult, type JobWithMetadata } from 'pg-boss';
import { toMhbError } from '@mhb-kit/core/error';
import type { Database, Queries } from '../storage/database.js';

/** Durable jobs, stored in the same database as all other data (pg-boss). */
export interface Jobs {
  start(): Promise<void>;
  /** Returns the queue with the given name. Jobs must not contain personal data. */
  queue<T extends object>(name: string, options?: QueueOptions): Promise<JobQueue<T>>;
  stop(): Promise<void>;
}

/** How many times a failed job is retried. The pause before each retry doubles, starting at five seconds. */
export interface Patience {
  readonly retries: number;
  readonly longestPauseSeconds: number;
}

export interface QueueOptions {
  /** How long a failed job is retried. Defaults to twenty minutes. */
  readonly patience?: Patience;
  /**
   * The name of an existing queue that receives jobs whose last attempt failed or was interrupted when its process
   * ended.
   */
  readonly givenUpTo?: string;
}

/** @param lastAttempt whether the job will not be retried if this attempt fails */
export type JobHandler<T> = (job: T, lastAttempt: boolean) => Promise<void>;

export interface JobQueue<T> {
  /** Starts processing jobs. If the handler throws, it is called again later with the same job. */
  work(handler: JobHandler<T>): Promise<void>;
  /** Adds a job within a transaction, so that the job exists if and only if the transaction commits. */
  send(queries: Queries, job: T): Promise<void>;
}

/** The default retry policy, which retries a job for about twenty minutes. */
const usualPatience: Patience = { retries: 8, longestPauseSeconds: 600 };
/** The number of jobs that a process claims and completes as a batch. */
const LOT = 8;
const CONCURRENT_LOTS = 2;
const STOP_TIMEOUT_MS = 5_000;
/**
 * The interval for finding jobs whose end was not recorded because a process crashed or, in a single-process
 * gateway, because the database was full.
 */
const WATCH_SECONDS = { embedded: 15, postgresql: 5 };

export function createJobs(database: Database, onError: (error: Error) => void): Jobs {
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
    },
    async queue<T extends object>(
      name: string,
      { patience = usualPatience, givenUpTo }: QueueOptions = {},
    ): Promise<JobQueue<T>> {
      const settings = {
        retryLimit: patience.retries,
        retryDelay: 5,
        retryBackoff: true,
        retryDelayMax: patience.longestPauseSeconds,
        expireInSeconds: 900,
        // The time after which the job of a crashed worker is given to another worker. This is the minimum that
        // pg-boss allows.
        heartbeatSeconds: 10,
        notify: true,
        ...(givenUpTo === undefined ? {} : { deadLetter: givenUpTo }),
      };
      // Creating an existing queue is slow and keeps the settings of an earlier version, so the queue is updated
      // instead, if an earlier version had other settings.
      const existing = await boss.getQueue(name);
      if (existing === null) await boss.createQueue(name, settings);
      else if (!isDeepStrictEqual({ ...existing, ...settings }, existing))
        await boss.updateQueue(name, settings);
      // Querying a job that does not exist makes pg-boss load the queue now. Otherwise, pg-boss would load it when
      // the first job is sent, within a transaction that uses the only connection of the embedded database.
      await boss.getJobById(name, randomUUID());
      return {
        async work(handler) {
          await boss.work(
            name,
            {
              includeMetadata: true,
              batchSize: LOT,
              localConcurrency: CONCURRENT_LOTS,
              perJobResults: true,
              pollingIntervalSeconds: 2,
              // When notifications are used, pg-boss polls only every 30 s by default, but retries trigger no
              // notification.
              notifyPollingIntervalSeconds: 2,
              // Without this setting, a worker takes only one batch per poll.
              burstWhenBatchFull: true,
            },
            (jobs: readonly JobWithMetadata<T>[]): Promise<JobResult[]> =>
              Promise.all(
                jobs.map(({ id, data, retryCount, retryLimit }) =>
                  handler(data, retryCount >= retryLimit).then(
                    () => ({ id, status: 'completed' as const }),
                    // pg-boss stores the result of a failed job in its tables. Mail servers and record systems
                    // name people in their errors, so only the error code is stored.
                    (error: unknown) => ({
                      id,
                      status: 'failed' as const,
                      output: { message: toMhbError(error).code },
                    }),
                  ),
                ),
              ),
          );
        },
        async send(queries, job) {
          const transaction = {
            execute: async (query: unknown) => (await queries.execute(query as SQL)) as { rows: unknown[] },
          };
          await boss.send(name, job, { db: fromDrizzle(transaction, sql) });
        },
      };
    },
    async stop() {
      // If pg-boss has its own connections, it must close them. Otherwise, the process would not exit until they
      // had been idle long enough.
      const close = database.queue.db === undefined;
      await boss.stop({ graceful: true, close, timeout: STOP_TIMEOUT_MS });
    },
  };
}
