#!/usr/bin/env node
import { Command } from 'commander';
import { pino } from 'pino';
import { MhbError, toMhbError } from '@mhb-kit/core/error';
import { describeError } from '@mhb-kit/core/error-messages';
import { loadConfiguration } from '../config/configuration.js';
import { optionsOf } from '../config/gateway-options.js';
import { productionRisks } from '../config/production.js';
import { examine } from '../doctor.js';
import { createGateway } from '../gateway.js';
import { serveMetrics } from '../metrics-server.js';
import { migrate } from '../storage/migrate.js';
import { openDatabase } from '../storage/open-database.js';

const program = new Command('mhb-gateway')
  .description('The service behind the My Health Bank widgets')
  .option('-c, --config <file>', 'configuration (JSON)', process.env.MHB_CONFIG);

const configuration = () =>
  loadConfiguration(program.opts<{ readonly config?: string }>().config, process.env);

program
  .command('serve')
  .description('serve until SIGTERM or Ctrl-C')
  .action(async () => {
    const settings = await configuration();
    const risks = productionRisks(settings);
    if (risks.length > 0) throw new MhbError('configuration-invalid', risks.join('; '));
    const logger = pino({ level: settings.logLevel });
    const gateway = createGateway({ ...optionsOf(settings), logger });
    await gateway.start();
    logger.info({ url: gateway.url }, 'ready');
    const metrics = settings.metricsPort === undefined ? null : serveMetrics(gateway, settings.metricsPort);
    const stop = (): void => {
      metrics?.close();
      gateway.stop().then(
        () => logger.info('stopped'),
        (error: unknown) => fail(error),
      );
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
  });

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

function fail(thrown: unknown): void {
  const error = toMhbError(thrown);
  const { message, remedy } = describeError(error.code, process.env.LANG ?? 'en');
  const detail = error.code === 'internal' ? String(error.cause ?? error) : error.message;
  console.error(`${message} ${remedy}\n  ${error.code}: ${detail}`);
  process.exitCode = 1;
}

await program.parseAsync().catch(fail);
