import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyManifest, type ManifestedFile } from '@mhb-kit/core/manifest';
import { withSignedManifest } from '../requests/signed-entries.js';
import { createIssuer } from './issuer.js';

const secret = createHash('sha256').update('a root key').digest();
const about = { issuer: 'https://gateway.example.tw', issuedAt: '2026-03-05T02:00:00.000Z' };
const files = [
  { name: '門診資料_1150305.html', bytes: new TextEncoder().encode('門診') },
  { name: '住診資料_1150305.html', bytes: new TextEncoder().encode('住診') },
];

async function* asTheyCome() {
  yield* files;
}

async function signed(issuer: Awaited<ReturnType<typeof createIssuer>>): Promise<readonly ManifestedFile[]> {
  const all: ManifestedFile[] = [];
  for await (const entry of withSignedManifest(asTheyCome(), issuer, about)) {
    if ('bytes' in entry) all.push({ name: entry.name, bytes: entry.bytes });
  }
  return all;
}

describe('an issuer', () => {
  it('always derives the same key from a root key, and a different key from a different root key', async () => {
    const { keySet } = await createIssuer(secret);
    expect((await createIssuer(secret)).keySet).toEqual(keySet);
    const other = await createIssuer(createHash('sha256').update('another').digest());
    expect(other.keySet.keys[0]!.kid).not.toBe(keySet.keys[0]!.kid);
    expect(Object.keys(keySet.keys[0]!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('creates signatures that its published keys verify, with our verifier and with OpenSSL', async () => {
    const issuer = await createIssuer(secret);
    const archive = await signed(issuer);
    expect(archive.map(({ name }) => name)).toEqual([
      ...files.map(({ name }) => name),
      'META-INF/manifest.json',
      'META-INF/manifest.json.jws',
    ]);
    const trusted = [{ issuer: about.issuer, keys: issuer.keySet.keys }];
    expect(await verifyManifest(archive, trusted)).toMatchObject({ status: 'genuine', ...about });

    const [manifest, jws] = archive.slice(-2).map(({ bytes }) => Buffer.from(bytes));
    const [header, , signature] = jws!.toString().split('.');
    const key = createPublicKey({ key: { ...issuer.keySet.keys[0]! }, format: 'jwk' });
    const data = Buffer.from(`${header}.${manifest!.toString('base64url')}`);
    const bytes = Buffer.from(signature!, 'base64url');
    expect(verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true);
  });

  it('keeps publishing former keys, so that their signatures can still be verified', async () => {
    const former = await createIssuer(secret);
    const archive = await signed(former);
    const { keySet } = await createIssuer(createHash('sha256').update('new').digest(), [
      former.keySet.keys[0]!,
    ]);
    const trusted = [{ issuer: about.issuer, keys: keySet.keys }];
    expect((await verifyManifest(archive, trusted)).status).toBe('genuine');
  });
});
