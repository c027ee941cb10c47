import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { Command, Option } from 'commander';
import { MhbError } from '@mhb-kit/core/error';
import { describeError } from '@mhb-kit/core/error-messages';
import { sessionScopes, type SessionScope } from '@mhb-kit/core/gateway';
import type { GatewayOptions } from '../composition/gateway.js';
import type { Stores } from '../composition/stores.js';
import type { Configuration } from '../config/configuration.js';
import { systemClock } from '../scheduling/clock.js';
import type { LoginWay } from '../embedders/embedders.js';
import type { StaffDeskSettings } from '../operation/open-staff-desk.js';
import { operatorError } from '../operation/operator-error.js';
import { addAccountCommands } from './account-commands.js';
import { addAuditCommands } from './audit-commands.js';
import { addFhirCommands } from './fhir-commands.js';
import { addLetterCommands } from './letter-commands.js';
import { addRepresentationCommands } from './representation-commands.js';

// Each command loads only the modules that it needs, because loading all of them takes longer than most commands
// take to run.

const { version } = createRequire(import.meta.url)('../../package.json') as { readonly version: string };

// The process creates files, including backups, that only their owner can read.
process.umask(0o077);

const program = new Command('mhb-gateway')
  .version(version)
  .description('The service behind the My Health Bank widgets')
  .option('-c, --config <file>', 'configuration (JSON)', process.env.MHB_CONFIG)
  .option('--environment-file <file>', 'secrets as lines of NAME=value, as systemd reads them');

// Optimizing the embedded database's code takes a second of CPU time, which pays off only for long-running
// commands.
const LONG = ['serve', 'worker', 'backup', 'restore', 'import', 'verify'];
program.hook('preAction', (_program, command) => {
  if (!LONG.includes(command.name())) setFlagsFromString('--liftoff-only');
});

async function configuration(): Promise<Configuration> {
  const { config, environmentFile } = program.opts<{
    readonly config?: string;
    readonly environmentFile?: string;
  }>();
  const [{ loadConfiguration }, { readEnvironmentFile }] = await Promise.all([
    import('../config/configuration.js'),
    import('../config/environment-file.js'),
  ]);
  const named = environmentFile === undefined ? {} : await readEnvironmentFile(environmentFile);
  return loadConfiguration(config, { ...process.env, ...named });
}

/** Runs the gateway until it is stopped. */
async function run(part: NonNullable<GatewayOptions['part']>): Promise<void> {
  const settings = await configuration();
  const { runGateway } = await import('./run-gateway.js');
  await runGateway(settings, part, fail);
}

/**
 * Opens the stores for a command. With PostgreSQL, gateways can be running at the same time; with the embedded
 * database, the gateway must be stopped first.
 */
async function withStores(
  work: (stores: Stores, settings: StaffDeskSettings) => Promise<void>,
): Promise<void> {
  const settings = await configuration();
  const [{ openStores }, { storesOptionsOf }] = await Promise.all([
    import('../composition/stores.js'),
    import('../config/stores-options.js'),
  ]);
  const stores = await openStores(storesOptionsOf(settings), fail);
  try {
    await work(stores, settings);
  } finally {
    await stores.close();
  }
}

program
  .command('serve')
  .description('serve until SIGTERM or Ctrl-C')
  .option('--no-work', 'answer calls only, and leave jobs to `mhb-gateway worker`')
  .action(({ work }: { readonly work: boolean }) => run(work ? 'all' : 'serve'));

program
  .command('worker')
  .description('fetch records and send messages for gateways that share the same PostgreSQL database')
  .action(() => run('work'));

program
  .command('migrate')
  .description('migrate the database to this version')
  .action(async () => {
    const settings = await configuration();
    const [{ openDatabase }, { migrate }] = await Promise.all([
      import('../storage/open-database.js'),
      import('../storage/migrate.js'),
    ]);
    const database = await openDatabase(settings, fail);
    try {
      const applied = await migrate(database);
      console.log(applied.length === 0 ? 'Nothing to do.' : `Applied ${applied.join(', ')}.`);
    } finally {
      await database.close();
    }
  });

program
  .command('doctor')
  .description('check whether the gateway can run here, and try every service that it uses')
  .option('--mail-to <address>', 'also send an e-mail, to check that it arrives')
  .option('--text-to <number>', 'also send a text message')
  .action(async (recipients: { readonly mailTo?: string; readonly textTo?: string }) => {
    const settings = await configuration();
    const { examine } = await import('../operation/doctor.js');
    const findings = await examine(settings, recipients);
    for (const { ok, subject, finding } of findings)
      console.log(`${ok ? 'ok  ' : 'FAIL'} ${subject}: ${finding}`);
    if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
  });

