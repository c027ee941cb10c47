import { mkdir, writeFile } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { pino } from 'pino';
import { BRIDGE_VERSION, createBridge, linkForBrowser } from '../bridge.js';
import { defaultPaths, readConfiguration } from '../configuration/configuration.js';
import { Browsers } from '../consent/browsers.js';
import { Grants } from '../consent/grants.js';
import { loadDeviceKey } from '../storage/device-key.js';
import { pkcs11CertificateCards } from '../pkcs11/certificate-cards.js';
import { systemPcscPort } from '../pcsc/system-port.js';
import { systemdUnit } from './systemd-unit.js';
import { findingsOf } from './doctor.js';
import { driverInUse, examine, examineCards } from './examination.js';
import { reportOf } from './report.js';
import type { CommandWords } from './words.js';

/** @param executable this very program, for the service that runs it */
export function buildProgram(words: CommandWords, executable: string): Command {
  const paths = defaultPaths();
  const program = new Command('mhb-card-bridge')
    .description(words.description)
    .version(BRIDGE_VERSION)
    .option('--config <file>', words.configOption, paths.config)
    .option('--data <directory>', words.dataOption, paths.dataDir);
  const settings = () => program.opts<{ config: string; data: string }>();
  const print = (line: string) => process.stdout.write(`${line}\n`);

  program
    .command('run')
    .description(words.run)
    .action(async () => {
      const { config, data } = settings();
      const { origins, ports, drivers, logLevel, pkcs11Module } = await readConfiguration(config);
      const bridge = await createBridge({
        pcsc: systemPcscPort(drivers === undefined ? {} : { drivers }),
        origins,
        dataDir: data,
        logger: pino({ level: logLevel ?? 'info' }, pino.destination(2)),
        ...(pkcs11Module === undefined ? {} : { certificateCards: pkcs11CertificateCards(pkcs11Module) }),
        ...(ports === undefined ? {} : { ports }),
      });
      await bridge.start();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => void bridge.stop());
      }
      print(words.listening(bridge.address.url));
    });

  program
    .command('doctor')
    .description(words.doctor)
    .option('--report', words.doctorReport)
    .option('--card', words.doctorCard)
    .action(async ({ report, card }: { report?: true; card?: true }) => {
      const { config } = settings();
      const examination = await examine({ configPath: config });
      const driver = driverInUse(examination.drivers);
      const cards = card === true && driver !== null ? await examineCards(driver) : [];
      if (report === true) {
        print(reportOf(examination, cards, BRIDGE_VERSION));
        return;
      }
      const findings = findingsOf(examination, config, words);
      const label = (ok: boolean) => (ok ? words.ok : words.missing);
      for (const { subject, ok, finding, remedy } of findings) {
        print(`${label(ok)}  ${subject}: ${finding}`);
        if (remedy !== undefined) print(`    → ${remedy}`);
      }
      for (const { reader, outcome, commands } of cards) {
        print(`${label(outcome === 'ok')}  ${reader}: ${outcome}`);
        for (const { instruction, answer, ms } of commands) print(`    ${instruction} → ${answer}, ${ms} ms`);
      }
      process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1;
    });

  program
    .command('pair')
    .description(words.pair)
    .action(async () => {
      const link = await linkForBrowser(settings().data);
      print(`${words.pairFirst}\n${link}`);
    });

  program
    .command('list')
    .description(words.list)
    .action(async () => {
      const { data } = settings();
      const grants = await new Grants(data).list();
      if (grants.length === 0) print(words.noSites);
      for (const { origin, expiresAt } of grants)
        print(words.siteUntil(origin, new Date(expiresAt).toISOString()));
      print(words.browsers(await new Browsers(data).count()));
    });

  program
    .command('revoke')
    .argument('[origin]', words.revokeSite)
    .option('--browsers', words.revokeBrowsers)
    .description(words.revoke)
    .action(async (origin: string | undefined, { browsers }: { browsers?: true }) => {
      const { data } = settings();
      print(words.revoked(await new Grants(data).revoke(origin)));
      if (browsers === true) print(words.forgotten(await new Browsers(data).forget()));
    });

  program
    .command('enrol')
    .argument('[name]', words.enrolName, hostname())
    .description(words.enrol)
    .action(async (name: string) => {
      const { kty, crv, x, y } = (await loadDeviceKey(settings().data)).publicJwk;
      print(JSON.stringify({ name, publicJwk: { kty, crv, x, y } }));
    });

  program
    .command('install-service')
    .description(words.installService)
    .action(async () => {
      const { config, data } = settings();
      const path = join(
        process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'),
        'systemd/user/mhb-card-bridge.service',
      );
      const unit = systemdUnit({
        node: process.execPath,
        command: executable,
        configPath: resolve(config),
        dataDir: resolve(data),
      });
      // The unit may write there and nowhere else, so it has to exist.
      await mkdir(data, { recursive: true, mode: 0o700 });
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, unit);
      print(
        words.serviceWritten(
          path,
          'systemctl --user daemon-reload && systemctl --user enable --now mhb-card-bridge',
        ),
      );
    });

  return program;
}
