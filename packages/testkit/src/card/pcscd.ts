import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vpcdSlot, type VpcdSlot } from './vpcd-slot.js';

export type { VpcdSlot } from './vpcd-slot.js';

/** A separate PC/SC daemon with virtual readers. */
export interface Pcscd {
  /** The environment variables that make a PC/SC client use this daemon instead of the machine's. */
  readonly environment: Readonly<Record<string, string>>;
  readonly slots: readonly [VpcdSlot, VpcdSlot];
  readonly pid: number;
  /** Kills the daemon immediately, as in a crash. Its cards are then gone. `start` restarts it. */
  kill(): Promise<void>;
  /** Starts the daemon again at the same address after `kill`. */
  start(): Promise<void>;
  /** Stops the daemon and removes its files. */
  stop(): Promise<void>;
}

/** The TCP ports of vpcd's two slots. Debian configures 0x8C7B, which is the first of them. */
const VPCD_PORTS = ['35963', '35964'];
const START_TIMEOUT_MS = 10_000;
const RELAY = fileURLToPath(new URL('../../dist/card/vpcd-relay.js', import.meta.url));

/**
 * The daemon runs in its own namespaces: one for the network, because vpcd listens on every address, and one for
 * mounts, because the path of its socket is fixed. A daemon that is already running on the machine is therefore
 * neither disturbed nor used. The routes are rewritten with `quickack`, because otherwise each message waits 40 ms
 * for a delayed acknowledgement.
 */
const SCRIPT = `
ip link set lo up
for range in 127.0.0.0/8 127.0.0.1; do
  ip route change table local local $range dev lo proto kernel scope host src 127.0.0.1 quickack 1
done
mount -t tmpfs tmpfs /run && mkdir /run/pcscd && mount --bind "$1" /run/pcscd || exit 1
exec 3<&0 # a background command loses its standard input, which tells the relay when to end
"$2" "$3" "$1" ${VPCD_PORTS.join(' ')} <&3 &
flags='--foreground --error'
pcscd --help 2>&1 | grep -q disable-polkit && flags="$flags --disable-polkit"
exec pcscd $flags
`;

/** Returns the reason why a PC/SC daemon with virtual readers cannot run on this machine, or `null` if it can. */
export function pcscdMissing(): string | null {
  if (process.platform !== 'linux') return 'virtual readers need Linux';
  for (const program of ['pcscd', 'unshare', 'ip']) {
    if (spawnSync('sh', ['-c', `command -v ${program}`], { env: environmentWithSbin() }).status !== 0) {
      return `${program} is not installed`;
    }
  }
  if (!existsSync('/etc/reader.conf.d/vpcd')) return 'vsmartcard-vpcd is not installed';
  if (spawnSync('unshare', [...unshareFlags(), 'true']).status !== 0) {
    return 'namespaces are not permitted here (needs root, or unprivileged user namespaces)';
  }
  return null;
}

/**
 * Starts a PC/SC daemon with two empty virtual readers, with or without root. Check {@link pcscdMissing} first.
 * The daemon stops when `stop()` is called, and automatically when this process ends for any reason.
 */
export async function startPcscd(): Promise<Pcscd> {
  const directory = await mkdtemp(join(tmpdir(), 'mhb-pcscd-'));
  let daemon = await launch(directory);
  const slots = VPCD_PORTS.map((_, slot) =>
    vpcdSlot(`Virtual PCD 00 0${slot}`, join(directory, `slot${slot}.sock`)),
  ) as [VpcdSlot, VpcdSlot];

  const end = async () => {
    for (const slot of slots) slot.remove();
    const ended = daemon;
    if (ended.exitCode !== null || ended.signalCode !== null) return;
    await new Promise((resolve) => {
      ended.once('exit', resolve);
      ended.kill('SIGKILL');
    });
    // The relay ends when its standard input closes.
    ended.stdin?.destroy();
  };

  return {
    environment: { PCSCLITE_CSOCK_NAME: join(directory, 'pcscd.comm') },
    slots,
    get pid() {
      return daemon.pid ?? -1;
    },
    kill: end,
    async start() {
      await end();
      daemon = await launch(directory);
    },
    async stop() {
      await end();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function launch(directory: string): Promise<ChildProcess> {
  const sockets = ['pcscd.comm', 'slot0.sock', 'slot1.sock'].map((name) => join(directory, name));
  for (const leftover of [...sockets, join(directory, 'pcscd.pid')]) await rm(leftover, { force: true });
  const daemon = spawn(
    'unshare',
    [...unshareFlags(), 'sh', '-c', SCRIPT, 'sh', directory, process.execPath, RELAY],
    {
      stdio: ['pipe', 'ignore', 'pipe'],
      env: environmentWithSbin(),
    },
  );
  daemon.stdin.on('error', () => undefined);
  let log = '';
  daemon.stderr.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-2000)));
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!sockets.every((path) => existsSync(path))) {
    if (daemon.exitCode !== null || Date.now() > deadline) {
      daemon.kill('SIGKILL');
      throw new Error(`pcscd did not start: ${log.trim()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return daemon;
}

/**
 * Returns the flags that create namespaces for network and mounts, and without root also a user namespace that
 * permits them.
 */
const unshareFlags = (): string[] => (process.getuid?.() === 0 ? ['-mn'] : ['-rmn']);

/**
 * Returns an environment whose PATH includes the folders in which Debian installs `pcscd` and `ip`, because these
 * folders are not on a normal user's PATH.
 */
const environmentWithSbin = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`,
});
