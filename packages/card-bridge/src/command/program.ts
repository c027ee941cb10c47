import { mkdir, writeFile } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { pino } from 'pino';
import { createBridge, linkForBrowser, type Bridge } from '../bridge.js';
import { defaultPaths } from '../configuration/configuration.js';
import { registryOrigins } from '../configuration/windows-registry.js';
import { allowSites, defaultPolicyPath, readAllConfiguration, siteStore } from '../configuration/policy.js';
import { Browsers } from '../consent/browsers.js';
import { Grants } from '../consent/grants.js';
import { MhbError } from '@mhb-kit/core/error';
import { BRIDGE_VERSION, singleExecutable } from '../installation/own-parts.js';
import { loadDeviceKey } from '../storage/device-key.js';
import { pkcs11CertificateCards } from '../pkcs11/certificate-cards.js';
import { systemPcscPort } from '../pcsc/system-port.js';
import { ensureRunning, ensureStopped, openInBrowser, startUnlessRunning } from './running-bridge.js';
import { systemdUnit } from './systemd-unit.js';
import { findingsOf } from './doctor.js';
import { driverInUse, examine, examineCards } from './examination.js';
import {
  installForThisPerson,
  installIfBundle,
  lookDaily,
  ownUpdater,
  ownVersions,
  startCurrent,
  uninstallForThisPerson,
} from './own-installation.js';
import { selfTest } from './self-test.js';
import { reportOf } from './report.js';
import { commandWords, type CommandWords } from './words.js';

/** @param executable the command that starts this program, for use in a service definition */
export function buildProgram(words: CommandWords, executable: readonly string[]): Command {
  const paths = defaultPaths();
  const program = new Command('mhb-card-bridge')
    .description(words.description)
    .version(BRIDGE_VERSION)
    .option('--config <file>', words.configOption, paths.config)
    .option('--data <directory>', words.dataOption, paths.dataDir)
    .option('--policy <file>', words.policyOption, defaultPolicyPath());
  const settings = () => program.opts<{ config: string; data: string; policy: string }>();
  const sources = () => {
    const { config, policy } = settings();
    const packed = singleExecutable === null ? null : [...singleExecutable.origins, ...registryOrigins()];
    return { config, policy, packed };
  };
  const configuration = () => readAllConfiguration(sources());
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const startIfNeeded = async () => {
    const { config, data, policy } = settings();
    const own = ['--config', config, '--data', data, '--policy', policy];
    if (!(await ensureRunning(data, [...executable, ...own, 'run', '--unless-running'])))
      throw new MhbError('bridge-not-installed', 'The bridge did not start');
  };

  const serve = async () => {
    const { data } = settings();
    const versions = ownVersions();
    if (versions !== null && (await versions.startedOnTrial(BRIDGE_VERSION))) startCurrent(versions);
    const { origins, ports, drivers, logLevel, pkcs11Module } = await configuration();
    const logger = pino({ level: logLevel ?? 'info' }, pino.destination(2));
    const updater = ownUpdater(versions, () => bridge);
    const bridge: Bridge = await createBridge({
      pcsc: systemPcscPort(drivers === undefined ? {} : { drivers }),
      origins,
      sites: siteStore(sources()),
      check: async (language) =>
        findingsOf(await examine({ configuration }), settings().config, commandWords(language)),
      ...(singleExecutable === null ? {} : { operatorKey: singleExecutable.operatorKey }),
      dataDir: data,
      logger,
      ...(updater === null ? {} : { updates: updater }),
      ...(pkcs11Module === undefined ? {} : { certificateCards: pkcs11CertificateCards(pkcs11Module) }),
      ...(ports === undefined ? {} : { ports }),
    });
    await bridge.start();
    await versions?.passedTrial();
    if (updater !== null)
      lookDaily(updater, (err) => {
        logger.warn({ err }, 'could not check for updates');
      });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void bridge.stop());
    }
    print(words.listening(bridge.address.url));
  };

  program
    .command('run')
    .description(words.run)
    .option('--unless-running', words.unlessRunning)
    .option('--background', words.background)
    .action(async ({ unlessRunning, background }: { unlessRunning?: true; background?: true }) => {
      if (background === true) await startIfNeeded();
      else if (unlessRunning === true) await startUnlessRunning(settings().data, serve);
      else await serve();
    });

  program
    .command('doctor')
    .description(words.doctor)
    .option('--report', words.doctorReport)
    .option('--card', words.doctorCard)
    .action(async ({ report, card }: { report?: true; card?: true }) => {
      const { config } = settings();
      const examination = await examine({ configuration });
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
      const read = cards.every(({ outcome }) => outcome === 'ok');
      process.exitCode = read && findings.every(({ ok }) => ok) ? 0 : 1;
    });

  program
    .command('pair')
    .description(words.pair)
    .action(async () => {
      const link = await linkForBrowser(settings().data);
      print(`${words.pairFirst}\n${link}`);
    });

  program
    .command('open')
    .description(words.open)
    .action(async () => {
      await installIfBundle(settings());
      await startIfNeeded();
      const link = await linkForBrowser(settings().data);
      if (!openInBrowser(link)) print(`${words.pairFirst}\n${link}`);
    });

  program
    .command('stop')
    .description(words.stop)
    .action(async () => {
      process.exitCode = (await ensureStopped(settings().data)) ? 0 : 1;
    });

  program
    .command('allow')
    .argument('<site...>', words.allowSite)
    .option('--machine', words.allowMachine)
    .description(words.allow)
    .action(async (sites: readonly string[], { machine }: { machine?: true }) => {
      const { config, policy } = settings();
      await (machine === true ? allowSites(policy, sites, 0o644) : allowSites(config, sites, 0o600));
      print(words.allows(sites.join(', ')));
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

  program.command('self-test', { hidden: true }).action(async () => {
    process.exitCode = (await selfTest()) ? 0 : 1;
  });

  if (singleExecutable !== null) {
    program
      .command('install')
      .description(words.install)
      .action(async () => {
        await installForThisPerson(settings());
        print(words.installed);
      });
    program
      .command('uninstall')
      .description(words.uninstall)
      .action(async () => {
        await uninstallForThisPerson();
        print(words.uninstalled);
      });
  }

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
        executable,
        configPath: resolve(config),
        dataDir: resolve(data),
        writable: [resolve(data), resolve(dirname(config))],
      });
      // systemd restricts the service's write access to this folder and the next one, so both must exist.
      await mkdir(data, { recursive: true, mode: 0o700 });
      await mkdir(dirname(config), { recursive: true, mode: 0o700 });
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
