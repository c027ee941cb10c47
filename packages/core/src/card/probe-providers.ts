import type { CardProvider, CardProviderState } from './contract.js';

export interface DetectedProvider {
  readonly provider: CardProvider;
  readonly state: CardProviderState;
}

/** States sorted from best to worst: ready to use, usable after a click, and unusable. */
const ORDER: readonly CardProviderState[] = [
  'ready',
  'needs-permission',
  'denied',
  'incompatible',
  'not-installed',
];

/**
 * Finds out which of the given ways to reach a card reader can be used, without prompting the person or
 * accessing a card. Returns the best way first; equally good ways keep the given order. This function is
 * separate from `detectCardProviders`, so that a page loads only the providers that it names.
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
        // The provider is too slow or does not work, so do not offer it.
        return { provider, state: 'not-installed' };
      }
    }),
  );
  return found.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}
