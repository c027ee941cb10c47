import { describe, expect, it } from 'vitest';
import { openArchive } from './open.js';
import { sealArchive } from './seal.js';

const content = new TextEncoder().encode('健康存摺\n'.repeat(2_000));
const password = 'A123456789';
const seal = (method: 'aes-256' | 'zipcrypto' | 'none' = 'aes-256', entries = ['a.txt', 'b.txt']) =>
  sealArchive(
    entries.map((name) => ({ name, bytes: content })),
    { password, method, seed: 'open' },
  );
const code = (expected: string) => expect.objectContaining({ name: 'MhbError', code: expected });

describe('a password', () => {
  it('is not needed for listing', async () => {
    const archive = await openArchive(await seal());
    expect(archive.isEncrypted).toBe(true);
    expect(archive.entries.map(({ name, size }) => [name, size])).toEqual([
      ['a.txt', content.length],
      ['b.txt', content.length],
    ]);
  });

  it('that is wrong is refused at once, and another can be tried', async () => {
    const archive = await openArchive(await seal());
    await expect(archive.unlock('wrong')).rejects.toEqual(code('wrong-password'));
    await expect(archive.entries[0]!.bytes()).rejects.toEqual(code('password-required'));
    await archive.unlock(password);
    expect(await archive.entries[0]!.bytes()).toEqual(content);
  });

  it('that is wrong does not replace the right one', async () => {
    const archive = await openArchive(await seal(), { password });
    await expect(archive.unlock('wrong')).rejects.toEqual(code('wrong-password'));
    expect(await archive.entries[1]!.bytes()).toEqual(content);
  });

  it('given to openArchive is checked there', async () => {
    await expect(openArchive(await seal(), { password: 'wrong' })).rejects.toEqual(code('wrong-password'));
  });

  it('can be given for one entry', async () => {
    const archive = await openArchive(await seal('zipcrypto'));
    expect(await archive.entries[0]!.bytes({ password })).toEqual(content);
    await expect(archive.entries[0]!.bytes()).rejects.toEqual(code('password-required'));
  });

  it('is never accepted if it is wrong, even if 1,500 wrong passwords are tried against one check byte', async () => {
    const archive = await openArchive(await seal('zipcrypto', ['a.txt']));
    for (let attempt = 0; attempt < 1_500; attempt++) {
      await expect(archive.unlock(`wrong${attempt}`)).rejects.toEqual(code('wrong-password'));
    }
  });
});

describe('reading', () => {
  it('reports progress up to the total', async () => {
    const seen: number[] = [];
    const archive = await openArchive(await seal(), {
      password,
      onProgress: ({ loaded, total }) => {
        expect(total).toBe(2 * content.length);
        seen.push(loaded);
      },
    });
    await archive.files();
    expect(seen).toEqual([content.length, 2 * content.length]);
  });

  it('returns bytes that belong to the caller', async () => {
    const sealed = await seal('none');
    const before = sealed.slice();
    const archive = await openArchive(sealed);
    (await archive.entries[0]!.bytes()).fill(0);
    expect(sealed).toEqual(before);
    expect(await archive.entries[0]!.bytes()).toEqual(content);
  });

  it('stops when canceled, before and during a read', async () => {
    const controller = new AbortController();
    const archive = await openArchive(await seal(), { password, limits: { bufferedBytes: 0 } });
    const reader = archive.entries[0]!.stream({ signal: controller.signal }).getReader();
    await reader.read();
    controller.abort();
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toEqual(code('cancelled'));
    await expect(archive.entries[0]!.bytes({ signal: AbortSignal.abort() })).rejects.toEqual(
      code('cancelled'),
    );
    await expect(openArchive(await seal(), { signal: AbortSignal.abort() })).rejects.toEqual(
      code('cancelled'),
    );
  });

  it('ends with close', async () => {
    const archive = await openArchive(await seal('none'));
    archive.close();
    await expect(archive.entries[0]!.bytes()).rejects.toEqual(code('cancelled'));
  });

  it('reports that the source failed', async () => {
    const sealed = await seal('none');
    let isGone = false;
    const archive = await openArchive({
      size: sealed.length,
      read: (offset, length) =>
        isGone ? Promise.reject(new Error('gone')) : Promise.resolve(sealed.slice(offset, offset + length)),
    });
    isGone = true;
    await expect(archive.entries[0]!.bytes()).rejects.toEqual(code('archive-unreadable'));
  });

  it('checks entries with an authentication code before the first byte, regardless of their size', async () => {
    const sealed = await seal();
    // Find the last byte of the first entry's authentication code.
    const second = sealed.findLastIndex(
      (_, at) => at > 40 && sealed[at] === 0x50 && sealed[at + 1] === 0x4b && sealed[at + 2] === 3,
    );
    sealed[second - 1]! ^= 1;
    const archive = await openArchive(sealed, { password, limits: { bufferedBytes: 0 } });
    const reader = archive.entries[0]!.stream().getReader();
    await expect(reader.read()).rejects.toEqual(code('archive-corrupt'));
    expect(await archive.entries[1]!.bytes()).toEqual(content);
  });
});

describe('an archive that ends too early', () => {
  it.each(['aes-256', 'none'] as const)('is reported as such, wherever it ends (%s)', async (method) => {
    const whole = await seal(method);
    const codes = new Map<string, number>();
    for (let length = 1; length < whole.length; length += 1) {
      const outcome = await openArchive(whole.subarray(0, length)).then(
        () => 'opened',
        (error: unknown) => (error as { code: string }).code,
      );
      codes.set(outcome, (codes.get(outcome) ?? 0) + 1);
    }
    // A file that is too short is not even recognized as an archive.
    expect(codes.get('not-an-archive') ?? 0).toBeLessThan(4);
    codes.delete('not-an-archive');
    expect([...codes.keys()]).toEqual(['archive-truncated']);
  });
});

describe('archives within archives', () => {
  it('are opened one level down, but no deeper', async () => {
    const inner = await sealArchive([{ name: 'a.txt', bytes: content }], { method: 'none' });
    const middle = await sealArchive([{ name: 'inner.zip', bytes: inner }], { method: 'none' });
    const outer = await openArchive(middle);
    const within = await openArchive(await outer.entries[0]!.bytes(), { within: outer });
    expect(within.depth).toBe(1);
    expect(within.totalBytes).toBe(inner.length + content.length);
    await expect(openArchive(inner, { within })).rejects.toEqual(code('limit-exceeded'));
  });

  it('count toward the same total', async () => {
    const inner = await sealArchive([{ name: 'a.txt', bytes: content }], { method: 'none' });
    await expect(
      openArchive(inner, {
        within: { depth: 0, totalBytes: 10 },
        limits: { totalBytes: content.length + 9 },
      }),
    ).rejects.toEqual(code('limit-exceeded'));
  });
});
