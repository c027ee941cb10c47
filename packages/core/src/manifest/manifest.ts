/**
 * What an issuer says of an archive: the names, sizes and hashes of its entries, in a file of its own, signed by a
 * detached JWS (RFC 7515, appendix F) in a second one. Both are the archive's last entries, so that an archive can be
 * sealed while it streams.
 */

/** The folder that other archive formats use for signatures (JAR, ASiC-E): no part of the passbook. */
const FOLDER = 'META-INF/';

export const MANIFEST_FILE_NAME = `${FOLDER}manifest.json`;
export const MANIFEST_SIGNATURE_FILE_NAME = `${FOLDER}manifest.json.jws`;

/** `typ` of the signature's header, so that a signature made for something else does not pass as a manifest's. */
export const MANIFEST_SIGNATURE_TYPE = 'mhb-manifest+jws';

export interface ManifestEntry {
  /** As in the archive. */
  readonly name: string;
  readonly byteLength: number;
  /** Of the content, unencrypted. Hex. */
  readonly sha256: string;
}

export interface Manifest {
  readonly version: 1;
  /** The origin of the gateway that made the archive. */
  readonly issuer: string;
  /** RFC 3339. */
  readonly issuedAt: string;
  /**
   * Whose data they are, by a name that the issuer gives each of its accounts and that tells nobody else anything: the same
   * name is the same person, another name may be the same person with a new account.
   */
  readonly subject?: string;
  /** Every other entry, in the archive's order. */
  readonly entries: readonly ManifestEntry[];
}

/** Whether an entry is about the archive rather than a part of the passbook. */
export const isManifestFile = (name: string): boolean => name.startsWith(FOLDER);

/** The manifest as it is stored and signed. */
export const writeManifest = (manifest: Manifest): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);

/** The manifest of a file, or `null` if it is none of this version. */
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
