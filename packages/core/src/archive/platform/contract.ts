import type { Bytes } from '../primitives/binary.js';
import type { Cipher } from '../primitives/cipher.js';
import type { Hmac } from '../primitives/sha1.js';

export interface Inflated {
  readonly bytes: Bytes;
  /** CRC-32 of `bytes`. */
  readonly checksum?: number;
}

/**
 * What the archive needs from its platform: Node's crypto and zlib, or the web's equivalents, with
 * WebAssembly or plain JavaScript for anything the web lacks. All give the same results at different speeds.
 */
export interface Platform {
  randomBytes(length: number): Bytes;
  pbkdf2Sha1(password: Uint8Array, salt: Uint8Array, iterations: number, length: number): Promise<Bytes>;
  /**
   * The HMAC-SHA1 of bytes that are completely available. The buffer may be reused once this resolves, even though the
   * HMAC is still being computed.
   */
  beginHmacSha1(key: Uint8Array, bytes: Uint8Array): Promise<{ readonly code: Promise<Bytes> }>;
  /** The same in chunks. */
  hmacSha1(key: Uint8Array): Hmac;
  /** AES in counter mode with a little-endian counter that starts at 1 (WinZip AES). */
  aesCounter(key: Uint8Array): Cipher;
  /** PKWARE's traditional decryption, starting with the encryption header. */
  zipDecipher(password: Uint8Array): Cipher;
  crc32(bytes: Uint8Array, previous?: number): number;
  /**
   * Decompresses data to `size` bytes. Rejects with any error if the data is not exactly one deflate stream. If there
   * is more output, resolves to at most `size + 1` bytes. Includes the checksum if it is requested and cheap to compute
   * here.
   */
  inflate(deflated: Uint8Array, size: number, wantsChecksum: boolean): Promise<Inflated>;
  /** Like `inflate`, but in chunks and without a size: the consumer stops when it has enough. */
  inflatePieces(deflated: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  deflate(bytes: Uint8Array): Promise<Bytes>;
  deflatePieces(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}
