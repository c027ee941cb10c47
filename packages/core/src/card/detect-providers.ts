import { bridgeProvider } from './bridge-provider.js';
import type { CardProvider, CardProviderState } from './contract.js';
import { officialNhiProvider } from './official-nhi-provider.js';
import { webSmartCardProvider } from './web-smart-card-provider.js';

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
 * Looks which ways to a card reader there are, without prompting and without touching a card. Best first; among equals in
 * the order given.
 * @param providers default: the card bridge, the browser itself (ChromeOS kiosks), the NHI's component. HiPKI is not among
 *   them, because it needs an element that asks for the PIN.
 */
export async function detectCardProviders(
  providers: readonly CardProvider[] = [bridgeProvider(), webSmartCardProvider(), officialNhiProvider()],
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
