import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { VirtualCard } from './virtual-card.js';

/** One slot of a virtual reader (“Virtual PCD”) in the real PC/SC daemon. */
export interface VpcdSlot {
  /** The name of the reader in PC/SC. */
  readonly readerName: string;
  /** Inserts a card; resolves when the daemon has noticed it. */
  insert(card: VirtualCard): Promise<void>;
  /** Removes the card immediately. The daemon notices within its polling interval of 400 ms. */
  remove(): void;
}

/** The daemon does not see a removal followed by an insertion within one polling interval (400 ms). */
const REMOVAL_NOTICED_MS = 450;
const INSERT_TIMEOUT_MS = 5000;

/** The one-byte messages of the vpcd protocol. Longer messages are command APDUs. */
const CONTROL = { powerOff: 0, powerOn: 1, reset: 2, atr: 4 } as const;

/**
 * Creates a slot of vpcd that uses a socket forwarded to the slot's TCP port. In the vpcd protocol, each message
 * consists of its length (2 bytes, big-endian) and its body.
 */
export function vpcdSlot(readerName: string, socketPath: string): VpcdSlot {
  let socket: Socket | null = null;
  let removedAt = 0;

  const remove = () => {
    if (socket === null) return;
    socket.destroy();
    socket = null;
    removedAt = Date.now();
  };

  return {
    readerName,
    remove,
    async insert(card) {
      if (socket !== null) throw new Error(`${readerName} already contains a card`);
      await new Promise((resolve) =>
        setTimeout(resolve, Math.max(0, removedAt + REMOVAL_NOTICED_MS - Date.now())),
      );
      const deadline = Date.now() + INSERT_TIMEOUT_MS;
      for (;;) {
        const attempt = connect(socketPath);
        if (await serveCard(attempt, card)) {
          socket = attempt;
          attempt.once('close', () => {
            if (socket === attempt) socket = null;
          });
          return;
        }
        attempt.destroy();
        if (Date.now() > deadline) throw new Error(`${readerName} does not accept the card`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

/**
 * Replies to the daemon on behalf of the card. Resolves to `true` after the daemon's first message, or to `false`
 * if the connection breaks before that.
 */
async function serveCard(socket: Socket, card: VirtualCard): Promise<boolean> {
  let buffered = Buffer.alloc(0);
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    buffered = Buffer.concat([buffered, chunk]);
    while (buffered.length >= 2 && buffered.length >= 2 + buffered.readUInt16BE(0)) {
      const end = 2 + buffered.readUInt16BE(0);
      const body = buffered.subarray(2, end);
      buffered = buffered.subarray(end);
      handleMessage(socket, card, body);
    }
  });
  return Promise.race([
    once(socket, 'data').then(
      () => true,
      () => false,
    ),
    once(socket, 'close').then(() => false),
  ]);
}

function handleMessage(socket: Socket, card: VirtualCard, body: Uint8Array) {
  if (body.length !== 1) {
    void card.transmit(Uint8Array.from(body)).then((answer) => {
      reply(socket, answer);
    });
    return;
  }
  if (body[0] === CONTROL.atr) reply(socket, card.atr);
  else if (body[0] === CONTROL.powerOn || body[0] === CONTROL.reset || body[0] === CONTROL.powerOff)
    card.reset();
}

function reply(socket: Socket, body: Uint8Array) {
  if (socket.destroyed) return;
  const message = Buffer.alloc(2 + body.length);
  message.writeUInt16BE(body.length, 0);
  message.set(body, 2);
  socket.write(message);
}
