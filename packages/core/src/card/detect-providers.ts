import { bridgeProvider } from './bridge-provider.js';
import type { CardProvider } from './contract.js';
import { officialNhiProvider } from './official-nhi-provider.js';
import { probeCardProviders, type DetectedProvider } from './probe-providers.js';
import { webSmartCardProvider } from './web-smart-card-provider.js';

/**
 * Looks which ways to a card reader there are, without prompting and without touching a card. Best first; among equals in
 * the order given.
 * @param providers default: the card bridge, the browser itself (ChromeOS kiosks), the NHI's component. HiPKI is not among
 *   them, because it needs an element that asks for the PIN.
 */
export function detectCardProviders(
  providers: readonly CardProvider[] = [bridgeProvider(), webSmartCardProvider(), officialNhiProvider()],
  options: { readonly timeoutMs?: number } = {},
): Promise<readonly DetectedProvider[]> {
  return probeCardProviders(providers, options);
}
