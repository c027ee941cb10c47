import { MhbError } from '@mhb-kit/core/error';

/**
 * A compact JWE with direct encryption consists of a header, an empty key, a nonce, the ciphertext and a tag.
 */
const JWE_PATTERN = /^[\w-]+\.\.[\w-]{16}\.[\w-]*\.[\w-]{22}$/;

/**
 * Only files that are encrypted as the specification requires are stored or relayed.
 * @throws {MhbError} `invalid-request`
 */
export function requireEncrypted(jwe: string): void {
  if (!JWE_PATTERN.test(jwe)) throw notEncrypted();
  try {
    const header = JSON.parse(Buffer.from(jwe.split('.', 1)[0] ?? '', 'base64url').toString()) as {
      readonly alg?: unknown;
      readonly enc?: unknown;
    };
    if (header.alg === 'dir' && header.enc === 'A256GCM') return;
  } catch {
    // Reported by the throw below.
  }
  throw notEncrypted();
}

const notEncrypted = (): MhbError =>
  new MhbError('invalid-request', 'A file is not encrypted as SMART Health Links require', {
    details: { field: 'files' },
  });
