import type { Bytes } from './binary.js';
import { hmacSha1 } from './sha1.js';

/**
 * Derives a key by PBKDF2 (RFC 8018 5.2) with HMAC-SHA1. This is for pages without WebCrypto, that is, pages
 * served without TLS.
 */
export function pbkdf2Sha1(
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Bytes {
  const mac = hmacSha1(password);
  const once = (...parts: Uint8Array[]): Bytes => {
    const hmac = mac();
    parts.forEach((part) => {
      hmac.update(part);
    });
    return hmac.digest();
  };
  const derived = new Uint8Array(Math.ceil(length / 20) * 20);
  for (let block = 0; block * 20 < length; block++) {
    let previous = once(salt, Uint8Array.of(0, 0, 0, block + 1));
    const sum = previous.slice();
    for (let round = 1; round < iterations; round++) {
      previous = once(previous);
      for (let i = 0; i < 20; i++) sum[i] = (sum[i] as number) ^ (previous[i] as number);
    }
    derived.set(sum, block * 20);
  }
  return derived.slice(0, length);
}
