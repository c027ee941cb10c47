import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBlobFolder, type BlobStore } from './blob-store.js';
import { openS3Blobs } from './s3-blob-store.js';

const MiB = 1024 * 1024;

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

/**
 * Runs the same tests for both stores. The S3 server is s3rver, a real HTTP server from npm that checks no
 * signatures.
 */
describe.each(['folder', 's3'] as const)('blobs in a %s', (kind) => {
  let directory: string;
  let server: S3rver | null = null;
  let blobs: BlobStore;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mhb-blobs-'));
    if (kind === 'folder') {
      blobs = openBlobFolder(join(directory, 'archives'));
      return;
    }
    server = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory,
      configureBuckets: [{ name: 'archives', configs: [] }],
    });
    const { port } = (await server.run()) as AddressInfo;
    blobs = await openS3Blobs({
      bucket: 'archives',
      endpoint: `http://127.0.0.1:${port}`,
      prefix: 'mhb/',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    });
  });
  afterAll(async () => {
    await server?.close();
    await rm(directory, { recursive: true });
  });

  it.each([1, 100_000, 8 * MiB - 1, 8 * MiB, 8 * MiB + 1, 20 * MiB])(
    'keep %d bytes, and return any part of them',
    async (length) => {
      const bytes = randomBytes(length);
      const key = `2026-03-05/${length}`;
      await blobs.write(key, inPieces(bytes, 300_001));
      expect((await collect(blobs.read(key, 0, length))).equals(bytes)).toBe(true);
      const [start, end] = [Math.floor(length / 3), Math.floor(length / 2)];
      if (start < end) {
        expect((await collect(blobs.read(key, start, end))).equals(bytes.subarray(start, end))).toBe(true);
      }
      await blobs.delete(key);
      await blobs.delete(key);
    },
  );

  it.each([1, 9 * MiB])('keep nothing of a source that fails after %d bytes', async (length) => {
    const failing = async function* (): AsyncGenerator<Uint8Array> {
      yield* inPieces(randomBytes(length), MiB);
      throw new Error('The source broke');
    };
    await expect(blobs.write('2026-03-06/broken', failing())).rejects.toThrow('The source broke');
    await expect(collect(blobs.read('2026-03-06/broken', 0, 1))).rejects.toThrow();
  });

  it('are deleted by day', async () => {
    await blobs.deleteDay('2026-03-05');
    await blobs.deleteDay('2026-03-06');
    for (const day of ['2026-03-07', '2026-03-08']) {
      for (let index = 0; index < 12; index += 1)
        await blobs.write(`${day}/${index}`, inPieces(Buffer.from('x'), 1));
    }
    expect(await blobs.days()).toEqual(expect.arrayContaining(['2026-03-07', '2026-03-08']));
    await blobs.deleteDay('2026-03-07');
    expect(await blobs.days()).not.toContain('2026-03-07');
    expect((await collect(blobs.read('2026-03-08/0', 0, 1))).toString()).toBe('x');
    await blobs.check();
  });
});

it('name a bucket that does not exist', async () => {
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: tmpdir() });
  const { port } = (await server.run()) as AddressInfo;
  const blobs = await openS3Blobs({
    bucket: `no-such-bucket-${process.pid}`,
    endpoint: `http://127.0.0.1:${port}`,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  });
  await expect(blobs.check()).rejects.toThrow();
  await server.close();
});
