import type * as Dpop from 'dpop';
import type { KeyPair } from 'dpop';
import { MhbError } from '../error.js';
import { loadModule } from '../load-module.js';

/**
 * Loads the library when the first proof is needed, because a page on which nobody logs in does not need it.
 */
const dpop = (): Promise<typeof Dpop> => loadModule(import('dpop'));

/**
 * The key with which this page identifies itself (DPoP, RFC 9449). It is an ECDSA P-256 key that is created
 * when first needed, cannot be extracted, and is lost when the page closes.
 */
export interface ProofKey {
  prove(
    url: string,
    method: string,
    accessToken: string | undefined,
    claims?: Readonly<Record<string, string>>,
  ): Promise<string>;
  /** Remembers the server's nonce from a response for the next proof. */
  learnNonce(response: Response): void;
  /**
   * Returns the key pair, which can be stored in IndexedDB during a redirect. Even then, it cannot be exported.
   */
  pair(): Promise<KeyPair>;
  /** Replaces the key pair with one that was stored. */
  adopt(pair: KeyPair): void;
  /** RFC 7638, base64url. */
  thumbprint(): Promise<string>;
}

export function createProofKey(): ProofKey {
  let keyPair: Promise<KeyPair> | null = null;
  let nonce: string | undefined;
  async function pair(): Promise<KeyPair> {
    if (!('subtle' in globalThis.crypto)) {
      throw new MhbError(
        'secure-context-required',
        'Web Crypto is missing because this is not a secure context',
      );
    }
    const { generateKeyPair } = await dpop();
    keyPair ??= generateKeyPair('ES256', { extractable: false });
    return keyPair;
  }
  return {
    pair,
    adopt(kept) {
      keyPair = Promise.resolve(kept);
    },
    async prove(url, method, accessToken, claims) {
      const keys = await pair();
      const { generateProof } = await dpop();
      return generateProof(keys, url, method, nonce, accessToken, claims);
    },
    learnNonce(response) {
      nonce = response.headers.get('DPoP-Nonce') ?? nonce;
    },
    async thumbprint() {
      const { publicKey } = await pair();
      const { calculateThumbprint } = await dpop();
      return calculateThumbprint(publicKey);
    },
  };
}
