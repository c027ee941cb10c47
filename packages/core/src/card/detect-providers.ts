import { bridgeProvider } from './bridge-provider.js';
import type { CardProvider } from './contract.js';
import { officialNhiProvider } from './official-nhi-provider.js';
import { probeCardProviders, type DetectedProvider } from './probe-providers.js';
import { webSmartCardProvider } from './web-smart-card-provider.js';

/**
 * Finds the available ways to reach a card reader, without prompting the person or accessing a card. Returns
 * the best way first; equally good ways keep the given order.
 * @param providers the ways to try; by default, the card bridge, the browser itself (on ChromeOS kiosks), and
 *   the NHI's component. HiPKI is not included, because with HiPKI the page must ask for the PIN.
 */
export function detectCardProviders(
  providers: readonly CardProvider[] = [bridgeProvider(), webSmartCardProvider(), officialNhiProvider()],
  options: { readonly timeoutMs?: number } = {},
): Promise<readonly DetectedProvider[]> {
  return probeCardProviders(providers, options);
}
