import type { CardProvider, CardProviderState } from './contract.js';

export interface DetectedProvider {
  readonly provider: CardProvider;
  readonly state: CardProviderState;
}

/** Best first: what can be used, what can be after a click, what cannot. */
const ORDER: readonly CardProviderState[] = [
  'ready',
  'needs-permission',
  'denied',
  'incompatible',
  'not-installed',
];

/**
 * Looks which of some ways to a card reader can be used, without prompting and without touching a card. Best first; among
 * equals in the order given. Apart from `detectCardProviders`, so that a page carries only the ways that it names.
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
        // Too slow to be there, or broken: not something to offer.
        return { provider, state: 'not-installed' };
      }
    }),
  );
  return found.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}
