import type { Logger } from 'pino';
import { setTimeout as waitFor } from 'node:timers/promises';
import { runAll } from '@mhb-kit/core/calls';
import { MhbError } from '@mhb-kit/core/error';
import { taipeiDate, type LocalDate, type PasswordPolicy } from '@mhb-kit/core/identity';
import { defaultCatalogue, type Category } from '@mhb-kit/core/request';
import { createAccounts, type Accounts, type ActivatedPerson } from '../accounts/accounts.js';
import { closeAccount, endSessions } from '../self-service/closing.js';
import { createPasswords } from '../accounts/passwords.js';
import { DAY, later, MINUTE, SECOND, systemClock } from '../scheduling/clock.js';
import { openContentFolder } from '../content/content-folder.js';
import { createOwnCallCounts, createSharedCallCounts } from '../http/call-limits.js';
import { createCallPace } from '../http/call-pace.js';
import { createNetworks } from '../limits/networks.js';
import { wireLogin, type LoginOptions } from './login-wiring.js';
import { createJobs } from '../jobs/jobs.js';
import type { IdentifyingSource } from '../register/register.js';
import { createArchives } from '../requests/archives.js';
import { createRenderings } from '../requests/renderings.js';
import { createRequestChanges } from '../requests/request-changes.js';
import { createRequestWorker, resumeUnfinished, type RequestJob } from '../requests/request-worker.js';
import { createRequests } from '../requests/requests.js';
import { discreetLog } from '../monitoring/failure-log.js';
import { completeLimits, type LimitSettings } from '../limits/limits.js';
import { printLetters } from '../messages/letters.js';
import type { Letter } from '../messages/message.js';
import { createMetrics, type Metrics } from '../monitoring/metrics.js';
import { createIssuer, type IssuerKey } from '../secrets/issuer.js';
import { createEmbedderRegistry } from '../embedders/embedder-registry.js';
import { representationPolicy, type RepresentationOptions } from '../representations/policy.js';
import type { RepresentationDesk } from '../representations/desk.js';
import { createRecordedRepresentations } from '../representations/recorded.js';
import { wireHealthLinks, type HealthLinkOptions } from './health-link-wiring.js';
import { openStores, type Stores, type StoresOptions } from './stores.js';

export interface GatewayOptions extends StoresOptions, LoginOptions {
  readonly recordSource: IdentifyingSource;
  /** Defaults to `nhi-legacy`. */
  readonly passwordPolicy?: PasswordPolicy;
  /**
   * The categories that can be requested. Defaults to the NHI's catalogue, from which `changedCatalogue` can
   * derive a different catalogue.
   */
  readonly catalogue?: readonly Category[];
  /** The port to listen on. Defaults to 8081; with 0, the operating system chooses a free port. */
  readonly port?: number;
  /** The address to listen on. Defaults to 127.0.0.1, for use behind a TLS-terminating proxy. */
  readonly host?: string;
  /** The origin at which browsers reach the gateway. Defaults to the address on which the gateway listens. */
  readonly publicUrl?: string;
  /**
   * The proxies whose `X-Forwarded-For` header is trusted, as comma-separated addresses or networks. By default,
   * no proxy is trusted.
   */
  readonly trustProxy?: string;
  /** The maximum number of calls per minute from one network or in one session. Defaults to 600. */
  readonly requestsPerMinute?: number;
  /** Daily limits for each person, card reader, and network. */
  readonly limits?: LimitSettings;
  /** Delays a caller. Uses a timer by default; tests pass a function that only records the delay. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /**
   * The folder with announcements, help and other pages, which the operator writes in Markdown; see
   * `content/README.md`.
   */
  readonly contentFolder?: string;
  /**
   * Lets legal representatives recorded by the operator read the passbooks of the people whom they represent. Off
   * by default.
   */
  readonly representations?: RepresentationOptions;
  /**
   * Whether people can create SMART Health Links, and whether they can receive them. Both are possible by default.
   */
  readonly healthLinks?: HealthLinkOptions;
  /** Public keys for verifying archives that were signed while an earlier root key was in use. */
  readonly formerIssuerKeys?: readonly IssuerKey[];
  /** The time limit for the record source to supply one category, in milliseconds. Defaults to 30,000. */
  readonly sourceTimeout?: number;
  /**
   * The role of this process. Defaults to `all`.
   * - `all`: does everything;
   * - `serve`: handles calls and leaves other work to other processes;
   * - `work`: fetches records and sends messages, but handles no calls.
   * Processes with the roles `serve` and `work` share a PostgreSQL server.
   */
  readonly part?: 'all' | 'serve' | 'work';
  /** By default, nothing is logged. */
  readonly logger?: Logger;
}

