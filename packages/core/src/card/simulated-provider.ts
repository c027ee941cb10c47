import { MhbError } from '../error.js';
import type { Transmit } from './apdu.js';
import type { CardProvider, CardSession, ReaderInfo } from './contract.js';
import { nhiReadScript } from './nhi-read.js';
import { parseNhiBasic } from './nhi-basic.js';
import { SessionEvents } from './session-events.js';

/** A card that responds to APDUs inside the page, such as the virtual NHI card of the testkit. */
export interface SimulatedCard {
  readonly transmit: Transmit;
}

export interface SimulatedProviderOptions {
  /** The reader's name as shown on the screen. */
  readonly label?: string;
}

/** A provider that has methods to insert and remove its card. */
export interface SimulatedProvider extends CardProvider {
  insert(card: SimulatedCard): void;
  remove(): void;
}

/**
 * Creates a reader inside the page, for stories, demonstrations and tests. It uses the same reading script
 * and parser as a real reader, but its assurance is `demo`, which no gateway accepts as a card.
 * @param inserted the card that the reader contains at first, or `null` for an empty reader
 */
export function simulatedProvider(
  inserted: SimulatedCard | null = null,
  { label = 'Simulated reader' }: SimulatedProviderOptions = {},
): SimulatedProvider {
  let card = inserted;
  let recognised = false;
  const onChange = new Set<() => void>();

  const readers = (): readonly ReaderInfo[] => [
    {
      id: 'simulated',
      label,
      state: card === null ? 'empty' : 'present',
      card: card === null ? null : { kind: recognised ? 'nhi' : 'unknown' },
      simulated: true,
    },
  ];
  const change = (next: SimulatedCard | null) => {
    card = next;
    recognised = false;
    for (const notify of onChange) notify();
  };

  const waitForCard = (waitMs: number, signal: AbortSignal | undefined) =>
    new Promise<SimulatedCard>((resolve, reject) => {
      const settle = () => {
        onChange.delete(check);
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      };
      const check = () => {
        if (card === null) return;
        settle();
        resolve(card);
      };
      const abort = () => {
        settle();
        reject(new MhbError('cancelled'));
      };
      const timer = setTimeout(() => {
        settle();
        reject(new MhbError('no-card', 'The simulated reader is empty', { retriable: true }));
      }, waitMs);
      onChange.add(check);
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted === true) abort();
      else check();
    });

  const openSession = (): CardSession => {
    const events = new SessionEvents();
    const tellReaders = () => {
      events.emit('readers', readers());
    };
    onChange.add(tellReaders);
    return {
      readers: () => Promise.resolve(readers()),
      on(event, listener) {
        const forget = events.on(event, listener);
        if (event === 'readers') tellReaders();
        return forget;
      },
      async readNhi({ waitMs = 0, signal }) {
        if (card === null && waitMs > 0) events.emit('progress', { step: 'insert-card' });
        const present = await waitForCard(waitMs, signal);
        events.emit('progress', { step: 'reading' });
        const basic = parseNhiBasic(
          await nhiReadScript((command) => {
            if (card !== present) throw new MhbError('card-removed', 'The simulated card was removed');
            return present.transmit(command);
          }),
        );
        recognised = true;
        tellReaders();
        return { basic, attestation: null };
      },
      authenticate: () =>
        Promise.reject(new MhbError('middleware-missing', 'The simulated reader has no certificate card')),
      close() {
        onChange.delete(tellReaders);
        events.emit('closed', { code: 'cancelled' });
        return Promise.resolve();
      },
    };
  };

  return {
    id: 'simulated',
    assurance: { nhi: 'demo', cdc: null },
    probe: () => Promise.resolve({ state: 'ready' }),
    open: () => Promise.resolve(openSession()),
    insert: change,
    remove() {
      change(null);
    },
  };
}
