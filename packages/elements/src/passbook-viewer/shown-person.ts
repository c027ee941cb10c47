import { countRecords, type Passbook } from '@mhb-kit/core/passbook';
import type { ReactiveElement } from 'lit';
import type { Book } from './book.js';
import { nextTask } from '../base/next-task.js';
import { MhbPassbookCloseEvent, MhbPassbookOpenEvent } from './events.js';
import type { Done } from './family/placing.js';
import type { FrameWords } from './frame/frame.strings.js';
import type { ImportController, IncomingFile } from './import/import-controller.js';
import type { KeepController } from './vault/keep-controller.js';
import type { KeepQuestions } from './vault/keep-questions.js';
import type { ViewController } from './view-controller.js';

/** The element that shows a person's passbook. */
interface Host extends ReactiveElement {
  birthYear: number | null;
  readonly passbook: Passbook | undefined;
  close(): void;
}

interface Parts {
  readonly import: ImportController;
  readonly keep: KeepController;
  readonly keepQuestions: KeepQuestions;
  readonly view: ViewController;
  readonly strings: () => FrameWords;
  readonly book: () => Book | undefined;
  readonly announce: (words: string) => void;
}

/** Manages whose passbook is shown. Opens files, switches to another person, and informs the page and the user. */
export class ShownPerson {
  readonly #host: Host;
  readonly #parts: Parts;
  /** The ID of the person whose passbook was most recently announced to the page. */
  #told: string | undefined;
  /**
   * Maps the ID of each person to the person's year of birth. Pages that need a year of birth ask the user for it.
   */
  readonly #birthYears = new Map<string, number | null>();

  constructor(host: Host, parts: Parts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** Opens files, or adds them to the passbooks that are open. Resolves to whether the files were read. */
  async open(files: readonly IncomingFile[]): Promise<boolean> {
    const { announce, strings, import: imports } = this.#parts;
    const before = this.#host.passbook;
    announce(strings().reading);
    const kept = await imports.open(files);
    if (kept === undefined) {
      announce('');
      return false;
    }
    const shown = this.show(before);
    await Promise.all([shown, this.#save(kept, shown)]);
    return true;
  }

  /** Shows the passbook of a different person in the family. */
  readonly turnTo = async (member: string): Promise<void> => {
    if (await this.#parts.import.turnTo(member)) await this.show(undefined);
    else this.#host.requestUpdate();
  };

  /** Applies a change to the set of downloads, both on the screen and in the vault. */
  readonly change = async (done: Done | undefined): Promise<void> => {
    if (done === undefined) return;
    const before = this.#host.passbook;
    const kept = await this.#parts.import.change(done);
    if (kept === undefined) return;
    await this.#save(kept);
    if (this.#host.passbook === undefined) this.#host.close();
    else await this.show(before);
  };

  /**
   * Informs the page and the user about which passbook is now shown. `before` is the passbook that was shown
   * previously.
   */
  async show(before: Passbook | undefined): Promise<void> {
    const { import: imports, view, book, announce } = this.#parts;
    if (imports.shown === undefined) return;
    const strings = this.#parts.strings();
    const { passbook, member } = imports.shown;
    const isAnother = this.#told !== undefined && this.#told !== member;
    if (isAnother) {
      this.#host.dispatchEvent(new MhbPassbookCloseEvent());
      this.#birthYears.set(this.#told ?? '', this.#host.birthYear);
      this.#host.birthYear = this.#birthYears.get(member) ?? null;
      view.reset();
    }
    this.#told = member;
    view.change({ page: 0 });
    const records = countRecords(passbook);
    announce(
      [
        before === undefined || isAnother
          ? strings.opened(records)
          : strings.merged(records - countRecords(before)),
        book()?.leftOut,
      ].join(' '),
    );
    this.#host.dispatchEvent(new MhbPassbookOpenEvent(passbook));
    await this.#host.updateComplete;
    await nextTask();
    // While the user is typing a search, the focus must not move.
    if (!view.isSearchFocused) view.focusTitle();
    book()?.complete();
  }

  /** Clears the information about whose passbook was shown, including all years of birth. */
  clear(): void {
    this.#told = undefined;
    this.#birthYears.clear();
    this.#host.birthYear = null;
  }

  /** Stores a change in the vault if the vault is open. */
  async #save(...kept: Parameters<KeepController['save']>): Promise<void> {
    if (!(await this.#parts.keep.save(...kept))) this.#parts.keepQuestions.ask('manage');
  }
}
