import type { Bytes } from './binary.js';

/**
 * An HMAC (RFC 2104) of SHA-1 (FIPS 180-4 6.1) that is computed in chunks, because WebCrypto accepts only
 * complete messages.
 */

export interface Hmac {
  update(bytes: Uint8Array): void;
  /** Returns the result. Call this only once, at the end. */
  digest(): Bytes;
}

const BLOCK = 64;
const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

class Sha1 {
  readonly #state: Int32Array;
  readonly #schedule = new Int32Array(80);
  readonly #pending = new Uint8Array(BLOCK);
  #length = 0;

  constructor(state: ArrayLike<number> = START, length = 0) {
    this.#state = Int32Array.from(state);
    this.#length = length;
  }

  /** Creates an independent copy. This is allowed only at the end of a block. */
  fork(): Sha1 {
    return new Sha1(this.#state, this.#length);
  }

  update(bytes: Uint8Array): this {
    let at = 0;
    const filled = this.#length % BLOCK;
    this.#length += bytes.length;
    if (filled > 0) {
      at = Math.min(BLOCK - filled, bytes.length);
      this.#pending.set(bytes.subarray(0, at), filled);
      if (filled + at < BLOCK) return this;
      this.#block(this.#pending, 0);
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) this.#block(bytes, at);
    this.#pending.set(bytes.subarray(at));
    return this;
  }

  digest(): Bytes {
    const bits = this.#length * 8;
    const padding = new Uint8Array(
      ((this.#length % BLOCK) + 8 < BLOCK ? BLOCK : 2 * BLOCK) - (this.#length % BLOCK),
    );
    const view = new DataView(padding.buffer);
    padding[0] = 0x80;
    view.setUint32(padding.length - 8, Math.floor(bits / 0x1_0000_0000));
    view.setUint32(padding.length - 4, bits >>> 0);
    this.update(padding);
    const digest = new Uint8Array(20);
    const words = new DataView(digest.buffer);
    this.#state.forEach((word, index) => {
      words.setInt32(4 * index, word);
    });
    return digest;
  }

  #block(bytes: Uint8Array, at: number): void {
    const w = this.#schedule;
    for (let t = 0; t < 16; t++, at += 4) {
      w[t] =
        ((bytes[at] as number) << 24) |
        ((bytes[at + 1] as number) << 16) |
        ((bytes[at + 2] as number) << 8) |
        (bytes[at + 3] as number);
    }
    for (let t = 16; t < 80; t++) {
      const x = (w[t - 3] as number) ^ (w[t - 8] as number) ^ (w[t - 14] as number) ^ (w[t - 16] as number);
      w[t] = (x << 1) | (x >>> 31);
    }
    const state = this.#state;
    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let d = state[3] as number;
    let e = state[4] as number;
    for (let t = 0; t < 80; t++) {
      const mixed =
        t < 20
          ? (d ^ (b & (c ^ d))) + 0x5a827999
          : t < 40
            ? (b ^ c ^ d) + 0x6ed9eba1
            : t < 60
              ? ((b & c) | (d & (b | c))) + 0x8f1bbcdc
              : (b ^ c ^ d) + 0xca62c1d6;
      const next = (((a << 5) | (a >>> 27)) + e + (w[t] as number) + mixed) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    state[0] = (state[0] as number) + a;
    state[1] = (state[1] as number) + b;
    state[2] = (state[2] as number) + c;
    state[3] = (state[3] as number) + d;
    state[4] = (state[4] as number) + e;
  }
}

/** Creates HMACs that share one key. The key's two blocks are hashed only once. */
export function hmacSha1(key: Uint8Array): () => Hmac {
  const block = new Uint8Array(BLOCK);
  block.set(key.length > BLOCK ? new Sha1().update(key).digest() : key);
  const inner = new Sha1().update(block.map((byte) => byte ^ 0x36));
  const outer = new Sha1().update(block.map((byte) => byte ^ 0x5c));
  return () => {
    const hash = inner.fork();
    return {
      update: (bytes) => {
        hash.update(bytes);
      },
      digest: () => outer.fork().update(hash.digest()).digest(),
    };
  };
}
