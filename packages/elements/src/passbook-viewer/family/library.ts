import { MhbError } from '@mhb-kit/core/error';
import {
  contentsOf,
  downloadsOf,
  emptyFamily,
  listGaps,
  recordsOnlyIn,
  type Family,
  type FamilyDownload,
} from '@mhb-kit/core/family';
import {
  mergePassbooksInTurns,
  type AnyRecord,
  type Passbook,
  type PassbookFile,
  type ReadingReport,
  type ReadResult,
} from '@mhb-kit/core/passbook';
import type { DateWindow } from '@mhb-kit/core/request';
import type { HashedFile } from './content-hash.js';
import { emptyReport, joinReports, type CheckedArchive } from './reports.js';

/** A download that has been read. */
export interface ReadDownload extends ReadResult {
  /** `null` for files that were not in an archive, and for downloads from the vault. */
  readonly archive: CheckedArchive | null;
}

/** One person's passbook, with reports about the files from which it was read. */
export interface OpenPassbook {
  readonly member: string;
  readonly passbook: Passbook;
  /** The skipped files and the irregularities in all downloads that make up the passbook. */
  readonly report: ReadingReport;
  readonly archives: readonly CheckedArchive[];
  /** The records that only the latest download contains; empty if there is only one download. */
  readonly news: readonly AnyRecord[];
  /** Periods that no download covers. */
  readonly gaps: readonly DateWindow[];
}

/** Returns the content of the file that has the given hash. */
export type ContentSource = (hash: string) => Promise<Uint8Array>;

/**
 * Holds the open downloads of each person, and the contents of their files. The contents of opened files stay in
 * memory; contents in the vault are read on demand.
 */
export class Library {
  readonly #read: (files: readonly PassbookFile[], signal: AbortSignal) => Promise<ReadResult>;
  readonly #reads = new Map<string, ReadDownload>();
  readonly #contents = new Map<string, Uint8Array>();
  #family: Family = emptyFamily;
  #kept: ContentSource = () =>
    Promise.reject(new MhbError('vault-damaged', 'The content of a file is missing'));

  constructor(read: (files: readonly PassbookFile[], signal: AbortSignal) => Promise<ReadResult>) {
    this.#read = read;
  }

  get family(): Family {
    return this.#family;
  }

  /** The file contents in memory, which a vault can store. */
  get contents(): ReadonlyMap<string, Uint8Array> {
    return this.#contents;
  }

  /** Keeps a download and the contents of its files in memory until the download is removed. */
  hold(id: string, read: ReadDownload, files: readonly HashedFile[]): void {
    this.#reads.set(id, read);
    for (const { hash, bytes } of files) this.#contents.set(hash, bytes);
  }

  async readOf({ id, files }: FamilyDownload, signal: AbortSignal): Promise<ReadDownload> {
    const known = this.#reads.get(id);
    if (known !== undefined) return known;
    const found: PassbookFile[] = [];
    for (const { name, hash } of files)
      found.push({ name, bytes: this.#contents.get(hash) ?? (await this.#kept(hash)) });
    signal.throwIfAborted();
    const read = { ...(await this.#read(found, signal)), archive: null };
    this.#reads.set(id, read);
    return read;
  }

  /** Merges all open downloads of one person into one passbook. */
  async open(family: Family, member: string, signal: AbortSignal): Promise<OpenPassbook> {
    const reads: ReadDownload[] = [];
    for (const download of downloadsOf(family, member)) reads.push(await this.readOf(download, signal));
    const last = reads.at(-1);
    let passbook: Passbook | undefined;
    for (const read of reads)
      passbook =
        passbook === undefined
          ? read.passbook
          : await mergePassbooksInTurns(passbook, read.passbook, { signal });
    if (passbook === undefined || last === undefined)
      throw new MhbError('passbook-empty', 'No file of this person is open');
    const earlier = reads.slice(0, -1).map((read) => read.passbook);
    return {
      member,
      passbook,
      report: reads.map(({ report }) => report).reduce(joinReports, emptyReport),
      archives: reads.flatMap(({ archive }) => archive ?? []),
      news: earlier.length === 0 ? [] : recordsOnlyIn(passbook, last.passbook, earlier),
      gaps: earlier.length === 0 ? [] : listGaps(passbook),
    };
  }

  /** Sets the source of file contents that are not in memory. */
  keptIn(content: ContentSource): void {
    this.#kept = content;
  }

  /** Replaces the family, and removes the downloads and contents that are not part of the new family. */
  become(family: Family): void {
    this.#family = family;
    const ids = new Set(family.downloads.map(({ id }) => id));
    for (const id of this.#reads.keys()) if (!ids.has(id)) this.#reads.delete(id);
    const wanted = contentsOf(family);
    for (const hash of this.#contents.keys()) if (!wanted.has(hash)) this.#contents.delete(hash);
  }

  clear(): void {
    this.become(emptyFamily);
  }
}
