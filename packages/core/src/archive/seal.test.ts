import { describe, expect, it } from 'vitest';
import { openArchive } from './open.js';
import { sealArchive, sealArchiveStream } from './seal.js';
import type { SealEntry } from './seal-options.js';

const bytes = new TextEncoder().encode('健康存摺\n'.repeat(2_000));
const password = 'A123456789';
const code = (expected: string) => expect.objectContaining({ name: 'MhbError', code: expected });

describe('sealArchive', () => {
  it('gives the same bytes for the same seed, and different bytes without one', async () => {
    const seal = (seed?: string) =>
      sealArchive([{ name: 'a.txt', bytes }], {
        password,
        now: () => new Date(0),
        ...(seed === undefined ? {} : { seed }),
      });
    expect(await seal('one')).toEqual(await seal('one'));
    expect(await seal('one')).not.toEqual(await seal('two'));
    expect(await seal()).not.toEqual(await seal());
  });

  it('encrypts with AES-256 by default, each entry with its own salt', async () => {
    const sealed = await sealArchive(
      [
        { name: 'a.txt', bytes },
        { name: 'b.txt', bytes },
      ],
      { password },
    );
    const archive = await openArchive(sealed, { password });
    expect(archive.entries.map(({ encryption }) => encryption)).toEqual(['aes-256', 'aes-256']);
    // If both entries used the same keys, their equal content would give equal data.
    const text = Buffer.from(sealed).toString('latin1');
    expect(text.split(text.slice(60, 100))).toHaveLength(2);
  });

  it('keeps times to the second, and writes DOS times in Taiwan’s time zone', async () => {
    const modifiedAt = new Date('2015-05-27T02:30:15Z');
    const sealed = await sealArchive([{ name: 'a.txt', bytes, modifiedAt }], { password });
    expect((await openArchive(sealed)).entries[0]!.modifiedAt).toEqual(modifiedAt);
    const view = new DataView(sealed.buffer);
    expect(view.getUint16(10, true)).toBe((10 << 11) | (30 << 5) | 7);
    expect(view.getUint16(12, true)).toBe(((2015 - 1980) << 9) | (5 << 5) | 27);
  });

  it('stores content that compression does not make smaller', async () => {
    const noise = crypto.getRandomValues(new Uint8Array(5_000));
    const { entries } = await openArchive(await sealArchive([{ name: 'a.bin', bytes: noise }], { password }));
    expect(entries[0]!.compression).toBe('stored');
  });

  it.each([
    ['../a.txt', 'archive-name-unsafe'],
    ['a\\b.txt', 'archive-name-unsafe'],
    ['C:a.txt', 'archive-name-unsafe'],
    ['', 'archive-name-unsafe'],
    ['x'.repeat(70_000), 'archive-name-unsafe'],
  ])('refuses the name %j', async (name, expected) => {
    await expect(sealArchive([{ name, bytes }], { password })).rejects.toEqual(code(expected));
  });

  it('refuses two names that are the same on some file systems', async () => {
    const twins = [
      { name: 'a.txt', bytes },
      { name: 'A.TXT', bytes },
    ];
    await expect(sealArchive(twins, { password })).rejects.toEqual(code('archive-name-duplicate'));
  });

  it.each(['', undefined])('needs a password (%j)', async (none) => {
    await expect(
      sealArchive([{ name: 'a.txt', bytes }], none === undefined ? {} : { password: none }),
    ).rejects.toEqual(code('password-required'));
  });

  it('stops when canceled', async () => {
    await expect(
      sealArchive([{ name: 'a.txt', bytes }], { password, signal: AbortSignal.abort() }),
    ).rejects.toEqual(code('cancelled'));
  });

  it('writes Zip64 if the number of entries requires it', async () => {
    const many = Array.from({ length: 65_600 }, (_, index) => ({
      name: `${index}`,
      bytes: new Uint8Array(0),
    }));
    const { entries } = await openArchive(await sealArchive(many, { method: 'none' }));
    expect(entries).toHaveLength(65_600);
    expect(entries[65_599]!.name).toBe('65599');
  });

  it('writes Zip64 for a stream whose declared size requires it', async () => {
    const stream = new Blob([bytes]).stream();
    const sealed = await sealArchive([{ name: 'a.txt', stream, size: 2 ** 33 }], { password });
    const archive = await openArchive(sealed, { password });
    expect(await archive.entries[0]!.bytes()).toEqual(bytes);
  });
});

describe('sealArchiveStream', () => {
  it('requests entries and content only when it is read, and keeps none of it', async () => {
    const piece = new Uint8Array(1024 * 1024).fill(7);
    let given = 0;
    async function* content() {
      for (let index = 0; index < 64; index++) {
        given += piece.length;
        yield piece;
      }
    }
    async function* entries(): AsyncGenerator<SealEntry> {
      yield { name: 'a.bin', stream: content(), store: true };
    }
    const reader = sealArchiveStream(entries(), { password }).getReader();
    let taken = 0;
    let furthestAhead = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      taken += next.value.length;
      furthestAhead = Math.max(furthestAhead, given - taken);
    }
    expect(taken).toBeGreaterThan(64 * piece.length);
    expect(furthestAhead).toBeLessThanOrEqual(2 * piece.length);
  });

  it('passes on an error of a source', async () => {
    async function* content() {
      yield bytes;
      throw new Error('gone');
    }
    const stream = sealArchiveStream([{ name: 'a.txt', stream: content() }], { password });
    await expect(new Response(stream).arrayBuffer()).rejects.toThrow();
  });
});
