/** One use of a card by a site, a reading or a signature. Shown to the person, and never written to disk. */
export interface RecentUse {
  readonly origin: string;
  readonly op: 'nhi.read' | 'cdc.authenticate';
  /** `ok`, or the error code that the site received. */
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Nobody would read a longer list. */
const MAX_USES = 20;

/** The most recent uses since the bridge started, newest first. */
export class RecentUses {
  #uses: readonly RecentUse[] = [];

  list(): readonly RecentUse[] {
    return this.#uses;
  }

  add(use: RecentUse) {
    this.#uses = [use, ...this.#uses].slice(0, MAX_USES);
  }

  forget() {
    this.#uses = [];
  }
}
