import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CompactSign, calculateJwkThumbprint, exportJWK } from 'jose';
import { cache } from './registry.mjs';

/** The operator's key for releases: Ed25519, as PKCS#8 in PEM. */

const TEST_KEY = join(cache, 'test-release-key.pem');

/** Type of a signed list of releases, as `packages/card-bridge/src/update/release.ts` expects it. */
const RELEASES_TYPE = 'mhb-card-bridge-releases+jwt';
/** Type of a signed link that names a site, as `packages/card-bridge/src/bridge.ts` expects it. */
const SITE_TYPE = 'mhb-card-bridge-site+jwt';

/**
 * @param {string | undefined} file
 * @returns {import('node:crypto').KeyObject} the operator's key; without one, a test key of this machine
 */
export function releaseKey(file) {
  if (file !== undefined) return createPrivateKey(readFileSync(file));
  if (!existsSync(TEST_KEY)) {
    mkdirSync(dirname(TEST_KEY), { recursive: true });
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(TEST_KEY, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    chmodSync(TEST_KEY, 0o600);
  }
  console.error('No --key: signed with a test key of this machine, which nobody else should trust.');
  return createPrivateKey(readFileSync(TEST_KEY));
}

/** The public key that programs trust. @param {import('node:crypto').KeyObject} privateKey */
export async function publicKeyOf(privateKey) {
  const { kty, crv, x } = await exportJWK(createPublicKey(privateKey));
  return { kty, crv, x, kid: await calculateJwkThumbprint({ kty: 'OKP', crv, x }) };
}

/** @param {object} releases @param {import('node:crypto').KeyObject} privateKey */
export const signReleases = (releases, privateKey) => sign(releases, RELEASES_TYPE, privateKey);

/** Names a site that a person may add to their bridge. @param {string} origin @param {import('node:crypto').KeyObject} privateKey */
export const signSite = (origin, privateKey) => sign({ origin }, SITE_TYPE, privateKey);

/** A compact JWS (RFC 7515). @param {object} payload @param {string} typ @param {import('node:crypto').KeyObject} privateKey */
async function sign(payload, typ, privateKey) {
  const { kid } = await publicKeyOf(privateKey);
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', typ, kid })
    .sign(privateKey);
}