export interface Gateway {
  /** The address for browsers, which is known once the gateway has started. It is empty in a worker process. */
  readonly url: string;
  /** @throws {MhbError} `data-folder-in-use`, `data-folder-not-private`, `database-not-durable`, `database-incomplete`, `database-damaged`, `database-unreachable`, `port-in-use`, `configuration-invalid`, `root-key-wrong` */
  start(): Promise<void>;
  /** Waits for calls in progress, closes streams, and writes everything to disk. */
  stop(): Promise<void>;
  /**
   * Creates or renews an account for a person whom the operator has identified. The account is active immediately.
   */
  activateAccount(person: ActivatedPerson): Promise<void>;
  /**
   * Erases a person and everything that they requested, but not the record of who accessed their data. Returns
   * whether the person existed.
   */
  closeAccount(nationalId: string): Promise<boolean>;
  /**
   * Ends the sessions of one person, or of everyone if the argument is `null`. Returns the number of sessions
   * ended.
   */
  endSessions(nationalId: string | null): Promise<number>;
  /** Lets staff record who represents whom. */
  readonly representations: RepresentationDesk;
  /**
   * Passes the waiting letters to `print`, and deletes them once `print` has resolved. Returns the number of
   * letters.
   */
  printLetters(print: (letters: readonly Letter[]) => Promise<void>): Promise<number>;
  /**
   * Erases expired data, as the gateway also does automatically every minute. Returns the days whose data was
   * erased.
   */
  eraseExpired(): Promise<readonly LocalDate[]>;
  /** Returns the metrics in the Prometheus text format. */
  metrics(): Promise<string>;
}

interface Running {
  readonly url: string;
  readonly accounts: Accounts;
  readonly stores: Stores;
  readonly metrics: Metrics;
  readonly representations: RepresentationDesk;
  readonly stop: () => Promise<void>;
}

const HOUSEKEEPING_INTERVAL = MINUTE;

/** Creates a gateway without starting it. */
export function createGateway(options: GatewayOptions): Gateway {
  let running: Running | null = null;
  const started = (): Running => {
    if (running === null) throw new MhbError('service-unavailable', 'The gateway is not started');
    return running;
  };
  return {
    get url() {
      return started().url;
    },
    async start() {
      running ??= await run(options);
    },
    async stop() {
      const current = running;
      running = null;
      await current?.stop();
    },
    async activateAccount(person) {
      await started().accounts.activate(person);
    },
    closeAccount: (nationalId) => closeAccount(nationalId, started().stores),
    endSessions: (nationalId) => endSessions(nationalId, started().stores),
    get representations() {
      return started().representations;
    },
    printLetters: (print) =>
      printLetters({ ...started().stores, clock: options.clock ?? systemClock }, print),
    eraseExpired: () => started().stores.erase(),
    metrics: () => started().metrics.text(),
  };
}

