#!/usr/bin/env node
import { createInterface } from 'node:readline/promises';
import { createRequire } from 'node:module';
import { Command, Option } from 'commander';
import { pino } from 'pino';
import { MhbError } from '@mhb-kit/core/error';
import { describeError } from '@mhb-kit/core/error-messages';
import type { SessionScope } from '@mhb-kit/core/gateway';
import { isNationalId, normalizeNationalId } from '@mhb-kit/core/identity';
import { closeAccount, endSessions } from '../accounts/closing.js';
import { createAuditChain } from '../audit-chain.js';
import { systemClock } from '../clock.js';
import { loadConfiguration } from '../config/configuration.js';
import { optionsOf } from '../config/gateway-options.js';
import { productionRisks } from '../config/production.js';
import { examine } from '../doctor.js';
import { createGateway, type GatewayOptions } from '../gateway.js';
import { allScopes, type LoginWay } from '../http/embedders.js';
import { serveMetrics } from '../metrics-server.js';
import { restoreBackup, writeBackup } from '../operation/backup.js';
import { operatorError } from '../operation/operator-error.js';
import { createEmbedderRegistry } from '../operation/embedder-registry.js';
import { migrate } from '../storage/migrate.js';
import { openDatabase } from '../storage/open-database.js';
import { openStores, type Stores } from '../stores.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { readonly version: string };

const program = new Command('mhb-gateway')
  .version(version)
  .description('The service behind the My Health Bank widgets')
  .option('-c, --config <file>', 'configuration (JSON)', process.env.MHB_CONFIG);

const configuration = () =>
  loadConfiguration(program.opts<{ readonly config?: string }>().config, process.env);

