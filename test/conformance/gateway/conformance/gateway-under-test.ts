import { expect } from 'vitest';
import {
  createAccountClient,
  createGatewayClient,
  type AccountClient,
  type CardReading,
  type GatewayClient,
  type LoginAnswer,
  type RepresentationKind,
} from '@mhb-kit/core/gateway';
import { isNationalId, type LocalDate } from '@mhb-kit/core/identity';
import { privateTopics } from '@mhb-kit/core/request';
import {
  createDevelopmentOutbox,
  type Embedder,
  type Message,
  type Register,
  type RegisterAnswer,
} from '@mhb-kit/gateway';
import { inMemoryGateway } from '@mhb-kit/testkit/gateway';
import type { RawTarget } from '../raw-client.js';
import {
  createTestBridge,
  portal,
  startTestGateway,
  TestClock,
  TestSource,
  type DatabaseKind,
  type TestBridge,
  type TestPerson,
} from '../support.js';

/** What a test knows about a message: its recipient, and the ticket, code, or one-time password in it. */
export interface Sent {
  readonly to: string;
  readonly secret: string | null;
}

export interface ReachablePerson extends TestPerson {
  readonly mobile: string;
  readonly email: string;
}

/** A register that gives the same answer for everyone. */
export class SettableRegister implements Register {
  answer: RegisterAnswer = 'match';
  verifyApplicant(): Promise<RegisterAnswer> {
    return Promise.resolve(this.answer);
  }
}

export interface RecordedRepresentation {
  readonly kind: RepresentationKind;
  /** Of a minor. */
  readonly birthDate: LocalDate;
  readonly endsOn: LocalDate;
}

const witness = { staff: 'staff 1', reason: 'household register seen' };

/** How the suite controls a gateway. Everything else goes through the client or through HTTP. */
export interface Backend {
  readonly url: string;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: TestClock;
  readonly source: TestSource;
  readonly register: SettableRegister;
  /** A card bridge that the operator has enrolled. */
  readonly bridge: TestBridge;
  sent(): readonly Sent[];
  activate(person: ReachablePerson): Promise<void>;
  /** Records a legal representative, like the operator's staff. */
  represent(
    representative: TestPerson,
    represented: TestPerson,
    recorded: RecordedRepresentation,
  ): Promise<void>;
  endRepresentation(representative: TestPerson, represented: TestPerson): Promise<void>;
  dispose(): Promise<void>;
}

export const clinic = 'https://clinic.example.tw';
export const hospital = 'https://hospital.example.tw';
export const hospitalRedirect = `${hospital}/back`;
/** Small, so that a test can exceed it. */
const renderingKilobytes = 256;
const START = '2026-03-05T02:00:00Z';

const embedders: readonly Embedder[] = [
  {
    id: 'portal',
    name: 'A hospital portal',
    origins: [portal],
    login: ['direct'],
    scopes: ['requests', 'archives', 'activity', 'account'],
  },
  { id: 'clinic', name: 'A clinic', origins: [clinic], login: ['direct'], scopes: ['requests'] },
  { id: 'hospital', name: 'A hospital', origins: [hospital], redirectUris: [hospitalRedirect] },
];

