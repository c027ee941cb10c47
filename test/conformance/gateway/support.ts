import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { createGatewayClient, type GatewayClient, type Session } from '@mhb-kit/core/gateway';
import type { LeftOut } from '@mhb-kit/core/request';
import {
  compareApplicant,
  createGateway,
  type Applicant,
  type ContactOnRecord,
  type Gateway,
  type GatewayOptions,
  type PersonOnRecord,
  type RecordQuery,
  type Register,
  type RegisterAnswer,
  type SectionRecords,
} from '@mhb-kit/gateway';

import { openDatabase } from '../../../packages/gateway/src/storage/open-database.js';
import { postgresInstalled, startPostgres, type PostgresServer } from './postgres-server.js';

/** Two invented people, a bridge, a source and a gateway for each suite. */

export interface TestPerson {
  readonly nationalId: string;
  readonly name: string;
  readonly cardNumber: string;
  readonly password: string;
}

export const ming: TestPerson = {
  nationalId: 'A123456789',
  name: '王曉明',
  cardNumber: '000012345678',
  password: 'tamsui88',
};

export const hua: TestPerson = {
  nationalId: 'B234567894',
  name: '林小華',
  cardNumber: '000087654321',
  password: 'jiufen77',
};

export const portal = 'https://portal.example.tw';

export const tick = { millisecond: 1, second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

export class TestClock {
  #now: number;
  constructor(start: string) {
    this.#now = Date.parse(start);
  }
  readonly read = (): Date => new Date(this.#now);
  set(instant: string): void {
    this.#now = Date.parse(instant);
  }
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

export interface TestBridge {
  readonly publicJwk: JWK;
  /** Thumbprint of its key. */
  readonly kid: string;
  /** @param header changes to what the bridge states about its key */
  attest(claims: object, header?: object): Promise<string>;
}

export async function createTestBridge(): Promise<TestBridge> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  return {
    publicJwk,
    kid,
    attest: (claims, header = {}) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'ES256', typ: 'nhi-reading+jwt', kid, jwk: publicJwk, ...header })
        .sign(privateKey),
  };
}

/** A source with rows by national ID and section, which records its queries and can be made to fail. */
export class TestSource {
  readonly queries: RecordQuery[] = [];
  readonly failing = new Set<string>();
  readonly rows: Record<string, SectionRecords> = {};
  /** The records that it reports as not supplied, by category. */
  readonly leftOut: Record<string, readonly LeftOut[]> = {};
  /** Awaited before every answer. */
  gate: Promise<void> = Promise.resolve();

  async records(query: RecordQuery): Promise<SectionRecords> {
    this.queries.push(query);
    await this.gate;
    if (this.failing.has(query.category.id)) throw new Error('The source is down');
    query.onLeftOut?.(this.leftOut[query.category.id] ?? []);
    const mine = this.rows[query.nationalId] ?? {};
    return Object.fromEntries(query.category.sections.map((section) => [section, mine[section] ?? []]));
  }
}

export function outpatientRow(date: string, facility: string, code = '1101990017') {
  return {
    'r1.3': code,
    'r1.4': facility,
    'r1.5': date,
    'r1.9': '第二型糖尿病',
    'r1.12': '240',
    'r1.13': '1186',
  };
}

/** A register that accepts everyone. */
export const everybody: Register = { verifyApplicant: () => Promise.resolve('match') };

/** A register of the given people, whose answers tests can change. */
export class TestRegister implements Register {
  readonly people: PersonOnRecord[];
  readonly asked: Applicant[] = [];
  contact: ContactOnRecord | null = null;
  isAway = false;
  constructor(...people: readonly PersonOnRecord[]) {
    this.people = [...people];
  }
  verifyApplicant(applicant: Applicant): Promise<RegisterAnswer> {
    this.asked.push(applicant);
    if (this.isAway) return Promise.reject(new Error('The register is unavailable'));
    const record = this.people.find(({ nationalId }) => nationalId === applicant.nationalId) ?? null;
    return Promise.resolve(compareApplicant(record, applicant));
  }
  contactOnRecord(): Promise<ContactOnRecord | null> {
    return Promise.resolve(this.contact);
  }
}

export interface TestGateway {
  readonly gateway: Gateway;
  readonly clock: TestClock;
  readonly source: TestSource;
  readonly bridge: TestBridge;
  /** Its data folder. */
  readonly directory: string;
  /** Everything that it writes: the data folder, and that of the database server. */
  readonly directories: readonly string[];
  readonly postgres: PostgresServer | null;
  /** The URL of its database on that server. */
  readonly databaseUrl: string | null;
  /** A browser page of the portal: every client has its own key. */
  client(fetch?: typeof globalThis.fetch): GatewayClient;
  logIn(person?: TestPerson, client?: GatewayClient): Promise<GatewayClient>;
  /** Stops it and restarts it with the same data, with the same or other settings. */
  restart(settings?: { readonly [O in keyof GatewayOptions]?: GatewayOptions[O] | undefined }): Promise<void>;
  dispose(): Promise<void>;
}

