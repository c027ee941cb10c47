import { MhbError } from '../error.js';
import type { CardProviderState, ReaderInfo } from './contract.js';

/** The kind of card that is needed. */
export type WantedCard = 'nhi' | 'cdc';

/**
 * The reader to use: preferably one with the wanted card, otherwise one with any card, otherwise the first.
 */
export const chooseReader = (readers: readonly ReaderInfo[], wanted: WantedCard): ReaderInfo | undefined =>
  readers.find(({ card }) => card?.kind === wanted) ??
  readers.find(({ card }) => card !== null) ??
  readers[0];

/** The reason why no card can be read through a provider in this state. */
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