const secretIn = ({ text }: Message): string | null =>
  (/#ticket=([\w-]+)/.exec(text) ?? /一次性密碼：(\S+)/.exec(text) ?? /\b(\d{6})\b/.exec(text))?.[1] ?? null;

/** The real gateway, on one of its databases. */
export async function startRealGateway(database: DatabaseKind): Promise<Backend> {
  const outbox = createDevelopmentOutbox();
  const register = new SettableRegister();
  const test = await startTestGateway({
    database,
    startAt: START,
    embedders,
    registration: { sender: outbox, register },
    representations: {},
    limits: { requestsPerDay: 1_000_000, archivesPerRequest: 1_000_000, renderingKilobytes },
  });
  const { clock, source, bridge, gateway } = test;
  return {
    url: gateway.url,
    fetch: (input, init) => fetch(input, init),
    clock,
    source,
    register,
    bridge,
    sent: () => outbox.messages.map((message) => ({ to: message.to, secret: secretIn(message) })),
    async activate({ mobile, email, ...person }) {
      const address = { householdNumber: 'F1234567', registeredAddress: '新北市淡水區', telephone: null };
      await gateway.activateAccount({
        ...person,
        contact: { ...address, mobile, email, alternateEmail: null },
      });
    },
    async represent({ nationalId: representative }, { nationalId: represented }, recorded) {
      await gateway.representations.record({ representative, represented, ...recorded }, witness);
    },
    endRepresentation: ({ nationalId: representative }, { nationalId: represented }) =>
      gateway.representations.end(representative, represented, witness),
    dispose: () => test.dispose(),
  };
}

/** The gateway of the testkit. */
export async function startInMemoryGateway(): Promise<Backend> {
  const clock = new TestClock(START);
  const source = new TestSource();
  const bridge = await createTestBridge();
  const register = new SettableRegister();
  const gateway = inMemoryGateway({
    register,
    clock: clock.read,
    recordSource: source,
    minimumAssurance: 'card-read-confirmed',
    service: { representations: true },
    bridges: [{ name: 'kiosk 1', publicJwk: bridge.publicJwk }],
    embedders,
    renderingKilobytes,
  });
  return {
    url: gateway.baseUrl,
    fetch: gateway.fetch,
    clock,
    source,
    register,
    bridge,
    sent: () => gateway.messages,
    activate({ mobile, email, ...person }) {
      gateway.activateAccount({ ...person, contact: { mobile, email } });
      return Promise.resolve();
    },
    represent(representative, represented, { kind, endsOn }) {
      gateway.addRepresentation(representative, represented, { kind, endsOn, withheld: privateTopics });
      return Promise.resolve();
    },
    endRepresentation(representative, represented) {
      gateway.endRepresentation(representative, represented);
      return Promise.resolve();
    },
    dispose: () => Promise.resolve(),
  };
}

/** A gateway with the setup that many cases need. */
export class GatewayUnderTest {
  readonly backend: Backend;
  #people = 0;
  #accounts: AccountClient | null = null;

  constructor(backend: Backend) {
    this.backend = backend;
  }

  get clock(): TestClock {
    return this.backend.clock;
  }

  get source(): TestSource {
    return this.backend.source;
  }

  /** For calls that the client would never make. */
  rawTarget(): RawTarget {
    const { url, bridge, fetch } = this.backend;
    return { gateway: { url }, bridge, fetch };
  }

  get register(): SettableRegister {
    return this.backend.register;
  }

  /** A fetch that sends the origin of a page. */
  fetchFrom(origin: string): typeof globalThis.fetch {
    return (input, init) =>
      this.backend.fetch(input, {
        ...init,
        headers: { ...(init?.headers as Record<string, string>), Origin: origin },
      });
  }

  client(origin = portal): GatewayClient {
    return createGatewayClient({ baseUrl: this.backend.url, fetch: this.fetchFrom(origin) });
  }

  /** One for all, because its readings are bound to the key that requested their challenges. */
  accountClient(): AccountClient {
    this.#accounts ??= createAccountClient({ baseUrl: this.backend.url, fetch: this.fetchFrom(portal) });
    return this.#accounts;
  }

  /** A person with unused numbers. */
  stranger(): ReachablePerson {
    this.#people += 1;
    const digits = String(this.#people).padStart(7, '0');
    const nationalId =
      Array.from({ length: 10 }, (_, check) => `A1${digits}${check}`).find(isNationalId) ?? '';
    return {
      nationalId,
      name: '王曉明',
      cardNumber: `00001${digits}`,
      password: 'tamsui88',
      mobile: `0911${digits.slice(1)}`,
      email: `person-${this.#people}@example.tw`,
    };
  }

  /** A person with an account. */
  async person(): Promise<ReachablePerson> {
    const person = this.stranger();
    await this.backend.activate(person);
    return person;
  }

  /** A reading by the enrolled bridge, or by another one, for the page of `by`. */
  async reading(
    { nationalId, cardNumber, name }: TestPerson,
    {
      bridge = this.backend.bridge,
      origin = portal,
      by = this.accountClient(),
    }: {
      bridge?: TestBridge;
      origin?: string;
      by?: Pick<GatewayClient, 'challenge'>;
    } = {},
  ): Promise<CardReading> {
    const { nonce } = await by.challenge();
    const basic = { nationalId, cardNumber, name, nameQuality: 'ok' };
    return {
      nationalId,
      cardNumber,
      nonce,
      attestation: await bridge.attest({ basic, origin, nonce }),
    };
  }

  async tryLogin(
    person: TestPerson,
    {
      origin = portal,
      client = this.client(origin),
      bridge,
    }: { origin?: string; client?: GatewayClient; bridge?: TestBridge } = {},
  ): Promise<LoginAnswer> {
    const reading = await this.reading(person, {
      origin,
      by: client,
      ...(bridge === undefined ? {} : { bridge }),
    });
    return client.login({ method: 'nhi-card', password: person.password, ...reading });
  }

  /** A page on which the person has logged in. */
  async logIn(person: TestPerson, origin = portal): Promise<GatewayClient> {
    const client = this.client(origin);
    await this.tryLogin(person, { origin, client });
    expect(client.session).not.toBeNull();
    return client;
  }

  /** The next message to an address caused by an action, with its secret. */
  async messageTo(to: string, act: () => Promise<unknown>): Promise<string> {
    const mine = (): readonly Sent[] => this.backend.sent().filter((message) => message.to === to);
    const before = mine().length;
    await act();
    await expect.poll(() => mine().length).toBeGreaterThan(before);
    return mine()[before]?.secret ?? '';
  }
}
