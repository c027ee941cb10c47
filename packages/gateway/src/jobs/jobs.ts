import { randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { PgBoss, fromDrizzle, type JobResult, type JobWithMetadata } from 'pg-boss';
import { toMhbError } from '@mhb-kit/core/error';
import type { Database, Queries } from '../storage/database.js';

/** Durable jobs in the same database as all other data (pg-boss). */
export interface Jobs {
  start(): Promise<void>;
  /** A queue by its name. Its jobs contain no personal data. */
  queue<T extends object>(name: string, options?: QueueOptions): Promise<JobQueue<T>>;
  stop(): Promise<void>;
}

/** How many times a failed job is retried; the pauses double, starting at five seconds. */
export interface Patience {
  readonly retries: number;
  readonly longestPauseSeconds: number;
}

export interface QueueOptions {
  /** How long a failed job is retried; the default is twenty minutes. */
  readonly patience?: Patience;
  /** The existing queue that receives jobs whose last attempt failed or was cut off when its process ended. */
  readonly givenUpTo?: string;
}

/** `lastAttempt`: whether the job will not be retried. */
export type JobHandler<T> = (job: T, lastAttempt: boolean) => Promise<void>;

export interface JobQueue<T> {
  /** Starts to process jobs; a handler that throws is called again later. */
  work(handler: JobHandler<T>): Promise<void>;
  /** Enqueues within a transaction: the job exists if and only if the transaction commits. */
  send(queries: Queries, job: T): Promise<void>;
}

/** Twenty minutes. */
const usualPatience: Patience = { retries: 8, longestPauseSeconds: 600 };
/** How many jobs a process claims and settles as a batch, and on how many batches it works at a time. */
const LOT = 8;
const CONCURRENT_LOTS = 2;
const STOP_TIMEOUT_MS = 5_000;
/**
 * How often to look for jobs whose end was not recorded because a process crashed or, with a single process,
 * because the database was full.
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
        // How long the job of a crashed worker waits for another worker. This is the minimum that pg-boss allows.
        heartbeatSeconds: 10,
        notify: true,
        ...(givenUpTo === undefined ? {} : { deadLetter: givenUpTo }),
      };
      // Creating an existing queue is slow and keeps the settings of an earlier version, so update it
      // instead.
      if ((await boss.getQueue(name)) === null) await boss.createQueue(name, settings);
      else await boss.updateQueue(name, settings);
      // Queries a job that does not exist, so that pg-boss loads the queue now. Otherwise it would do so when
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
              // With notifications, pg-boss would poll only every 30 s, and retries trigger no notification.
              notifyPollingIntervalSeconds: 2,
              // Without this, a worker takes only one batch per poll.
              burstWhenBatchFull: true,
            },
            (jobs: readonly JobWithMetadata<T>[]): Promise<JobResult[]> =>
              Promise.all(
                jobs.map(({ id, data, retryCount, retryLimit }) =>
                  handler(data, retryCount >= retryLimit).then(
                    () => ({ id, status: 'completed' as const }),
                    // The queue stores the error of a handler in its tables. Mail servers and record systems
                    // name people in their errors, so only the code is stored.
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
      // If pg-boss has its own connections, they must be closed; otherwise, the process waits until they have
      // been idle long enough.
      const close = database.queue.db === undefined;
      await boss.stop({ graceful: true, close, timeout: STOP_TIMEOUT_MS });
    },
  };
}
