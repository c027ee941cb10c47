import { MhbError } from '@mhb-kit/core/error';

/**
 * A compact JWE with direct encryption consists of a header, an empty key, a nonce, the ciphertext and a tag.
 */
const JWE_PATTERN = /^[\w-]+\.\.[\w-]{16}\.[\w-]*\.[\w-]{22}$/;

/**
 * Throws unless a file is encrypted as the specification requires. Only such files are stored or relayed.
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
    // The `throw` below reports this error.
  }
  throw notEncrypted();
}

const notEncrypted = (): MhbError =>
  new MhbError('invalid-request', 'A file is not encrypted as SMART Health Links require', {
    details: { field: 'files' },
  });
