import type { ChildProcess } from 'node:child_process';
import { PendingCalls } from '@mhb-kit/core/calls';
import { MhbError } from '@mhb-kit/core/error';
import { pcscErrorCode } from '@mhb-kit/core/card';
import { forkOwnProcess } from '../installation/own-parts.js';
import { DRIVER_NAMES, type DriverName, type FromChild, type ToChild } from './child-protocol.js';
import type { PcscPort, PcscSnapshot } from './port.js';

export interface SystemPcscPortOptions {
  /** Bindings to try, in this order. Defaults to `pcsclite`, then `pcsc-mini`. */
  readonly drivers?: readonly DriverName[];
  /**
   * Variables to add to the child's environment, such as `PCSCLITE_CSOCK_NAME` for a PC/SC daemon at another
   * address.
   */
  readonly environment?: Readonly<Record<string, string>>;
}

const BACKOFF_MS = { first: 1000, max: 10_000 } as const;
/**
 * Time limit for the child to respond before it is considered hung in native code. Transmissions have a
 * separate, shorter limit.
 */
const CALL_TIMEOUT_MS = 10_000;
/** Interval at which the child is pinged, because native code can hang even when no call is in progress. */
const PING_MS = 5000;

/** A call without its number. The conditional type makes `Omit` apply to each member of the union. */
type Call<M = ToChild> = M extends ToChild ? Omit<M, 'call'> : never;

type Result = number | Uint8Array | null;

/** A child process and its calls in progress. */
interface Child {
  readonly process: ChildProcess;
  readonly calls: PendingCalls<Result>;
}

/**
 * Creates a port for the readers of this machine. It accesses PC/SC through a child process and restarts the
 * process when it crashes or hangs.
 */
export function systemPcscPort({
  drivers = DRIVER_NAMES,
  environment = {},
}: SystemPcscPortOptions = {}): PcscPort {
  let child: Child | null = null;
  let listener: (snapshot: PcscSnapshot) => void = () => undefined;
  let backoff: number = BACKOFF_MS.first;
  let timer: NodeJS.Timeout | undefined;
  let heartbeat: NodeJS.Timeout | undefined;

  const launch = () => {
    const started = forkOwnProcess('pcsc', drivers, environment);
    const calls = new PendingCalls<Result>();
    child = { process: started, calls };
    started.on('message', (message: FromChild) => {
      if (started !== child?.process) return;
      if ('snapshot' in message) {
        if (message.snapshot.service === 'running') backoff = BACKOFF_MS.first;
        listener(message.snapshot);
        return;
      }
      if ('result' in message) calls.resolve(message.call, message.result);
      else calls.reject(message.call, returnCodeError(message.returnCode));
    });
    started.on('error', () => undefined);
    started.on('exit', () => {
      calls.end(noService('The helper process for PC/SC ended'));
      if (started !== child?.process) return;
      child = null;
      listener({ service: 'stopped', driver: 'none', readers: [] });
      timer = setTimeout(launch, backoff);
      backoff = Math.min(backoff * 2, BACKOFF_MS.max);
    });
  };

  const current = (): Child => {
    if (child?.process.connected !== true) throw noService('The helper process for PC/SC is not running');
    return child;
  };

  /**
   * @param timeoutMs time limit for the response; after it, the process is considered hung in native code and
   *   is killed
   */
  const call = (
    { process: asked, calls }: Child,
    message: Call,
    timeoutMs: number | null = CALL_TIMEOUT_MS,
  ) => {
    const error = () => {
      asked.kill('SIGKILL');
      return noService('The PC/SC process hung');
    };
    return calls.call(
      (id) => {
        asked.send({ call: id, ...message });
      },
      timeoutMs === null ? {} : { limit: { ms: timeoutMs, error } },
    );
  };

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
        if (child?.process.connected === true) call(child, { op: 'ping' }).catch(() => undefined);
      }, PING_MS);
    },
    async connect(reader, opening = []) {
      const asked = current();
      const ahead = opening.map((command) => {
        let id = 0;
        // `connect` sends this call's number and command, so send nothing here.
        const answer = asked.calls.call((given) => (id = given));
        answer.catch(() => undefined);
        return { call: id, command, answer };
      });
      const connection = (await call(asked, {
        op: 'connect',
        reader,
        opening: ahead.map(({ call: id, command }) => ({ call: id, command })),
      })) as number;
      return {
        async transmit(command) {
          const next = ahead.shift();
          if (next !== undefined && Buffer.from(next.command).equals(command)) {
            const answer = await next.answer;
            if (answer !== null) return answer as Uint8Array;
          }
          // Either the rest of the opening commands were not sent, or the next one is not the command that is
          // needed now.
          ahead.length = 0;
          return (await call(asked, { op: 'transmit', connection, command }, null)) as Uint8Array;
        },
        // A disconnect has no time limit, because it might be waiting for a transmission to which the card never
        // responds.
        disconnect: () =>
          call(asked, { op: 'disconnect', connection }, null).then(
            () => undefined,
            () => undefined,
          ),
      };
    },
    async stop() {
      clearTimeout(timer);
      clearInterval(heartbeat);
      const ended = child?.process ?? null;
      child?.calls.end(noService('The PC/SC process was stopped'));
      child = null;
      if (ended === null || ended.exitCode !== null || ended.signalCode !== null) return;
      await new Promise((resolve) => {
        ended.once('exit', resolve);
        // The process exits on its own when the channel closes, unless native code is blocking it.
        if (ended.connected) ended.disconnect();
        setTimeout(() => ended.kill('SIGKILL'), 1000).unref();
      });
    },
  };
}

const noService = (message: string) => new MhbError('no-service', message, { retriable: true });

function returnCodeError(returnCode: number | null): MhbError {
  if (returnCode === null) return new MhbError('internal', 'The PC/SC driver failed', { retriable: true });
  return new MhbError(pcscErrorCode(returnCode), 'A PC/SC call failed', {
    retriable: true,
    details: { returnCode: returnCode.toString(16) },
  });
}
