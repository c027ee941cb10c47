import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { CardProvider, NhiBasic } from '@mhb-kit/core/card';

/**
 * A provider whose readings are signed by a device key, as the card bridge signs them: a gateway can then recognise the
 * reader. The key is made for this provider and lives in memory.
 * @param origin of the page for which it reads; default: this page's. Outside a browser: the `baseUrl` of the gateway
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
