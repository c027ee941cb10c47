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

/** What the pages of one passbook show; what is slow to make, and not on the first page, comes later. */
export class ViewerData {
  readonly passbook: Passbook;
  readonly views: PassbookViews;
  /** Made after the first page is shown; `undefined` until then. */
  timeline: TimelineListing | undefined;
  searchIndex: SearchIndex | undefined;
  readonly #sections = new Map<readonly AnyRecord[], SectionListing | 'pending'>();

  readonly #pending = new Set<Promise<unknown>>();
  readonly #made = new Map<string, unknown>();
  readonly #closing: AbortController;

  private constructor(passbook: Passbook, views: PassbookViews, closing: AbortController) {
    this.passbook = passbook;
    this.views = views;
    this.#closing = closing;
  }

  static async of(passbook: Passbook, today: LocalDate, opening: AbortSignal): Promise<ViewerData> {
    const closing = new AbortController();
    const signal = AbortSignal.any([opening, closing.signal]);
    return new ViewerData(passbook, await viewInTurns(passbook, { today, signal }), closing);
  }

  /** Stops what is still being made. */
  close(): void {
    this.#closing.abort();
  }

  /** Makes the rest, and tells each time that something is there. Ends early, and silently, where nobody wants it any more. */
  complete(ready: () => void): Promise<void> {
    const completed = this.#complete(ready);
    this.#pending.add(completed);
    return completed;
  }

  /** Waits for all that is being made. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }

  async #complete(ready: () => void): Promise<void> {
    try {
      this.searchIndex = await this.views.searchIndex();
      await nextTask();
      ready();
      await nextTask();
      this.timeline = await this.views.timeline();
      await nextTask();
      ready();
    } catch {
      // The passbook was closed meanwhile.
    }
  }

  /** What is quick to make but not with every drawing. */
  once<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make());
    return this.#made.get(name) as T;
  }

  /** A section as its table shows it; `undefined` while it is being made, and then `ready` is called. */
  section(records: readonly AnyRecord[], ready: () => void): SectionListing | undefined {
    const known = this.#sections.get(records);
    if (known !== undefined) return known === 'pending' ? undefined : known;
    if (records.length <= LISTED_AT_ONCE) {
      const listing = listSection(records);
      this.#sections.set(records, listing);
      return listing;
    }
    this.#sections.set(records, 'pending');
    const listed = this.views.section(records).then(
      (listing) => {
        this.#sections.set(records, listing);
        ready();
      },
      () => this.#sections.delete(records),
    );
    this.#pending.add(listed);
    return undefined;
  }
}