export type DatabaseKind = 'embedded' | 'postgresql';

/** Declares a suite once per database. Without PostgreSQL, its suites are shown as skipped. */
export function eachDatabase(suite: (database: DatabaseKind) => void): void {
  describe('on the embedded database', () => suite('embedded'));
  describe.skipIf(!postgresInstalled)('on PostgreSQL', () => suite('postgresql'));
}

export interface TestGatewayOptions extends Partial<GatewayOptions> {
  readonly startAt?: string;
  /** Default `embedded`. */
  readonly database?: DatabaseKind;
}

/** A fetch that sends the portal's origin, like its pages. */
export const portalFetch: typeof globalThis.fetch = (input, init) =>
  fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), Origin: portal } });

export async function startTestGateway({
  startAt,
  database,
  ...options
}: TestGatewayOptions = {}): Promise<TestGateway> {
  const directory = await mkdtemp(join(tmpdir(), 'mhb-gateway-'));
  const clock = new TestClock(startAt ?? '2026-03-05T02:00:00Z');
  const source = new TestSource();
  const bridge = await createTestBridge();
  const postgres = database === 'postgresql' ? await startPostgres() : null;
  const databaseUrl = await postgres?.createDatabase();
  const create = (settings: object = {}): Gateway =>
    createGateway({
      dataDirectory: directory,
      port: 0,
      recordSource: source,
      embedders: [
        {
          id: 'portal',
          name: 'A hospital portal',
          origins: [portal],
          login: ['direct'],
          scopes: ['requests', 'archives', 'activity', 'account'],
        },
      ],
      bridges: [{ name: 'kiosk 1', publicJwk: bridge.publicJwk }],
      clock: clock.read,
      requestsPerMinute: 100_000,
      loginsPerMinute: 100_000,
      limits: { requestsPerDay: 1_000_000, archivesPerRequest: 1_000_000 },
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
      ...options,
      ...settings,
    });
  let gateway = create();
  await gateway.start();
  for (const person of [ming, hua]) await gateway.activateAccount(person);

  const client = (fetch = portalFetch): GatewayClient => createGatewayClient({ baseUrl: gateway.url, fetch });
  return {
    get gateway() {
      return gateway;
    },
    clock,
    source,
    bridge,
    directory,
    directories: [directory, ...(postgres === null ? [] : [postgres.directory])],
    postgres,
    databaseUrl: databaseUrl ?? null,
    client,
    async logIn(person = ming, page = client()) {
      await logInWith(page, bridge, person);
      return page;
    },
    async restart(settings) {
      await gateway.stop();
      gateway = create(settings);
      await gateway.start();
    },
    async dispose() {
      await gateway.stop();
      await postgres?.stop();
      await rm(directory, { recursive: true });
    },
  };
}

/** Runs statements in the gateway's database, outside the gateway, which must not be using an embedded database. */
export async function executeInDatabase(
  { directory, databaseUrl }: Pick<TestGateway, 'directory' | 'databaseUrl'>,
  ...statements: readonly string[]
): Promise<void> {
  const location = { dataDirectory: directory, ...(databaseUrl === null ? {} : { databaseUrl }) };
  const database = await openDatabase(location, () => undefined);
  try {
    for (const statement of statements) await database.queries.execute(statement);
  } finally {
    await database.close();
  }
}

export interface Reading {
  readonly nationalId: string;
  readonly cardNumber: string;
  readonly password: string;
}

/** Reads the card with the bridge and logs in. `claims` changes the content that the bridge signs. */
export async function logInWith(
  client: GatewayClient,
  bridge: TestBridge | null,
  { nationalId, cardNumber, password }: Reading,
  claims: object = {},
): Promise<Session> {
  const { nonce } = await client.challenge();
  const basic = { nationalId, cardNumber, name: '王曉明' };
  const attestation =
    bridge === null ? null : await bridge.attest({ basic, origin: portal, nonce, iat: 0, ...claims });
  const answer = await client.login({
    method: 'nhi-card',
    nationalId,
    cardNumber,
    password,
    nonce,
    attestation,
  });
  if (answer.status !== 'signed-in') throw new Error('A code was required');
  return answer.session;
}

/** Creates a request and waits for its end. */
export async function completeRequest(client: GatewayClient) {
  let latest = await client.createRequest();
  for await (const change of client.watchRequest(latest.id)) latest = change;
  return latest;
}

/** The code and details with which a call rejects. */
export async function refusal(call: Promise<unknown>): Promise<{ code: string; details: object }> {
  try {
    await call;
  } catch (error) {
    const { code, details } = error as { code: string; details: object };
    return { code, details };
  }
  throw new Error('The call was accepted');
}
