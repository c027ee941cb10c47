import { compactDecrypt } from 'jose/jwe/compact/decrypt';
import { calculateJwkThumbprint } from 'jose/jwk/thumbprint';
import { MhbError } from '../error.js';
import { connectionError } from './connection-error.js';
import type { PageKey } from './contract.js';
import type { Transport } from './transport.js';

/**
 * The claim in the proof that contains the thumbprint (RFC 7638) of the key to which the response must be
 * encrypted.
 */
const ENCRYPTION_KEY_CLAIM = 'enc_jkt';

/**
 * Fetches the records of a request as an archive without a password. The key that decrypts the response is
 * created here, used once, and never stored. The call's proof contains the key's thumbprint, so that nobody
 * between the page and the gateway can substitute another key.
 * @throws {MhbError} `download-damaged`, and the errors of the gateway
 */
export async function fetchRendering(
  transport: Transport,
  requestId: string,
  signal: AbortSignal | undefined,
): Promise<Blob> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(
    { name: 'ECDH', namedCurve: 'P-256' },
    false,
    ['deriveBits'],
  );
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  const key: PageKey = { kty: 'EC', crv: 'P-256', x, y };
  const response = await transport({
    operation: 'POST /v1/requests/{id}/renderings',
    id: requestId,
    body: { key },
    claims: { [ENCRYPTION_KEY_CLAIM]: await calculateJwkThumbprint(key) },
    signal,
  });
  const jwe = await response.text().catch((error: unknown) => {
    throw connectionError(error, signal);
  });
  try {
    const { plaintext } = await compactDecrypt(jwe, privateKey, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return new Blob([new Uint8Array(plaintext)], { type: 'application/zip' });
  } catch (cause) {
    throw new MhbError('download-damaged', 'The rendering cannot be decrypted', { retriable: true, cause });
  }
}
