import { sealArchive } from '@mhb-kit/core/archive';
import { MhbError, type MhbErrorCode, type MhbErrorDetails } from '@mhb-kit/core/error';
import type {
  AccountDetails,
  ActivityAction,
  ActivityEntry,
  ActivityPage,
  CallOptions,
  Challenge,
  CodeConfirmation,
  ConnectTarget,
  ContactChange,
  GatewayClient,
  LoginAnswer,
  LoginCredentials,
  OperatorContent,
  PasswordChange,
  SealedArchive,
  ServiceInfo,
  Session,
  SessionAssurance,
  SessionScope,
  SessionSummary,
  TransferOptions,
} from '@mhb-kit/core/gateway';
import type { TrustedIssuer } from '@mhb-kit/core/manifest';
import {
  maskEmail,
  maskName,
  maskNationalId,
  maskTelephone,
  meetsPasswordPolicy,
  taipeiDate,
  type PasswordPolicy,
} from '@mhb-kit/core/identity';
import {
  archiveFileName,
  availableUntil,
  defaultCatalogue,
  isExpired,
  monthsIn,
  passbookFileName,
  windowOn,
  type Category,
  type DataRequest,
  type RequestSection,
  type SectionSelection,
} from '@mhb-kit/core/request';
import { type InventedPerson } from '../people/index.js';
import { InMemoryAccounts, newSecret, type InMemoryAccount } from './in-memory-accounts.js';
import { PendingCode } from './pending-code.js';

/** The calls that can be made to fail. */
export type FailingCall =
  | 'login'
  | 'connect'
  | 'account'
  | 'changeContact'
  | 'changePassword'
  | 'sessions'
  | 'activity'
  | 'listRequests'
  | 'createRequest'
  | 'createArchive'
  | 'downloadArchive';

export interface Failure {
  readonly code: MhbErrorCode;
  readonly details?: MhbErrorDetails;
}

export interface InMemoryClientOptions {
  /** Who can log in. */
  readonly people: readonly InventedPerson[];
  /** Accounts to share with an `InMemoryAccountClient`; by default one for each of the people. */
  readonly accounts?: InMemoryAccounts;
  /** Whether a login with a reader that the account does not know asks for a code by SMS. */
  readonly stepUp?: boolean;
  readonly service?: Partial<ServiceInfo>;
  /** Who agrees to what a page asks for in connect mode; without it `connect` is refused. */
  readonly connectAs?: InventedPerson;
  /** What time it is. */
  readonly clock?: () => Date;
  /** How long the gateway works on one category, and on one slice of a download, in milliseconds. */
  readonly stepMs?: number;
  /** What the operator has written; nothing unless told. */
  readonly content?: OperatorContent;
  /** Calls that fail until taken out again. */
  readonly failures?: Partial<Record<FailingCall, Failure>>;
}

const SESSION_MS = 30 * 60_000;
const DOWNLOAD_SLICES = 10;
const ACTIVITY_PAGE = 50;
const delay = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(new MhbError('cancelled'));
      },
      { once: true },
    );
  });

/**
 * A gateway inside the page, for stories, tests and integrators' own tests: the same contract as the real client, with
 * invented people behind it. Its archives are really sealed.
 */
