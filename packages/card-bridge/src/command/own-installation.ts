import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Bridge } from '../bridge.js';
import {
  AGENT,
  BUNDLE,
  BUNDLE_PROGRAMS,
  bundleDescription,
  bundleNames,
  bundleOf,
  desktopEntry,
  installationOf,
  launchAgent,
  launcher,
  macSession,
  ownInstallation,
  placeInVersion,
} from '../installation/per-user.js';
import { BRIDGE_VERSION, singleExecutable } from '../installation/own-parts.js';
import { Updater } from '../update/updater.js';
import { Versions } from '../update/versions.js';
import { systemdUnit } from './systemd-unit.js';

/**
 * Functions that install, check, update, and remove the single executable when a person installs it for
 * themselves only.
 */

/** Exit code that asks the service manager to restart the program. */
export const START_AGAIN = 75;

const DAY_MS = 24 * 3_600_000;
/** Time to wait before the program ends, so that the response can reach the window. */
const ANSWERED_MS = 500;

/**
 * Returns the folder of versions that this process belongs to, or `null` if the program was not installed
 * that way.
 */
export function ownVersions(): Versions | null {
  const root = singleExecutable === null ? null : installationOf(process.execPath);
  return root === null ? null : new Versions(root, placeInVersion(process.execPath));
}

/**
 * Checks whether a supervisor restarts this process when it ends with {@link START_AGAIN}. On macOS, programs
 * in a terminal have a service name too, so only the name of the bridge's own service counts.
 */
const isSupervised = (): boolean =>
  process.env['INVOCATION_ID'] !== undefined || process.env['XPC_SERVICE_NAME'] === AGENT;

/** Starts the current version in place of this process. */
export function startCurrent(versions: Versions): never {
  if (isSupervised()) process.exit(START_AGAIN);
  spawn(versions.program, process.argv.slice(2), { detached: true, stdio: 'ignore' }).unref();
  process.exit(0);
}

/**
 * Creates the updater that finds and installs newer versions of the bridge in this process. Returns `null` if
 * something else updates the bridge (apt, an administrator, or npm).
 * @param running returns the running bridge, which is stopped before another version starts
 */
export function ownUpdater(versions: Versions | null, running: () => Bridge): Updater | null {
  const { updates, operatorKey: key, target = '' } = singleExecutable ?? {};
  if (updates === undefined || key === undefined) return null;
  const about = { url: updates, key, running: { version: BRIDGE_VERSION, target, kind: '.tar.gz' } };
  if (process.platform === 'win32') return ownMsi(about);
  if (versions === null) return null;
  return new Updater({
    ...about,
    apply: async (version, bytes) => {
      await versions.install(version, bytes);
      setTimeout(() => {
        void running()
          .stop()
          .finally(() => startCurrent(versions));
      }, ANSWERED_MS);
    },
  });
}

/**
 * Builds the arguments for `cmd.exe`. The installer stops the running bridge and replaces the program; if
 * that fails, it restores the previous program. Afterward, the installed program starts.
 */
const installAndReturn = (installer: string, program: string): string[] => [
  '/d',
  '/s',
  '/c',
  `"start "" /wait msiexec.exe /i "${installer}" /passive & "${program}" run --background"`,
];

/**
 * Creates the updater for Windows, where the installer replaces the program and, if that fails, restores the
 * previous one. Only an installation for one person uses this updater.
 */
function ownMsi(about: Omit<ConstructorParameters<typeof Updater>[0], 'apply'>): Updater | null {
  const own = process.env['LOCALAPPDATA'];
  if (own === undefined || !process.execPath.toLowerCase().startsWith(own.toLowerCase())) return null;
  return new Updater({
    ...about,
    running: { ...about.running, kind: '.msi' },
    apply: async (version, bytes) => {
      const file = join(await mkdtemp(join(tmpdir(), 'mhb-card-bridge-')), `mhb-card-bridge-${version}.msi`);
      await writeFile(file, bytes);
      spawn('cmd.exe', installAndReturn(file, process.execPath), {
        detached: true,
        stdio: 'ignore',
        windowsHide: true,
        windowsVerbatimArguments: true,
      }).unref();
    },
  });
}

