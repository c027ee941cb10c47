import { MhbError } from '@mhb-kit/core/error';
import {
  outcomeOf,
  privateVisits,
  toRawRecords,
  withinWindow,
  withoutPrivate,
  type RawRecords,
  type RecordSource,
} from '@mhb-kit/core/fulfilment';
import { taipeiDate, type LocalDate } from '@mhb-kit/core/identity';
import {
  availableUntil,
  isExpired,
  isRunning,
  leftOutToTell,
  windowOn,
  type Category,
  type DataRequest,
  type LeftOut,
  type RequestSection,
} from '@mhb-kit/core/request';
import type { Account } from './accounts.js';
import type { StoredRepresentation } from './representations.js';
import { pause, type Clock } from './time.js';

/** The maximum length of a list of requests. */
const LIST_LIMIT = 50;

export interface StoredRequest {
  readonly id: string;
  readonly account: Account;
  /** Set if a representative made the request. Representatives see only the requests that they made. */
  readonly representation: StoredRepresentation | undefined;
  readonly idempotencyKey: string | null;
  readonly requestedAt: Date;
  readonly requestedOn: LocalDate;
  status: Exclude<DataRequest['status'], 'expired'>;
  sections: readonly RequestSection[];
  /** The records that were fetched, keyed by category. */
  readonly records: Map<string, RawRecords>;
}

/** The owner of a request, as given by a session. */
export interface RequestOwner {
  readonly account: Account;
  readonly representation?: StoredRepresentation;
}

export interface RequestsOptions {
  readonly clock: Clock;
  readonly catalogue: readonly Category[];
  readonly recordSource: RecordSource;
  /** How long the gateway takes to fetch one category, in milliseconds. */
  readonly categoryMs: number;
  /** Called when the records of a request have been fetched. */
  readonly onFetched: (request: StoredRequest) => void;
}

export class Requests {
  readonly #options: RequestsOptions;
  readonly #watchers = new Set<() => void>();
  #requests: readonly StoredRequest[] = [];

  constructor(options: RequestsOptions) {
    this.#options = options;
  }

  /**
   * Returns the request created with the same key, or else the one still in progress. If there is neither, creates
   * a request.
   */
  create(
    owner: RequestOwner,
    idempotencyKey: string,
  ): { readonly request: StoredRequest; readonly created: boolean } {
    const mine = this.#of(owner);
    const existing =
      mine.find((request) => request.idempotencyKey === idempotencyKey) ??
      mine.find((request) => isRunning(request) && !this.#hasExpired(request));
    if (existing !== undefined) return { request: existing, created: false };
    const request = this.#store(owner, this.#options.clock(), idempotencyKey);
    void this.#work(request);
    return { request, created: true };
  }

  /** Adds an earlier request with the records that the source has now. Resolves when the request is completed. */
  async add(account: Account, requestedAt: Date): Promise<StoredRequest> {
    const request = this.#store({ account }, requestedAt, null);
    if (!this.#hasExpired(request)) await this.#work(request, 0);
    return request;
  }

  /** Lists the requests, with the newest first. */
  list(owner: RequestOwner): readonly DataRequest[] {
    return this.#of(owner)
      .slice(0, LIST_LIMIT)
      .map((request) => this.view(request));
  }

  /** @throws {MhbError} `not-found` (also for requests of other people), `request-expired` */
  get(owner: RequestOwner, id: string): StoredRequest {
    const request = this.#of(owner).find((each) => each.id === id);
    if (request === undefined) throw new MhbError('not-found', 'No such request');
    if (this.#hasExpired(request)) throw new MhbError('request-expired', 'The request has expired');
    return request;
  }

  view(request: StoredRequest): DataRequest {
    const { id, requestedAt, requestedOn, sections, status } = request;
    const expired = this.#hasExpired(request);
    const finished = sections.filter((section) => section.status !== 'pending').length;
    return {
      id,
      status: expired ? 'expired' : status,
      progress: expired ? 1 : finished / sections.length,
      requestedAt: requestedAt.toISOString(),
      requestedOn,
      availableUntil: availableUntil(requestedOn),
      sections: expired ? [] : sections,
    };
  }

  /** Waits for the next change of any request; also resolves when the signal is aborted. */
  nextChange(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.#watchers.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#watchers.add(done);
      signal.addEventListener('abort', done, { once: true });
      if (signal.aborted) done();
    });
  }

  #hasExpired(request: StoredRequest): boolean {
    return isExpired(request, this.#options.clock());
  }

  #of({ account, representation }: RequestOwner): readonly StoredRequest[] {
    return this.#requests
      .filter((request) => request.account === account && request.representation === representation)
      .sort((one, other) => other.requestedAt.getTime() - one.requestedAt.getTime());
  }

