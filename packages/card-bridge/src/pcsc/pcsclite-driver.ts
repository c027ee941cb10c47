import type pcsclite from 'pcsclite';
import type { CardReader } from 'pcsclite';
import { PcscError, readerFromState, type DriverConnection, type OpenDriver } from './driver.js';

/** Length of the longest short response (ISO 7816-4 §5.1): 256 bytes plus the status word. */
const MAX_ANSWER = 258;

/**
 * Driver for the binding `pcsclite`. By default, the binding requests exclusive access and powers the card
 * off. This driver shares the card and leaves it powered.
 */
export const openPcsclite =
  (createClient: typeof pcsclite): OpenDriver =>
  (listener) => {
    let closing = false;
    const readers = new Map<string, CardReader>();
    const client = returnCoded(createClient);
    const fail = (error: unknown) => {
      // Closing cancels the pending calls, which is not a failure. The binding reports an error while it
      // holds the reader's lock, and closing needs that lock. To prevent a deadlock, the listener therefore
      // runs later.
      setImmediate(() => {
        if (!closing) listener.failed(error);
      });
    };
    client.on('error', fail);
    client.on('reader', (reader: CardReader) => {
      readers.set(reader.name, reader);
      reader.on('error', fail);
      reader.on('status', ({ state, atr }) => {
        listener.reader(reader.name, readerFromState(reader.name, state, atr));
      });
      reader.on('end', () => {
        readers.delete(reader.name);
        listener.reader(reader.name, null);
      });
    });
    return {
      async connect(name) {
        const reader = readers.get(name);
        if (reader === undefined) throw new PcscError(UNKNOWN_READER);
        return connect(reader);
      },
      close() {
        closing = true;
        for (const reader of readers.values()) reader.close();
        client.close();
      },
    };
  };

const INVALID_HANDLE = 0x80100003;
const UNKNOWN_READER = 0x80100009;

/**
 * Disconnections in progress. The binding has only one handle per reader, and would otherwise use the handle
 * that is being closed for a new connection.
 */
const leaving = new WeakMap<CardReader, Promise<void>>();

async function connect(reader: CardReader): Promise<DriverConnection> {
  await leaving.get(reader);
  const protocol = await call<number>((done) => {
    reader.connect({ share_mode: reader.SCARD_SHARE_SHARED }, done);
  });
  let last: Promise<unknown> = Promise.resolve();
  const leave = async () => {
    // An unresponsive card holds the binding's lock until the card is removed. A second call made now would
    // block a thread of the pool while it waits for the lock.
    await last;
    await call((done) => {
      reader.disconnect(reader.SCARD_LEAVE_CARD, done);
    }).catch(() => undefined);
    // After a failed disconnect, the binding still considers the dead connection open and would reuse it.
    reader.connected = false;
  };
  return {
    async transmit(command) {
      // The binding would report this error as text, without a return code.
      if (!reader.connected) throw new PcscError(INVALID_HANDLE);
      const answer = call<Buffer>((done) => {
        reader.transmit(Buffer.from(command), MAX_ANSWER, protocol, done);
      });
      last = answer.catch(() => undefined);
      return Uint8Array.from(await answer);
    },
    disconnect() {
      const gone = leave();
      leaving.set(reader, gone);
      return gone;
    },
  };
}

function call<T>(start: (done: (error: unknown, value?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, value) => {
      if (error === null || error === undefined) resolve(value as T);
      else reject(coded(error));
    });
  });
}

function returnCoded<T>(create: () => T): T {
  try {
    return create();
  } catch (error) {
    throw coded(error);
  }
}

/**
 * Extracts the return code from the text of an error, such as
 * `SCardConnect error: Sharing violation.(0x8010000b)`.
 */
function coded(error: unknown): unknown {
  const code = error instanceof Error ? /\(0x([0-9a-f]{8,16})\)/i.exec(error.message)?.[1] : undefined;
  return code === undefined ? error : new PcscError(Number.parseInt(code.slice(-8), 16), { cause: error });
}
