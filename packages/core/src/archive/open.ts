import { mapParallel } from '../calls/index.js';
import { type MhbError, toMhbError } from '../error.js';
import { loadPlatform } from '#archive/platform';
import type { Bytes } from './primitives/binary.js';
import { codingOf, type EntryCompression, type EntryEncryption } from './coding.js';
import { readDirectory, type DirectoryRecord } from './directory.js';
import { modifiedAt } from './dos-time.js';
import { failure, throwIfAborted } from './failure.js';
import { type ArchiveLimits, defaultArchiveLimits } from './limits.js';
import {
  decodeName,
  foldName,
  isDirectory,
  isLink,
  nameProblems,
  type NameEncoding,
  type NameProblem,
} from './names.js';
import { passwordCandidates, type ArchivePassword } from './password.js';
import {
  isAuthentic,
  isLocked,
  keyFor,
  looksRight,
  readPiecewise,
  readWhole,
  rejectUnreadable,
  type EntryKey,
  type ReadableRecord,
} from './read-entry.js';
import { toSource, type ArchiveSource } from './source.js';
import { toStream } from './streams.js';

export interface ArchiveProgress {
  /** Number of content bytes read so far, for all entries together. */
  readonly loaded: number;
  /** Number of content bytes that the directory declares. */
  readonly total: number;
}

export interface EntryReadOptions {
  /** The password of this entry, if it differs from that of the archive. */
  readonly password?: ArchivePassword;
  readonly signal?: AbortSignal;
}

export interface OpenOptions {
  /**
   * The password, which `openArchive` checks immediately. If it is wrong, `openArchive` throws
   * `wrong-password`. Listing the entries requires no password.
   */
  readonly password?: ArchivePassword;
  readonly limits?: Partial<ArchiveLimits>;
  /** Aborting this signal cancels the opening and every later read. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ArchiveProgress) => void;
  /**
   * The outer archive, if this archive is an entry of another one. The limits on levels and sizes apply to the
   * two archives together.
   */
  readonly within?: Pick<Archive, 'depth' | 'totalBytes'>;
}

/** One file or folder of an archive. */
export interface ArchiveEntry {
  /** The name, for display only. Use `path` to create a file. */
  readonly name: string;
  /** The name's bytes as stored in the directory. */
  readonly rawName: Uint8Array;
  readonly nameEncoding: NameEncoding;
  /** The name if it is safe to unpack, or null otherwise. */
  readonly path: string | null;
  readonly problems: readonly NameProblem[];
  readonly isDirectory: boolean;
  /** The declared size in bytes. Reading the entry fails if its actual size differs. */
  readonly size: number;
  readonly compressedSize: number;
  readonly encryption: EntryEncryption;
  readonly compression: EntryCompression;
  readonly modifiedAt: Date;
  /** Returns the content after all checks have passed. */
  bytes(options?: EntryReadOptions): Promise<Bytes>;
  /**
   * Returns the content in chunks. Content that is larger than `limits.bufferedBytes` and has no
   * authentication code is released before the last check. In that case, the stream of a damaged entry ends
   * with an error instead of silently ending early.
   */
  stream(options?: EntryReadOptions): ReadableStream<Bytes>;
}

export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Bytes;
}

export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /** Whether any entry requires a password. */
  readonly isEncrypted: boolean;
  /** Number of archives that contain this one; 0 for an archive that is not inside another. */
  readonly depth: number;
  /** The declared total size, in bytes, of what this archive and all archives around it contain. */
  readonly totalBytes: number;
  /**
   * Tries a password and keeps it if it is correct. This reads only a few more bytes. If the password is
   * wrong, throws `wrong-password` and keeps the previous password.
   */
  unlock(password: ArchivePassword, options?: { readonly signal?: AbortSignal }): Promise<void>;
  /** Reads all entries except directories and links, in the order of the directory. */
  files(options?: EntryReadOptions): Promise<readonly ArchiveFile[]>;
  /** Cancels all reads, discards the password, and releases the source and the worker. */
  close(): void;
}

/** Maximum number of entries for which a key is derived to check a password. */
const TRIED_ENTRIES = 16;
/** Size up to which a whole entry is read to check a password. For a larger entry, only the beginning is read. */
const PROVEN_BYTES = 1024 * 1024;
/** Number of entries that `files` reads at the same time. */
const PARALLEL = 8;

/**
 * Opens a ZIP archive, lists its entries, and reads them on request.
 *
 * @throws {MhbError} `not-an-archive`, `archive-truncated`, `archive-corrupt`, `archive-headers-disagree`,
 *   `archive-entries-overlap`, `split-archive`, `strong-encryption`, `limit-exceeded`, `wrong-password`,
 *   `archive-unreadable` (the source failed), `cancelled`. Reading an entry can also throw
 *   `password-required`, `unsupported-method`, `archive-size-disagrees`.
 */