program
  .command('purge')
  .description('erase expired data now, as a running gateway does every minute')
  .action(() =>
    withStores(async (stores) => {
      const days = await stores.erase();
      console.log(days.length === 0 ? 'Nothing has expired.' : `Erased ${days.join(', ')}.`);
    }),
  );

program
  .command('backup <file>')
  .description('write accounts, websites and the audit trail to a file, but no requested data')
  .action((file: string) =>
    withStores(async (stores) => {
      const { writeBackup } = await import('../operation/backup.js');
      const rows = await writeBackup(file, { ...stores, clock: systemClock });
      console.log(`Wrote ${rows} rows to ${file}. Keep the root key as well, but in a different place.`);
    }),
  );

program
  .command('restore <file>')
  .description('restore a backup into a new data folder or database')
  .action((file: string) =>
    withStores(async (stores) => {
      const { restoreBackup } = await import('../operation/backup.js');
      const rows = await restoreBackup(file, { ...stores, clock: systemClock });
      await stores.auditTrail.takeOver();
      console.log(`Restored ${rows} rows.`);
    }),
  );

program
  .command('register')
  .description("the operator's register, which confirms who people are")
  .command('import <file>')
  .description(
    'import insured people as keyed hashes, from CSV or JSON lines in UTF-8; - reads standard input',
  )
  .option('--replace', 'remove everybody who is not in the file')
  .action((file: string, { replace = false }: { readonly replace?: boolean }) =>
    withStores(async ({ database, keys }) => {
      const { importRegister } = await import('./import-register.js');
      const { imported, people } = await importRegister(file, replace, database, keys);
      console.log(`Imported ${imported} rows; the register has ${people} people.`);
    }),
  );

addAccountCommands(program, withStores);
addAuditCommands(program, configuration, fail);
addLetterCommands(program, withStores);
addRepresentationCommands(program, withStores);
addFhirCommands(program);

const embedder = program
  .command('embedder')
  .description('websites that may use the gateway, in addition to those in the configuration');

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

interface EmbedderOptions {
  readonly name: string;
  readonly origin: readonly string[];
  readonly redirect?: readonly string[];
  readonly login?: readonly LoginWay[];
  readonly scope?: readonly SessionScope[];
  readonly sharedComputers?: true;
}

embedder
  .command('add <id>')
  .description('register or change a website; takes effect at the next start')
  .requiredOption('--name <name>', 'name shown to people')
  .requiredOption(
    '--origin <origin>',
    'exact origin, such as https://portal.example.tw; may be repeated',
    collect,
  )
  .option('--redirect <address>', 'redirect address of connect mode; may be repeated', collect)
  .addOption(
    new Option('--login <way...>', 'how people log in there').choices([
      'direct',
      'connect',
    ] satisfies LoginWay[]),
  )
  .addOption(new Option('--scope <scope...>', 'scopes that its sessions may have').choices(sessionScopes))
  .option('--shared-computers', 'shared computers: no reader is ever remembered')
  .action((id: string, { name, origin, redirect, login, scope, sharedComputers }: EmbedderOptions) =>
    withStores(async ({ database }) => {
      const { embedders } = await configuration();
      const { createEmbedderRegistry } = await import('../embedders/embedder-registry.js');
      await createEmbedderRegistry(database).add(
        {
          id,
          name,
          origins: origin,
          ...(redirect === undefined ? {} : { redirectUris: redirect }),
          ...(login === undefined ? {} : { login }),
          ...(scope === undefined ? {} : { scopes: scope }),
          ...(sharedComputers === undefined ? {} : { sharedComputers }),
        },
        embedders,
      );
      console.log(`Registered ${id}. This takes effect at the next start.`);
    }),
  );

embedder
  .command('list')
  .description('list all websites, as JSON')
  .action(() =>
    withStores(async ({ database }) => {
      const { embedders } = await configuration();
      const { createEmbedderRegistry } = await import('../embedders/embedder-registry.js');
      const registered = await createEmbedderRegistry(database).list();
      console.log(JSON.stringify({ configured: embedders, registered }, null, 2));
    }),
  );

embedder
  .command('remove <id>')
  .description('remove a website; takes effect at the next start')
  .action((id: string) =>
    withStores(async ({ database }) => {
      const { createEmbedderRegistry } = await import('../embedders/embedder-registry.js');
      const removed = await createEmbedderRegistry(database).remove(id);
      if (!removed)
        throw new MhbError('not-found', `No website with the ID ${id} has been registered with this command`);
      console.log(`Removed ${id}. This takes effect at the next start.`);
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
