/**
 * The PC/SC child process: native code runs only here, so that a crash or hang does not affect the bridge.
 * Arguments: the drivers to try, in order.
 */
import type { FromChild, ToChild } from './child-protocol.js';
import { PcscError, type DriverConnection, type OpenDriver } from './driver.js';
import { PcscMonitor } from './monitor.js';

const LOADERS: Readonly<Record<string, () => Promise<OpenDriver>>> = {
  async pcsclite() {
    const [{ default: createClient }, { openPcsclite }] = await Promise.all([
      import('pcsclite'),
      import('./pcsclite-driver.js'),
    ]);
    return openPcsclite(createClient);
  },
  async 'pcsc-mini'() {
    const [binding, { openPcscMini }] = await Promise.all([
      import('pcsc-mini'),
      import('./pcsc-mini-driver.js'),
    ]);
    return openPcscMini(binding);
  },
};

const send = (message: FromChild) => {
  process.send?.(message);
};

/**
 * The first binding that loads. A binding may be missing, be built for another version of Node, or lack its
 * system library.
 */
async function loadDriver(names: readonly string[]): Promise<{ name: string; open: OpenDriver } | null> {
  for (const name of names) {
    try {
      const open = await LOADERS[name]?.();
      if (open !== undefined) return { name, open };
    } catch {
      // Continue with the next one. `doctor` reports which are missing.
    }
  }
  return null;
}

const opened = loadDriver(process.argv.slice(2)).then((driver) => {
  if (driver === null) {
    send({ snapshot: { service: 'missing', driver: 'none', readers: [] } });
    return null;
  }
  const monitor = new PcscMonitor(driver.name, driver.open, (snapshot) => {
    send({ snapshot });
  });
  monitor.start();
  return monitor;
});

const connections = new Map<number, DriverConnection>();
let nextConnection = 1;

async function perform(message: ToChild): Promise<number | Uint8Array | null> {
  switch (message.op) {
    case 'ping':
      return null;
    case 'connect': {
      try {
        const monitor = await opened;
        if (monitor === null) throw new Error('No driver');
        const connection = await monitor.connect(message.reader);
        connections.set(nextConnection, connection);
        void open(connection, message.opening);
        return nextConnection++;
      } catch (error) {
        for (const { call } of message.opening) send({ call, result: null });
        throw error;
      }
    }
    case 'transmit': {
      const connection = connections.get(message.connection);
      if (connection === undefined) throw new Error('No such connection');
      return connection.transmit(message.command);
    }
    case 'disconnect': {
      const connection = connections.get(message.connection);
      connections.delete(message.connection);
      await connection?.disconnect();
      return null;
    }
  }
}

/**
 * Sends the opening commands without waiting for the bridge's process between them: the next command is
 * already running before the bridge receives the previous response.
 */
async function open(
  connection: DriverConnection,
  opening: Extract<ToChild, { op: 'connect' }>['opening'],
): Promise<void> {
  let report = () => undefined as unknown;
  let goesOn = true;
  for (const { call, command } of opening) {
    const transmission: Promise<Uint8Array | null> = goesOn
      ? connection.transmit(command)
      : Promise.resolve(null);
    report();
    const message: FromChild = await transmission.then(
      (result) => ({ call, result }),
      (error: unknown) => failed(call, error),
    );
    goesOn = 'result' in message && message.result instanceof Uint8Array && isPlain(message.result);
    report = () => {
      send(message);
    };
  }
  report();
}

/** Whether there is a response that requires neither GET RESPONSE nor a different Le (ISO 7816-4 §5.3.4). */
function isPlain(answer: Uint8Array): boolean {
  const status = answer.at(-2);
  return status !== undefined && status !== 0x61 && status !== 0x6c;
}

const failed = (call: number, error: unknown): FromChild => ({
  call,
  returnCode: error instanceof PcscError ? error.returnCode : null,
});

process.on('message', (message: ToChild) => {
  perform(message).then(
    (result) => {
      send({ call: message.call, result });
    },
    (error: unknown) => {
      send(failed(message.call, error));
    },
  );
});
// The bridge has ended for some reason.
process.on('disconnect', () => {
  process.exit();
});
// Ctrl-C reaches the whole process group, but only the bridge ends its child process.
process.on('SIGINT', () => undefined);
