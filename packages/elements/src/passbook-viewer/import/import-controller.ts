import { openArchive, passwordFromNationalId, type Archive } from '@mhb-kit/core/archive';
import { openArchiveInWorker } from '@mhb-kit/core/archive/in-worker';
import { MhbError } from '@mhb-kit/core/error';
import type { Family, FamilyMember } from '@mhb-kit/core/family';
import type { LocalDate } from '@mhb-kit/core/identity';
import { isManifestFile, verifyManifest, type TrustedIssuer } from '@mhb-kit/core/manifest';
import {
  passbookArchiveLimits,
  PassbookWorker,
  readPassbook,
  readPassbookInWorker,
  type Passbook,
  type PassbookFile,
  type ReadResult,
} from '@mhb-kit/core/passbook';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { WorkController } from '../../base/work-controller.js';
import { Library, type ContentSource, type OpenPassbook } from '../family/library.js';
import { hashAll } from '../family/content-hash.js';
import { Placing, type Done, type FamilyWrite, type Incoming } from '../family/placing.js';
import type { WhoseQuestion } from '../family/whose-question.js';
import { workerMakers } from '../view/workers.js';
import { readLoose } from './loose-files.js';
import { readBlob } from './read-blob.js';
import type { CheckedArchive } from '../family/reports.js';

/** A file that a person dropped or chose, or that the page passed to the viewer. */
export interface IncomingFile {
  readonly name: string;
  readonly content: Blob;
  /** The name for the file's owner if that person is not yet a member. */
  readonly person?: string;
}

export type ImportState =
  | { readonly step: 'idle' }
  | { readonly step: 'locked'; readonly fileName: string; readonly wrongPassword: boolean }
  | { readonly step: 'reading'; readonly fraction: number }
  /** The download cannot be assigned to a person automatically, so the viewer asks for its owner. */
  | { readonly step: 'whose'; readonly question: WhoseQuestion };

const ZIP_SIGNATURE = [0x50, 0x4b];
/**
 * The fractions of the progress that are complete after unpacking and after reading. The remaining work is
 * computing the views.
 */
const UNPACKED = 0.3;
const READ = 0.9;
/** The size in bytes above which a worker saves time. Smaller files are read before a worker has even started. */
const WORTH_A_WORKER = 1 << 19;

export interface ImportOptions {
  /** Does the work that must be finished before a passbook is shown. */
  readonly prepare: (passbook: Passbook, signal: AbortSignal) => Promise<void>;
  /** Returns the current day and the year of birth that `prepare` will use. */
  readonly judged: () => { readonly today: LocalDate; readonly birthYear: number | null };
  /** Returns the trusted issuers. Called only if an archive is signed. */
  readonly issuers: () => Promise<readonly TrustedIssuer[]>;
}

/**
 * Files that have not been read yet: either the unpacked files of an archive, or files that were dropped
 * separately.
 */
interface Unpacked {
  readonly files: readonly PassbookFile[];
  /** `null` for files that were dropped separately. */
  readonly archive: CheckedArchive | null;
  /** The password that opened the archive. */
  readonly password: string | null;
  readonly person: string;
}

/**
 * Turns files into passbooks. The controller unpacks archives, asks for their passwords, reads the files,
 * determines to whom each download belongs, and merges the download with that person's other open downloads.
 */
