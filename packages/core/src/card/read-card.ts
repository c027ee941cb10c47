import { MhbError } from '../error.js';
import { chooseReader, cardProviderError } from './choose-reader.js';
import type { CardAssurance, CardProvider, CardSessionEvents, NhiReading } from './contract.js';
import { detectCardProviders } from './detect-providers.js';

export interface ReadCardOptions {
  /**
   * The gateway's challenge (`client.challenge()`), with 43–128 characters. Without a challenge, there is no
   * attestation.
   */
  readonly nonce?: string;
  /** Ways to reach a reader, sorted from best to worst. Defaults to those of `detectCardProviders`. */
  readonly providers?: readonly CardProvider[];
  /** How long to wait for a card, in milliseconds. The default, 0, does not wait. */
  readonly waitMs?: number;
  readonly signal?: AbortSignal;
  /**
   * Called with what the reading is waiting for, so that the screen can show it: either a card or the person's
   * answer in the bridge's own window.
   */
  readonly onProgress?: (progress: CardSessionEvents['progress']) => void;
}

export interface ReadCard extends NhiReading {
  /** ID of the provider that read the card. `assurance` states how much the reading proves. */
  readonly provider: string;
  readonly assurance: CardAssurance | null;
}

/**
 * Reads the NHI card in one call. Finds the best way to reach a reader, opens the reader, reads the card and
 * closes the reader. Call this from a click, because the browser or the bridge may have to ask the person for
 * permission. A screen that shows the current readers should open a session itself (`CardProvider.open`).
 *
 * @throws {MhbError} `bridge-not-installed`, `permission-denied`, `incompatible`, `no-reader`, `no-card`,
 *   `not-nhi-card`, `cancelled`, and the errors of `CardSession.readNhi`
 */
export async function readCard({
  nonce,
  providers,
  waitMs = 0,
  signal,
  onProgress,
}: ReadCardOptions = {}): Promise<ReadCard> {
  const [best] = await detectCardProviders(providers);
  if (signal?.aborted === true) throw new MhbError('cancelled');
  if (best === undefined) throw cardProviderError('not-installed');
  const { provider, state } = best;
  // If permission is needed, opening the provider requests it.
  if (state !== 'ready' && state !== 'needs-permission') throw cardProviderError(state);
  const common = signal === undefined ? {} : { signal };
  const session = await provider.open(common);
  try {
    if (onProgress !== undefined) session.on('progress', onProgress);
    const reader = chooseReader(await session.readers(), 'nhi');
    if (reader === undefined && waitMs === 0) throw new MhbError('no-reader');
    const reading = await session.readNhi({
      ...common,
      waitMs,
      ...(nonce === undefined ? {} : { nonce }),
      // If no reader contains a card, name no reader, because the person can insert the card into any of them.
      ...(reader === undefined || reader.card === null ? {} : { reader: reader.id }),
    });
    return { ...reading, provider: provider.id, assurance: provider.assurance.nhi };
  } finally {
    // Ignore a failure to close, because the other side might already be gone.
    await session.close().catch(() => undefined);
  }
}