export async function openArchive(source: ArchiveSource, options: OpenOptions = {}): Promise<Archive> {
  const limits = { ...defaultArchiveLimits, ...options.limits };
  const depth = options.within === undefined ? 0 : options.within.depth + 1;
  if (depth > limits.nesting)
    throw failure('limit-exceeded', 'Too many levels of archives', { limit: limits.nesting });
  throwIfAborted(options.signal);
  const [bytes, platform] = await Promise.all([toSource(source), loadPlatform()]);
  const { records, start } = await readDirectory(bytes, limits, options.signal);
  const own = records.reduce((sum, { size }) => sum + size, 0);
  const totalBytes = own + (options.within?.totalBytes ?? 0);
  if (totalBytes > limits.totalBytes) {
    throw failure('limit-exceeded', 'The content is too large', {
      bytes: totalBytes,
      limit: limits.totalBytes,
    });
  }
  const ends = endsOf(records, start);
  const readables = records.map((record, index): ReadableRecord => ({
    record,
    coding: codingOf(record),
    source: bytes,
    platform,
    limits,
    end: ends[index] ?? start,
  }));

  let password = noPassword;
  let loaded = 0;
  const count = (length: number): void => {
    loaded = Math.min(own, loaded + length);
    options.onProgress?.({ loaded, total: own });
  };
  const closing = new AbortController();
  const ownSignal =
    options.signal === undefined ? closing.signal : AbortSignal.any([options.signal, closing.signal]);
  const signalFor = (other: AbortSignal | undefined): AbortSignal =>
    other === undefined ? ownSignal : AbortSignal.any([other, ownSignal]);
  const passwordFor = (own: ArchivePassword | undefined): Password =>
    own === undefined ? password : { forms: passwordCandidates(own), proven: false };

  const entries = describe(records).map((described, index): ArchiveEntry => {
    const readable = readables[index] as ReadableRecord;
    const read = async (readOptions: EntryReadOptions): Promise<Bytes> => {
      const bytes = await readOne(readable, passwordFor(readOptions.password), signalFor(readOptions.signal));
      count(bytes.length);
      return bytes;
    };
    return {
      ...described,
      encryption: readable.coding.encryption,
      compression: readable.coding.compression,
      bytes: (readOptions = {}) => read(readOptions),
      stream: (readOptions = {}) =>
        toStream(
          readable.record.size <= limits.bufferedBytes
            ? once(() => read(readOptions))
            : counted(
                streamOne(readable, passwordFor(readOptions.password), signalFor(readOptions.signal)),
                count,
              ),
        ),
    };
  });

  const archive: Archive = {
    entries,
    isEncrypted: readables.some(isLocked),
    depth,
    totalBytes,
    unlock: async (candidate, { signal } = {}) => {
      password = await proved(readables, passwordCandidates(candidate), signalFor(signal));
    },
    files: (readOptions = {}) => readFiles(entries, readOptions),
    close: () => {
      password = noPassword;
      closing.abort();
    },
  };
  if (options.password !== undefined) await archive.unlock(options.password);
  return archive;
}

/** See `Archive.files`. */
export function readFiles(
  entries: readonly ArchiveEntry[],
  options: EntryReadOptions,
): Promise<readonly ArchiveFile[]> {
  const wanted = entries.filter((entry) => !entry.isDirectory && !entry.problems.includes('link'));
  return mapParallel(wanted, PARALLEL, async (entry) => ({
    name: entry.name,
    bytes: await entry.bytes(options),
  }));
}

interface Password {
  /** The byte sequences that are possible encodings of the password. */
  readonly forms: readonly Uint8Array[];
  /**
   * Whether the password has opened an entry of this archive. If so, a later failure means that an entry is
   * damaged.
   */
  proven: boolean;
}

const noPassword: Password = { forms: [], proven: false };

/** Returns, for each record in order, the offset at which the entry's data must end at the latest. */
function endsOf(records: readonly DirectoryRecord[], directoryStart: number): number[] {
  const starts = records.map(({ offset }) => offset).sort((a, b) => a - b);
  const next = new Map(starts.map((offset, index) => [offset, starts[index + 1] ?? directoryStart]));
  return records.map(({ offset }) => next.get(offset) ?? directoryStart);
}

function describe(records: readonly DirectoryRecord[]) {
  const names = records.map(({ rawName, flags, extra }) => decodeName(rawName, flags, extra));
  const seen = { exact: new Map<string, number>(), folded: new Map<string, number>() };
  const tally = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { name } of names) {
    tally(seen.exact, name);
    tally(seen.folded, foldName(name));
  }
  return names.map(({ name, encoding }, index) => {
    const record = records[index] as DirectoryRecord;
    const problems = nameProblems(name);
    const same = seen.exact.get(name) ?? 0;
    if (same > 1) problems.push('duplicate');
    if ((seen.folded.get(foldName(name)) ?? 0) > same) problems.push('case-twin');
    if (isLink(record)) problems.push('link');
    return {
      name,
      rawName: record.rawName,
      nameEncoding: encoding,
      path: problems.length === 0 ? name : null,
      problems,
      isDirectory: isDirectory(record, name),
      size: record.size,
      compressedSize: record.compressedSize,
      modifiedAt: modifiedAt(record.dosTime, record.extra),
    };
  });
}

