/**
 * One use of a card by a site: a reading or a signature. The bridge shows it to the person and never writes
 * it to disk.
 */
export interface RecentUse {
  readonly origin: string;
  readonly op: 'nhi.read' | 'cdc.authenticate';
  /** `ok`, or the error code that the bridge returned to the site. */
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Maximum number of uses to keep. Nobody would read a longer list. */
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
