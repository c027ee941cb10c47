import { expect } from '@open-wc/testing';
import { contentHash } from './content-hash.js';

const LARGE = 9_000_000;
const PIECE = 4 << 20;

describe('the hash of a content', () => {
  it('of a small file is its SHA-256', async () => {
    expect(await contentHash(new TextEncoder().encode('abc'))).to.equal(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('of a large file depends on every piece, on their order and on the length', async () => {
    const filled = (change: (bytes: Uint8Array) => void, length = LARGE): Promise<string> => {
      const bytes = new Uint8Array(length);
      change(bytes);
      return contentHash(bytes);
    };
    const first = (bytes: Uint8Array): void => void bytes.fill(1, 0, PIECE);
    const all = await Promise.all([
      filled(() => undefined),
      filled(first),
      filled((bytes) => void bytes.fill(1, PIECE, 2 * PIECE)),
      filled((bytes) => void (bytes[LARGE - 1] = 1)),
      filled(() => undefined, LARGE + 1),
    ]);
    expect(new Set(all).size).to.equal(all.length);
    expect(await filled(first)).to.equal(all[1]);
  });
});
