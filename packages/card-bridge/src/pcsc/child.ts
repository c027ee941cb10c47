/**
 * Entry point of the PC/SC child process. Native code runs only here, so that a crash or hang does not affect
 * the bridge. The arguments are the drivers to try, in order.
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
 * Loads the first binding that works. A binding may be missing, be built for another version of Node, or lack
 * its system library.
 */
async function loadDriver(names: readonly string[]): Promise<{ name: string; open: OpenDriver } | null> {
  for (const name of names) {
    try {
      const open = await LOADERS[name]?.();
      if (open !== undefined) return { name, open };
    } catch {
      // Try the next binding. `doctor` reports which ones are missing.
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
 * Sends the opening commands without waiting for the bridge's process in between. The next command is already
 * running when the bridge receives the previous response.
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

/**
 * Checks whether a response is complete, that is, requires neither GET RESPONSE nor a different Le (ISO
 * 7816-4 §5.3.4).
 */
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
// The channel closes when the bridge ends, for whatever reason.
process.on('disconnect', () => {
  process.exit();
});
// Ctrl-C reaches the whole process group. Ignore it, because only the bridge ends its child process.
process.on('SIGINT', () => undefined);
