import { MhbError, toMhbError, type MhbErrorCode, type MhbErrorDetails } from '@mhb-kit/core/error';
import type { RecordSource } from '@mhb-kit/core/fulfilment';
import type {
  ActivityEntry,
  GatewayClientOptions,
  OperatorContent,
  Passkey,
  ServiceInfo,
  SessionAssurance,
} from '@mhb-kit/core/gateway';
import { defaultCatalogue, type Category, type DataRequest } from '@mhb-kit/core/request';
import type { InventedPerson } from '../people/index.js';
import { problem } from './http/answers.js';
import { Authentication } from './http/authentication.js';
import { createRouter, type Call } from './http/router.js';
import { createConnect } from './resources/connect.js';
import { createHandlers, type OperationName } from './resources/operations.js';
import type { Parts } from './resources/parts.js';
import { Accounts, type Account, type NewAccount } from './state/accounts.js';
import { Activity } from './state/activity.js';
import { Archives } from './state/archives.js';
import { CardReadings, type EnrolledBridge } from './state/card-readings.js';
import { Embedders, type Embedder } from './state/embedders.js';
import { HealthLinks } from './state/health-links.js';
import { Issuer } from './state/issuer.js';
import { LoginAttempts } from './state/login-attempts.js';
import type { SentMessage } from './state/messages.js';
import { Passkeys } from './state/passkeys.js';
import { Proofs } from './state/proofs.js';
import { inventedRecords } from './state/records.js';
import { trustingRegister, type Register } from './state/register.js';
import { Representations, type NewRepresentation } from './state/representations.js';
import { Requests } from './state/requests.js';
import { Sessions } from './state/sessions.js';
import { pause, type Clock } from './state/time.js';

export interface InMemoryGatewayOptions {
  /** The people who have an account; by default, there are none. */
  readonly people?: readonly InventedPerson[];
  /** The address of the gateway. Defaults to `https://gateway.test`, a name that never resolves (RFC 6761). */
  readonly baseUrl?: string;
  /** The gateway's clock. Defaults to the clock of the computer. */
  readonly clock?: Clock;
  /**
   * The services that the gateway announces. `representations` and `passkeys` also enable the services of that
   * name. By default, the gateway announces both ways to log in, registration, and the NHI's password rule.
   */
  readonly service?: Partial<ServiceInfo>;
  /**
   * The weakest login that is accepted. Defaults to `card-read`, which requires the password and a card read by
   * any reader. With `card-read-confirmed`, the default of the real gateway, an unknown card reader also requires
   * a code by SMS.
   */
  readonly minimumAssurance?: SessionAssurance;
  /** Card bridges whose readings have the assurance `card-read-enrolled`. */
  readonly bridges?: readonly EnrolledBridge[];
  /**
   * The websites that may use the gateway. They are needed for connect mode, and for calls with an `Origin`
   * header.
   */
  readonly embedders?: readonly Embedder[];
  /** Verifies identities at registration. By default, everyone is accepted. */
  readonly register?: Register;
  /** The operator's announcements and pages; by default, there are none. */
  readonly content?: OperatorContent;
  /** The categories that can be requested. Defaults to the NHI's catalogue. */
  readonly catalogue?: readonly Category[];
  /** The source of records. If it rejects, the category fails. Defaults to the histories of `people`. */
  readonly recordSource?: RecordSource;
  /**
   * How the relay reaches the servers of received links. By default, it reaches only the links of this gateway.
   */
  readonly relayFetch?: typeof globalThis.fetch;
  /** How long each response takes, in milliseconds. Defaults to 0. */
  readonly latencyMs?: number;
  /** How long the gateway takes to fetch each category of a request, in milliseconds. Defaults to 0. */
  readonly categoryMs?: number;
  /**
   * The maximum size of a request's records that can be read directly on a page. Defaults to 32 MB, as in the real
   * gateway.
   */
  readonly renderingKilobytes?: number;
  /** How long each tenth of a download takes, in milliseconds. Defaults to 0. */
  readonly downloadPieceMs?: number;
}

/**
 * The response of a failing operation, which is a problem document. With `gateway-unreachable`, there is no
 * response at all.
 */
export interface Failure {
  readonly code: MhbErrorCode;
  readonly details?: MhbErrorDetails;
}

/** A call that reached the gateway. */
export interface ReceivedCall {
  readonly operation: OperationName;
  /** The JSON body; `undefined` if there is none. */
  readonly body: unknown;
}

/** Lets a test delay responses and control when they arrive. */
export interface HeldAnswers {
  /** Resolves when the first call has arrived. */
  readonly asked: Promise<void>;
  /** Sends the delayed responses. Responses to later calls are not delayed. */
  release(): void;
}