/** Runs until told to stop. */
async function run(part: NonNullable<GatewayOptions['part']>): Promise<void> {
  const settings = await configuration();
  const risks = productionRisks(settings);
  if (risks.length > 0) throw new MhbError('configuration-invalid', risks.join('; '));
  const logger = pino({ level: settings.logLevel });
  const gateway = createGateway({ ...(await optionsOf(settings)), part, logger });
  await gateway.start();
  logger.info({ part, url: gateway.url }, 'ready');
  const metrics = settings.metricsPort === undefined ? null : serveMetrics(gateway, settings.metricsPort);
  const stop = (): void => {
    metrics?.close();
    gateway.stop().then(
      () => logger.info('stopped'),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

/** Works on what lasts, beside running gateways or, with the embedded database, without them. */
async function withStores(work: (stores: Stores) => Promise<void>): Promise<void> {
  const stores = await openStores(await optionsOf(await configuration()), fail);
  try {
    await work(stores);
  } finally {
    await stores.close();
  }
}

program
  .command('serve')
  .description('serve until SIGTERM or Ctrl-C')
  .option('--no-work', 'answer calls only, and leave the work to `mhb-gateway worker`')
  .action(({ work }: { readonly work: boolean }) => run(work ? 'all' : 'serve'));

program
  .command('worker')
  .description('fetch records and send messages, beside gateways that serve on the same PostgreSQL')
  .action(() => run('work'));

program
  .command('migrate')
  .description('bring the database to this version')
  .action(async () => {
    const database = await openDatabase(await configuration(), fail);
    try {
      const applied = await migrate(database);
      console.log(applied.length === 0 ? 'Nothing to do.' : `Applied ${applied.join(', ')}.`);
    } finally {
      await database.close();
    }
  });

program
  .command('doctor')
  .description('check whether the gateway could run here')
  .action(async () => {
    const findings = await examine(await configuration());
    for (const { ok, subject, finding } of findings)
      console.log(`${ok ? 'ok  ' : 'FAIL'} ${subject}: ${finding}`);
    if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
  });

program
  .command('purge')
  .description('erase now what has expired, as a running gateway does every minute')
  .action(() =>
    withStores(async (stores) => {
      const days = await stores.erase();
      console.log(days.length === 0 ? 'Nothing has expired.' : `Erased ${days.join(', ')}.`);
    }),
  );

program
  .command('backup <file>')
  .description('write accounts, websites and the record of who did what; never what was requested')
  .action((file: string) =>
    withStores(async (stores) => {
      const rows = await writeBackup(file, { ...stores, clock: systemClock });
      console.log(`Wrote ${rows} rows to ${file}. Keep the root key as well, and elsewhere.`);
    }),
  );

program
  .command('restore <file>')
  .description('put a backup into a new data folder or database')
  .action((file: string) =>
    withStores(async (stores) => {
      const rows = await restoreBackup(file, { ...stores, clock: systemClock });
      console.log(`Restored ${rows} rows.`);
    }),
  );

program
  .command('audit')
  .description('the record of who did what')
  .command('verify')
  .description('check that the record of who did what is as it was written')
  .action(() =>
    withStores(async ({ database, keys }) => {
      const chain = createAuditChain(database, keys.auditChain, systemClock);
      await chain.link();
      const { entries, head, faults } = await chain.verify();
      for (const fault of faults) console.log(`FAIL ${fault}`);
      console.log(`${entries} entries${head === null ? '' : `, the last ${head.sequence} ${head.hash}`}`);
      if (faults.length > 0) process.exitCode = 1;
    }),
  );

const account = program
  .command('account')
  .description('one person, whose national ID is read from standard input');

/** An argument would stay in the shell's history, and stand in the list of processes. */
async function readNationalId(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  if (process.stdin.isTTY) console.error('National ID:');
  for await (const line of lines) {
    lines.close();
    const nationalId = normalizeNationalId(line);
    if (isNationalId(nationalId)) return nationalId;
    break;
  }
  throw new MhbError('invalid-request', 'No national ID on standard input');
}

account
  .command('close')
  .description('erase the account and all that was requested; the record of reads stays')
  .action(async () => {
    const nationalId = await readNationalId();
    await withStores(async (stores) => {
      if (!(await closeAccount(nationalId, stores))) throw new MhbError('not-found', 'Nobody of that ID');
      console.log('Closed; backups made until now still hold the account.');
    });
  });

account
  .command('log-out')
  .description('end all sessions of the person')
  .option('--everybody', 'of all people; nothing is read')
  .action(async ({ everybody }: { readonly everybody?: true }) => {
    const nationalId = everybody ? null : await readNationalId();
    await withStores(async (stores) => {
      const ended = await endSessions(nationalId, stores);
      console.log(`Ended ${ended} ${ended === 1 ? 'session' : 'sessions'}.`);
    });
  });

const embedder = program
  .command('embedder')
  .description('websites that may use the gateway, besides those of the configuration');

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

interface EmbedderOptions {
  readonly name: string;
  readonly origin: readonly string[];
  readonly redirect?: readonly string[];
  readonly login?: readonly LoginWay[];
  readonly scope?: readonly SessionScope[];
}

embedder
  .command('add <id>')
  .description('register a website or change one; counts from the next start')
  .requiredOption('--name <name>', 'as people are shown it')
  .requiredOption('--origin <origin>', 'exact, as https://portal.example.tw; may be repeated', collect)
  .option('--redirect <address>', 'where answers of connect mode go; may be repeated', collect)
  .addOption(
    new Option('--login <way...>', 'how people log in there').choices([
      'direct',
      'connect',
    ] satisfies LoginWay[]),
  )
  .addOption(new Option('--scope <scope...>', 'the most that its sessions may do').choices(allScopes))
  .action((id: string, { name, origin, redirect, login, scope }: EmbedderOptions) =>
    withStores(async ({ database }) => {
      const { embedders } = await configuration();
      await createEmbedderRegistry(database).add(
        {
          id,
          name,
          origins: origin,
          ...(redirect === undefined ? {} : { redirectUris: redirect }),
          ...(login === undefined ? {} : { login }),
          ...(scope === undefined ? {} : { scopes: scope }),
        },
        embedders,
      );
      console.log(`Registered ${id}; it counts from the next start.`);
    }),
  );

embedder
  .command('list')
  .description('all of them, as JSON')
  .action(() =>
    withStores(async ({ database }) => {
      const { embedders } = await configuration();
      const registered = await createEmbedderRegistry(database).list();
      console.log(JSON.stringify({ configured: embedders, registered }, null, 2));
    }),
  );

embedder
  .command('remove <id>')
  .description('take a website out; counts from the next start')
  .action((id: string) =>
    withStores(async ({ database }) => {
      const removed = await createEmbedderRegistry(database).remove(id);
      if (!removed) throw new MhbError('not-found', `No website ${id} was registered by command`);
      console.log(`Removed ${id}; it counts from the next start.`);
    }),
  );

function fail(thrown: unknown): void {
  const error = operatorError(thrown);
  const { message, remedy } = describeError(error.code, process.env.LANG ?? 'en');
  const detail = error.code === 'internal' ? String(error.cause ?? error) : error.message;
  console.error(`${message} ${remedy}\n  ${error.code}: ${detail}`);
  process.exitCode = 1;
}

await program.parseAsync().catch(fail);