  #store(
    { account, representation }: RequestOwner,
    requestedAt: Date,
    idempotencyKey: string | null,
  ): StoredRequest {
    const requestedOn = taipeiDate(requestedAt);
    const request: StoredRequest = {
      id: crypto.randomUUID(),
      account,
      representation,
      idempotencyKey,
      requestedAt,
      requestedOn,
      status: 'accepted',
      sections: this.#options.catalogue.map(({ id, window }) => ({
        category: id,
        status: 'pending',
        window: windowOn(window, requestedOn),
        recordCount: 0,
        months: [],
      })),
      records: new Map(),
    };
    this.#requests = [...this.#requests, request];
    return request;
  }

  async #work(request: StoredRequest, categoryMs = this.#options.categoryMs): Promise<void> {
    const kept = await this.#withholding(request);
    for (const category of this.#options.catalogue) {
      await pause(categoryMs);
      const ended = await this.#fetch(request, category, kept);
      request.status = 'in-progress';
      request.sections = request.sections.map((section) =>
        section.category === category.id ? { ...section, ...ended } : section,
      );
      this.#changed();
    }
    const nothing = request.sections.every(({ status }) => status === 'failed');
    request.status = nothing ? 'failed' : 'completed';
    this.#options.onFetched(request);
    this.#changed();
  }

  /**
   * Returns a function that removes, from the records of every category, visits that the person may keep private.
   */
  async #withholding(request: StoredRequest): Promise<(records: RawRecords) => RawRecords> {
    const topics = request.representation?.withheld ?? [];
    if (topics.length === 0) return (records) => records;
    const visits = new Set<string>();
    for (const category of this.#options.catalogue) {
      const found = await this.#read(request, category).catch(() => ({ records: {} }));
      for (const visit of privateVisits(found.records, topics)) visits.add(visit);
    }
    return (records) => withoutPrivate(records, topics, visits);
  }

  async #read(
    { account: { nationalId }, requestedOn }: StoredRequest,
    category: Category,
  ): Promise<{ readonly records: RawRecords; readonly leftOut: readonly LeftOut[] }> {
    const window = windowOn(category.window, requestedOn);
    const { signal } = new AbortController();
    let leftOut: readonly LeftOut[] = [];
    const onLeftOut = (items: readonly LeftOut[]): void => {
      leftOut = items;
    };
    const query = { nationalId, category, window, signal, onLeftOut };
    const found = await this.#options.recordSource.records(query);
    const own = Object.fromEntries(category.sections.map((section) => [section, found[section] ?? []]));
    return { records: withinWindow(toRawRecords(own), window), leftOut };
  }

  async #fetch(
    request: StoredRequest,
    category: Category,
    withhold: (records: RawRecords) => RawRecords,
  ): Promise<Pick<RequestSection, 'status' | 'recordCount' | 'months' | 'leftOut'>> {
    try {
      const { records, leftOut } = await this.#read(request, category);
      const kept = withhold(records);
      request.records.set(category.id, kept);
      const outcome = outcomeOf(kept, category);
      return leftOutToTell(leftOut).length === 0 ? outcome : { ...outcome, leftOut };
    } catch {
      return { status: 'failed', recordCount: 0, months: [] };
    }
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
