/**
 * An issuer's statement about an archive. One file lists the names, sizes and hashes of the archive's entries;
 * another contains a detached JWS (RFC 7515, appendix F) over this list. The two files are the archive's last
 * entries, so that an archive can be streamed while it is written.
 */

/** The folder in which other archive formats (JAR, ASiC-E) store signatures. It is not part of the passbook. */
const FOLDER = 'META-INF/';

export const MANIFEST_FILE_NAME = `${FOLDER}manifest.json`;
export const MANIFEST_SIGNATURE_FILE_NAME = `${FOLDER}manifest.json.jws`;

/**
 * The value of `typ` in the signature's header. It prevents a signature that was created for another purpose
 * from being accepted for a manifest.
 */
export const MANIFEST_SIGNATURE_TYPE = 'mhb-manifest+jws';

export interface ManifestEntry {
  /** The entry's name in the archive. */
  readonly name: string;
  readonly byteLength: number;
  /** The SHA-256 hash of the unencrypted content, in hexadecimal. */
  readonly sha256: string;
}

export interface Manifest {
  readonly version: 1;
  /** The origin of the gateway that created the archive. */
  readonly issuer: string;
  /** RFC 3339. */
  readonly issuedAt: string;
  /**
   * An opaque identifier that the issuer assigns to each account and that reveals nothing to others. Data with
   * the same identifier belongs to the same person. Different identifiers can also belong to one person, who
   * has opened a new account.
   */
  readonly subject?: string;
  /** All other entries, in the order in which they are in the archive. */
  readonly entries: readonly ManifestEntry[];
}

/** Checks whether an entry describes the archive and is therefore not part of the passbook. */
export const isManifestFile = (name: string): boolean => name.startsWith(FOLDER);

/** Returns the bytes of a manifest as they are stored and signed. */
export const writeManifest = (manifest: Manifest): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);

/** Parses a manifest. Returns `null` if the file is not a manifest of this version. */
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
