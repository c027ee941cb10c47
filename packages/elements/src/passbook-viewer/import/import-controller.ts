import { openArchive, passwordFromNationalId, type Archive } from '@mhb-kit/core/archive';
import { openArchiveInWorker } from '@mhb-kit/core/archive/in-worker';
import { MhbError, toMhbError } from '@mhb-kit/core/error';
import { isManifestFile, verifyManifest, type TrustedIssuer } from '@mhb-kit/core/manifest';
import {
  mergePassbooksInTurns,
  passbookArchiveLimits,
  PassbookWorker,
  readPassbook,
  readPassbookInWorker,
  type Passbook,
  type PassbookFile,
  type ReadResult,
} from '@mhb-kit/core/passbook';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { emptyReport, joinReports, type CheckedArchive } from './reports.js';
import { workerMakers } from '../workers.js';

/** A file as it was dropped, chosen or handed over. */
export interface IncomingFile {
  readonly name: string;
  readonly content: Blob;
}

export type ImportState =
  | { readonly step: 'idle' }
  | { readonly step: 'locked'; readonly fileName: string; readonly wrongPassword: boolean }
  | { readonly step: 'reading'; readonly fraction: number };

const ZIP_SIGNATURE = [0x50, 0x4b];
/** Parts of the way: unpacking, reading, and making the views. */
const UNPACKED = 0.3;
const READ = 0.9;
/** Bytes from which a worker is worth its start: below, the work is done before one would run. */
const WORTH_A_WORKER = 1 << 19;

export interface ImportOptions {
  /** What has to be done with a passbook before it counts as open. */
  readonly prepare: (passbook: Passbook, signal: AbortSignal) => Promise<void>;
  /** Whose signatures count; asked for only where an archive has one. */
  readonly issuers: () => Promise<readonly TrustedIssuer[]>;
}

/** What an opening brought. */
interface Unpacked {
  readonly files: readonly PassbookFile[];
  readonly archives: readonly CheckedArchive[];
}

/** From files to a passbook: tells archives from plain files, asks for the password, reads, and joins with what is open. */
export class ImportController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ImportOptions;
  #work: AbortController | undefined;
  #answerPassword: ((password: string) => void) | undefined;
  #worker: PassbookWorker | undefined;

  state: ImportState = { step: 'idle' };
  passbook: Passbook | undefined;
  /** What the passbook was read from, and where that came from. */
  files: readonly PassbookFile[] = [];
  archives: readonly CheckedArchive[] = [];
  /** What was left out and what was odd, of everything that is open. */
  report = emptyReport;
  error: MhbError | undefined;

  constructor(host: ReactiveControllerHost, options: ImportOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Stays with the viewer: reads the files, then holds the passbook that came of them. */
  get worker(): PassbookWorker {
    this.#worker ??= new PassbookWorker(workerMakers().passbook);
    return this.#worker;
  }

  hostDisconnected(): void {
    this.cancel();
    this.#worker?.close();
  }

  /** Resolves to whether the files were read; `error` says why not. */
  async open(files: readonly IncomingFile[]): Promise<boolean> {
    this.cancel();
    const work = new AbortController();
    const { signal } = work;
    this.#work = work;
    this.error = undefined;
    try {
      const unpacked = await this.#unpackAll(files, signal);
      const { passbook, report } = await this.#read(unpacked.files, signal);
      const joined =
        this.passbook === undefined
          ? passbook
          : await mergePassbooksInTurns(this.passbook, passbook, { signal });
      await this.#options.prepare(joined, signal);
      signal.throwIfAborted();
      this.passbook = joined;
      this.report = joinReports(this.report, report);
      this.files = [...this.files, ...unpacked.files];
      this.archives = [...this.archives, ...unpacked.archives];
      return true;
    } catch (thrown) {
      if (!signal.aborted) this.error = toMhbError(thrown);
      return false;
    } finally {
      if (this.#work === work) {
        this.#work = undefined;
        this.#show({ step: 'idle' });
      }
    }
  }

  /** The person's answer to `locked`. */
  unlock(password: string): void {
    this.#answerPassword?.(password);
  }

  cancel(): void {
    this.#work?.abort();
    this.#work = undefined;
    this.#answerPassword = undefined;
    this.#show({ step: 'idle' });
  }

  /** Forgets everything that was read. */
  clear(): void {
    this.cancel();
    this.#worker?.close();
    this.passbook = undefined;
    this.files = [];
    this.archives = [];
    this.report = emptyReport;
    this.error = undefined;
  }

  async #unpackAll(files: readonly IncomingFile[], signal: AbortSignal): Promise<Unpacked> {
    const unpacked: PassbookFile[] = [];
    const archives: CheckedArchive[] = [];
    // Archives of one person have one password: what opened the first is tried on the next.
    let known: string | undefined;
    let left: number = passbookArchiveLimits.totalBytes;
    const take = (found: readonly PassbookFile[]): void => {
      left -= found.reduce((sum, { bytes }) => sum + bytes.length, 0);
      unpacked.push(...found);
    };
    for (const [index, { name, content }] of files.entries()) {
      this.#show({ step: 'reading', fraction: UNPACKED * (index / files.length) });
      if (!(await isZip(content))) {
        // Before its bytes are in memory, which a film would fill.
        if (content.size > left) {
          throw new MhbError('passbook-too-large', 'More bytes than allowed', {
            details: { bytes: content.size, maxBytes: left },
          });
        }
        take([{ name, bytes: new Uint8Array(await content.arrayBuffer()) }]);
        signal.throwIfAborted();
        continue;
      }
      const archive = await openZip(content, left, signal);
      try {
        if (archive.isEncrypted) known = await this.#unlock(archive, name, known, signal);
        const inside = await archive.files({ signal });
        archives.push({ name, verdict: await this.#verdict(inside) });
        take(inside);
      } finally {
        archive.close();
      }
    }
    return { files: unpacked, archives };
  }

  async #verdict(files: readonly PassbookFile[]): Promise<CheckedArchive['verdict']> {
    const isSigned = files.some(({ name }) => isManifestFile(name));
    return isSigned ? verifyManifest(files, await this.#options.issuers()) : { status: 'unsigned' };
  }

  async #read(files: readonly PassbookFile[], signal: AbortSignal): Promise<ReadResult> {
    const options = {
      signal,
      onProgress: ({ done, total }: { readonly done: number; readonly total: number }) => {
        this.#show({ step: 'reading', fraction: UNPACKED + (READ - UNPACKED) * (done / total) });
      },
    };
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
    if (bytes < WORTH_A_WORKER) return readPassbook(files, options);
    return readPassbookInWorker(files, { ...options, worker: this.worker });
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
      this.#show({ step: 'locked', fileName, wrongPassword });
      const typed = await this.#askPassword(signal);
      this.#show({ step: 'reading', fraction: 0 });
      // The portal's rule forgives lower case and full width; other archives want what was typed.
      for (const password of [typed, passwordFromNationalId(typed)]) {
        if (await fits(archive, password, signal)) return password;
      }
      wrongPassword = true;
    }
  }

  #askPassword(signal: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#answerPassword = resolve;
      signal.addEventListener(
        'abort',
        () => {
          reject(new MhbError('cancelled'));
        },
        { once: true },
      );
    });
  }

  #show(state: ImportState): void {
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
