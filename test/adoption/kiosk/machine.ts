import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { root } from '../tarballs.js';
import { commandLine, family } from './traces.js';

/**
 * A kiosk's computer as set up in the guide: virtual display, Chromium with the managed policy, supervisor.
 */

const machineFolder = join(root, 'examples/municipal-kiosk/machine');

/** The reason why no kiosk can be set up here; `null` if one can. */
export function kioskMissing(): string | null {
  for (const program of ['/usr/bin/Xvfb', '/usr/sbin/cupsd', '/usr/bin/chromium']) {
    if (!existsSync(program)) return `no ${program}`;
  }
  // The policy folder of this machine must not change, so ours is mounted only for the kiosk.
  const mount = spawnSync('unshare', ['-m', 'true']);
  return mount.status === 0 ? null : 'mount namespaces require root';
}

export interface Display {
  readonly name: string;
  readonly stop: () => void;
}

export async function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (data: Buffer) => {
      resolve(data.toString().trim());
    });
    server.once('exit', () => {
      reject(new Error('No display'));
    });
  });
  return {
    name: `:${number}`,
    stop: () => {
      server.kill();
    },
  };
}

/**
 * The shipped policy for this site, with one addition that a test needs but a kiosk must not have: remote
 * debugging.
 */
export const policyFor = (origin: string): Record<string, unknown> => {
  const shipped = readFileSync(join(machineFolder, 'chromium-policy.json'), 'utf8');
  const policy = JSON.parse(shipped.replaceAll('https://kiosk.example.tw', origin)) as Record<
    string,
    unknown
  >;
  return {
    ...policy,
    DeveloperToolsAvailability: 1,
    RemoteDebuggingAllowed: true,
  };
};

export interface KioskOptions {
  readonly site: string;
  /** The folder of its settings. */
  readonly folder: string;
  /** A memory folder for everything that the browser writes. */
  readonly profile: string;
  readonly stick: string;
  readonly port: number;
  readonly display: string;
  readonly printSocket: string;
  readonly silenceMs: number;
}

export interface Kiosk {
  readonly processes: () => readonly number[];
  /** The page of the current session, or of the next one after `not`. */
  readonly session: (not?: string) => Promise<Session>;
  /** Simulates a power failure: all processes end at once, without cleaning up. */
  readonly powerCut: () => Promise<void>;
  readonly powerOn: () => void;
}

export interface Session {
  /** Different in each session. */
  readonly id: string;
  readonly page: Page;
  readonly detach: () => Promise<void>;
}

export function startKiosk(options: KioskOptions): Kiosk {
  const { site, folder, profile, stick, port, display, printSocket, silenceMs } = options;
  const place = (name: string): string => join(folder, name);
  for (const each of [folder, stick]) mkdirSync(each, { recursive: true });
  writeFileSync(place('policy.json'), JSON.stringify(policyFor(new URL(site).origin)));
  writeFileSync(
    place('kiosk.json'),
    JSON.stringify({
      site,
      folder: profile,
      stick,
      stickMustBeMounted: false,
      port,
      silenceMs,
      browserArguments: [
        '--no-sandbox',
        '--remote-debugging-port=0',
        '--disable-background-networking',
        '--lang=zh-TW',
        '--window-size=1920,1080',
        '--window-position=0,0',
      ],
      afterSession: [['cancel', '-h', printSocket, '-a', '-x']],
    }),
  );
  const script = `
    mount -t tmpfs none /etc/chromium && mkdir -p /etc/chromium/policies/managed &&
    cp "$1" /etc/chromium/policies/managed/mhb-kiosk.json && mount -t tmpfs none /dev/shm &&
    exec "$2" "$3" "$4"`;
  let supervisor: ChildProcess | undefined;
  const powerOn = (): void => {
    supervisor = spawn(
      'unshare',
      [
        ...['-m', 'sh', '-c', script, 'sh', place('policy.json')],
        ...[process.execPath, join(machineFolder, 'supervisor.mjs'), place('kiosk.json')],
      ],
      { stdio: 'ignore', env: { ...process.env, DISPLAY: display, CUPS_SERVER: printSocket } },
    );
  };
  const processes = (): readonly number[] => (supervisor?.pid === undefined ? [] : family(supervisor.pid));
  powerOn();

  return {
    processes,
    powerOn,
    async session(not) {
      const deadline = Date.now() + 60_000;
      while (Date.now() < deadline) {
        const session = await attach(join(profile, 'profile/DevToolsActivePort'), not);
        if (session !== null) return session;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      throw new Error('No session has begun');
    },
    async powerCut() {
      const all = processes();
      for (const pid of all) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // Ending one also ends its children.
        }
      }
      while (all.some((pid) => existsSync(`/proc/${pid}`) && commandLine(pid) !== ''))
        await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };

  async function attach(portFile: string, not: string | undefined): Promise<Session | null> {
    let browser: Browser | undefined;
    try {
      const [devtools = '', id = ''] = readFileSync(portFile, 'utf8').split('\n');
      if (id === not) return null;
      browser = await chromium.connectOverCDP(`http://127.0.0.1:${devtools}`);
      const page = browser
        .contexts()
        .flatMap((context) => context.pages())
        .find((one) => one.url().startsWith(site));
      if (page === undefined) {
        await browser.close();
        return null;
      }
      page.setDefaultTimeout(20_000);
      const attached = browser;
      return { id, page, detach: () => attached.close() };
    } catch {
      await browser?.close().catch(() => undefined);
      return null;
    }
  }
}
