import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import WebSocket from 'ws';
import {
  bridgeProvider,
  type CardSession,
  type ReaderInfo,
  type WebSocketConstructor,
} from '@mhb-kit/core/card';
import { MhbError } from '@mhb-kit/core/error';
import { anyHolder } from '@mhb-kit/testkit/card';
import { createBridge, type Bridge, type BridgeOptions, type PcscPort } from '../src/index.js';

/** Helpers for the tests of the bridge. */

export const ORIGIN = 'https://portal.example.tw';
export const NONCE = 'n'.repeat(43);
export { anyHolder as holder };
export const basic = { ...anyHolder, nameQuality: 'ok' };

/** `ws` as used by a browser page of an origin. */
export const webSocketOf = (origin: string): WebSocketConstructor =>
  class extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { origin });
    }
  } as unknown as WebSocketConstructor;

/** The code with which a promise rejects, or `resolved`. */
export const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof MhbError ? error.code : String(error)),
  );

export interface BridgeFixture {
  start(pcsc: PcscPort, options?: Partial<BridgeOptions>): Promise<Bridge>;
  open(bridge: Bridge, origin?: string): Promise<CardSession>;
  /** Runs after the test, in reverse order. */
  afterwards(action: () => Promise<unknown> | undefined): void;
  readonly dataDir: string;
}

/** Bridges and sessions that end with their test, with one data directory that is deleted after the file. */
export function bridgeFixture(): BridgeFixture {
  let dataDir = '';
  const cleanUp: (() => Promise<unknown> | undefined)[] = [];
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'mhb-bridge-'));
  });
  afterEach(async () => {
    for (const action of cleanUp.splice(0).reverse()) await action();
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));
  return {
    get dataDir() {
      return dataDir;
    },
    afterwards: (action) => void cleanUp.push(action),
    async start(pcsc, options = {}) {
      const bridge = await createBridge({
        pcsc,
        dataDir,
        ports: [0],
        origins: [{ origin: ORIGIN, consent: 'enrolled' }],
        ...options,
      });
      await bridge.start();
      cleanUp.push(() => bridge.stop());
      return bridge;
    },
    async open(bridge, origin = ORIGIN) {
      const provider = bridgeProvider({
        ports: [bridge.address.port],
        WebSocket: webSocketOf(origin),
        showWindow: () => undefined,
      });
      const session = await provider.open({});
      cleanUp.push(() => session.close());
      return session;
    },
  };
}

/** Resolves with the first matching snapshot. */
export const readersWhen = (
  session: CardSession,
  fits: (readers: readonly ReaderInfo[]) => boolean,
): Promise<readonly ReaderInfo[]> =>
  new Promise((resolve) => {
    const forget = session.on('readers', (readers) => {
      if (!fits(readers)) return;
      resolve(readers);
      queueMicrotask(() => {
        forget();
      });
    });
  });
