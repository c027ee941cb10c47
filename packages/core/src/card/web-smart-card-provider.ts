import { MhbError, type MhbErrorCode } from '../error.js';
import type { CardProvider, CardSession, ReaderInfo } from './contract.js';
import { parseNhiBasic } from './nhi-basic.js';
import { nhiReadScript } from './nhi-read.js';
import { SessionEvents } from './session-events.js';

/**
 * The subset of the Web Smart Card API (WICG draft) that this module uses. Only Isolated Web Apps on ChromeOS
 * have access to this API.
 */
export interface SmartCardResourceManager {
  establishContext(): Promise<SmartCardContext>;
}
export interface SmartCardContext {
  listReaders(): Promise<string[]>;
  connect(
    reader: string,
    mode: 'shared',
    options: { preferredProtocols: ('t0' | 't1')[] },
  ): Promise<{ connection: SmartCardConnection }>;
}
export interface SmartCardConnection {
  transmit(command: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  disconnect(disposition: 'leave'): Promise<void>;
}

const RESPONSE_CODES: Readonly<Record<string, MhbErrorCode>> = {
  'no-service': 'no-service',
  'no-smartcard': 'no-card',
  'not-transacted': 'card-removed',
  'removed-card': 'card-removed',
  'reset-card': 'card-reset',
  'sharing-violation': 'reader-busy',
  'reader-unavailable': 'no-reader',
  'unknown-reader': 'no-reader',
  'unresponsive-card': 'card-mute',
  'unpowered-card': 'card-mute',
};
/** The interval between checks while waiting for a card, in milliseconds. */
const POLL_MS = 400;
const WAITABLE: readonly string[] = ['no-reader', 'no-card', 'card-removed'];

/**
 * Creates a provider that reads NHI cards through the browser's Web Smart Card API, without a card bridge. It
 * is meant for kiosks built as an Isolated Web App on ChromeOS and supports no other cards.
 */
export function webSmartCardProvider(
  smartCard: SmartCardResourceManager | undefined = (
    globalThis.navigator as (Navigator & { smartCard?: SmartCardResourceManager }) | undefined
  )?.smartCard,
): CardProvider {
  return {
    id: 'web-smart-card',
    assurance: { nhi: 'card-read', cdc: null },
    probe: () => Promise.resolve({ state: smartCard === undefined ? 'not-installed' : 'needs-permission' }),
    async open() {
      if (smartCard === undefined) throw new MhbError('component-not-installed', 'No Web Smart Card API');
      return openSession(await coded(smartCard.establishContext()));
    },
  };
}

function openSession(context: SmartCardContext): CardSession {
  const events = new SessionEvents();
  const readers = async (): Promise<readonly ReaderInfo[]> =>
    (await coded(context.listReaders())).map((name) => ({
      id: name,
      label: name,
      state: 'present',
      card: { kind: 'unknown' },
      simulated: false,
    }));

  const readOnce = async (wanted: string | undefined) => {
    const names = (await coded(context.listReaders())).filter(
      (name) => wanted === undefined || name === wanted,
    );
    let failure = new MhbError('no-reader');
    for (const name of names) {
      try {
        const { connection } = await coded(
          context.connect(name, 'shared', { preferredProtocols: ['t0', 't1'] }),
        );
        events.emit('progress', { step: 'reading' });
        try {
          return parseNhiBasic(
            await nhiReadScript(
              async (command) => new Uint8Array(await coded(connection.transmit(Uint8Array.from(command)))),
            ),
          );
        } finally {
          await connection.disconnect('leave').catch(() => undefined);
        }
      } catch (error) {
        if (!(error instanceof MhbError)) throw error;
        failure = error;
      }
    }
    throw failure;
  };

  return {
    readers,
    on: (event, listener) => events.on(event, listener),
    async readNhi({ reader, waitMs = 0, signal }) {
      const deadline = Date.now() + waitMs;
      for (let asked = false; ; asked = true) {
        if (signal?.aborted === true) throw new MhbError('cancelled');
        try {
          return { basic: await readOnce(reader), attestation: null };
        } catch (error) {
          const waits = error instanceof MhbError && WAITABLE.includes(error.code) && Date.now() < deadline;
          if (!waits) throw error;
        }
        if (!asked) events.emit('progress', { step: 'insert-card' });
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
    authenticate: () =>
      Promise.reject(new MhbError('middleware-missing', 'Certificate cards need the card bridge')),
    close() {
      events.emit('closed', { code: 'cancelled' });
      return Promise.resolve();
    },
  };
}

async function coded<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (cause) {
    const code = RESPONSE_CODES[(cause as { responseCode?: string }).responseCode ?? ''];
    const denied = cause instanceof Error && cause.name === 'NotAllowedError';
    throw new MhbError(code ?? (denied ? 'permission-denied' : 'internal'), 'The Web Smart Card API failed', {
      cause,
    });
  }
}
