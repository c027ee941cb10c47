import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { calculateJwkThumbprint, exportJWK, FlattenedSign, generateKeyPair } from 'jose';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  MANIFEST_FILE_NAME,
  MANIFEST_SIGNATURE_FILE_NAME,
  MANIFEST_SIGNATURE_TYPE,
  verifyManifest,
  writeManifest,
  type ManifestedFile,
  type TrustedIssuer,
} from './index.js';

const issuer = 'https://gateway.example.tw';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const files: readonly ManifestedFile[] = [
  { name: '門診資料_1150305.html', bytes: encode('<h1>門診資料</h1>') },
  { name: '健康存摺醫療類_1150305.json', bytes: encode('{"myhealthbank":{}}') },
  { name: 'empty.txt', bytes: new Uint8Array() },
];

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
let ours: Keys;
let trusted: TrustedIssuer[];

/** Returns the issuer's manifest and its signature by jose, an independent implementation. */
async function sign(
  { privateKey, publicKey }: Keys,
  { by = issuer, header = {}, subject }: { by?: string; header?: object; subject?: string } = {},
): Promise<readonly ManifestedFile[]> {
  const manifest = writeManifest({
    version: 1,
    issuer: by,
    issuedAt: '2026-03-05T02:00:00.000Z',
    ...(subject === undefined ? {} : { subject }),
    entries: files.map(({ name, bytes }) => ({
      name,
      byteLength: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  });
  const kid = await calculateJwkThumbprint(await exportJWK(publicKey));
  const { protected: head, signature } = await new FlattenedSign(manifest)
    .setProtectedHeader({ alg: 'ES256', typ: MANIFEST_SIGNATURE_TYPE, kid, ...header })
    .sign(privateKey);
  return [
    { name: MANIFEST_FILE_NAME, bytes: manifest },
    { name: MANIFEST_SIGNATURE_FILE_NAME, bytes: encode(`${head}..${signature}`) },
  ];
}

beforeAll(async () => {
  ours = await generateKeyPair('ES256', { extractable: true });
  const former = await generateKeyPair('ES256', { extractable: true });
  trusted = [
    {
      issuer,
      name: 'A hospital',
      keys: [await exportJWK(former.publicKey), await exportJWK(ours.publicKey)],
    },
  ];
});

describe('an archive with a manifest', () => {
  it('is genuine as its issuer created it, in any order', async () => {
    const archive = [...(await sign(ours)), ...files.toReversed()];
    expect(await verifyManifest(archive, trusted)).toEqual({
      status: 'genuine',
      issuer,
      issuerName: 'A hospital',
      issuedAt: '2026-03-05T02:00:00.000Z',
      subject: null,
    });
    const named = [...files, ...(await sign(ours, { subject: 'somebody' }))];
    expect(await verifyManifest(named, trusted)).toMatchObject({ status: 'genuine', subject: 'somebody' });
  });

  it('reports every changed, missing and added file', async () => {
    const [page, json, empty] = files as [ManifestedFile, ManifestedFile, ManifestedFile];
    const archive = [
      { ...json, bytes: encode('{"myhealthbank":1}') },
      { ...empty, bytes: encode(' ') },
      { name: 'note.txt', bytes: encode('take twice as much') },
      ...(await sign(ours)),
    ];
    expect(await verifyManifest(archive, trusted)).toEqual({
      status: 'altered',
      issuer,
      changes: [
        { name: page.name, change: 'missing' },
        { name: json.name, change: 'changed' },
        { name: empty.name, change: 'changed' },
        { name: 'note.txt', change: 'added' },
      ],
    });
    // A reader might open a second file with the same name instead of the first one.
    const twice = await verifyManifest([...files, page, ...(await sign(ours))], trusted);
    expect(twice).toMatchObject({ status: 'altered', changes: [{ name: page.name, change: 'added' }] });
  });

  it('is never accepted as genuine after any byte of the manifest or its signature has changed', async () => {
    const signed = await sign(ours);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, at, bits) => {
        const changed = signed.map((file, index) => {
          if (index !== which % 2) return file;
          const bytes = file.bytes.slice();
          bytes[at % bytes.length]! ^= bits;
          return { ...file, bytes };
        });
        const { status } = await verifyManifest([...files, ...changed], trusted);
        expect(status).not.toBe('genuine');
        expect(status).not.toBe('unsigned');
      }),
      { numRuns: 300 },
    );
  });

  it('is accepted from no other issuer', async () => {
    const other = await generateKeyPair('ES256', { extractable: true });
    expect(await verifyManifest([...files, ...(await sign(other))], trusted)).toEqual({
      status: 'unknown-issuer',
      issuer,
    });
    expect((await verifyManifest([...files, ...(await sign(ours))], [])).status).toBe('unknown-issuer');
    // A key of another trusted issuer must not be accepted for a manifest in our name.
    const otherIssuer = { issuer: 'https://other.example.tw', keys: [await exportJWK(other.publicKey)] };
    const forged = [...files, ...(await sign(other))];
    expect((await verifyManifest(forged, [...trusted, otherIssuer])).status).toBe('invalid');
    // The signature is by another key, but its header contains our key identifier.
    const kid = await calculateJwkThumbprint(await exportJWK(ours.publicKey));
    const claimed = await sign(other, { header: { kid } });
    expect((await verifyManifest([...files, ...claimed], trusted)).status).toBe('invalid');
  });

  it.each([{ typ: 'bridge-proof+jwt' }, { crit: ['b64'], b64: true }])(
    'rejects a signature with a header of %j',
    async (header) => {
      const signed = await sign(ours, { header });
      expect((await verifyManifest([...files, ...signed], trusted)).status).toBe('invalid');
    },
  );

  it('is invalid if one of the two files is missing, and unsigned if both are', async () => {
    const [manifest, signature] = (await sign(ours)) as [ManifestedFile, ManifestedFile];
    expect((await verifyManifest([...files, manifest], trusted)).status).toBe('invalid');
    expect((await verifyManifest([...files, signature], trusted)).status).toBe('invalid');
    expect(await verifyManifest(files, trusted)).toEqual({ status: 'unsigned' });
  });
});

describe('an environment that hides Web Crypto, as jsdom does', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('can still verify', async () => {
    const archive = [...files, ...(await sign(ours))];
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    vi.resetModules();
    const fresh = await import('./index.js');
    expect(await fresh.verifyManifest(archive, trusted)).toMatchObject({ status: 'genuine', issuer });
    const other = files.map((file, index) => (index === 0 ? { ...file, bytes: encode('other') } : file));
    const changed = await fresh.verifyManifest([...other, ...archive.slice(files.length)], trusted);
    expect(changed).toMatchObject({ status: 'altered' });
  });
});
