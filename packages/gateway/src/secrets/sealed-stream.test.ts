import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStream, sealStream, type ReadRange } from './sealed-stream.js';

const key = randomBytes(32);
const CHUNK = 65_536;

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

const readFrom =
  (stored: Uint8Array): ReadRange =>
  (start, end) =>
    inParts(stored.subarray(start, end), 10_000);

describe('a sealed stream', () => {
  it('opens any range, regardless of its length', async () => {
    const edges = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...edges),
        fc.integer({ min: 1, max: 200_000 }),
        fc.nat(),
        fc.nat(),
        async (length, partSize, from, to) => {
          const plain = randomBytes(length);
          const stored = await collect(sealStream(key, inParts(plain, partSize)));
          const [start, end] = [from % (length + 1), to % (length + 1)].sort((a, b) => a - b) as [
            number,
            number,
          ];
          const opened = await collect(openStream(key, length, readFrom(stored), start, end));
          expect(opened.equals(plain.subarray(start, end))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not open if a bit has changed, chunks were moved, or the end is missing', async () => {
    const length = 3 * CHUNK;
    const plain = randomBytes(length);
    const stored = await collect(sealStream(key, inParts(plain, CHUNK)));
    const sealedChunk = CHUNK + 16;
    const flipped = Buffer.from(stored);
    flipped[sealedChunk + 5]! ^= 1;
    const swapped = Buffer.concat([
      stored.subarray(sealedChunk, 2 * sealedChunk),
      stored.subarray(0, sealedChunk),
      stored.subarray(2 * sealedChunk),
    ]);
    const cut = stored.subarray(0, 2 * sealedChunk);
    for (const damaged of [flipped, swapped, cut]) {
      await expect(collect(openStream(key, length, readFrom(damaged)))).rejects.toThrow();
    }
    // Even if the given length fits the shortened value, the missing mark on the last chunk reveals that it was
    // cut.
    await expect(collect(openStream(key, 2 * CHUNK, readFrom(cut)))).rejects.toThrow();
  });

  it('does not open with another key', async () => {
    const stored = await collect(sealStream(key, inParts(Buffer.from('text'), 4)));
    await expect(collect(openStream(randomBytes(32), 4, readFrom(stored)))).rejects.toThrow();
  });
});