/**
 * Reads an entry. Uses the first form of the password with matching check bytes, unless that form fails to
 * open the entry and another form succeeds.
 */
async function readOne(
  readable: ReadableRecord,
  password: Password,
  signal: AbortSignal | undefined,
): Promise<Bytes> {
  rejectUnreadable(readable);
  let worst: unknown;
  for (const form of formsFor(readable, password)) {
    const key = await keyFor(readable, form, signal);
    if (key === undefined) continue;
    try {
      const { bytes, proof } = await readWhole(readable, key, signal);
      if (proof) password.proven = true;
      return bytes;
    } catch (thrown) {
      worst = await judged(thrown, password, () => looksRight(readable, key, signal), readable);
    }
  }
  throw worst ?? wrongPassword();
}

async function* streamOne(
  readable: ReadableRecord,
  password: Password,
  signal: AbortSignal | undefined,
): AsyncGenerator<Bytes> {
  rejectUnreadable(readable);
  for (const form of formsFor(readable, password)) {
    const key = await keyFor(readable, form, signal);
    if (key === undefined) continue;
    try {
      if (readable.source.repeatable && (await isAuthentic(readable, key, signal)) === false) {
        throw failure('archive-corrupt', 'The authentication code does not match');
      }
      yield* readPiecewise(readable, key, signal);
      if (isLocked(readable)) password.proven = true;
      return;
    } catch (thrown) {
      throw await judged(thrown, password, () => looksRight(readable, key, signal), readable);
    }
  }
  throw wrongPassword();
}

const wrongPassword = (): MhbError => failure('wrong-password', 'The password is wrong');

function formsFor(readable: ReadableRecord, password: Password): readonly Uint8Array[] {
  if (!isLocked(readable)) return [new Uint8Array(0)];
  if (password.forms.length === 0) throw failure('password-required', 'The entry needs a password');
  return password.forms;
}

/**
 * Determines which error to report for an encrypted entry. Either the entry is damaged, or the password is
 * wrong even though its check bytes match.
 */
async function judged(
  thrown: unknown,
  password: Password,
  looksRightWithIt: () => Promise<boolean | undefined>,
  readable: ReadableRecord,
): Promise<MhbError> {
  const error = toMhbError(thrown);
  const isContent = error.code === 'archive-corrupt' || error.code === 'archive-size-disagrees';
  if (!isContent || !isLocked(readable) || password.proven) return error;
  return (await looksRightWithIt().catch(() => true)) === true ? error : wrongPassword();
}

/** Tries a password on the smallest encrypted entries. Opening one of them is sufficient. */
async function proved(
  readables: readonly ReadableRecord[],
  forms: readonly Uint8Array[],
  signal: AbortSignal | undefined,
): Promise<Password> {
  const locked = readables
    .filter((readable) => isLocked(readable) && readable.coding.encryption !== 'strong')
    .sort((a, b) => a.record.compressedSize - b.record.compressedSize)
    .slice(0, TRIED_ENTRIES);
  if (locked.length === 0) return { forms, proven: false };
  for (const form of forms) {
    // A damaged entry does not show whether the password is right, so report its error only if all entries
    // are damaged.
    const keys = await Promise.allSettled(locked.map((readable) => keyFor(readable, form, signal)));
    throwIfAborted(signal);
    if (keys.every(({ status }) => status === 'rejected'))
      await keyFor(locked[0] as ReadableRecord, form, signal);
    for (const [index, readable] of locked.entries()) {
      const settled = keys[index];
      const key = settled?.status === 'fulfilled' ? settled.value : undefined;
      if (key === undefined) continue;
      const proven = await proves(readable, key, signal);
      // If the check fails but the beginning is plausible, the entry is damaged and the password fits. If the
      // entry is too large to check, accept the password unless the beginning is implausible.
      const fits = proven === true || ((await looksRight(readable, key, signal)) ?? proven === undefined);
      if (fits) {
        return { forms: [form, ...forms.filter((other) => other !== form)], proven: proven === true };
      }
    }
  }
  throw wrongPassword();
}

/** Checks whether the key opens the entry and all checks pass. Returns undefined if this would take too long. */
async function proves(
  readable: ReadableRecord,
  key: EntryKey,
  signal: AbortSignal | undefined,
): Promise<boolean | undefined> {
  const { record, coding } = readable;
  if (Math.max(record.compressedSize, record.size) > PROVEN_BYTES) return undefined;
  if (coding.aes !== undefined) return isAuthentic(readable, key, signal);
  if (coding.compression === 'unsupported') return undefined;
  return readWhole(readable, key, signal).then(
    ({ proof }) => proof,
    () => false,
  );
}

async function* once(read: () => Promise<Bytes>): AsyncGenerator<Bytes> {
  const bytes = await read();
  if (bytes.length > 0) yield bytes;
}

async function* counted(
  pieces: AsyncIterable<Bytes>,
  count: (length: number) => void,
): AsyncGenerator<Bytes> {
  for await (const piece of pieces) {
    count(piece.length);
    yield piece;
  }
}
