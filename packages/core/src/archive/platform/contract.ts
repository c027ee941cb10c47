import type { Bytes } from '../primitives/binary.js';
import type { Cipher } from '../primitives/cipher.js';
import type { Hmac } from '../primitives/sha1.js';

export interface Inflated {
  readonly bytes: Bytes;
  /** CRC-32 of `bytes`. */
  readonly checksum?: number;
}

/**
 * What the archive takes from where it runs: Node's own crypto and zlib, or the web's with WebAssembly or plain
 * JavaScript for what the web lacks. Same results everywhere, other speeds.
 */
export interface Platform {
  randomBytes(length: number): Bytes;
  pbkdf2Sha1(password: Uint8Array, salt: Uint8Array, iterations: number, length: number): Promise<Bytes>;
  /** The HMAC-SHA1 of bytes that are all there. They may be written over once this resolves, while the code is still being calculated. */
  beginHmacSha1(key: Uint8Array, bytes: Uint8Array): Promise<{ readonly code: Promise<Bytes> }>;
  /** The same piece by piece. */
  hmacSha1(key: Uint8Array): Hmac;
  /** AES in counter mode, the counter little-endian from 1 (WinZip AES). */
  aesCounter(key: Uint8Array): Cipher;
  /** PKWARE's traditional decryption, from the encryption header on. */
  zipDecipher(password: Uint8Array): Cipher;
  crc32(bytes: Uint8Array, previous?: number): number;
  /**
   * Inflates what should become `size` bytes. Rejects with anything at all if the data are not exactly one deflate
   * stream; resolves to at most `size + 1` bytes where there would be more. The checksum comes along if it is wanted and
   * cheaper to have at once.
   */
  inflate(deflated: Uint8Array, size: number, wantsChecksum: boolean): Promise<Inflated>;
  /** The same piece by piece, without a word on the size: the consumer stops when it has had enough. */
  inflatePieces(deflated: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  deflate(bytes: Uint8Array): Promise<Bytes>;
  deflatePieces(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}
