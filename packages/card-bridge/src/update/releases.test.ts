import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import { codeOf } from '../../test/fixture.js';
import { checkFile, compareVersions, newerFile, readReleases, type Releases } from './releases.js';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = { x: (publicKey.export({ format: 'jwk' }) as { x: string }).x };
const archive = Buffer.from('a package of the bridge, as a person downloads it');
const file = {
  target: 'linux-x64',
  name: 'mhb-card-bridge-0.2.0-linux-x64.tar.gz',
  size: archive.length,
  sha256: createHash('sha256').update(archive).digest('hex'),
};
const releases = { product: 'mhb-card-bridge', version: '0.2.0', files: [file] };
const running = { version: '0.1.0', target: 'linux-x64', kind: '.tar.gz' };

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
function signed(payload: object, header: object = {}, by = privateKey): string {
  const text = `${part({ alg: 'EdDSA', typ: 'mhb-card-bridge-releases+jwt', ...header })}.${part(payload)}`;
  return `${text}.${sign(null, Buffer.from(text), by).toString('base64url')}`;
}
const read = (token: string): Promise<Releases> => Promise.resolve().then(() => readReleases(token, key));

it('accepts what the operator has signed', async () => {
  expect(await read(`${signed(releases)}\n`)).toEqual({ version: '0.2.0', files: [file] });
  expect(newerFile(await read(signed(releases)), running)).toEqual(file);
  expect(() => {
    checkFile(archive, file);
  }).not.toThrow();
});

it('T23 refuses a thousand lists and packages that were tampered with', async () => {
  const token = signed(releases);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (let count = 0; count < 500; count++) {
    const at = (count * 7919) % token.length;
    const other = alphabet[(alphabet.indexOf(token[at] ?? '') + 1 + (count % 62)) % 64] ?? 'A';
    const forged = token.slice(0, at) + other + token.slice(at + 1);
    expect(await codeOf(read(forged)), forged).toBe('update-not-trusted');
  }
  for (let count = 0; count < 500; count++) {
    const forged = Buffer.from(archive);
    const at = count % forged.length;
    forged.writeUInt8((forged.readUInt8(at) + 1 + (count % 255)) % 256, at);
    const bytes = count % 10 === 0 ? forged.subarray(0, at) : forged;
    const outcome = codeOf(
      Promise.resolve().then(() => {
        checkFile(bytes, file);
      }),
    );
    expect(await outcome).toBe('update-not-trusted');
  }
});

it.each([
  ['another key’s', signed(releases, {}, generateKeyPairSync('ed25519').privateKey)],
  ['for another purpose', signed(releases, { typ: 'mhb-card-bridge-site+jwt' })],
  ['by another algorithm', signed(releases, { alg: 'none' })],
  ['of another product', signed({ ...releases, product: 'other' })],
  ['without a version', signed({ ...releases, version: 'latest' })],
  ['with a path to another folder', signed({ ...releases, files: [{ ...file, name: '../x.tar.gz' }] })],
  ['without a hash', signed({ ...releases, files: [{ ...file, sha256: '' }] })],
  ['too large to fetch', signed({ ...releases, files: [{ ...file, size: 1e12 }] })],
  ['empty', ''],
])('T23 refuses a list that is %s', async (_, token) => {
  expect(await codeOf(read(token))).toBe('update-not-trusted');
});

it('never installs an older version, or one for another system', () => {
  const offered = (version: string, target = 'linux-x64') =>
    newerFile({ version, files: [{ ...file, target }] }, { ...running, version: '0.10.0' });
  expect(offered('0.9.9')).toBeNull();
  expect(offered('0.10.0')).toBeNull();
  expect(offered('0.10.1', 'windows-x64')).toBeNull();
  expect(offered('0.10.1')).not.toBeNull();
  expect(compareVersions('1.0.0', '0.99.99')).toBeGreaterThan(0);
});
