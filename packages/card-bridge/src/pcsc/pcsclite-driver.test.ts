import { EventEmitter } from 'node:events';
import type pcsclite from 'pcsclite';
import { expect, it } from 'vitest';
import { PcscError } from './driver.js';
import { openPcsclite } from './pcsclite-driver.js';

type Done = (error: Error | null, value?: unknown) => void;

/**
 * Behaves like the binding, which has a single handle per reader (pcsclite 1.0.1, `lib/pcsclite.js`), but
 * needs no daemon.
 */
class Reader extends EventEmitter {
  readonly name = 'Virtual PCD 00 00';
  readonly SCARD_SHARE_SHARED = 2;
  readonly SCARD_LEAVE_CARD = 0;
  connected = false;
  /** Completes the pending disconnections. */
  goOn: () => void = () => undefined;
  connect(_options: unknown, done: Done) {
    if (this.connected) done(null);
    else {
      this.connected = true;
      done(null, 2);
    }
  }
  transmit(_command: Buffer, _longest: number, protocol: number | undefined, done: Done) {
    if (!this.connected) done(new Error('Card Reader not connected'));
    else if (protocol === undefined) done(new Error('SCardTransmit error: (0x80100004)'));
    else done(null, Buffer.from([0x90, 0x00]));
  }
  disconnect(_disposition: number, done: Done) {
    this.goOn = () => {
      this.connected = false;
      done(null);
    };
  }
}

function open() {
  const client = new EventEmitter();
  const reader = new Reader();
  const driver = openPcsclite((() => client) as unknown as typeof pcsclite)({
    reader: () => undefined,
    failed: () => undefined,
  });
  client.emit('reader', reader);
  return { reader, connect: () => driver.connect(reader.name) };
}

it('connects again only after the previous connection has ended', async () => {
  const { reader, connect } = open();
  const before = await connect();
  const gone = before.disconnect();
  const next = connect();
  await new Promise((resolve) => setImmediate(resolve));
  reader.goOn();
  await gone;
  expect(await (await next).transmit(Uint8Array.of(0))).toEqual(Uint8Array.of(0x90, 0x00));
});

it('reports a dead connection with a PC/SC return code', async () => {
  const { reader, connect } = open();
  const connection = await connect();
  reader.connected = false;
  await expect(connection.transmit(Uint8Array.of(0))).rejects.toEqual(new PcscError(0x80100003));
});