export class InMemoryGatewayClient implements GatewayClient {
  readonly baseUrl = 'memory:';
  /** Change it at any time. */
  failures: Partial<Record<FailingCall, Failure>>;
  /** Change them at any time; `accounts.messages` holds codes and tickets. */
  readonly accounts: InMemoryAccounts;
  readonly #service: ServiceInfo;
  readonly #stepUp: boolean;
  readonly #connectAs: InventedPerson | undefined;
  readonly #clock: () => Date;
  readonly #stepMs: number;
  readonly #content: OperatorContent;
  readonly #listeners = new Set<(session: Session | null) => void>();
  readonly #archives = new Map<string, Uint8Array>();
  #requests: readonly DataRequest[] = [];
  #account: InMemoryAccount | undefined;
  #session: Session | null = null;
  #pending: {
    readonly handle: string;
    readonly account: InMemoryAccount;
    readonly code: PendingCode;
  } | null = null;
  #sessions: readonly SessionSummary[] = [];
  #activity: readonly ActivityEntry[] = [];

  constructor(options: InMemoryClientOptions) {
    this.accounts = options.accounts ?? new InMemoryAccounts(options.people);
    this.#stepUp = options.stepUp ?? false;
    this.#service = {
      passwordPolicy: 'nhi-legacy',
      loginMethods: ['nhi-card', 'certificate'],
      registration: true,
      ...options.service,
    };
    this.#connectAs = options.connectAs;
    this.#clock = options.clock ?? (() => new Date());
    this.#stepMs = options.stepMs ?? 0;
    this.#content = options.content ?? { announcements: [], pages: {} };
    this.failures = options.failures ?? {};
  }

  get session(): Session | null {
    return this.#session;
  }

  onSessionChange(listener: (session: Session | null) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  challenge(): Promise<Challenge> {
    const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(33))));
    return Promise.resolve({ nonce, expiresAt: this.#after(5 * 60_000) });
  }

  service(): Promise<ServiceInfo> {
    return Promise.resolve(this.#service);
  }

  async login(credentials: LoginCredentials, { signal }: CallOptions = {}): Promise<LoginAnswer> {
    await this.#call('login', signal);
    const account = this.accounts.find(credentials.nationalId);
    const belongs =
      credentials.method === 'certificate' ||
      (account?.password === credentials.password && account.cardNumber === credentials.cardNumber);
    if (account === undefined || !belongs) throw new MhbError('login-failed');
    const isCertificate = credentials.method === 'certificate';
    const knows = isCertificate ? account.certificate : account.knowsReader;
    if (this.#stepUp && !knows && account.contact.mobile !== null) {
      const code = new PendingCode(this.#clock);
      const handle = newSecret();
      this.#pending = { handle, account, code };
      this.accounts.send('sms', account.contact.mobile, 'code', code.code);
      const mobile = account.contact.mobile.slice(-3);
      return {
        status: 'code-required',
        codeRequest: { handle, mobile, expiresAt: code.expiresAt.toISOString() },
      };
    }
    if (isCertificate) account.certificate = true;
    const assurance = isCertificate
      ? 'certificate'
      : account.knowsReader
        ? 'card-read-confirmed'
        : 'card-read';
    return { status: 'signed-in', session: this.#open(account, assurance, null) };
  }

  async confirmLogin(
    { handle, code, rememberReader }: CodeConfirmation,
    { signal }: CallOptions = {},
  ): Promise<Session> {
    await delay(this.#stepMs, signal);
    const pending = this.#pending;
    if (pending?.handle !== handle) throw new MhbError('code-expired');
    pending.code.check(code);
    this.#pending = null;
    pending.account.knowsReader ||= rememberReader;
    return this.#open(pending.account, 'card-read-confirmed', null);
  }

  /** Logs a person in without a card, for a story or a test that begins there. */
  signIn(person: InventedPerson): Session {
    return this.#open(this.accounts.find(person.nationalId) ?? this.accounts.add(person), 'card-read', null);
  }

  logout(): Promise<void> {
    this.#sessions = this.#sessions.filter(({ id }) => id !== this.#session?.id);
    this.#leave();
    return Promise.resolve();
  }

  async connect({ clientId, scopes }: ConnectTarget, { signal }: CallOptions = {}): Promise<Session> {
    await this.#call('connect', signal);
    if (this.#connectAs === undefined) throw new MhbError('connect-refused');
    const account = this.accounts.find(this.#connectAs.nationalId) ?? this.accounts.add(this.#connectAs);
    return this.#open(account, 'certificate', clientId, scopes ?? ['requests', 'archives']);
  }

  beginConnect({ redirectUri }: ConnectTarget): Promise<string> {
    return Promise.resolve(`${redirectUri}#in-memory-connect`);
  }

  async completeConnect(href = ''): Promise<Session | null> {
    if (!href.endsWith('#in-memory-connect')) return null;
    return this.connect({ clientId: 'portal', redirectUri: '' });
  }

  async grantConnect(): Promise<string> {
    this.#signedIn();
    await this.logout();
    return '#in-memory-connect';
  }

  async sessions({ signal }: CallOptions = {}): Promise<readonly SessionSummary[]> {
    await this.#call('sessions', signal);
    this.#signedIn();
    return this.#sessions.map((each) => ({ ...each, current: each.id === this.#session?.id }));
  }

  /** A session of the same person elsewhere, for a story or a test. */
  addSession(embedder: string | null, openedAt: Date): SessionSummary {
    const other: SessionSummary = {
      id: crypto.randomUUID(),
      current: false,
      assurance: 'card-read-enrolled',
      embedder,
      openedAt: openedAt.toISOString(),
      lastUsedAt: openedAt.toISOString(),
    };
    this.#sessions = [...this.#sessions, other];
    return other;
  }

  async endSession(id: string): Promise<void> {
    this.#signedIn();
    if (!this.#sessions.some((each) => each.id === id)) throw new MhbError('not-found');
    this.#sessions = this.#sessions.filter((each) => each.id !== id);
    if (id === this.#session?.id) this.#leave();
  }

  async logoutEverywhere(): Promise<void> {
    this.#signedIn();
    this.#sessions = [];
    this.#leave();
  }

  async activity(
    { before }: { readonly before?: string } = {},
    { signal }: CallOptions = {},
  ): Promise<ActivityPage> {
    await this.#call('activity', signal);
    this.#signedIn();
    const older = this.#activity.filter(({ lastAt }) => before === undefined || lastAt < before);
    const entries = older.slice(0, ACTIVITY_PAGE);
    return { entries, before: older.length > ACTIVITY_PAGE ? (entries.at(-1)?.lastAt ?? null) : null };
  }

  /** Puts something on record, for a story or a test. */
  addActivity(entry: ActivityEntry): void {
    this.#activity = [entry, ...this.#activity].sort((a, b) => b.lastAt.localeCompare(a.lastAt));
  }

  async account({ signal }: CallOptions = {}): Promise<AccountDetails> {
    await this.#call('account', signal);
    return detailsOf(this.#signedIn());
  }

  async changeContact(change: ContactChange, { signal }: CallOptions = {}): Promise<AccountDetails> {
    await this.#call('changeContact', signal);
    const account = this.#confirmedBy(change.currentPassword);
    const { contact } = account;
    const { telephone, mobile, email, alternateEmail } = change;
    if (telephone !== undefined) contact.telephone = telephone;
    if (mobile !== undefined && mobile !== contact.mobile) {
      const code = new PendingCode(this.#clock);
      account.pendingMobile = { mobile, code };
      this.accounts.send('sms', mobile, 'code', code.code);
    }
    if (email !== undefined) {
      account.pendingEmail = email;
      this.accounts.send('mail', contact.email, 'changed');
      this.accounts.announceEmail(email, () => {
        contact.email = email;
        account.pendingEmail = null;
      });
    }
    if (alternateEmail === null) contact.alternateEmail = null;
    else if (alternateEmail !== undefined) {
      account.pendingAlternateEmail = alternateEmail;
      this.accounts.announceEmail(alternateEmail, () => {
        contact.alternateEmail = alternateEmail;
        account.pendingAlternateEmail = null;
      });
    }
    this.#record('account.change');
    return detailsOf(account);
  }

  async confirmMobile(code: string, { signal }: CallOptions = {}): Promise<AccountDetails> {
    await delay(this.#stepMs, signal);
    const account = this.#signedIn();
    const { contact, pendingMobile } = account;
    if (pendingMobile === null) throw new MhbError('code-expired');
    pendingMobile.code.check(code);
    for (const [channel, to] of [
      ['sms', contact.mobile],
      ['mail', contact.email],
    ] as const)
      this.accounts.send(channel, to, 'changed');
    contact.mobile = pendingMobile.mobile;
    account.pendingMobile = null;
    this.#record('account.mobile');
    return detailsOf(account);
  }

  async changePassword(
    { currentPassword, newPassword }: PasswordChange,
    { signal }: CallOptions = {},
  ): Promise<void> {
    await this.#call('changePassword', signal);
    const policy: PasswordPolicy = this.#service.passwordPolicy;
    if (!meetsPasswordPolicy(policy, newPassword)) {
      throw new MhbError('password-not-acceptable', 'password-not-acceptable', { details: { policy } });
    }
    const account = this.#confirmedBy(currentPassword);
    account.password = newPassword;
    this.accounts.send('mail', account.contact.email, 'changed');
    this.#sessions = this.#sessions.filter(({ id }) => id === this.#session?.id);
    this.#record('account.password');
  }

  catalogue(): Promise<readonly Category[]> {
    return Promise.resolve(defaultCatalogue);
  }

  content(): Promise<OperatorContent> {
    return Promise.resolve(this.#content);
  }

  /** It signs nothing. */
  issuer(): Promise<TrustedIssuer> {
    return Promise.resolve({ issuer: this.baseUrl, keys: [] });
  }

  async createRequest({ signal }: CallOptions = {}): Promise<DataRequest> {
    await this.#call('createRequest', signal);
    this.#signedIn();
    const request = newRequest(this.#clock());
    this.#record('request.create', request.id);
    return this.#store(request);
  }

  /** A finished request made at some earlier time. */
  addRequest(requestedAt: Date): DataRequest {
    const { person } = this.#signedIn();
    const request = newRequest(requestedAt);
    const gone = isExpired(request, this.#clock());
    return this.#store({
      ...request,
      status: gone ? 'expired' : 'completed',
      progress: 1,
      sections: gone ? [] : request.sections.map((section) => finished(section, person, request)),
    });
  }

  async listRequests({ signal }: CallOptions = {}): Promise<readonly DataRequest[]> {
    await this.#call('listRequests', signal);
    return [...this.#requests].sort((a, b) => b.requestedAt.localeCompare(a.requestedAt));
  }

  getRequest(id: string): Promise<DataRequest> {
    return Promise.resolve(this.#find(id));
  }

  async *watchRequest(id: string, { signal }: CallOptions = {}): AsyncGenerator<DataRequest> {
    const { person } = this.#signedIn();
    for (;;) {
      const request = this.#find(id);
      yield request;
      const next = request.sections.findIndex(({ status }) => status === 'pending');
      if (next === -1) return;
      await delay(this.#stepMs, signal);
      const sections = request.sections.map((section, index) =>
        index === next ? finished(section, person, request) : section,
      );
      const last = next === sections.length - 1;
      this.#store({
        ...request,
        sections,
        status: last ? 'completed' : 'in-progress',
        progress: (next + 1) / sections.length,
      });
    }
  }

  async createArchive(
    requestId: string,
    selection: readonly SectionSelection[],
    { signal }: CallOptions = {},
  ): Promise<SealedArchive> {
    await this.#call('createArchive', signal);
    const { person } = this.#signedIn();
    const request = this.#find(requestId);
    const wanted = new Set(
      selection.flatMap(({ category }) => defaultCatalogue.find(({ id }) => id === category)?.sections ?? []),
    );
    const bytes = await sealArchive(
      [{ name: passbookFileName(request.requestedOn), bytes: passbookOf(person, request, wanted) }],
      { password: person.nationalId, method: 'aes-256' },
    );
    const id = crypto.randomUUID();
    this.#archives.set(id, bytes);
    this.#record('archive.create', id);
    return {
      id,
      requestId,
      fileName: archiveFileName(request.requestedOn),
      byteLength: bytes.length,
      sha256: hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()))),
      expiresAt: this.#after(SESSION_MS),
    };
  }

  async downloadArchive({ id }: SealedArchive, { signal, onProgress }: TransferOptions = {}): Promise<Blob> {
    await this.#call('downloadArchive', signal);
    const bytes = this.#archives.get(id);
    if (bytes === undefined) throw new MhbError('not-found');
    this.#record('archive.download', id);
    for (let slice = 1; slice <= DOWNLOAD_SLICES; slice += 1) {
      await delay(this.#stepMs, signal);
      onProgress?.({ loaded: Math.round((bytes.length * slice) / DOWNLOAD_SLICES), total: bytes.length });
    }
    return new Blob([bytes.slice()], { type: 'application/zip' });
  }

  async #call(name: FailingCall, signal: AbortSignal | undefined): Promise<void> {
    await delay(this.#stepMs, signal);
    const failure = this.failures[name];
    if (failure !== undefined) {
      throw new MhbError(failure.code, failure.code, { details: failure.details ?? {} });
    }
  }

  #open(
    account: InMemoryAccount,
    assurance: SessionAssurance,
    embedder: string | null,
    scopes: readonly SessionScope[] = ['requests', 'archives', 'activity', 'account'],
  ): Session {
    const { person } = account;
    this.#account = account;
    const session: Session = {
      id: crypto.randomUUID(),
      person: { nationalId: maskNationalId(person.nationalId), name: maskName(person.name) },
      assurance,
      scopes,
      expiresAt: this.#after(SESSION_MS),
    };
    const now = this.#clock().toISOString();
    this.#sessions = [
      ...this.#sessions,
      { id: session.id, current: true, assurance, embedder, openedAt: now, lastUsedAt: now },
    ];
    this.#changeSession(session);
    this.#record('session.open');
    return session;
  }

  #leave(): void {
    this.#account = undefined;
    this.#requests = [];
    this.#archives.clear();
    this.#changeSession(null);
  }

  #record(action: ActivityAction, subject: string | null = null): void {
    const at = this.#clock().toISOString();
    const assurance = this.#session?.assurance ?? null;
    this.addActivity({
      action,
      subject,
      assurance,
      actor: 'person',
      embedder: null,
      firstAt: at,
      lastAt: at,
      times: 1,
    });
  }

  #confirmedBy(password: string): InMemoryAccount {
    const account = this.#signedIn();
    if (account.password !== password) throw new MhbError('login-failed');
    return account;
  }

  #signedIn(): InMemoryAccount {
    if (this.#account === undefined) throw new MhbError('not-signed-in');
    return this.#account;
  }

  #find(id: string): DataRequest {
    const request = this.#requests.find((each) => each.id === id);
    if (request === undefined) throw new MhbError('not-found');
    return request;
  }

  #store(request: DataRequest): DataRequest {
    this.#requests = [...this.#requests.filter(({ id }) => id !== request.id), request];
    return request;
  }

  #changeSession(session: Session | null): void {
    this.#session = session;
    for (const listener of this.#listeners) listener(session);
  }

  #after(ms: number): string {
    return new Date(this.#clock().getTime() + ms).toISOString();
  }
}

function detailsOf({
  person,
  contact,
  pendingMobile,
  pendingEmail,
  pendingAlternateEmail,
  certificate,
}: InMemoryAccount): AccountDetails {
  const masked = (value: string | null, mask: (value: string) => string): string | null =>
    value === null ? null : mask(value);
  return {
    person: { nationalId: maskNationalId(person.nationalId), name: maskName(person.name) },
    telephone: masked(contact.telephone, maskTelephone),
    mobile: masked(contact.mobile, maskTelephone),
    email: masked(contact.email, maskEmail),
    alternateEmail: masked(contact.alternateEmail, maskEmail),
    pendingMobile: masked(pendingMobile?.mobile ?? null, maskTelephone),
    pendingEmail: masked(pendingEmail, maskEmail),
    pendingAlternateEmail: masked(pendingAlternateEmail, maskEmail),
    certificate,
  };
}

function newRequest(now: Date): DataRequest {
  const requestedOn = taipeiDate(now);
  return {
    id: crypto.randomUUID(),
    status: 'accepted',
    progress: 0,
    requestedAt: now.toISOString(),
    requestedOn,
    availableUntil: availableUntil(requestedOn),
    sections: defaultCatalogue.map(({ id, window }) => ({
      category: id,
      status: 'pending',
      window: windowOn(window, requestedOn),
      recordCount: 0,
      months: [],
    })),
  };
}

function finished(
  section: RequestSection,
  person: InventedPerson,
  { requestedOn }: DataRequest,
): RequestSection {
  const category = defaultCatalogue.find(({ id }) => id === section.category);
  const history = person.history(requestedOn);
  const recordCount = (category?.sections ?? []).reduce((sum, key) => sum + (history[key]?.length ?? 0), 0);
  return {
    ...section,
    recordCount,
    status: recordCount === 0 ? 'no-data' : 'available',
    months: category?.monthly === true && section.window !== null ? monthsIn(section.window) : [],
  };
}

/** The person's records of some sections as a J2 file. */
function passbookOf(
  person: InventedPerson,
  { requestedOn }: DataRequest,
  wanted: ReadonlySet<string>,
): Uint8Array {
  const sections = Object.entries(person.history(requestedOn)).filter(([key]) => wanted.has(key));
  const bdata = {
    'b1.1': maskNationalId(person.nationalId),
    'b1.2': requestedOn.replaceAll('-', ''),
    ...Object.fromEntries(sections),
  };
  return new TextEncoder().encode(JSON.stringify({ myhealthbank: { bdata } }, null, '\t'));
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
