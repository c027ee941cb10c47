import type { LocalDate } from '@mhb-kit/core/identity';
import {
  countRecords,
  listSection,
  recordsOf,
  viewInTurns,
  viewInWorker,
  type Passbook,
  type PassbookLists,
  type PassbookViews,
  type Answers,
  type PassbookWorker,
  type SectionListing,
  type TimelineListing,
} from '@mhb-kit/core/passbook';
import { nextTask } from '../../base/next-task.js';

/**
 * The maximum number of records to process on the page. Starting a worker for so few records would take longer.
 */
const LISTED_AT_ONCE = 2_000;

/** The values that affect the views in addition to the passbook. */
export interface Person {
  readonly today: LocalDate;
  /** The year that the person has entered, because passbooks do not contain a year of birth. */
  readonly birthYear: number | null;
}

export interface ViewerDataOptions extends Person {
  readonly worker: PassbookWorker;
  /** Cancels the computation of the views. */
  readonly signal: AbortSignal;
  /** Called as soon as data that a page was waiting for is ready. */
  readonly ready: () => void;
}

/**
 * Provides the data for the pages of one passbook. Views that take long to compute are computed after the first
 * page is shown.
 */
export class ViewerData {
  readonly passbook: Passbook;
  readonly views: PassbookViews;
  readonly today: LocalDate;
  /** The year of birth for which the views were computed. */
  readonly birthYear: number | null;
  readonly #ready: () => void;
  readonly #made = new Map<string, unknown>();
  readonly #coming = new Map<string, Promise<void>>();
  readonly #closing: AbortController;
  /**
   * The text of the latest search. `#found` contains the answers to that search or, while it is running, to the
   * previous search.
   */
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
    if (inWorker)
      return new ViewerData(passbook, await viewInWorker(passbook, worker, judged), options, closing);
    const views = await viewInTurns(passbook, judged);
    const data = new ViewerData(passbook, views, options, closing);
    data.#made.set('lists', await views.lists());
    return data;
  }

  /** Cancels all computations in progress. */
  close(): void {
    this.#closing.abort();
  }

  /** Caches a value that is quick to compute, but not quick enough for every rendering. */
  once<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make());
    return this.#made.get(name) as T;
  }

  /**
   * Caches a value that is slow to compute. Returns `undefined` while the value is being computed, and then
   * renders the page again. If the computation fails, the next call starts the computation again.
   */
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
      // The passbook was closed in the meantime, or something could not be loaded. The next call tries again.
    } finally {
      this.#coming.delete(name);
    }
  }

  /** Resolves when all computations in progress have ended. */
  async settled(): Promise<void> {
    while (this.#coming.size > 0) await Promise.all(this.#coming.values());
  }

  /**
   * Returns the answers to a search. While a person is typing, the answers to the earlier text stay on the screen,
   * because a stable list is easier to read.
   */
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
      // The passbook was closed in the meantime, or the worker was closed because another file was opened. The
      // next rendering searches again.
      if (words === this.#searched) this.#searched = '';
    }
  }

  /**
   * The lists that most pages show. If a worker computes them, they become available only after the first page is
   * shown.
   */
  get lists(): PassbookLists | undefined {
    return this.later('lists', () => this.views.lists());
  }

  /** Calls `act` with the lists as soon as they have been computed. */
  withLists(act: (lists: PassbookLists) => void): void {
    const { lists } = this;
    if (lists !== undefined) act(lists);
    // If the passbook was closed in the meantime, the lists are never computed.
    else void this.views.lists().then(act, () => undefined);
  }

  /** Resolves when the lists have been computed, or their computation has failed. */
  async listed(): Promise<void> {
    void this.lists;
    await this.settled();
  }

  get timeline(): TimelineListing | undefined {
    return this.later('timeline', () => this.views.timeline());
  }

  /**
   * Computes the data that people most often need next: the lists, then the search in the worker and, at the same
   * time, the timeline on the page.
   */
  async complete(): Promise<void> {
    await this.listed();
    this.later('answers', () => this.views.answer(''));
    void this.timeline;
    await this.settled();
  }

  /** Returns a section as a table, or `undefined` while the table is being computed. */
  section(key: string): SectionListing | undefined {
    const name = `section ${key}`;
    const records = recordsOf(this.passbook, key);
    return records.length <= LISTED_AT_ONCE
      ? this.once(name, () => listSection(records))
      : this.later(name, () => this.views.section(key));
  }
}
