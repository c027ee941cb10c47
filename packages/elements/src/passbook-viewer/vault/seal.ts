import { MhbError } from '@mhb-kit/core/error';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import type { PassphraseLock, Sealed } from './storage.js';

/**
 * Derives keys and encrypts data. All data is encrypted with AES-256-GCM. The additional authenticated data binds
 * each ciphertext to its place in the vault.
 */

const NONCE_BYTES = 12;
const KEY_BYTES = 32;
export const SALT_BYTES = 32;

/**
 * scrypt's N. With r = 8 and p = 1, deriving a key takes 128 MiB and about a second (OWASP Password Storage Cheat
 * Sheet, 2024).
 */
export const COST = 2 ** 17;
const BLOCK = 8;
/** The longest time for which deriving a key blocks the page before other tasks can run. */
const TICK_MS = 8;

export const random = (bytes: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(bytes));

const bound = (place: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`mhb-passbook-vault ${place}`);

/** Imports a key in such a way that no script can export it. */
export const importKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

export async function seal(key: CryptoKey, place: string, text: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const nonce = random(NONCE_BYTES);
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: bound(place) },
    key,
    text,
  );
  return { nonce, data };
}

/** @throws MhbError `vault-damaged` if the ciphertext was changed or moved, or if the key is wrong */
export async function unseal(
  key: CryptoKey,
  place: string,
  { nonce, data }: Sealed,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: bound(place) };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, data));
  } catch (cause) {
    throw new MhbError('vault-damaged', 'A stored string cannot be decrypted', { cause });
  }
}

/**
 * Derives the key for a passphrase. The passphrase is normalized, so that it gives the same key on every keyboard.
 */
export async function passphraseKey(
  passphrase: string,
  { salt, cost }: Pick<PassphraseLock, 'salt' | 'cost'>,
): Promise<CryptoKey> {
  const password = new TextEncoder().encode(passphrase.normalize('NFC'));
  const raw = await scryptAsync(password, salt, {
    N: cost,
    r: BLOCK,
    p: 1,
    dkLen: KEY_BYTES,
    asyncTick: TICK_MS,
    maxmem: 2 * 128 * BLOCK * cost,
  });
  const key = await importKey(new Uint8Array(raw));
  raw.fill(0);
  return key;
}

/** Derives a key from the output of a passkey's pseudo-random function (HKDF, RFC 5869). */
export async function prfKey(output: ArrayBuffer, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', output, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: bound('passkey') },
    material,
    { name: 'AES-GCM', length: 8 * KEY_BYTES },
    false,
    ['encrypt', 'decrypt'],
  );
}

export const newDataKey = (): Uint8Array<ArrayBuffer> => random(KEY_BYTES);

const piped = async (
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(through)).arrayBuffer());

export const compress = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  piped(bytes, new CompressionStream('gzip'));

export const decompress = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  piped(bytes, new DecompressionStream('gzip'));
