import type { CardProvider, CardProviderState } from './contract.js';

export interface DetectedProvider {
  readonly provider: CardProvider;
  readonly state: CardProviderState;
}

/** Best first: ready to use, usable after a click, unusable. */
const ORDER: readonly CardProviderState[] = [
  'ready',
  'needs-permission',
  'denied',
  'incompatible',
  'not-installed',
];

/**
 * Finds out which of the given ways to reach a card reader can be used, without prompting and without
 * touching a card. Best first; ties keep the given order. Separate from `detectCardProviders`, so that a
 * page loads only the providers that it names.
 */
export async function probeCardProviders(
  providers: readonly CardProvider[],
  { timeoutMs = 2500 }: { readonly timeoutMs?: number } = {},
): Promise<readonly DetectedProvider[]> {
  const found = await Promise.all(
    providers.map(async (provider): Promise<DetectedProvider> => {
      try {
        return { provider, ...(await provider.probe({ signal: AbortSignal.timeout(timeoutMs) })) };
      } catch {
        // The provider is too slow or broken, so it is not offered.
        return { provider, state: 'not-installed' };
      }
    }),
  );
  return found.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}
