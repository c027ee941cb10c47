import type { LocalDate } from '@mhb-kit/core/identity';
import {
  countRecords,
  listSection,
  recordsOf,
  viewInTurns,
  viewInWorker,
  type Passbook,
  type PassbookViews,
  type Answers,
  type PassbookWorker,
  type SectionListing,
  type TimelineListing,
} from '@mhb-kit/core/passbook';
import { nextTask } from './next-task.js';

/** Records that are listed while a page is drawn, and viewed without a worker: one would take longer to start. */
const LISTED_AT_ONCE = 2_000;

/** By what the views judge beside the passbook. */
export interface Person {
  readonly today: LocalDate;
  /** As the person told it; no passbook holds it. */
  readonly birthYear: number | null;
}

export interface ViewerDataOptions extends Person {
  readonly worker: PassbookWorker;
  /** Ends the making of the views. */
  readonly signal: AbortSignal;
  /** Called when something is there that a page was waiting for. */
  readonly ready: () => void;
}

/** What the pages of one passbook show. What is slow to make comes later than the first page. */
export class ViewerData {
  readonly passbook: Passbook;
  readonly views: PassbookViews;
  readonly today: LocalDate;
  /** The year of birth by which the views judge. */
  readonly birthYear: number | null;
  readonly #ready: () => void;
  readonly #made = new Map<string, unknown>();
  readonly #coming = new Map<string, Promise<void>>();
  readonly #closing: AbortController;
  /** The words of the last search, and what was found, by them or by those before. */
  #searched = '';
  #found: { readonly words: string; readonly result: Answers } | undefined;

  private constructor(
    passbook: Passbook,
    views: PassbookViews,
    { today, birthYear, ready }: ViewerDataOptions,
    closing: AbortController,
  ) {
    this.passbook = passbook;
    this.views = views;
    this.today = today;
    this.birthYear = birthYear;
    this.#ready = ready;
    this.#closing = closing;
  }

  static async of(passbook: Passbook, options: ViewerDataOptions): Promise<ViewerData> {
    const closing = new AbortController();
    const signal = AbortSignal.any([options.signal, closing.signal]);
    const { today, birthYear, worker } = options;
    const judged = { today, signal, ...(birthYear === null ? {} : { birthYear }) };
    const inWorker = countRecords(passbook) > LISTED_AT_ONCE || (await worker.holds(passbook));
    const views = inWorker
      ? await viewInWorker(passbook, worker, judged)
      : await viewInTurns(passbook, judged);
    return new ViewerData(passbook, views, options, closing);
  }

  /** Stops what is still being made. */
  close(): void {
    this.#closing.abort();
  }

  /** What is quick to make, but not with every drawing. */
  once<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make());
    return this.#made.get(name) as T;
  }

  /** What takes its time: `undefined` while it is being made, and then the page is drawn again. What failed is tried again. */
  later<T>(name: string, make: () => Promise<T>): T | undefined {
    if (this.#made.has(name)) return this.#made.get(name) as T;
    if (!this.#coming.has(name)) this.#coming.set(name, this.#make(name, make));
    return undefined;
  }

  async #make(name: string, make: () => Promise<unknown>): Promise<void> {
    try {
      const made = await make();
      if (this.#closing.signal.aborted) return;
      this.#made.set(name, made);
      await nextTask();
      this.#ready();
    } catch {
      // The passbook was closed meanwhile, or what had to be fetched did not come.
    } finally {
      this.#coming.delete(name);
    }
  }

  /** Waits for all that is being made. */
  async settled(): Promise<void> {
    while (this.#coming.size > 0) await Promise.all(this.#coming.values());
  }

  /** What the words find. While a word is being typed on, what was found by its beginning: a list that stays is easier to read. */
  search(words: string): Answers | undefined {
    if (words !== this.#searched) {
      this.#searched = words;
      void this.#find(words);
    }
    const before = this.#found?.words ?? '';
    return words.startsWith(before) || before.startsWith(words) ? this.#found?.result : undefined;
  }

  async #find(words: string): Promise<void> {
    try {
      const result = await this.views.answer(words);
      if (this.#closing.signal.aborted || words !== this.#searched) return;
      this.#found = { words, result };
      this.#ready();
    } catch {
      // The passbook was closed meanwhile, or the worker while another file was opened: the next drawing asks again.
      if (words === this.#searched) this.#searched = '';
    }
  }

  get timeline(): TimelineListing | undefined {
    return this.later('timeline', () => this.views.timeline());
  }

  /** Makes what most people ask for next, one after the other. */
  async complete(): Promise<void> {
    this.later('answers', () => this.views.answer(''));
    await this.settled();
    void this.timeline;
    await this.settled();
  }

  /** A section as its table shows it. */
  section(key: string): SectionListing | undefined {
    const name = `section ${key}`;
    const records = recordsOf(this.passbook, key);
    return records.length <= LISTED_AT_ONCE
      ? this.once(name, () => listSection(records))
      : this.later(name, () => this.views.section(key));
  }
}
