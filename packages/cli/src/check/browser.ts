import { MhbError } from '@mhb-kit/core/error';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A message of the DevTools protocol. A response has the `id` of its call, whereas an event has a `method`. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}
type Parameters = Readonly<Record<string, unknown>>;

/** One tab of a headless browser, controlled through the DevTools protocol. */
export interface Tab {
  call(method: string, parameters?: Parameters): Promise<Parameters>;
  on(method: string, listener: (parameters: Parameters) => void): void;
}

export interface BrowserOptions {
  readonly path: string;
  readonly acceptAnyCertificate: boolean;
  readonly signal: AbortSignal;
}

const FLAGS = [
  '--headless=new',
  // Two pipes control the browser instead of a port, because no other program on the machine can use the
  // pipes.
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--mute-audio',
];

/** A headless browser. */
export interface Browser {
  /** Opens a tab that shares nothing with other tabs, calls `use` with it, and then closes it. */
  withTab<Result>(use: (tab: Tab) => Promise<Result>): Promise<Result>;
}

/**
 * Starts a browser with a new profile and calls `use` with it. Then closes the browser and deletes the
 * profile.
 * @throws {MhbError} `browser-failed`
 */
export async function withBrowser<Result>(
  { path, acceptAnyCertificate, signal }: BrowserOptions,
  use: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const profile = await mkdtemp(join(tmpdir(), 'mhb-check-'));
  const flags = [
    ...FLAGS,
    `--user-data-dir=${profile}`,
    ...(acceptAnyCertificate ? ['--ignore-certificate-errors'] : []),
    // Chromium refuses to run as root with its sandbox. A check that runs as root is usually in a container.
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
  ];
  const child = spawn(path, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const lost = once(child, 'exit').then(
    () => Promise.reject(new MhbError('browser-failed', 'The browser has ended')),
    (cause: unknown) => Promise.reject(new MhbError('browser-failed', 'The browser cannot run', { cause })),
  );
  const aborted = new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
  // Handle the rejections here, because each promise might reject when nothing awaits it anymore.
  for (const each of [lost, aborted]) each.catch(() => undefined);
  try {
    return await Promise.race([use(drive(child)), lost, aborted]);
  } finally {
    await end(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill();
  const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
  await ended.catch(() => undefined);
  clearTimeout(timer);
}

function drive(child: ChildProcess): Browser {
  const [, , , input, output] = child.stdio as unknown as readonly [null, null, null, Writable, Readable];
  // Ignore write errors. Data sent to a browser that has exited is lost, and `lost` reports the exit.
  input.on('error', () => undefined);
  const waiting = new Map<
    number,
    { resolve: (result: Parameters) => void; reject: (error: Error) => void }
  >();
  /** The listener of each tab, keyed by the tab's session. */
  const listeners = new Map<string, (method: string, parameters: Parameters) => void>();
  let last = 0;
  const receive = ({ id, method = '', sessionId = '', params = {}, result, error }: Message): void => {
    if (id === undefined) {
      listeners.get(sessionId)?.(method, params);
      return;
    }
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(result ?? {});
    else call?.reject(new Error(error.message));
  };
  let rest = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = `${rest}${text}`.split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) receive(JSON.parse(message) as Message);
  });
  const send = (method: string, params: Parameters, sessionId?: string): Promise<Parameters> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  return {
    async withTab(use) {
      const { browserContextId } = await send('Target.createBrowserContext', {});
      try {
        const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
        const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
        const session = String(sessionId);
        const heard = new Map<string, (parameters: Parameters) => void>();
        listeners.set(session, (method, parameters) => heard.get(method)?.(parameters));
        return await use({
          call: (method, parameters = {}) => send(method, parameters, session),
          on: (method, listener) => {
            heard.set(method, listener);
          },
        });
      } finally {
        await send('Target.disposeBrowserContext', { browserContextId });
      }
    },
  };
}
