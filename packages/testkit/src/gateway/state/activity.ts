import type { ActivityAction, ActivityEntry, ActivityPage } from '@mhb-kit/core/gateway';
import { maskName } from '@mhb-kit/core/identity';
import type { Account } from './accounts.js';
import type { Embedders } from './embedders.js';
import type { OpenSession } from './sessions.js';
import type { Clock } from './time.js';

const PAGE_LENGTH = 50;

interface Recorded {
  readonly account: Account;
  readonly sessionId: string | null;
  /** The representative who acted for the person; `null` if the person acted. */
  readonly representative: Account | null;
  readonly entry: ActivityEntry;
}

/**
 * The access record, which states who read what and when. Repetitions of the same action on the same object in one
 * session are one entry.
 */
export class Activity {
  readonly #clock: Clock;
  readonly #embedders: Embedders;
  #records: readonly Recorded[] = [];

  constructor(clock: Clock, embedders: Embedders) {
    this.#clock = clock;
    this.#embedders = embedders;
  }

  /** @param session `null` if the service itself performed the action */
  record(
    action: ActivityAction,
    account: Account,
    session: OpenSession | null,
    subject: string | null = null,
  ): void {
    const at = this.#clock().toISOString();
    const sessionId = session?.id ?? null;
    const isForAnother = session?.representation !== undefined && session.account === account;
    const representative = isForAnother ? (session.representation?.representative ?? null) : null;
    const isSame = (each: Recorded): boolean =>
      each.account === account &&
      each.sessionId === sessionId &&
      each.entry.action === action &&
      each.entry.subject === subject;
    const before = this.#records.find(isSame)?.entry;
    const entry: ActivityEntry = {
      action,
      subject,
      actor: session === null ? 'service' : isForAnother ? 'representative' : 'person',
      representative: representative === null ? null : maskName(representative.name),
      embedder: this.#embedders.nameOf(session?.embedder ?? null),
      assurance: session?.assurance ?? null,
      firstAt: before?.firstAt ?? at,
      lastAt: at,
      times: (before?.times ?? 0) + 1,
    };
    this.#records = [
      ...this.#records.filter((each) => !isSame(each)),
      { account, sessionId, representative, entry },
    ];
  }

  add(account: Account, entry: ActivityEntry): void {
    this.#records = [...this.#records, { account, sessionId: null, representative: null, entry }];
  }

  /** Returns the time when a representative last read a person's passbook (RFC 3339), or `null` if never. */
  lastReadBy(account: Account, representative: Account): string | null {
    const times = this.#records
      .filter((each) => each.account === account && each.representative === representative)
      .map(({ entry }) => entry.lastAt);
    return times.toSorted().at(-1) ?? null;
  }

  /**
   * Returns a page of entries, the newest first.
   * @param before `lastAt` of the last entry on the previous page; `null` for the first page
   */
  page(account: Account, before: string | null): ActivityPage {
    const entries = this.#records
      .filter((each) => each.account === account)
      .map(({ entry }) => entry)
      .filter(({ lastAt }) => before === null || Date.parse(lastAt) < Date.parse(before))
      .sort((one, other) => Date.parse(other.lastAt) - Date.parse(one.lastAt));
    const page = entries.slice(0, PAGE_LENGTH);
    return {
      entries: page,
      before: entries.length > PAGE_LENGTH ? (page.at(-1)?.lastAt ?? null) : null,
    };
  }
}
