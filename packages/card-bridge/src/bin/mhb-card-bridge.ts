#!/usr/bin/env node
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeError, MhbError } from '@mhb-kit/core';
import { Command } from 'commander';
import { pino } from 'pino';
import { BRIDGE_VERSION, createBridge, linkForBrowser } from '../bridge.js';
import { defaultPaths, readConfiguration } from '../configuration.js';
import { Grants } from '../consent/grants.js';
import { loadDeviceKey } from '../device-key.js';
import { examine } from '../doctor.js';
import { pkcs11CertificateCards } from '../pkcs11/certificate-cards.js';
import { systemPcscPort } from '../pcsc/system-port.js';
import { systemdUnit } from '../systemd-unit.js';

const paths = defaultPaths();
const program = new Command('mhb-card-bridge')
  .description(
    'The local agent beside the card reader: gives the card to pages of allowed sites, and to nobody else.',
  )
  .version(BRIDGE_VERSION)
  .option('--config <file>', 'configuration file', paths.config)
  .option('--data <directory>', 'where the device key lives', paths.dataDir);
const settings = () => program.opts<{ config: string; data: string }>();

program
  .command('run')
  .description('Serve the readers of this machine until told to stop.')
  .action(async () => {
    const { config, data } = settings();
    const { origins, ports, drivers, logLevel, pkcs11Module } = await readConfiguration(config);
    const bridge = await createBridge({
      pcsc: systemPcscPort(drivers === undefined ? {} : { drivers }),
      origins,
      dataDir: data,
      logger: pino({ level: logLevel ?? 'info' }),
      ...(pkcs11Module === undefined ? {} : { certificateCards: pkcs11CertificateCards(pkcs11Module) }),
      ...(ports === undefined ? {} : { ports }),
    });
    await bridge.start();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void bridge.stop());
    }
  });

program
  .command('doctor')
  .description('Say in words what is missing and how to mend it.')
  .action(async () => {
    const findings = await examine({ configPath: settings().config });
    for (const { subject, ok, finding, remedy } of findings) {
      console.log(`${ok ? 'ok     ' : 'MISSING'}  ${subject}: ${finding}`);
      if (remedy !== undefined) console.log(`         → ${remedy}`);
    }
    process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1;
  });

program
  .command('open')
  .description('Print a one-time link that makes a browser known; only a known browser can answer for you.')
  .action(async () => {
    console.log(await linkForBrowser(settings().data));
  });

program
  .command('list')
  .description('List the sites that you have allowed to read cards, and until when.')
  .action(async () => {
    const grants = await new Grants(settings().data).list();
    if (grants.length === 0) console.log('None.');
    for (const { origin, expiresAt } of grants)
      console.log(`${origin}  until ${new Date(expiresAt).toISOString()}`);
  });

program
  .command('revoke')
  .argument('[origin]', 'one site; all of them by default')
  .description('Take back what you have allowed. A running bridge obeys at once.')
  .action(async (origin: string | undefined) => {
    console.log(`${await new Grants(settings().data).revoke(origin)} revoked.`);
  });

program
  .command('enrol')
  .argument('[name]', 'what the operator calls this bridge', hostname())
  .description('Print the entry by which a gateway enrols this bridge ("bridges" in its configuration).')
  .action(async (name: string) => {
    const { kty, crv, x, y } = (await loadDeviceKey(settings().data)).publicJwk;
    console.log(JSON.stringify({ name, publicJwk: { kty, crv, x, y } }));
  });

program
  .command('install-service')
  .description('Write a systemd user unit that runs the bridge whenever you are logged in.')
  .action(async () => {
    const { config, data } = settings();
    const path = join(
      process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'),
      'systemd/user/mhb-card-bridge.service',
    );
    const unit = systemdUnit({
      node: process.execPath,
      command: fileURLToPath(import.meta.url),
      configPath: resolve(config),
      dataDir: resolve(data),
    });
    // The unit may write there and nowhere else, so it has to exist.
    await mkdir(data, { recursive: true, mode: 0o700 });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, unit);
    console.log(
      `Wrote ${path}\nNow: systemctl --user daemon-reload && systemctl --user enable --now mhb-card-bridge`,
    );
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof MhbError)) throw error;
  const { message, remedy } = describeError(error.code, process.env['LANG'] ?? 'en');
  console.error(`${message} (${error.message})\n${remedy}`);
  process.exitCode = 1;
}
