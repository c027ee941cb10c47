import { randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { PgBoss, fromDrizzle, type JobResult, type JobWithMetadata } from 'pg-boss';
import { toMhbError } from '@mhb-kit/core/error';
import type { Database, Queries } from '../storage/database.js';

/** Durable work in the same database as everything else (pg-boss). */
export interface Jobs {
  start(): Promise<void>;
  /** A queue by its name. What its jobs carry holds no personal data. */
  queue<T extends object>(name: string, options?: QueueOptions): Promise<JobQueue<T>>;
  stop(): Promise<void>;
}

/** How often a job that fails is tried again; the pauses double, from five seconds on. */
export interface Patience {
  readonly retries: number;
  readonly longestPauseSeconds: number;
}

export interface QueueOptions {
  /** Default: tried again for twenty minutes. */
  readonly patience?: Patience;
  /** The name of another queue, made before, to which jobs go whose last attempt failed or died with its process. */
  readonly givenUpTo?: string;
}

/** `lastAttempt`: whether the handler is asked for the last time. */
export type JobHandler<T> = (job: T, lastAttempt: boolean) => Promise<void>;

export interface JobQueue<T> {
  /** Begins to work jobs off; a handler that throws is called again later. */
  work(handler: JobHandler<T>): Promise<void>;
  /** Enqueues within a transaction: the job exists if and only if the transaction commits. */
  send(queries: Queries, job: T): Promise<void>;
}

/** Twenty minutes. */
const usualPatience: Patience = { retries: 8, longestPauseSeconds: 600 };
/** How many jobs a process claims and settles at once, and how many such lots it has in hand. */
const LOT = 8;
const CONCURRENT_LOTS = 2;
const STOP_TIMEOUT_MS = 5_000;
/**
 * How often jobs are looked for whose end nobody could write down: of a crashed process, or, alone, while the database had no
 * room.
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
        // The shortest that pg-boss takes: how long a crashed worker's job waits for the next worker.
        heartbeatSeconds: 10,
        notify: true,
        ...(givenUpTo === undefined ? {} : { deadLetter: givenUpTo }),
      };
      // To make what is there already takes long; and it keeps what an earlier version set, unless an option says otherwise.
      if ((await boss.getQueue(name)) === null) await boss.createQueue(name, settings);
      else await boss.updateQueue(name, settings);
      // Asks about a job there is not, so that pg-boss knows the queue: it would ask when the first job is sent, within a
      // transaction that holds the only connection of the embedded database.
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
              // Notifications would relax polling to 30 s, and retries are not notified.
              notifyPollingIntervalSeconds: 2,
              // Without it a worker takes one batch per poll.
              burstWhenBatchFull: true,
            },
            (jobs: readonly JobWithMetadata<T>[]): Promise<JobResult[]> =>
              Promise.all(
                jobs.map(({ id, data, retryCount, retryLimit }) =>
                  handler(data, retryCount >= retryLimit).then(
                    () => ({ id, status: 'completed' as const }),
                    // The queue keeps in its tables what a handler threw. Mail servers and record systems name people in
                    // their errors, so only the code goes there.
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
      // Connections of its own it must close, or the process waits until they have been idle long enough.
      const close = database.queue.db === undefined;
      await boss.stop({ graceful: true, close, timeout: STOP_TIMEOUT_MS });
    },
  };
}
