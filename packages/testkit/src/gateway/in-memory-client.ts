import { sealArchive } from '@mhb-kit/core/archive';
import { MhbError, type MhbErrorCode, type MhbErrorDetails } from '@mhb-kit/core/error';
import type {
  CallOptions,
  Challenge,
  GatewayClient,
  NhiCardCredentials,
  OperatorContent,
  SealedArchive,
  Session,
  TransferOptions,
} from '@mhb-kit/core/gateway';
import type { TrustedIssuer } from '@mhb-kit/core/manifest';
import { maskName, maskNationalId, taipeiDate } from '@mhb-kit/core/identity';
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

/** The calls that can be made to fail. */
export type FailingCall = 'login' | 'listRequests' | 'createRequest' | 'createArchive' | 'downloadArchive';

export interface Failure {
  readonly code: MhbErrorCode;
  readonly details?: MhbErrorDetails;
}

export interface InMemoryClientOptions {
  /** Who can log in. */
  readonly people: readonly InventedPerson[];
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
  readonly #people: readonly InventedPerson[];
  readonly #clock: () => Date;
  readonly #stepMs: number;
  readonly #content: OperatorContent;
  readonly #listeners = new Set<(session: Session | null) => void>();
  readonly #archives = new Map<string, Uint8Array>();
  #requests: readonly DataRequest[] = [];
  #person: InventedPerson | undefined;
  #session: Session | null = null;

  constructor(options: InMemoryClientOptions) {
    this.#people = options.people;
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

  async login(credentials: NhiCardCredentials, { signal }: CallOptions = {}): Promise<Session> {
    await this.#call('login', signal);
    const person = this.#people.find(
      ({ nationalId, password, card }) =>
        nationalId === credentials.nationalId &&
        password === credentials.password &&
        card.cardNumber === credentials.cardNumber,
    );
    if (person === undefined) throw new MhbError('login-failed');
    return this.signIn(person);
  }

  /** Logs a person in without a card, for a story or a test that begins there. */
  signIn(person: InventedPerson): Session {
    this.#person = person;
    const session: Session = {
      id: crypto.randomUUID(),
      person: { nationalId: maskNationalId(person.nationalId), name: maskName(person.name) },
      assurance: 'card-read',
      expiresAt: this.#after(SESSION_MS),
    };
    this.#changeSession(session);
    return session;
  }

  logout(): Promise<void> {
    this.#person = undefined;
    this.#requests = [];
    this.#archives.clear();
    this.#changeSession(null);
    return Promise.resolve();
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
    return this.#store(newRequest(this.#clock()));
  }

  /** A finished request made at some earlier time. */
  addRequest(requestedAt: Date): DataRequest {
    const person = this.#signedIn();
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
    const person = this.#signedIn();
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
    const person = this.#signedIn();
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

  #signedIn(): InventedPerson {
    if (this.#person === undefined) throw new MhbError('not-signed-in');
    return this.#person;
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