/** Checks for newer versions now and once a day. Errors go to `onFailure`, and the bridge keeps running. */
export function lookDaily(updater: Updater, onFailure: (error: unknown) => void): void {
  const look = () => void updater.look().catch(onFailure);
  look();
  setInterval(look, DAY_MS).unref();
}

const places = (home = homedir()) => ({
  command: join(home, '.local/bin/mhb-card-bridge'),
  unit: join(home, '.config/systemd/user/mhb-card-bridge.service'),
  desktop: join(home, '.local/share/applications/mhb-card-bridge.desktop'),
  agent: join(home, `Library/LaunchAgents/${AGENT}.plist`),
  application: join(home, 'Applications', BUNDLE),
});

const write = async (path: string, text: string) => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
};

const launchctl = (...args: readonly string[]) => spawnSync('launchctl', args, { stdio: 'ignore' });

/** Creates an application for Finder and Spotlight that always opens the current version. */
async function writeLauncher(application: string, program: string) {
  await rm(application, { recursive: true, force: true });
  const contents = join(application, 'Contents');
  await write(join(contents, 'Info.plist'), bundleDescription('open', BRIDGE_VERSION));
  for (const [name, text] of Object.entries(bundleNames))
    await write(join(contents, 'Resources', name), text);
  const script = join(application, BUNDLE_PROGRAMS, 'open');
  await write(script, launcher(program));
  await chmod(script, 0o755);
}

/**
 * Copies the program and its files into the person's own folders, configures it to start at login, and starts
 * it.
 */
export async function installForThisPerson(paths: {
  readonly config: string;
  readonly data: string;
}): Promise<void> {
  const versions = new Versions(ownInstallation(), placeInVersion(process.execPath));
  const bundle = bundleOf(process.execPath);
  await (bundle === null
    ? versions.installCopy(BRIDGE_VERSION, dirname(process.execPath))
    : versions.installCopy(BRIDGE_VERSION, bundle, BUNDLE));
  const { command, unit, desktop, agent, application } = places();
  await mkdir(dirname(command), { recursive: true });
  await rm(command, { force: true });
  await symlink(versions.program, command);
  if (process.platform === 'darwin') {
    await writeLauncher(application, versions.program);
    await write(agent, launchAgent(versions.program));
    // Stop the agent of any earlier installation first, because it has the same name.
    launchctl('bootout', `${macSession()}/${AGENT}`);
    launchctl('bootstrap', macSession(), agent);
    return;
  }
  await mkdir(paths.data, { recursive: true, mode: 0o700 });
  await mkdir(dirname(paths.config), { recursive: true, mode: 0o700 });
  await write(
    unit,
    systemdUnit({
      executable: [versions.program],
      configPath: paths.config,
      writable: [paths.data, dirname(paths.config), versions.root],
      dataDir: paths.data,
    }),
  );
  await write(desktop, desktopEntry(versions.program));
  spawnSync('systemctl', ['--user', 'daemon-reload'], { stdio: 'ignore' });
  spawnSync('systemctl', ['--user', 'enable', '--now', 'mhb-card-bridge.service'], { stdio: 'ignore' });
}

/** Installs the program if it is a macOS bundle that was opened from its download folder. */
export async function installIfBundle(paths: {
  readonly config: string;
  readonly data: string;
}): Promise<void> {
  if (singleExecutable === null || bundleOf(process.execPath) === null) return;
  if (installationOf(process.execPath) === null) await installForThisPerson(paths);
}

/**
 * Removes everything that {@link installForThisPerson} installed, but keeps the permissions that the person
 * has given.
 */
export async function uninstallForThisPerson(): Promise<void> {
  const { agent, ...others } = places();
  if (process.platform === 'darwin') launchctl('bootout', `${macSession()}/${AGENT}`);
  else {
    spawnSync('systemctl', ['--user', 'disable', '--now', 'mhb-card-bridge.service'], { stdio: 'ignore' });
  }
  for (const path of [agent, ...Object.values(others)]) await rm(path, { force: true, recursive: true });
  await rm(ownInstallation(), { recursive: true, force: true });
}