export class ImportController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ImportOptions;
  readonly #library = new Library((files, signal) => this.#read(files, signal));
  readonly #placing = new Placing(this.#library, (question, signal) => this.#askWhose(question, signal));
  #open: OpenPassbook | undefined;
  readonly #work: WorkController;
  #answer: ((answer: string | FamilyMember) => void) | undefined;
  #worker: PassbookWorker | undefined;

  state: ImportState = { step: 'idle' };
  /** The latest change, including how to revert it. */
  done: Done | undefined;

  constructor(host: ReactiveControllerHost, options: ImportOptions) {
    this.#host = host;
    this.#options = options;
    this.#work = new WorkController(host);
    host.addController(this);
  }

  get error(): MhbError | undefined {
    return this.#work.error;
  }

  /** The viewer's worker. It reads the files, and keeps the passbook in its memory afterward. */
  get worker(): PassbookWorker {
    this.#worker ??= new PassbookWorker(workerMakers().passbook);
    return this.#worker;
  }

  hostDisconnected(): void {
    this.cancel();
    this.#worker?.close();
  }

  /** All members and their downloads. */
  get family(): Family {
    return this.#library.family;
  }

  /** The passbook that is shown. */
  get shown(): OpenPassbook | undefined {
    return this.#open;
  }

  get passbook(): Passbook | undefined {
    return this.#open?.passbook;
  }

  /**
   * Opens files. Resolves to the change to store, or to `undefined` if the files were not read, in which case
   * `error` is set.
   */
  open(files: readonly IncomingFile[]): Promise<FamilyWrite | undefined> {
    return this.#attempt(async (signal) => {
      const incoming = await this.#readAll(await this.#unpackAll(files, signal), signal);
      const { family, all } = await this.#placing.placeAll(this.family, incoming, signal);
      return this.#become(family, all, signal);
    });
  }

  /**
   * Shows the stored downloads together with the open downloads. Resolves to the change to store, or to
   * `undefined` if the stored downloads could not be read.
   */
  adopt(kept: Family, content: ContentSource): Promise<FamilyWrite | undefined> {
    return this.#attempt(async (signal) => {
      this.#library.keptIn(content);
      const incoming = await this.#placing.again(signal);
      const { family, all } = await this.#placing.placeAll(kept, incoming, signal);
      const written = await this.#become(family, all, signal);
      // Opening a vault cannot be undone, so the viewer must not offer to undo an earlier change.
      this.done = undefined;
      return written;
    });
  }

  /** Shows another person's passbook. Resolves to whether that person's downloads could be read. */
  async turnTo(member: string): Promise<boolean> {
    const turned = await this.#attempt(async (signal) => {
      await this.#show(this.family, member, signal);
      return true;
    });
    return turned === true;
  }

  /**
   * Applies a change to the set of downloads. Resolves to the change to store, or to `undefined` if the change
   * failed, in which case `error` is set.
   */
  change(done: Done): Promise<FamilyWrite | undefined> {
    return this.#attempt((signal) => this.#become(done.change(this.family), [done], signal));
  }

  /** Passes on the password that the person has entered in the step `locked`. */
  unlock(password: string): void {
    this.#answer?.(password);
  }

  /** Passes on the owner that the person has chosen in the step `whose`. */
  tellWhose(member: FamilyMember): void {
    this.#answer?.(member);
  }

  cancel(): void {
    this.#work.forget();
    this.#answer = undefined;
    this.#say({ step: 'idle' });
  }

  /** Deletes all data that has been read. */
  clear(): void {
    this.cancel();
    this.#worker?.close();
    this.#library.clear();
    this.#open = undefined;
    this.done = undefined;
  }

  /**
   * Runs one operation at a time. A new operation cancels the previous one, and an operation that fails changes
   * nothing.
   */
  async #attempt<T>(act: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    this.cancel();
    const result = await this.#work.resultOf(act);
    if (!this.#work.isRunning) {
      // Remove data that was read but not added to the family.
      if (result === undefined) this.#library.become(this.family);
      this.#say({ step: 'idle' });
    }
    return result;
  }

  async #become(family: Family, all: readonly Done[], signal: AbortSignal): Promise<FamilyWrite> {
    const last = all.at(-1);
    const member = [last?.member, this.#open?.member, family.members[0]?.id].find((id) =>
      family.members.some((each) => each.id === id),
    );
    if (member === undefined) this.#open = undefined;
    else await this.#show(family, member, signal);
    this.#library.become(family);
    this.done = last;
    return {
      change: (kept) => all.reduce((sum, { change }) => change(sum), kept),
      contents: new Map(this.#library.contents),
    };
  }

  async #show(family: Family, member: string, signal: AbortSignal): Promise<void> {
    const open = await this.#library.open(family, member, signal);
    await this.#options.prepare(open.passbook, signal);
    signal.throwIfAborted();
    this.#open = open;
  }

  async #unpackAll(files: readonly IncomingFile[], signal: AbortSignal): Promise<readonly Unpacked[]> {
    if (files.some(({ content }) => content.size > WORTH_A_WORKER)) this.worker.start();
    const loose: PassbookFile[] = [];
    const unpacked: Unpacked[] = [];
    // All archives of one person have the same password, so the password of one archive is tried on the next one.
    let known: string | undefined;
    let left: number = passbookArchiveLimits.totalBytes;
    const count = (found: readonly PassbookFile[]): void => {
      left -= found.reduce((sum, { bytes }) => sum + bytes.length, 0);
    };
    for (const [index, { name, content, person = '' }] of files.entries()) {
      this.#say({ step: 'reading', fraction: UNPACKED * (index / files.length) });
      if (!(await isZip(content))) {
        // The size must be checked before the file is read, because a large file, such as a video, would fill the
        // memory.
        if (content.size > left) {
          throw new MhbError('passbook-too-large', 'More bytes than allowed', {
            details: { bytes: content.size, maxBytes: left },
          });
        }
        loose.push({ name, bytes: await readBlob(content, signal) });
        count(loose.slice(-1));
        continue;
      }
      const archive = await openZip(content, left, signal);
      try {
        if (archive.isEncrypted) known = await this.#unlock(archive, name, known, signal);
        const inside = await archive.files({ signal });
        const password = archive.isEncrypted ? (known ?? null) : null;
        unpacked.push({
          files: inside,
          archive: { name, verdict: await this.#verdict(inside) },
          password,
          person,
        });
        count(inside);
      } finally {
        archive.close();
      }
    }
    return loose.length === 0
      ? unpacked
      : [...unpacked, { files: loose, archive: null, password: null, person: '' }];
  }

  async #verdict(files: readonly PassbookFile[]): Promise<CheckedArchive['verdict']> {
    const isSigned = files.some(({ name }) => isManifestFile(name));
    return isSigned ? verifyManifest(files, await this.#options.issuers()) : { status: 'unsigned' };
  }

  /** Reads the unpacked files, one download after another. */
  async #readAll(unpacked: readonly Unpacked[], signal: AbortSignal): Promise<readonly Incoming[]> {
    const all: Incoming[] = [];
    for (const { files, archive, password, person } of unpacked) {
      // The hashes are computed while the worker reads the files.
      const hashing = hashAll(files);
      const reads =
        archive === null
          ? await readLoose(files, (some) => this.#read(some, signal))
          : [{ files, read: await this.#read(files, signal) }];
      const hashed = await hashing;
      for (const { files: some, read } of reads)
        all.push({
          files: hashed.filter(({ bytes }) => some.some((file) => file.bytes === bytes)),
          read: { ...read, archive },
          password,
          person,
        });
    }
    return all;
  }

  async #read(files: readonly PassbookFile[], signal: AbortSignal): Promise<ReadResult> {
    const options = {
      signal,
      onProgress: ({ done, total }: { readonly done: number; readonly total: number }) => {
        this.#say({ step: 'reading', fraction: UNPACKED + (READ - UNPACKED) * (done / total) });
      },
    };
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
    if (bytes < WORTH_A_WORKER) return readPassbook(files, options);
    const { today, birthYear } = this.#options.judged();
    const ahead = { today, ...(birthYear === null ? {} : { birthYear }) };
    return readPassbookInWorker(files, { ...options, worker: this.worker, ahead });
  }

  async #unlock(
    archive: Archive,
    fileName: string,
    known: string | undefined,
    signal: AbortSignal,
  ): Promise<string> {
    if (known !== undefined && (await fits(archive, known, signal))) return known;
    let wrongPassword = false;
    for (;;) {
      const typed = await this.#ask<string>({ step: 'locked', fileName, wrongPassword }, signal);
      this.#say({ step: 'reading', fraction: 0 });
      // Archives from the NHI's portal have an ID number as their password. Lower-case and full-width letters in
      // it are corrected. Other archives require the password exactly as typed.
      for (const password of [typed, passwordFromNationalId(typed)]) {
        if (await fits(archive, password, signal)) return password;
      }
      wrongPassword = true;
    }
  }

  async #askWhose(question: WhoseQuestion, signal: AbortSignal): Promise<FamilyMember> {
    const member = await this.#ask<FamilyMember>({ step: 'whose', question }, signal);
    this.#say({ step: 'reading', fraction: READ });
    return member;
  }

  #ask<Answer extends string | FamilyMember>(state: ImportState, signal: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#answer = (answer) => {
        this.#answer = undefined;
        resolve(answer as Answer);
      };
      this.#say(state);
      signal.addEventListener(
        'abort',
        () => {
          reject(new MhbError('cancelled'));
        },
        { once: true },
      );
    });
  }

  #say(state: ImportState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

async function isZip(content: Blob): Promise<boolean> {
  const start = new Uint8Array(await content.slice(0, ZIP_SIGNATURE.length).arrayBuffer());
  return ZIP_SIGNATURE.every((byte, index) => start[index] === byte);
}

function openZip(content: Blob, maxBytes: number, signal: AbortSignal): Promise<Archive> {
  const { archive: createWorker } = workerMakers();
  const options = { signal, limits: { ...passbookArchiveLimits, totalBytes: maxBytes } };
  if (content.size < WORTH_A_WORKER || createWorker === null) return openArchive(content, options);
  return openArchiveInWorker(content, {
    ...options,
    ...(createWorker === undefined ? {} : { createWorker }),
  });
}

async function fits(archive: Archive, password: string, signal: AbortSignal): Promise<boolean> {
  try {
    await archive.unlock(password, { signal });
    return true;
  } catch (thrown) {
    if (thrown instanceof MhbError && thrown.code === 'wrong-password') return false;
    throw thrown;
  }
}