async function run(options: GatewayOptions): Promise<Running> {
  const { recordSource, part = 'all' } = options;
  const logger = options.logger && discreetLog(options.logger);
  const clock = options.clock ?? systemClock;
  const catalogue = options.catalogue ?? defaultCatalogue;
  if (part !== 'all' && options.databaseUrl === undefined)
    throw new MhbError(
      'configuration-invalid',
      'Only one process can use the embedded database; to run separate serve and worker processes, use PostgreSQL (DATABASE_URL)',
    );
  const limits = completeLimits(options.limits);
  const undo: (() => Promise<unknown>)[] = [];
  const stop = (): Promise<void> => runAll(undo.toReversed());
  // Code that only a serving process needs is loaded while the database is being opened; a worker process never
  // loads it.
  const serving = part === 'work' ? null : import('../http/server/serve.js');
  try {
    const stores = await openStores(options, (error) => logger?.error({ err: error }, 'database'));
    undo.push(() => stores.close());
    const { database, keys, dayKeys, partitions, blobs, audit, auditTrail } = stores;
    const passwords = createPasswords(keys.pepper);
    const policy = options.passwordPolicy ?? 'nhi-legacy';
    const accounts = createAccounts({
      database,
      keys,
      passwords,
      policy,
      clock,
    });

    const signals =
      options.databaseUrl === undefined
        ? null
        : await (
            await import('../storage/signals.js')
          ).connectSignals(options.databaseUrl, (error) => logger?.error({ err: error }, 'signals'));
    if (signals !== null) undo.push(() => signals.close());
    const jobs = createJobs(database, (error) => logger?.error({ err: error }, 'jobs'));
    await jobs.start();
    undo.push(() => jobs.stop());
    const givenUp = await jobs.queue<RequestJob>('end-request');
    const queue = await jobs.queue<RequestJob>('fetch-records', { givenUpTo: 'end-request' });
    const changes = await createRequestChanges(signals);
    const issuer = await createIssuer(keys.issuer, options.formerIssuerKeys);
    let url = options.publicUrl ?? '';
    const requests = createRequests({
      database,
      catalogue,
      dayKeys,
      partitions,
      queue,
      requestsPerDay: limits.requestsPerDay,
      clock,
    });
    const archives = createArchives({
      database,
      keys,
      accounts,
      requests,
      blobs,
      issuer,
      publicUrl: () => url,
      catalogue,
      archivesPerRequest: limits.archivesPerRequest,
      clock,
    });
    const renderings = createRenderings({
      database,
      keys,
      accounts,
      requests,
      issuer,
      publicUrl: () => url,
      catalogue,
      renderingKilobytes: limits.renderingKilobytes,
      clock,
    });
    const representations =
      options.representations === undefined ? null : representationPolicy(options.representations);
    const recorded = createRecordedRepresentations({
      database,
      keys,
      policy: representations,
      clock,
    });
    const healthLinks = wireHealthLinks(options.healthLinks ?? {}, {
      stores,
      passwords,
      audit,
      publicUrl: () => url,
      limits: limits.healthLinks,
      representationCounts: (id) => recorded.counts(id),
      clock,
    });
    const metrics = createMetrics(database);
    const worker = createRequestWorker({
      database,
      accounts,
      catalogue,
      recordSource,
      dayKeys,
      changes,
      audit,
      withheldFrom: recorded.withheldFrom,
      clock,
      sourceTimeout: options.sourceTimeout ?? 30 * SECOND,
      onLeftOut: (leftOut) => metrics.leftOut(leftOut),
      onGivenUp: (requestId) =>
        logger?.error({ requestId }, 'request ended with incomplete data: processing it crashed repeatedly'),
    });

    const registered = await createEmbedderRegistry(database, clock).list();
    const embedders = [...options.embedders, ...registered];
    const pause = options.pause ?? ((milliseconds: number) => waitFor(milliseconds));
    const counts =
      database.kind === 'embedded' ? createOwnCallCounts() : createSharedCallCounts(database, keys);
    const callPace = createCallPace({
      counts,
      requestsPerMinute: options.requestsPerMinute ?? 600,
      loginsPerMinute: options.loginsPerMinute ?? 60,
      pause,
      onSlowed: () => metrics.slowed('call'),
    });
    const wiring = await wireLogin(
      { ...options, embedders },
      {
        database,
        keys,
        jobs,
        accounts,
        passwords,
        policy,
        audit,
        recordSource,
        limits,
        callPace,
        metrics,
        healthLinks: healthLinks.offer,
        recorded,
        representationPolicy: representations,
        pause,
        publicUrl: () => url,
        clock,
      },
    );
    if (serving !== null) {
      const { serve } = await serving;
      const server = await serve({
        logger: logger ?? false,
        trustProxy: options.trustProxy ?? false,
        publicUrl: () => url,
        networkOf: createNetworks(limits.networks),
        callPace,
        secondsToSend: limits.secondsToSend,
        streamsPerPerson: limits.streamsPerPerson,
        host: options.host ?? '127.0.0.1',
        port: options.port ?? 8081,
        database,
        blobs,
        issuer,
        content: openContentFolder(options.contentFolder, clock),
        catalogue,
        requests,
        changes,
        archives,
        renderings,
        ...healthLinks.routes,
        audit,
        metrics,
        proofs: wiring.proofs,
        sessions: wiring.sessions,
        authentication: wiring.authentication,
        embedders: wiring.embedders,
        identity: wiring.routes,
      });
      undo.push(() => server.close());
      if (url === '') url = server.url;
    }
    if (part !== 'serve') {
      await queue.work(worker.work);
      await givenUp.work(worker.giveUp);
      await wiring.work();
    }
    if (database.kind === 'embedded') await resumeUnfinished(database, queue);
    let headLoggedOn: LocalDate | null = null;
    /**
     * Records the head of the audit trail. Also logs it once a day, for operators who store their logs elsewhere.
     */
    async function noteAuditHead(): Promise<void> {
      const { head, isFirst, faults } = await auditTrail.noteHead();
      const today = taipeiDate(clock());
      if (faults.length > 0) logger?.error({ faults }, 'the audit trail was changed after it was written');
      else if (isFirst)
        logger?.warn({ head }, 'the audit trail was accepted without verification: no head was recorded');
      else if (headLoggedOn !== today) logger?.info({ head }, 'head of the audit trail');
      headLoggedOn = today;
    }
    undo.push(
      runMaintenance(
        async () => {
          // Tomorrow's partition is created today, so that no request has to wait for it at midnight.
          for (const at of [clock(), later(clock(), DAY)]) await partitions.ensure(taipeiDate(at));
          await stores.erase();
          await healthLinks.forgetExpired();
          await noteAuditHead();
          await wiring.runMaintenance();
          await counts.forgetExpired();
          await database.runMaintenance();
        },
        (error) => logger?.error({ err: error }, 'housekeeping'),
      ),
    );
    return { url, accounts, stores, metrics, representations: wiring.representationDesk, stop };
  } catch (error) {
    // The error that made the start fail is more important than an error while closing.
    await stop().catch((failed: unknown) => logger?.error({ err: failed }, 'stopping'));
    throw error;
  }
}

/** Runs a function every minute. The returned function stops the timer and waits for a run in progress. */
function runMaintenance(work: () => Promise<void>, onError: (error: unknown) => void): () => Promise<void> {
  let current: Promise<void> | null = null;
  const tick = (): void => {
    current ??= work()
      .catch(onError)
      .finally(() => {
        current = null;
      });
  };
  const timer = setInterval(tick, HOUSEKEEPING_INTERVAL);
  timer.unref();
  tick();
  return async () => {
    clearInterval(timer);
    await current;
  };
}
