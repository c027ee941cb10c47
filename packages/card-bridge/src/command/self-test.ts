import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bridgeProvider, NHI_BASIC_LENGTH, type WebSocketConstructor } from '@mhb-kit/core/card';
import WebSocket from 'ws';
import { createBridge } from '../bridge.js';
import { windowScript } from '../installation/own-parts.js';
import { virtualPcscPort, type InsertableCard } from '../pcsc/virtual-port.js';

const ALLOWED = 'https://self-test.invalid';
const OTHER = 'https://other.invalid';
const READER = 'Self-test';
const CARD_NUMBER = '000000000000';

/**
 * Checks that this program works: lets an allowed page read a card in a virtual reader, refuses another page,
 * and loads a script of its window.
 */
export async function selfTest(): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mhb-card-bridge-'));
  const bridge = await createBridge({
    pcsc: virtualPcscPort({ [READER]: card() }),
    dataDir,
    ports: [0],
    origins: [{ origin: ALLOWED, consent: 'enrolled' }],
  });
  try {
    await bridge.start();
    const { port } = bridge.address;
    const read = async (origin: string) => {
      const session = await bridgeProvider({ ports: [port], WebSocket: webSocketOf(origin) }).open({});
      try {
        return (await session.readNhi({ nonce: 'n'.repeat(43) })).basic.cardNumber;
      } finally {
        await session.close();
      }
    };
    const refused = await read(OTHER).then(
      () => false,
      () => true,
    );
    const window = await windowScript('consent-page');
    return refused && (await read(ALLOWED)) === CARD_NUMBER && window !== '';
  } finally {
    await bridge.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Creates a card with invented data that responds to every command with a valid block. */
function card(): InsertableCard {
  const text = `${CARD_NUMBER}${' '.repeat(20)}A000000000${'0'.repeat(7)}M${'0'.repeat(7)}`;
  const block = Uint8Array.from([...Buffer.from(text.padEnd(NHI_BASIC_LENGTH)), 0x90, 0x00]);
  return { atr: Uint8Array.of(0x3b, 0x00), transmit: () => Promise.resolve(block), reset: () => undefined };
}

/** Creates a `WebSocket` class that connects as a page from the given origin would. */
const webSocketOf = (origin: string): WebSocketConstructor =>
  class extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { origin });
    }
  } as unknown as WebSocketConstructor;
