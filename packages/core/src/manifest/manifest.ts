/**
 * An issuer's statement about an archive: the names, sizes and hashes of its entries in one file, and a
 * detached JWS (RFC 7515, appendix F) over it in another. Both are the archive's last entries, so that an
 * archive can be written while it is streamed.
 */

/** The folder that other archive formats use for signatures (JAR, ASiC-E); not part of the passbook. */
const FOLDER = 'META-INF/';

export const MANIFEST_FILE_NAME = `${FOLDER}manifest.json`;
export const MANIFEST_SIGNATURE_FILE_NAME = `${FOLDER}manifest.json.jws`;

/**
 * `typ` of the signature's header, so that a signature created for another purpose is not accepted for a
 * manifest.
 */
export const MANIFEST_SIGNATURE_TYPE = 'mhb-manifest+jws';

export interface ManifestEntry {
  /** The entry's name in the archive. */
  readonly name: string;
  readonly byteLength: number;
  /** SHA-256 of the unencrypted content, hex. */
  readonly sha256: string;
}

export interface Manifest {
  readonly version: 1;
  /** The origin of the gateway that created the archive. */
  readonly issuer: string;
  /** RFC 3339. */
  readonly issuedAt: string;
  /**
   * Whose data it is: an opaque identifier that the issuer assigns to each account, and that reveals nothing
   * to others. The same identifier means the same person; different identifiers can belong to one person
   * who has opened a new account.
   */
  readonly subject?: string;
  /** All other entries, in the archive's order. */
  readonly entries: readonly ManifestEntry[];
}

/** Whether an entry describes the archive instead of being part of the passbook. */
export const isManifestFile = (name: string): boolean => name.startsWith(FOLDER);

/** The manifest as it is stored and signed. */
export const writeManifest = (manifest: Manifest): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);

/** The manifest in a file, or `null` if it is not a manifest of this version. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  if (!isRecord(value) || value['version'] !== 1) return null;
  const { issuer, issuedAt, subject, entries } = value;
  if (typeof issuer !== 'string' || typeof issuedAt !== 'string' || !Array.isArray(entries)) return null;
  if (!entries.every(isEntry)) return null;
  if (subject === undefined) return { version: 1, issuer, issuedAt, entries };
  return typeof subject === 'string' ? { version: 1, issuer, issuedAt, subject, entries } : null;
}

const isEntry = (value: unknown): value is ManifestEntry =>
  isRecord(value) &&
  typeof value['name'] === 'string' &&
  typeof value['byteLength'] === 'number' &&
  typeof value['sha256'] === 'string';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
