import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MhbError } from '@mhb-kit/core/error';
import { createFile } from '../storage/durable-files.js';
import { createRowMacs, type RowMacs } from './row-macs.js';

export const KEY_LENGTH = 32;

/** The keys that are derived from the gateway's root key, one for each purpose. */
export interface GatewayKeys {
  /**
   * Returns a keyed hash with which an identifying value can be found. `kind` ensures that equal values of
   * different kinds have different hashes.
   */
  lookup(kind: string, value: string): Uint8Array;
  /** Seals identifying columns. */
  readonly columns: Uint8Array;
  /** Wraps the day keys. */
  readonly days: Uint8Array;
  /** The secret that argon2 mixes into every password hash. */
  readonly pepper: Uint8Array;
  /** The secret from which the key that signs archives is derived. */
  readonly issuer: Uint8Array;
  /** Authenticates the nonces of DPoP proofs. */
  readonly proofNonces: Uint8Array;
  /** Authenticates the hash chain of the audit trail. */
  readonly auditChain: Uint8Array;
  /** Computes MACs for the rows that determine who may log in. */
  readonly rowMacs: RowMacs;
}

export function sha256(data: string | Uint8Array): Uint8Array {
  return createHash('sha256').update(data).digest();
}

/** Derives a key for a purpose with HKDF (RFC 5869) and SHA-256. */
export function deriveKey(secret: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(
    hkdfSync('sha256', secret, new Uint8Array(), `mhb-gateway:v1:${purpose}`, KEY_LENGTH),
  );
}

export function deriveGatewayKeys(rootKey: Uint8Array): GatewayKeys {
  if (rootKey.length !== KEY_LENGTH) {
    throw new MhbError('configuration-invalid', 'The root key must be 32 bytes');
  }
  const lookupKey = deriveKey(rootKey, 'lookup');
  return {
    lookup: (kind, value) => createHmac('sha256', lookupKey).update(`${kind}\0${value}`).digest(),
    columns: deriveKey(rootKey, 'columns'),
    days: deriveKey(rootKey, 'days'),
    pepper: deriveKey(rootKey, 'pepper'),
    issuer: deriveKey(rootKey, 'issuer'),
    proofNonces: deriveKey(rootKey, 'proof-nonces'),
    auditChain: deriveKey(rootKey, 'audit-chain'),
    rowMacs: createRowMacs(deriveKey(rootKey, 'row-macs')),
  };
}

/**
 * Returns the root key in the data folder, which is created at the first start. In production, the operator
 * supplies a root key instead.
 */
export async function loadRootKey(dataDirectory: string): Promise<Uint8Array> {
  const folder = join(dataDirectory, 'keys');
  const path = join(folder, 'root.key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const existing = await readFile(path).catch(() => null);
  if (existing !== null) return existing;
  await createFile(path, randomBytes(KEY_LENGTH));
  return readFile(path);
}
