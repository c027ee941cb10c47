import { generateKeyPair, generateProof, type KeyPair } from 'dpop';
import { MhbError } from '../error.js';

/**
 * The key that this page proves itself with (DPoP, RFC 9449): ECDSA P-256, made when first needed, not extractable,
 * gone with the page.
 */
export interface ProofKey {
  prove(url: string, method: string, accessToken: string | undefined): Promise<string>;
  /** Takes the server's nonce for the next proof from a response. */
  learnNonce(response: Response): void;
}

export function createProofKey(): ProofKey {
  let keyPair: Promise<KeyPair> | null = null;
  let nonce: string | undefined;
  return {
    async prove(url, method, accessToken) {
      if (!('subtle' in globalThis.crypto)) {
        throw new MhbError('secure-context-required', 'Web Crypto is missing: not a secure context');
      }
      keyPair ??= generateKeyPair('ES256', { extractable: false });
      return generateProof(await keyPair, url, method, nonce, accessToken);
    },
    learnNonce(response) {
      nonce = response.headers.get('DPoP-Nonce') ?? nonce;
    },
  };
}
