import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  CompactSign,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK_EC_Private,
  type JWK_EC_Public,
} from 'jose';
import { readJson, writeJson } from './private-file.js';

type PrivateJwk = JWK_EC_Private & { readonly kty: 'EC' };

/** The public key in the form in which an operator enrolls it with a gateway. */
export type BridgePublicJwk = JWK_EC_Public & {
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
};

/** The key that identifies this bridge. */
export interface DeviceKey {
  readonly publicJwk: BridgePublicJwk;
  /**
   * Signs a JSON payload as a compact JWS (RFC 7515). The header contains the key's RFC 7638 thumbprint and
   * its public part, so that an account can recognize a bridge that no operator has enrolled.
   */
  sign(type: string, payload: object): Promise<string>;
}

const FILE = 'device-key.json';

/**
 * Loads the device key from a data directory, and creates it at the first use. No other user of the machine
 * can read the file (mode 0600).
 */
export async function loadDeviceKey(dataDir: string): Promise<DeviceKey> {
  const path = join(dataDir, FILE);
  const jwk = (await readJson<PrivateJwk | null>(path, null)) ?? (await createKey(path));
  await chmod(path, 0o600);
  const { crv, x, y } = jwk;
  const kid = await calculateJwkThumbprint({ kty: 'EC', crv, x, y });
  const privateKey = (await importJWK(jwk, 'ES256')) as CryptoKey;
  return {
    publicJwk: { kty: 'EC', crv, x, y, kid, alg: 'ES256', use: 'sig' },
    sign: (typ, payload) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'ES256', typ, kid, jwk: { kty: 'EC', crv, x, y } })
        .sign(privateKey),
  };
}

/** Replaces the key, so that nobody can recognize this bridge any longer. */
export async function replaceDeviceKey(dataDir: string): Promise<DeviceKey> {
  await rm(join(dataDir, FILE), { force: true });
  return loadDeviceKey(dataDir);
}

async function createKey(path: string): Promise<PrivateJwk> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = (await exportJWK(privateKey)) as PrivateJwk;
  await writeJson(path, jwk);
  return jwk;
}
