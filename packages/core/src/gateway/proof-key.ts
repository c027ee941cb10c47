import type * as Dpop from 'dpop';
import type { KeyPair } from 'dpop';
import { MhbError } from '../error.js';
import { loadModule } from '../load-module.js';

/** Loaded for the first proof, because a page on which nobody logs in needs none. */
const dpop = (): Promise<typeof Dpop> => loadModule(import('dpop'));

/**
 * The key by which this page identifies itself (DPoP, RFC 9449): ECDSA P-256, created when first needed, not
 * extractable, lost when the page closes.
 */
export interface ProofKey {
  prove(
    url: string,
    method: string,
    accessToken: string | undefined,
    claims?: Readonly<Record<string, string>>,
  ): Promise<string>;
  /** Takes the server's nonce for the next proof from a response. */
  learnNonce(response: Response): void;
  /** The key pair. It can be stored in IndexedDB while the page is away, and still cannot be exported. */
  pair(): Promise<KeyPair>;
  /** Uses a stored key pair from now on. */
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
