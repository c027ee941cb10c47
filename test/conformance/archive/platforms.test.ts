import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Platform } from '../../../packages/core/dist/archive/platform/contract.js';
import { loadPlatform as loadNode } from '../../../packages/core/dist/archive/platform/node.js';
import { loadPlatform as loadWeb, withoutKernels } from '../../../packages/core/dist/archive/platform/web.js';
import { pbkdf2Sha1 } from '../../../packages/core/dist/archive/primitives/pbkdf2.js';

/** Node's implementation, the web's with WebAssembly and the web's without must give identical results. */

const platforms = { node: await loadNode(), web: await loadWeb(), script: await withoutKernels() };
const key = randomBytes(32);
const data = randomBytes(200_003);

async function agree(compute: (platform: Platform) => Uint8Array | Promise<Uint8Array>): Promise<void> {
  const { node, web, script } = platforms;
  const expected = Buffer.from(await compute(node));
  expect(Buffer.from(await compute(web)).equals(expected)).toBe(true);
  expect(Buffer.from(await compute(script)).equals(expected)).toBe(true);
}

/** In chunks that end within blocks and begin within groups of blocks. */
function inPieces(apply: (from: Uint8Array, to: Uint8Array) => void): Uint8Array {
  const out = new Uint8Array(data.length);
  const lengths = [1, 15, 112, 128, 1, 129, 70_000, 3];
  let at = 0;
  for (const length of [...lengths, data.length - lengths.reduce((sum, each) => sum + each, 0)]) {
    apply(data.subarray(at, at + length), out.subarray(at, at + length));
    at += length;
  }
  return out;
}

describe('platforms agree on', () => {
  it.each([16, 24, 32])('AES with a key of %i bytes', async (length) => {
    await agree((platform) => {
      const cipher = platform.aesCounter(key.subarray(0, length));
      return inPieces((from, to) => {
        cipher.apply(from, to);
      });
    });
  });

  it('two AES streams in turn', async () => {
    await agree((platform) => {
      const first = platform.aesCounter(key);
      const second = platform.aesCounter(key.subarray(16));
      return inPieces((from, to) => {
        first.apply(from, to);
        second.apply(to, to);
      });
    });
  });

  it('ZipCrypto', async () => {
    await agree((platform) => {
      const cipher = platform.zipDecipher(key);
      return inPieces((from, to) => {
        cipher.apply(from, to);
      });
    });
  });

  it.each([
    [10, 16],
    [64, 51],
    [65, 16],
    [10, 52],
  ])('PBKDF2 with a password of %i and a salt of %i bytes', async (password, salt) => {
    const wanted = [data.subarray(0, password), data.subarray(0, salt), 1000, 66] as const;
    await agree((platform) => platform.pbkdf2Sha1(...wanted));
    const expected = await platforms.node.pbkdf2Sha1(...wanted);
    expect(Buffer.from(pbkdf2Sha1(...wanted)).equals(Buffer.from(expected))).toBe(true);
  });

  it('HMAC, complete and in chunks', async () => {
    await agree(async (platform) => (await platform.beginHmacSha1(key, data)).code);
    await agree((platform) => {
      const hmac = platform.hmacSha1(key);
      inPieces((from) => {
        hmac.update(from);
      });
      return hmac.digest();
    });
  });

  it('AES when the third byte of the counter changes', async () => {
    const long = new Uint8Array(65_600 * 16).fill(7);
    await agree((platform) => {
      const out = new Uint8Array(long.length);
      platform.aesCounter(key).apply(long, out);
      return out;
    });
  });

  it.each([0, 1, 16, 19_199, 19_200, 19_215, 65_537, data.length])('CRC-32 of %i bytes', async (length) => {
    const some = data.subarray(data.length - length);
    await agree((platform) => {
      const sums = [platform.crc32(some), platform.crc32(some, 77)];
      return new Uint8Array(Uint32Array.from(sums).buffer);
    });
  });

  it.each([0, 1, 6, 9])('inflate, level %i, complete and in chunks of any size', async (level) => {
    const content = Buffer.concat([data.subarray(0, 50_000), Buffer.alloc(400_000, 'abcdefgh'), data]);
    const deflated = deflateRawSync(content, { level });
    await agree(async (platform) => {
      const { bytes, checksum } = await platform.inflate(deflated, content.length, true);
      expect(Buffer.from(bytes).equals(content)).toBe(true);
      expect(checksum ?? crc32(bytes)).toBe(crc32(content));
      return bytes;
    });
    for (const size of [7, 1_000, 100_000]) {
      await agree(async (platform) => {
        const pieces = async function* () {
          // One-byte steps at the beginning, where every field may be split.
          for (let at = 0; at < 500; at++) yield deflated.subarray(at, at + 1);
          for (let at = 500; at < deflated.length; at += size) yield deflated.subarray(at, at + size);
        };
        const parts: Uint8Array[] = [];
        if (size === 7 && deflated.length > 400_000) return new Uint8Array(0);
        for await (const part of platform.inflatePieces(pieces())) parts.push(part);
        expect(Buffer.concat(parts).equals(content)).toBe(true);
        return new Uint8Array(0);
      });
    }
  });
});
