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
import { mapParallel } from './parallel.js';
import { toSource, type ArchiveSource } from './source.js';
import { toStream } from './streams.js';

export interface ArchiveProgress {
  /** Bytes of content read so far, over all entries. */
  readonly loaded: number;
  /** Bytes of content that the directory declares. */
  readonly total: number;
}

export interface EntryReadOptions {
  /** For this entry alone; the archive's own otherwise. */
  readonly password?: ArchivePassword;
  readonly signal?: AbortSignal;
}

export interface OpenOptions {
  /** Tried at once: a wrong one makes `openArchive` throw `wrong-password`. Listing needs none. */
  readonly password?: ArchivePassword;
  readonly limits?: Partial<ArchiveLimits>;
  /** Ends the opening, and every reading after it. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ArchiveProgress) => void;
  /** The archive that this one was an entry of: levels and output count together. */
  readonly within?: Pick<Archive, 'depth' | 'totalBytes'>;
}

/** One file or folder of an archive. */
export interface ArchiveEntry {
  /** For showing. Use `path` for anything that becomes a file. */
  readonly name: string;
  /** As it stands in the directory. */
  readonly rawName: Uint8Array;
  readonly nameEncoding: NameEncoding;
  /** The name, if it is safe to unpack under, otherwise null. */
  readonly path: string | null;
  readonly problems: readonly NameProblem[];
  readonly isDirectory: boolean;
  /** In bytes, as declared; an entry that turns out otherwise fails. */
  readonly size: number;
  readonly compressedSize: number;
  readonly encryption: EntryEncryption;
  readonly compression: EntryCompression;
  readonly modifiedAt: Date;
  /** The content, after every check. */
  bytes(options?: EntryReadOptions): Promise<Bytes>;
  /**
   * The content piece by piece. What is larger than `limits.bufferedBytes` and has no authentication code flows before
   * its last check; a bad entry then ends in an error, never in a short stream.
   */
  stream(options?: EntryReadOptions): ReadableStream<Bytes>;
}

export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Bytes;
}

export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /** Whether any entry needs a password. */
  readonly isEncrypted: boolean;
  /** 0 for an archive that is no entry of another. */
  readonly depth: number;
  /** Declared content of this archive and of those it lies within, in bytes. */
  readonly totalBytes: number;
  /**
   * Tries a password and keeps it if it fits; nothing is read again for it but a few bytes. Throws `wrong-password`, and
   * then the password before stays.
   */
  unlock(password: ArchivePassword, options?: { readonly signal?: AbortSignal }): Promise<void>;
  /** Every file that is no directory and no link, in the directory's order. */
  files(options?: EntryReadOptions): Promise<readonly ArchiveFile[]>;
  /** Ends what is under way, forgets the password and lets go of the source and of any worker. */
  close(): void;
}

/** Keys of all small entries that are tried to see whether a password fits. */
const TRIED_ENTRIES = 16;
/** Content up to this is read whole to prove a password; beyond it, its beginning must do. */
const PROVEN_BYTES = 1024 * 1024;
/** Entries under way at once in `files`. */
const PARALLEL = 8;

/**
 * Opens a ZIP archive: lists it, and reads what is asked for.
 *
 * @throws {MhbError} `not-an-archive`, `archive-truncated`, `archive-corrupt`, `archive-headers-disagree`,
 *   `archive-entries-overlap`, `split-archive`, `strong-encryption`, `limit-exceeded`, `wrong-password`,
 *   `archive-unreadable` (the source failed), `cancelled`. Reading an entry also `password-required`,
 *   `unsupported-method`, `archive-size-disagrees`.
 */
export async function openArchive(source: ArchiveSource, options: OpenOptions = {}): Promise<Archive> {
  const limits = { ...defaultArchiveLimits, ...options.limits };
  const depth = options.within === undefined ? 0 : options.within.depth + 1;
  if (depth > limits.nesting)
    throw failure('limit-exceeded', 'Archives within archives', { limit: limits.nesting });
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

/** As `Archive.files`. */
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
  /** The byte strings it may stand for. */
  readonly forms: readonly Uint8Array[];
  /** Whether it has opened something of this archive: what fails after that is damaged, not locked. */
  proven: boolean;
}

const noPassword: Password = { forms: [], proven: false };

/** Where the data of each entry must end at the latest, in the order of the records. */
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

/** The first form of the password whose check bytes fit decides, unless another form opens what it does not. */
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
        throw failure('archive-corrupt', 'The authentication code does not fit');
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

const wrongPassword = (): MhbError => failure('wrong-password', 'The password does not fit');

function formsFor(readable: ReadableRecord, password: Password): readonly Uint8Array[] {
  if (!isLocked(readable)) return [new Uint8Array(0)];
  if (password.forms.length === 0) throw failure('password-required', 'The entry is locked');
  return password.forms;
}

/** What went wrong with a locked entry: the entry, or the password although its check bytes fit. */
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

/** Holds a password against the smallest locked entries; one that it opens is enough. */
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
    // An entry that is broken says nothing about the password; only if all are, that is what is wrong.
    const keys = await Promise.allSettled(locked.map((readable) => keyFor(readable, form, signal)));
    throwIfAborted(signal);
    if (keys.every(({ status }) => status === 'rejected'))
      await keyFor(locked[0] as ReadableRecord, form, signal);
    for (const [index, readable] of locked.entries()) {
      const settled = keys[index];
      const key = settled?.status === 'fulfilled' ? settled.value : undefined;
      if (key === undefined) continue;
      const proven = await proves(readable, key, signal);
      // What fails its check but begins well is damaged; what is too large to check counts unless it begins badly.
      const fits = proven === true || ((await looksRight(readable, key, signal)) ?? proven === undefined);
      if (fits) {
        return { forms: [form, ...forms.filter((other) => other !== form)], proven: proven === true };
      }
    }
  }
  throw wrongPassword();
}

/** Whether the entry opens with the key, every check made; undefined if that would cost too much to ask. */
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