/** A gateway inside the page or the test. Pass it to `createGatewayClient` and `createAccountClient` as their options. */
export interface InMemoryGateway extends GatewayClientOptions {
  /** Handles calls to `baseUrl` as the real gateway would. Any other address is unreachable. */
  readonly fetch: typeof globalThis.fetch;
  /** The e-mails and text messages that would have been sent, oldest first. */
  readonly messages: readonly SentMessage[];
  /** The calls so far, oldest first. */
  readonly calls: readonly ReceivedCall[];

  /** Makes an operation fail until `recover` is called. */
  fail(operation: OperationName, failure: Failure | MhbErrorCode): void;
  /** Lets an operation work again; without an argument, lets all operations work again. */
  recover(operation?: OperationName): void;
  /** Delays the responses of an operation. The operation itself runs when the responses are released. */
  hold(operation: OperationName): HeldAnswers;

  /** Adds an account, as the operator's command does. */
  activateAccount(person: NewAccount): Account;
  /**
   * Returns the account of a person, which tests may change.
   * @throws {Error} if the person has no account
   */
  account(person: { readonly nationalId: string }): Account;
  /** Adds a completed earlier request of the person. */
  addRequest(person: { readonly nationalId: string }, requestedAt: Date): Promise<DataRequest>;
  /** Opens a session for the person on another device. */
  addSession(
    person: { readonly nationalId: string },
    session: { readonly embedder: string | null; readonly openedAt: Date },
  ): void;
  /** Records a legal representative, as the operator's command does; returns the id of the representation. */
  addRepresentation(
    representative: { readonly nationalId: string },
    represented: { readonly nationalId: string },
    recorded: NewRepresentation,
  ): string;
  endRepresentation(
    representative: { readonly nationalId: string },
    represented: { readonly nationalId: string },
  ): void;
  /** Adds a passkey to the person's account. */
  addPasskey(person: { readonly nationalId: string }, passkey?: Partial<Passkey>): Passkey;
  /** Opens the QR code of the person's account as a phone does; returns the four digits that the phone shows. */
  makePasskey(person: { readonly nationalId: string }): string;
  addActivity(person: { readonly nationalId: string }, entry: ActivityEntry): void;
  /**
   * Does what the gateway's own page does in connect mode: takes the query of an authorization request and returns
   * the redirect address. Pass `null` if the person does not agree.
   * @throws {MhbError} `connect-failed`
   */
  answerConnect(query: string, person: { readonly nationalId: string } | null): string;
}

/**
 * Creates an in-memory gateway for tests, stories and demonstrations. When used through the real client, it
 * exchanges the same HTTP messages as the real gateway and follows the same rules. The same conformance suite runs
 * against the in-memory gateway and the real gateway. They differ in that the in-memory gateway accepts every
 * certificate signature, does not create or use passkeys on this device, does not refuse common passwords, and
 * stores nothing.
 */
