import { webCrypto } from '#web-crypto';
import { fromBase64url, toBase64url, toHex } from '../encoding.js';
import { MhbError } from '../error.js';
import {
  MANIFEST_FILE_NAME,
  MANIFEST_SIGNATURE_FILE_NAME,
  MANIFEST_SIGNATURE_TYPE,
  readManifest,
  type Manifest,
} from './manifest.js';

/**
 * A trusted issuer, with its origin and its public keys (P-256). The keys include those that the issuer no
 * longer uses.
 */
export interface TrustedIssuer {
  /** `https://gateway.example.tw` */
  readonly issuer: string;
  /** The issuer's name, as shown to people. */
  readonly name?: string;
  readonly keys: readonly JsonWebKey[];
}

/** A file from an archive. */
export interface ManifestedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ManifestChange {
  readonly name: string;
  readonly change: 'changed' | 'missing' | 'added';
}

export type ManifestVerdict =
  /** All files are present and exactly as the issuer created them. */
  | {
      readonly status: 'genuine';
      readonly issuer: string;
      readonly issuerName: string | null;
      /** RFC 3339. */
      readonly issuedAt: string;
      /** The same identifier as `Manifest.subject`; `null` if the issuer does not state it. */
      readonly subject: string | null;
    }
  /**
   * There is no manifest, as in the NHI's own archives and in older archives. This proves neither that the
   * archive is genuine nor that it is forged.
   */
  | { readonly status: 'unsigned' }
  /**
   * The archive is not signed by a trusted issuer. `issuer` is only what the manifest claims. This proves
   * neither that the archive is genuine nor that it is forged.
   */
  | { readonly status: 'unknown-issuer'; readonly issuer: string }
  /** Files have changed since the issuer created the archive. */
  | { readonly status: 'altered'; readonly issuer: string; readonly changes: readonly ManifestChange[] }
  /** The manifest or its signature is damaged or forged. */
  | { readonly status: 'invalid' };

/**
 * Checks whether an archive is as its issuer created it. `files` must contain all files of the archive, because
 * an omitted file counts as missing.
 * @throws {MhbError} `secure-context-required` if the page has no Web Crypto
 */
export async function verifyManifest(
  files: readonly ManifestedFile[],
  trusted: readonly TrustedIssuer[],
): Promise<ManifestVerdict> {
  const manifestBytes = bytesOf(files, MANIFEST_FILE_NAME);
  const signatureBytes = bytesOf(files, MANIFEST_SIGNATURE_FILE_NAME);
  if (manifestBytes === null && signatureBytes === null) return { status: 'unsigned' };
  if (manifestBytes === null || signatureBytes === null) return { status: 'invalid' };
  subtle();
  const manifest = readManifest(manifestBytes);
  const signature = readSignature(signatureBytes);
  if (manifest === null || signature === null) return { status: 'invalid' };

  const found = await findKey(trusted, signature.keyId);
  if (found === null) return { status: 'unknown-issuer', issuer: manifest.issuer };
  const { issuer, name, key } = found;
  const signed = new TextEncoder().encode(`${signature.header}.${toBase64url(manifestBytes)}`);
  if (issuer !== manifest.issuer || !(await verifies(key, signature.value, signed))) {
    return { status: 'invalid' };
  }
  const changes = await changesSince(manifest, files);
  return changes.length > 0
    ? { status: 'altered', issuer, changes }
    : {
        status: 'genuine',
        issuer,
        issuerName: name ?? null,
        issuedAt: manifest.issuedAt,
        subject: manifest.subject ?? null,
      };
}

function subtle(): SubtleCrypto {
  if (webCrypto === undefined)
    throw new MhbError(
      'secure-context-required',
      'Web Crypto is missing because this is not a secure context',
    );
  return webCrypto.subtle;
}

function bytesOf(files: readonly ManifestedFile[], name: string): Uint8Array | null {
  return files.find((file) => file.name === name)?.bytes ?? null;
}

interface DetachedSignature {
  /** The signed form. */
  readonly header: string;
  /** The thumbprint (RFC 7638) of the key. */
  readonly keyId: string;
  readonly value: Uint8Array<ArrayBuffer>;
}

/**
 * Reads a signature in the form `header..signature`. The payload that belongs between the dots is the manifest.
 */
function readSignature(bytes: Uint8Array): DetachedSignature | null {
  const match = /^([\w-]+)\.\.([\w-]+)\s*$/.exec(new TextDecoder().decode(bytes));
  if (match === null) return null;
  const [, header = '', value = ''] = match;
  try {
    const { alg, typ, kid, crit } = JSON.parse(new TextDecoder().decode(fromBase64url(header))) as Readonly<
      Record<string, unknown>
    >;
    if (alg !== 'ES256' || typ !== MANIFEST_SIGNATURE_TYPE || typeof kid !== 'string' || crit !== undefined) {
      return null;
    }
    const signature = fromBase64url(value);
    // Reject other encodings of the same signature, which differ in the unused bits of the last character.
    return toBase64url(signature) === value ? { header, keyId: kid, value: signature } : null;
  } catch {
    return null;
  }
}

interface FoundKey {
  readonly issuer: string;
  readonly name: string | undefined;
  readonly key: JsonWebKey;
}

async function findKey(trusted: readonly TrustedIssuer[], keyId: string): Promise<FoundKey | null> {
  for (const { issuer, name, keys } of trusted) {
    for (const key of keys) if ((await thumbprintOf(key)) === keyId) return { issuer, name, key };
  }
  return null;
}

/** Computes a thumbprint, for which RFC 7638 §3.2 prescribes these members in this order. */
async function thumbprintOf({ crv, kty, x, y }: JsonWebKey): Promise<string> {
  return toBase64url(await sha256(new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }))));
}

async function verifies(
  { kty, crv, x, y }: JsonWebKey,
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined) return false;
  try {
    const key = await subtle().importKey(
      'jwk',
      { kty, crv, x, y },
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['verify'],
    );
    return await subtle().verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed);
  } catch {
    // The key is not a point on the curve.
    return false;
  }
}

/**
 * Lists how the files differ from the manifest: first the changed and missing entries in the manifest's order,
 * then the files that the manifest does not contain.
 */
async function changesSince(
  { entries }: Manifest,
  files: readonly ManifestedFile[],
): Promise<readonly ManifestChange[]> {
  const changes: ManifestChange[] = [];
  const left = files.filter(
    ({ name }) => name !== MANIFEST_FILE_NAME && name !== MANIFEST_SIGNATURE_FILE_NAME,
  );
  for (const { name, byteLength, sha256: expected } of entries) {
    const at = left.findIndex((file) => file.name === name);
    const [file] = at === -1 ? [] : left.splice(at, 1);
    if (file === undefined) changes.push({ name, change: 'missing' });
    else if (file.bytes.length !== byteLength || toHex(await sha256(file.bytes)) !== expected) {
      changes.push({ name, change: 'changed' });
    }
  }
  return [...changes, ...left.map(({ name }): ManifestChange => ({ name, change: 'added' }))];
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await subtle().digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}
