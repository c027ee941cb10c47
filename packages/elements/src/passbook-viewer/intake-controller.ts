import { openArchive, passwordFromNationalId, type Archive } from '@mhb-kit/core/archive';
import { MhbError, toMhbError } from '@mhb-kit/core/error';
import { mergePassbooks, readPassbook, type Passbook, type PassbookFile } from '@mhb-kit/core/passbook';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A file as it was dropped, chosen or handed over. */
export interface IncomingFile {
  readonly name: string;
  readonly content: Blob;
}

export type IntakeState =
  | { readonly step: 'idle' }
  | { readonly step: 'locked'; readonly fileName: string; readonly wrongPassword: boolean }
  | { readonly step: 'reading'; readonly fraction: number };

const ZIP_SIGNATURE = [0x50, 0x4b];
/** Unpacking is about half of the way, reading the other half. */
const UNPACKED = 0.5;

/** From files to a passbook: tells archives from plain files, asks for the password, reads, and joins with what is open. */
export class IntakeController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #prepare: (passbook: Passbook) => Promise<void>;
  #work: AbortController | undefined;
  #answerPassword: ((password: string) => void) | undefined;

  state: IntakeState = { step: 'idle' };
  passbook: Passbook | undefined;
  error: MhbError | undefined;

  /** @param prepare what has to be done with a passbook before it counts as open */
  constructor(host: ReactiveControllerHost, prepare: (passbook: Passbook) => Promise<void>) {
    this.#host = host;
    this.#prepare = prepare;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
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
      const { passbook } = await readPassbook(unpacked, {
        signal,
        onProgress: ({ done, total }) => {
          this.#show({ step: 'reading', fraction: UNPACKED + (1 - UNPACKED) * (done / total) });
        },
      });
      const joined = this.passbook === undefined ? passbook : mergePassbooks(this.passbook, passbook);
      await this.#prepare(joined);
      signal.throwIfAborted();
      this.passbook = joined;
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
    this.passbook = undefined;
    this.error = undefined;
  }

  async #unpackAll(files: readonly IncomingFile[], signal: AbortSignal): Promise<PassbookFile[]> {
    const unpacked: PassbookFile[] = [];
    // Archives of one person have one password: what opened the first is tried on the next.
    let known: string | undefined;
    for (const [index, { name, content }] of files.entries()) {
      this.#show({ step: 'reading', fraction: UNPACKED * (index / files.length) });
      if (!(await isZip(content))) {
        unpacked.push({ name, bytes: new Uint8Array(await content.arrayBuffer()) });
        continue;
      }
      const archive = await openArchive(content, { signal });
      if (archive.isEncrypted) known = await this.#unlock(archive, name, known, signal);
      unpacked.push(...(await archive.files({ signal })));
    }
    return unpacked;
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

  #show(state: IntakeState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

async function isZip(content: Blob): Promise<boolean> {
  const start = new Uint8Array(await content.slice(0, ZIP_SIGNATURE.length).arrayBuffer());
  return ZIP_SIGNATURE.every((byte, index) => start[index] === byte);
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
