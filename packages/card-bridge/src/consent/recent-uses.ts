/** What a site has had of a card or a signature, and when: for the person to see, in memory only. */
export interface RecentUse {
  readonly origin: string;
  readonly op: 'nhi.read' | 'cdc.authenticate';
  /** `ok`, or the code of the error that the site got. */
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** More than a person looks at. */
const MAX_USES = 20;

/** The last uses of this bridge since it started, latest first. */
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
