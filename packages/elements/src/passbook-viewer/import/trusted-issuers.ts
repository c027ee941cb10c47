import type { GatewayClient } from '@mhb-kit/core/gateway';
import type { TrustedIssuer } from '@mhb-kit/core/manifest';

/** Returns the issuers that the page trusts, and the gateway itself if it can be reached. */
export async function trustedIssuers(
  named: readonly TrustedIssuer[],
  client: GatewayClient | undefined,
): Promise<readonly TrustedIssuer[]> {
  try {
    const own = await client?.issuer();
    return own === undefined ? named : [...named, own];
  } catch {
    // The gateway cannot be reached, so signatures by the gateway are treated like those of an unknown issuer.
    return named;
  }
}
