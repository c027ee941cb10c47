import type { Bytes } from '../primitives/binary.js';
import type { Cipher } from '../primitives/cipher.js';
import type { Hmac } from '../primitives/sha1.js';

export interface Inflated {
  readonly bytes: Bytes;
  /** CRC-32 of `bytes`. */
  readonly checksum?: number;
}

/**
 * The functions that the archive needs from its platform. Node provides them with its crypto and zlib
 * modules. The web provides equivalents; WebAssembly or plain JavaScript replaces whatever the web lacks. All
 * implementations give the same results, at different speeds.
 */
export interface Platform {
  randomBytes(length: number): Bytes;
  pbkdf2Sha1(password: Uint8Array, salt: Uint8Array, iterations: number, length: number): Promise<Bytes>;
  /**
   * Starts computing the HMAC-SHA1 of bytes that are all available. Once the outer promise resolves, the
   * buffer may be reused, even though the HMAC is still being computed.
   */
  beginHmacSha1(key: Uint8Array, bytes: Uint8Array): Promise<{ readonly code: Promise<Bytes> }>;
  /** Computes an HMAC-SHA1 of bytes that arrive in chunks. */
  hmacSha1(key: Uint8Array): Hmac;
  /** Creates an AES cipher in counter mode, with a little-endian counter that starts at 1 (WinZip AES). */
  aesCounter(key: Uint8Array): Cipher;
  /** Creates a cipher for PKWARE's traditional decryption. The data must start with the encryption header. */
  zipDecipher(password: Uint8Array): Cipher;
  crc32(bytes: Uint8Array, previous?: number): number;
  /**
   * Decompresses data to `size` bytes. Rejects with any error if the data is not exactly one deflate stream.
   * If there is more output, resolves to no more than `size + 1` bytes. Includes the checksum if it is
   * requested and this implementation can compute it cheaply.
   */
  inflate(deflated: Uint8Array, size: number, wantsChecksum: boolean): Promise<Inflated>;
  /** Decompresses like `inflate`, but in chunks and without a size. The consumer stops when it has enough. */
  inflatePieces(deflated: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  deflate(bytes: Uint8Array): Promise<Bytes>;
  deflatePieces(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}
