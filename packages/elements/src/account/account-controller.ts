import type { MhbError } from '@mhb-kit/core/error';
import type {
  AccountDetails,
  ActivityEntry,
  GatewayClient,
  Session,
  SessionSummary,
  TrustedReader,
} from '@mhb-kit/core/gateway';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { AttemptController } from '../base/attempt-controller.js';

/** The data that the gateway has about the logged-in person, as far as the session gives access to it. */
export class AccountController implements ReactiveController {
  readonly #attempt: AttemptController;

  details: AccountDetails | undefined;
  sessions: readonly SessionSummary[] | undefined;
  activity: readonly ActivityEntry[] | undefined;
  /** The trusted readers, with which the person can log in without a code. */
  readers: readonly TrustedReader[] | undefined;
  #before: string | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#attempt = new AttemptController(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  get error(): MhbError | undefined {
    return this.#attempt.error;
  }

  get isLoading(): boolean {
    return this.#attempt.isRunning;
  }

  /** Whether the access record contains entries that are earlier than those shown. */
  get hasMore(): boolean {
    return this.#before !== null;
  }

  /** Deletes all data about the person, for example when the session ends. */
  forget(): void {
    this.#attempt.forget();
    this.details = undefined;
    this.sessions = undefined;
    this.activity = undefined;
    this.readers = undefined;
    this.#before = null;
  }

  async load(client: GatewayClient, { scopes }: Session): Promise<void> {
    this.forget();
    await this.#attempt.run(async (signal) => {
      const maySeeAccount = scopes.includes('account');
      const maySeeActivity = scopes.includes('activity');
      const [details, readers, sessions, page] = await Promise.all([
        maySeeAccount ? client.account({ signal }) : undefined,
        maySeeAccount ? client.trustedReaders({ signal }) : undefined,
        maySeeActivity ? client.sessions({ signal }) : undefined,
        maySeeActivity ? client.activity({}, { signal }) : undefined,
      ]);
      this.details = details;
      this.readers = readers;
      this.sessions = sessions;
      this.activity = page?.entries;
      this.#before = page?.before ?? null;
    });
  }

  async loadMore(client: GatewayClient): Promise<void> {
    const before = this.#before;
    if (before === null) return;
    await this.#attempt.run(async (signal) => {
      const page = await client.activity({ before }, { signal });
      this.activity = [...(this.activity ?? []), ...page.entries];
      this.#before = page.before;
    });
  }

  async end(client: GatewayClient, id: string): Promise<boolean> {
    return this.#attempt.run(async (signal) => {
      await client.endSession(id, { signal });
      this.sessions = this.sessions?.filter((each) => each.id !== id);
    });
  }

  async endAll(client: GatewayClient): Promise<void> {
    await this.#attempt.run((signal) => client.logoutEverywhere({ signal }));
  }
}
