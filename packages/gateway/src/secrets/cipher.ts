import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Encrypts and authenticates small values with AES-256-GCM and a random 96-bit nonce (NIST SP 800-38D). A sealed
 * value consists of the version (1 byte), the nonce (12 bytes), the ciphertext and the tag (16 bytes). The context
 * is authenticated too, so that a value that has been moved to another row or column cannot be opened.
 */
const VERSION = 1;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

export function seal(key: Uint8Array, plaintext: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([
    Uint8Array.of(VERSION),
    nonce,
    cipher.update(plaintext),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** @throws if the key or the context is wrong, or if any bit of the value has changed */
export function open(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array {
  if (sealed[0] !== VERSION || sealed.length < 1 + NONCE_LENGTH + TAG_LENGTH) {
    throw new Error('This is not a sealed value in the current format');
  }
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE_LENGTH), {
    authTagLength: TAG_LENGTH,
  })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(-TAG_LENGTH));
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_LENGTH, -TAG_LENGTH)), decipher.final()]);
}

export function sealText(key: Uint8Array, text: string, context: string): Uint8Array {
  return seal(key, Buffer.from(text), context);
}

export function openText(key: Uint8Array, sealed: Uint8Array, context: string): string {
  return Buffer.from(open(key, sealed, context)).toString();
}
