import { MhbError } from '@mhb-kit/core/error';
import type { Transmit } from '@mhb-kit/core/card';
import type { PcscPort, PcscReader, PcscSnapshot } from './port.js';

/** A virtual card, such as the virtual NHI card of the testkit. */
export interface InsertableCard {
  readonly atr: Uint8Array;
  readonly transmit: Transmit;
  readonly reset: () => void;
}

/** Virtual readers, with methods to insert and remove cards. */
export interface VirtualPcscPort extends PcscPort {
  insert(reader: string, card: InsertableCard): void;
  remove(reader: string): void;
}

/**
 * Creates virtual readers inside the bridge's process, for machines without PC/SC. The bridge tells pages
 * that these readers are simulated.
 * @param readers the readers' names, each with the card that it contains at first
 */
export function virtualPcscPort(readers: Readonly<Record<string, InsertableCard | null>>): VirtualPcscPort {
  const slots = new Map(Object.entries(readers));
  let listener: (snapshot: PcscSnapshot) => void = () => undefined;

  const describe = (name: string, card: InsertableCard | null): PcscReader => ({
    name,
    state: card === null ? 'empty' : 'present',
    atr: card === null ? '' : Buffer.from(card.atr).toString('hex'),
    simulated: true,
  });
  const tell = () => {
    listener({
      service: 'running',
      driver: 'virtual',
      readers: [...slots].map(([name, card]) => describe(name, card)),
    });
  };
  const change = (name: string, card: InsertableCard | null) => {
    if (!slots.has(name)) throw new Error(`There is no virtual reader ${name}`);
    card?.reset();
    slots.set(name, card);
    tell();
  };

  return {
    insert: change,
    remove(name) {
      change(name, null);
    },
    start(onSnapshot) {
      listener = onSnapshot;
      tell();
      return Promise.resolve();
    },
    connect(name) {
      const card = slots.get(name);
      if (card === undefined) return Promise.reject(new MhbError('no-reader'));
      if (card === null) return Promise.reject(new MhbError('no-card'));
      const requirePresent = () => {
        if (slots.get(name) !== card) throw new MhbError('card-removed');
      };
      return Promise.resolve({
        async transmit(command) {
          requirePresent();
          const answer = await card.transmit(command);
          requirePresent();
          return answer;
        },
        disconnect: () => Promise.resolve(),
      });
    },
    stop() {
      listener = () => undefined;
      return Promise.resolve();
    },
  };
}
