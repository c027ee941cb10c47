import { createHash } from 'node:crypto';
import { MhbError } from '@mhb-kit/core/error';
import { signedByOperator, type OperatorKey } from '../installation/operator-key.js';

/** A file that an operator has released, as it appears in the list that `npm run package` writes. */
export interface ReleasedFile {
  /** The target system, such as `linux-x64`. */
  readonly target: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

export interface Releases {
  readonly version: string;
  readonly files: readonly ReleasedFile[];
}

/** Type of the JWS in `releases.jws`. */
const RELEASES_TYPE = 'mhb-card-bridge-releases+jwt';
/** Maximum size of a file, which exceeds the size of any package. A list with a larger file is not trusted. */
const MAX_SIZE = 200_000_000;

/**
 * @throws {MhbError} `update-not-trusted` if the operator has not signed the token, or its content is not a
 *   list of releases
 */
export function readReleases(token: string, key: OperatorKey): Releases {
  const { product, version, files } = signedByOperator(token.trim(), RELEASES_TYPE, key) ?? {};
  if (product !== 'mhb-card-bridge' || typeof version !== 'string' || !VERSION.test(version))
    throw notTrusted('The list of releases');
  if (!Array.isArray(files) || !files.every(isReleasedFile)) throw notTrusted('The list of releases');
  return { version, files };
}

/**
 * Returns the file to update to, or `null` if no file has a newer version than the running one. Never returns
 * an older version.
 */
export function newerFile(
  { version, files }: Releases,
  running: { readonly version: string; readonly target: string; readonly kind: string },
): ReleasedFile | null {
  if (compareVersions(version, running.version) <= 0) return null;
  return files.find(({ target, name }) => target === running.target && name.endsWith(running.kind)) ?? null;
}

/** @throws {MhbError} `update-not-trusted` if the bytes differ from the released file */
export function checkFile(bytes: Uint8Array, { name, size, sha256 }: ReleasedFile): void {
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length !== size || hash !== sha256) throw notTrusted(name);
}

const VERSION = /^\d{1,6}\.\d{1,6}\.\d{1,6}$/;

/** Compares two versions. The result is negative if `first` is older than `second`. */
export function compareVersions(first: string, second: string): number {
  const [one, other] = [first, second].map((version) => version.split('.').map(Number));
  const differences = (one ?? []).map((part, index) => part - (other?.[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

function isReleasedFile(value: unknown): value is ReleasedFile {
  const { target, name, size, sha256 } = (value ?? {}) as Partial<Record<keyof ReleasedFile, unknown>>;
  return (
    typeof target === 'string' &&
    // Must be a file name, not a path to another folder.
    typeof name === 'string' &&
    /^[\w][\w.-]*$/.test(name) &&
    typeof sha256 === 'string' &&
    /^[\da-f]{64}$/.test(sha256) &&
    Number.isSafeInteger(size) &&
    (size as number) > 0 &&
    (size as number) <= MAX_SIZE
  );
}

const notTrusted = (what: string) =>
  new MhbError('update-not-trusted', `${what} does not come from the operator`);