export function inMemoryGateway(options: InMemoryGatewayOptions = {}): InMemoryGateway {
  const baseUrl = (options.baseUrl ?? 'https://gateway.test').replace(/\/+$/, '');
  const { people = [], clock = () => new Date(), catalogue = defaultCatalogue } = options;
  const { latencyMs = 0, minimumAssurance = 'card-read' } = options;
  const messages: SentMessage[] = [];
  const calls: ReceivedCall[] = [];
  const failures = new Map<OperationName, Failure>();
  const held = new Map<OperationName, { readonly arrived: () => void; readonly released: Promise<void> }>();

  const accounts = new Accounts();
  for (const { nationalId, name, password, card, mobile, email } of people)
    accounts.add({ nationalId, name, password, cardNumber: card.cardNumber, contact: { mobile, email } });
  const embedders = new Embedders(options.embedders ?? [], new URL(baseUrl).origin);
  const representations = new Representations(clock);
  const sessions = new Sessions(clock, embedders, representations);
  const proofs = new Proofs(clock);
  const passkeys = new Passkeys(baseUrl, clock);
  const activity = new Activity(clock, embedders);
  const issuer = new Issuer(baseUrl);
  const requests = new Requests({
    clock,
    catalogue,
    recordSource: options.recordSource ?? inventedRecords(people, clock),
    categoryMs: options.categoryMs ?? 0,
    onFetched: ({ id, account }) => {
      activity.record('records.fetch', account, null, id);
    },
  });
  const parts: Parts = {
    origin: baseUrl,
    clock,
    catalogue,
    minimumAssurance,
    downloadPieceMs: options.downloadPieceMs ?? 0,
    service: {
      passwordPolicy: 'nhi-legacy',
      loginMethods: ['nhi-card', 'certificate'],
      loginWays: ['direct'],
      registration: true,
      representations: false,
      healthLinks: true,
      healthLinkRelay: true,
      passkeys: false,
      ...options.service,
    },
    content: options.content ?? { announcements: [], pages: {} },
    authentication: new Authentication(proofs, sessions, embedders),
    accounts,
    activity,
    archives: new Archives({
      clock,
      catalogue,
      issuer,
      renderingKilobytes: options.renderingKilobytes ?? 32_768,
    }),
    attempts: new LoginAttempts(clock),
    embedders,
    fetch: options.relayFetch ?? fetchHere,
    healthLinks: new HealthLinks(baseUrl, clock, representations),
    issuer,
    passkeys,
    readings: new CardReadings(clock, minimumAssurance, options.bridges ?? []),
    register: options.register ?? trustingRegister,
    representations,
    requests,
    send: ({ secret = null, ...message }) => {
      messages.push({ ...message, secret });
    },
    sessions,
  };
  const connect = createConnect(parts);
  const handlers = createHandlers(parts, connect);
  const route = createRouter(handlers);

  function account({ nationalId }: { readonly nationalId: string }): Account {
    const found = accounts.find(nationalId);
    if (found === undefined) throw new Error('This person has no account on the in-memory gateway');
    return found;
  }

  async function answer(call: Call, path: string): Promise<Response> {
    const { name, id } = route(call.method, path);
    if (!name.includes(' /v1/manifest')) embedders.requireRegistered(call.headers.get('Origin'));
    calls.push({ operation: name, body: call.body });
    const holding = held.get(name);
    holding?.arrived();
    await holding?.released;
    const failure = failures.get(name);
    if (failure?.code === 'gateway-unreachable') throw new TypeError('The in-memory gateway is unreachable');
    if (failure !== undefined)
      throw new MhbError(failure.code, failure.code, { details: failure.details ?? {} });
    const handler = handlers[name];
    if (handler === undefined) throw new MhbError('not-found', 'No such resource');
    return handler({ ...call, id });
  }

  async function respond(request: Request, signal: AbortSignal): Promise<Response> {
    const { pathname, origin, searchParams } = new URL(request.url);
    const address = `${origin}${pathname}`;
    if (!address.startsWith(`${baseUrl}/`)) throw new TypeError('Only the in-memory gateway can be reached');
    const { method, headers } = request;
    if (latencyMs > 0) await pause(latencyMs, signal);
    let response: Response;
    try {
      const body = parse(await request.text());
      const call = { method, headers, url: address, query: searchParams, body, id: '', signal };
      response = await answer(call, address.slice(baseUrl.length));
    } catch (error) {
      if (error instanceof TypeError) throw error;
      response = problem(toMhbError(error), headers.get('Accept-Language'));
    }
    response.headers.set('DPoP-Nonce', proofs.currentNonce());
    if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
    return response;
  }

  function fetchHere(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const signal = init?.signal ?? request.signal;
    return unlessAborted(respond(request, signal), signal);
  }

  return {
    baseUrl,
    messages,
    calls,
    fetch: fetchHere,
    fail(operation, failure) {
      failures.set(operation, typeof failure === 'string' ? { code: failure } : failure);
    },
    recover(operation) {
      if (operation === undefined) failures.clear();
      else failures.delete(operation);
    },
    hold(operation) {
      const { promise: asked, resolve: arrived } = deferred();
      const { promise: released, resolve: release } = deferred();
      held.set(operation, { arrived, released });
      return {
        asked,
        release() {
          held.delete(operation);
          release();
        },
      };
    },
    activateAccount: (person) => accounts.add(person),
    account,
    addRequest: async (person, requestedAt) =>
      requests.view(await requests.add(account(person), requestedAt)),
    addSession(person, { embedder, openedAt }) {
      sessions.open(
        { account: account(person), key: '', assurance: 'card-read-enrolled', embedder, scopes: [] },
        openedAt,
      );
    },
    addRepresentation(representative, represented, recorded) {
      return representations.add(account(representative), account(represented), recorded).id;
    },
    endRepresentation(representative, represented) {
      representations.end(account(representative), account(represented));
    },
    addPasskey: (person, passkey) => passkeys.add(account(person), passkey),
    makePasskey: (person) => passkeys.make(account(person)),
    addActivity(person, entry) {
      activity.add(account(person), entry);
    },
    answerConnect: (query, person) =>
      person === null ? connect.refuse(query) : connect.allow(query, account(person), 'certificate'),
  };
}

/** @throws {MhbError} `invalid-request` */
function parse(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new MhbError('invalid-request', 'The body is not JSON', { cause });
  }
}

/** Behaves like `fetch`: an aborted call rejects immediately, regardless of what its response would have been. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
