import { MhbError } from '../error.js';
import type { CardProviderState, ReaderInfo } from './contract.js';

/** The kind of card that an operation needs. */
export type WantedCard = 'nhi' | 'cdc';

/**
 * Chooses a reader: preferably one that contains the wanted card, then one that contains any card, and
 * otherwise the first one.
 */
export const chooseReader = (readers: readonly ReaderInfo[], wanted: WantedCard): ReaderInfo | undefined =>
  readers.find(({ card }) => card?.kind === wanted) ??
  readers.find(({ card }) => card !== null) ??
  readers[0];

/** Returns an error with the reason why no card can be read through a provider in this state. */
export function cardProviderError(state: Exclude<CardProviderState, 'ready'>): MhbError {
  switch (state) {
    case 'denied':
    case 'needs-permission':
      return new MhbError('permission-denied');
    case 'incompatible':
      return new MhbError('incompatible');
    case 'not-installed':
      return new MhbError('bridge-not-installed');
  }
}
