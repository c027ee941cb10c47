import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nodeFolder } from '../../node-version.mjs';

/**
 * The machine of the production guide: a clean Debian 12 with Node 24, nginx and PostgreSQL, booted by systemd in a
 * container. What is written there is in memory and gone with it. Its only network leads to its neighbours.
 */

const base = process.env['MHB_PRODUCTION_ROOT'] ?? join(tmpdir(), 'mhb-production-root');
const PACKAGES = 'systemd-sysv dbus nginx-light postgresql openssl ca-certificates curl iproute2';
/** Of the machine, and of its neighbours. */
export const ADDRESSES = { machine: '10.77.0.1', neighbours: '10.77.0.2' } as const;
export const HOSTS = `127.0.0.1 localhost
${ADDRESSES.machine} gateway.example.tw
${ADDRESSES.neighbours} mail.example.tw sms.example.tw objects.example.tw registry.example.tw
`;

/** Why no machine can be booted here; `null` if one can. */
export function machineMissing(): string | null {
  for (const program of [
    '/usr/bin/systemd-nspawn',
    '/usr/sbin/debootstrap',
    '/usr/sbin/ip',
    '/usr/bin/openssl',
  ])
    if (!existsSync(program)) return `no ${program}`;
  return process.getuid?.() === 0 ? null : 'only root can boot a container';
}

function must(program: string, args: readonly string[], options: object = {}): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

/** Once for all runs; takes minutes, and a mirror of Debian. */
function prepareBase(): void {
  const isReady = join(base, 'mhb-ready');
  if (existsSync(isReady)) return;
  if (!existsSync(join(base, 'usr/bin/apt-get')))
    must('debootstrap', ['--variant=minbase', 'bookworm', base, 'http://deb.debian.org/debian']);
  const script = `
    printf '#!/bin/sh\\nexit 101\\n' >/usr/sbin/policy-rc.d && chmod 755 /usr/sbin/policy-rc.d
    apt-get -qq update && apt-get -qq install -y --no-install-recommends ${PACKAGES}
    rm /usr/sbin/policy-rc.d`;
  must('chroot', [base, 'sh', '-ec', script], {
    env: { PATH: '/usr/sbin:/usr/bin', DEBIAN_FRONTEND: 'noninteractive' },
  });
  cpSync(join(nodeFolder('24'), 'node'), join(base, 'usr/bin/node'));
  const npm = dirname(dirname(realpathSync(must('sh', ['-c', 'command -v npm']).trim())));
  cpSync(npm, join(base, 'usr/lib/node_modules/npm'), { recursive: true });
  must('ln', ['-sf', '../lib/node_modules/npm/bin/npm-cli.js', join(base, 'usr/bin/npm')]);
  writeFileSync(isReady, '');
}

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

async function outcomeOf(child: ChildProcess, input = ''): Promise<Outcome> {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  // Most commands read nothing, and some have ended by now.
  child.stdin?.on('error', () => undefined).end(input);
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, output };
}

export interface Machine {
  /** Runs a line as root in root's home, as a reader of the guide does. */
  readonly run: (line: string, input?: string) => Promise<Outcome>;
  readonly write: (path: string, text: string, mode?: number) => void;
  readonly read: (path: string) => string;
  /** A program of this repository in the neighbours' network, with their names; `stop` ends all of them. */
  readonly beside: (...args: readonly string[]) => ChildProcess;
  readonly stop: () => void;
}

/** Boots the machine. @param folder of the neighbours: their certificates, and what they receive */
export async function bootMachine(folder: string): Promise<Machine> {
  prepareBase();
  const hosts = join(folder, 'hosts');
  writeFileSync(hosts, HOSTS);
  const container = spawn(
    'systemd-nspawn',
    [
      ...['-D', base, '--volatile=overlay', '-b', '--register=no', '--keep-unit', '--private-network'],
      ...['--resolv-conf=off', '--console=pipe', '--hostname=gateway'],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  let system = '';
  while (system === '') {
    await pause(100);
    if (container.exitCode !== null) throw new Error('The machine did not boot');
    system = spawnSync('pgrep', ['-P', String(container.pid)], { encoding: 'utf8' }).stdout.trim();
  }
  // A network and names of their own, as long as this shell runs.
  const neighbours = spawn(
    'unshare',
    [
      '-n',
      '-m',
      'sh',
      '-c',
      'mount --bind "$0" /etc/hosts && ip link set lo up && echo up && exec sleep infinity',
      hosts,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise((resolve) => neighbours.stdout.once('data', resolve));
  const outside = String(neighbours.pid);
  must('ip', [
    'link',
    'add',
    'host0',
    'netns',
    system,
    'type',
    'veth',
    'peer',
    'name',
    'host0',
    'netns',
    outside,
  ]);
  for (const [pid, address] of [
    [system, ADDRESSES.machine],
    [outside, ADDRESSES.neighbours],
  ] as const) {
    must('nsenter', ['-t', pid, '-n', 'ip', 'address', 'add', `${address}/24`, 'dev', 'host0']);
    must('nsenter', ['-t', pid, '-n', 'ip', 'link', 'set', 'host0', 'up']);
  }

  const inside = ['-t', system, '-a', 'env', '-i', 'HOME=/root', 'LC_ALL=C.UTF-8', 'TERM=dumb'];
  const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  const run = (line: string, input = ''): Promise<Outcome> =>
    outcomeOf(spawn('nsenter', [...inside, path, 'bash', '-c', `cd && ${line}`]), input);
  const at = (name: string): string => join('/proc', system, 'root', name);
  const machine: Machine = {
    run,
    write(name, text, mode = 0o644) {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), text, { mode });
    },
    read: (name) => readFileSync(at(name), 'utf8'),
    beside: (...args) =>
      spawn('nsenter', ['-t', outside, '-n', '-m', ...args], {
        stdio: ['pipe', 'pipe', 'pipe'],
        env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem') },
      }),
    stop() {
      // With the first process of the container all others end.
      process.kill(Number(system), 'SIGKILL');
      container.kill();
      neighbours.kill('SIGKILL');
    },
  };
  for (;;) {
    const { output } = await run('systemctl is-system-running');
    if (/running|degraded/.test(output)) break;
    await pause(200);
  }
  machine.write('etc/hosts', HOSTS);
  return machine;
}
