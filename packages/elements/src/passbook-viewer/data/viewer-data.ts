import type { LocalDate } from '@mhb-kit/core/identity';
import {
  listSection,
  viewInTurns,
  type AnyRecord,
  type Passbook,
  type PassbookViews,
  type SearchIndex,
  type SectionListing,
  type TimelineListing,
} from '@mhb-kit/core/passbook';
import { nextTask } from './next-task.js';

/** Records that are listed while a page is drawn; more are listed in turns with it. */
const LISTED_AT_ONCE = 2_000;

/** By what the views judge beside the passbook. */
export interface Person {
  readonly today: LocalDate;
  /** As the person told it; no passbook holds it. */
  readonly birthYear: number | null;
}

export interface ViewerDataOptions extends Person {
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
    const { today, birthYear } = options;
    const views = await viewInTurns(passbook, {
      today,
      signal,
      ...(birthYear === null ? {} : { birthYear }),
    });
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

  get searchIndex(): SearchIndex | undefined {
    return this.later('search index', () => this.views.searchIndex());
  }

  get timeline(): TimelineListing | undefined {
    return this.later('timeline', () => this.views.timeline());
  }

  /** Makes what most people ask for next, one after the other. */
  async complete(): Promise<void> {
    void this.searchIndex;
    await this.settled();
    void this.timeline;
    await this.settled();
  }

  /** A section as its table shows it. */
  section(key: string, records: readonly AnyRecord[]): SectionListing | undefined {
    const name = `section ${key}`;
    return records.length <= LISTED_AT_ONCE
      ? this.once(name, () => listSection(records))
      : this.later(name, () => this.views.section(records));
  }
}
