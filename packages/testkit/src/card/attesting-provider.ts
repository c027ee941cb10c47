import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { CardProvider, NhiBasic } from '@mhb-kit/core/card';

/**
 * Creates a provider that signs its readings with a device key, as the card bridge does, so that a gateway can
 * recognize the card reader. The key is created for this provider and kept in memory.
 * @param origin The origin of the page for which the provider reads; by default, the origin of this page. Outside
 *   a browser, pass the `baseUrl` of the gateway.
 */
export function attestingProvider<P extends CardProvider>(
  provider: P,
  origin: string | null = globalThis.location?.origin ?? null,
): P {
  const pair = generateKeyPair('ES256');

  async function attest(basic: NhiBasic, nonce: string): Promise<string> {
    const { privateKey, publicKey } = await pair;
    const jwk = await exportJWK(publicKey);
    return new CompactSign(new TextEncoder().encode(JSON.stringify({ basic, origin, nonce })))
      .setProtectedHeader({
        alg: 'ES256',
        typ: 'nhi-reading+jwt',
        kid: await calculateJwkThumbprint(jwk),
        jwk,
      })
      .sign(privateKey);
  }

  return {
    ...provider,
    async open(options) {
      const session = await provider.open(options);
      return {
        ...session,
        async readNhi(reading) {
          const { basic, attestation } = await session.readNhi(reading);
          const { nonce } = reading;
          return { basic, attestation: nonce === undefined ? attestation : await attest(basic, nonce) };
        },
      };
    },
  };
}
