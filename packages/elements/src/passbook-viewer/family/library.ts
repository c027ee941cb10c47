import { MhbError } from '@mhb-kit/core/error';
import {
  contentsOf,
  downloadsOf,
  emptyFamily,
  listGaps,
  recordsOnlyIn,
  type Family,
  type FamilyDownload,
  type FamilyFile,
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
import { emptyReport, joinReports, type CheckedArchive } from './reports.js';

/** A download as it was read. */
export interface ReadDownload extends ReadResult {
  /** `null`: loose files, or out of the vault. */
  readonly archive: CheckedArchive | null;
}

/** One person's passbook, and what there is to say of it. */
export interface OpenPassbook {
  readonly member: string;
  readonly passbook: Passbook;
  /** What was left out and what was odd, of all of its downloads. */
  readonly report: ReadingReport;
  readonly archives: readonly CheckedArchive[];
  /** What the download that came last has brought; empty where it is the only one. */
  readonly news: readonly AnyRecord[];
  /** Days that no download covers. */
  readonly gaps: readonly DateWindow[];
}

/** A content by its hash. */
export type ContentSource = (hash: string) => Promise<Uint8Array>;

/** Whose downloads are open, and what was read of them: at once where they were dropped, when asked for where they were kept. */
export class Library {
  readonly #read: (files: readonly PassbookFile[], signal: AbortSignal) => Promise<ReadResult>;
  readonly #reads = new Map<string, ReadDownload>();
  readonly #contents = new Map<string, Uint8Array>();
  #family: Family = emptyFamily;
  #kept: ContentSource = () => Promise.reject(new MhbError('vault-damaged', 'A content is nowhere'));

  constructor(read: (files: readonly PassbookFile[], signal: AbortSignal) => Promise<ReadResult>) {
    this.#read = read;
  }

  get family(): Family {
    return this.#family;
  }

  /** Contents in memory, which a vault may keep. */
  get contents(): ReadonlyMap<string, Uint8Array> {
    return this.#contents;
  }

  /** What was read of a download, until it is forgotten. */
  hold(id: string, read: ReadDownload, files: readonly (FamilyFile & PassbookFile)[]): void {
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

  /** Everything that is open of one person, joined. */
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
      throw new MhbError('passbook-empty', 'There is nothing of this person');
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

  /** Where contents come from that are not in memory. */
  keptIn(content: ContentSource): void {
    this.#kept = content;
  }

  /** From now on this is what is open; what belongs to nobody any more is forgotten. */
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
