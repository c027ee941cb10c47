import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MhbError } from '@mhb-kit/core/error';
import { pcscErrorCode } from '@mhb-kit/core/card';
import { DRIVER_NAMES, type DriverName, type FromChild, type ToChild } from './child-protocol.js';
import type { PcscPort, PcscSnapshot } from './port.js';

export interface SystemPcscPortOptions {
  /** Bindings to try, in this order. Default: `pcsclite`, then `pcsc-mini`. */
  readonly drivers?: readonly DriverName[];
  /** Added to the child's environment, as `PCSCLITE_CSOCK_NAME` for a PC/SC daemon at another address. */
  readonly environment?: Readonly<Record<string, string>>;
}

const CHILD = fileURLToPath(new URL('../../dist/pcsc/child.js', import.meta.url));
const BACKOFF_MS = { first: 1000, max: 10_000 } as const;
/** A child that does not even answer this long hangs in native code. Transmissions have their own, shorter limit. */
const CALL_TIMEOUT_MS = 10_000;
/** Native code may hang when nobody asks, too. */
const PING_MS = 5000;

/** A call without its number; distributes over the union. */
type Call<M = ToChild> = M extends ToChild ? Omit<M, 'call'> : never;

type Result = number | Uint8Array | null;

interface Pending {
  resolve(result: Result): void;
  reject(error: MhbError): void;
}

/** The readers of this machine, through PC/SC in a child process that is started again when it dies or hangs. */
export function systemPcscPort({
  drivers = DRIVER_NAMES,
  environment = {},
}: SystemPcscPortOptions = {}): PcscPort {
  let child: ChildProcess | null = null;
  let listener: (snapshot: PcscSnapshot) => void = () => undefined;
  let backoff: number = BACKOFF_MS.first;
  let timer: NodeJS.Timeout | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let nextCall = 1;
  const pending = new Map<number, Pending>();

  const failAll = () => {
    for (const { reject } of pending.values()) {
      reject(new MhbError('no-service', 'The PC/SC process ended', { retriable: true }));
    }
    pending.clear();
  };

  const launch = () => {
    const started = fork(CHILD, [...drivers], {
      serialization: 'advanced',
      env: { ...process.env, ...environment },
      // An inherited debugger port or loader is of no use to it.
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child = started;
    started.on('message', (message: FromChild) => {
      if (started !== child) return;
      if ('snapshot' in message) {
        if (message.snapshot.service === 'running') backoff = BACKOFF_MS.first;
        listener(message.snapshot);
        return;
      }
      const call = pending.get(message.call);
      pending.delete(message.call);
      if ('result' in message) call?.resolve(message.result);
      else call?.reject(returnCodeError(message.returnCode));
    });
    started.on('error', () => undefined);
    started.on('exit', () => {
      if (started !== child) return;
      child = null;
      failAll();
      listener({ service: 'stopped', driver: 'none', readers: [] });
      timer = setTimeout(launch, backoff);
      backoff = Math.min(backoff * 2, BACKOFF_MS.max);
    });
  };

  /** The answer to a call that is about to be made. */
  const answerTo = (id: number): Promise<Result> =>
    new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
    });

  const call = (message: Call, timeoutMs: number | null = CALL_TIMEOUT_MS) =>
    new Promise<Result>((resolve, reject) => {
      const asked = child;
      if (asked?.connected !== true) {
        reject(new MhbError('no-service', 'The PC/SC process is not running', { retriable: true }));
        return;
      }
      const id = nextCall++;
      const limit =
        timeoutMs === null
          ? undefined
          : setTimeout(() => {
              asked.kill('SIGKILL');
            }, timeoutMs);
      pending.set(id, {
        resolve(result) {
          clearTimeout(limit);
          resolve(result);
        },
        reject(error) {
          clearTimeout(limit);
          reject(error);
        },
      });
      asked.send({ call: id, ...message });
    });

  return {
    async start(onSnapshot) {
      await new Promise<void>((resolve) => {
        listener = (snapshot) => {
          onSnapshot(snapshot);
          resolve();
        };
        launch();
      });
      heartbeat = setInterval(() => {
        call({ op: 'ping' }).catch(() => undefined);
      }, PING_MS);
    },
    async connect(reader, opening = []) {
      const ahead = opening.map((command) => {
        const id = nextCall++;
        const answer = answerTo(id);
        answer.catch(() => undefined);
        return { call: id, command, answer };
      });
      const connecting = call({
        op: 'connect',
        reader,
        opening: ahead.map(({ call: id, command }) => ({ call: id, command })),
      });
      const connection = (await connecting) as number;
      return {
        async transmit(command) {
          const next = ahead.shift();
          if (next !== undefined && Buffer.from(next.command).equals(command)) {
            const answer = await next.answer;
            if (answer !== null) return answer as Uint8Array;
          }
          // What follows in the opening was not sent, or is not what the card is to hear now.
          ahead.length = 0;
          return (await call({ op: 'transmit', connection, command }, null)) as Uint8Array;
        },
        // Waits behind a transmission that a mute card may never answer, so no limit either.
        disconnect: () =>
          call({ op: 'disconnect', connection }, null).then(
            () => undefined,
            () => undefined,
          ),
      };
    },
    async stop() {
      clearTimeout(timer);
      clearInterval(heartbeat);
      const ended = child;
      child = null;
      failAll();
      if (ended === null || ended.exitCode !== null || ended.signalCode !== null) return;
      await new Promise((resolve) => {
        ended.once('exit', resolve);
        // It ends by itself when the channel closes, unless native code holds it.
        if (ended.connected) ended.disconnect();
        setTimeout(() => ended.kill('SIGKILL'), 1000).unref();
      });
    },
  };
}

function returnCodeError(returnCode: number | null): MhbError {
  if (returnCode === null) return new MhbError('internal', 'The PC/SC driver failed', { retriable: true });
  return new MhbError(pcscErrorCode(returnCode), 'A PC/SC call failed', {
    retriable: true,
    details: { returnCode: returnCode.toString(16) },
  });
}
