import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, type JWK, type JWTPayload } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultCatalogue } from '@mhb-kit/core/request';
import { startHospitalServer, type HospitalServer } from '@mhb-kit/testkit/hospital-server';
import { accessOf, type FhirAccess } from './fhir-access.js';
import { createFhirSource } from './fhir-source.js';

/** Tests SMART Backend Services with a small token server that makes the checks required by the standard. */

const nationalId = 'A223456781';
const resources = [
  { resourceType: 'Patient', id: 'p1', identifier: [{ system: 'http://www.moi.gov.tw', value: nationalId }] },
  {
    resourceType: 'AllergyIntolerance',
    id: 'a',
    patient: { reference: 'Patient/p1' },
    code: { text: 'Penicillin' },
  },
];
const category = defaultCatalogue.find(({ id }) => id === 'allergy')!;

interface Grant {
  readonly scope: string | null;
  readonly claims: JWTPayload;
  readonly kid: string | undefined;
}

let folder: string;
let tokens: Server;
let hospital: HospitalServer;
let tokenUrl: string;
/** The keys known to the token server, and the variables that control its behavior. */
let known: JWK[];
let grants: Grant[];
let valid: Set<string>;
let capabilities: string[];
let expiresIn: number | undefined;
let refusal: { readonly status: number; readonly error: string } | null;

async function newKey(kid: string): Promise<{ readonly secret: JWK; readonly open: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair('ES384', { extractable: true });
  return {
    secret: { ...(await exportJWK(privateKey)), kid, alg: 'ES384' },
    open: { ...(await exportJWK(publicKey)), kid },
  };
}

/** Checks a token request as SMART App Launch 2.2 requires, and returns a token. */
async function grant(body: string): Promise<string> {
  const form = new URLSearchParams(body);
  const assertion = form.get('client_assertion') ?? '';
  const { payload, protectedHeader } = await jwtVerify(assertion, createLocalJWKSet({ keys: known }), {
    audience: tokenUrl,
    issuer: 'mhb',
    subject: 'mhb',
    maxTokenAge: '5m',
    requiredClaims: ['jti', 'exp'],
  });
  if ((payload.exp ?? 0) * 1_000 > Date.now() + 300_000) throw new Error('too long');
  if (form.get('grant_type') !== 'client_credentials') throw new Error('grant_type');
  if (form.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
    throw new Error('client_assertion_type');
  if (grants.some(({ claims }) => claims.jti === payload.jti)) throw new Error('used before');
  grants.push({ scope: form.get('scope'), claims: payload, kid: protectedHeader.kid });
  const token = `token-${grants.length}`;
  valid.add(token);
  return token;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fhir-access-'));
  [known, grants, valid, capabilities, expiresIn, refusal] = [
    [],
    [],
    new Set(),
    ['permission-v2'],
    300,
    null,
  ];
  tokens = createServer((request, response) => {
    let body = '';
    const answer = (status: number, value: object): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    };
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (refusal !== null) return answer(refusal.status, { error: refusal.error });
      grant(body).then(
        (token) => answer(200, { access_token: token, token_type: 'bearer', expires_in: expiresIn }),
        () => answer(400, { error: 'invalid_client' }),
      );
    });
  });
  await new Promise<void>((resolve) => tokens.listen(0, '127.0.0.1', resolve));
  tokenUrl = `http://127.0.0.1:${(tokens.address() as AddressInfo).port}/token`;
  hospital = await startHospitalServer({
    resources,
    misbehave: ({ type, headers }) => {
      if (type === '.well-known') return { body: { token_endpoint: tokenUrl, capabilities } };
      return valid.has(headers.authorization?.replace('Bearer ', '') ?? '')
        ? null
        : { status: 401, body: '' };
    },
  });
});
afterEach(async () => {
  await hospital.stop();
  await new Promise((resolve) => tokens.close(resolve));
  await rm(folder, { recursive: true });
});

async function settings(...keys: readonly JWK[]): Promise<FhirAccess> {
  const keyFile = join(folder, 'keys.json');
  await writeFile(keyFile, JSON.stringify({ keys }));
  return { baseUrl: hospital.url, smart: { clientId: 'mhb', keyFile } };
}

const sourceOf = (access: FhirAccess) =>
  createFhirSource({ ...accessOf(access), method: 'search', shareFor: 0, wait: () => Promise.resolve() });

async function allergies(source: ReturnType<typeof createFhirSource>): Promise<number> {
  const { signal } = new AbortController();
  return (await source.records({ nationalId, category, window: null, signal }))['r4']?.length ?? 0;
}

describe('a server that requires SMART Backend Services', () => {
  it('gets a signed assertion, and calls with the token for as long as it is valid', async () => {
    const { secret, open } = await newKey('one');
    known = [open];
    const source = sourceOf(await settings(secret));
    expect(await allergies(source)).toBe(1);
    expect(await allergies(source)).toBe(1);
    expect(grants).toHaveLength(1);
    expect(grants[0]?.scope?.split(' ')).toContain('system/AllergyIntolerance.rs');
    expect(grants[0]?.scope).not.toContain('*');
  });

  it('gets scopes in the syntax of SMART 1 if it supports no other', async () => {
    const { secret, open } = await newKey('one');
    [known, capabilities] = [[open], []];
    await allergies(sourceOf(await settings(secret)));
    expect(grants[0]?.scope?.split(' ')).toContain('system/Patient.read');
  });

  it('is asked for a new token before the old one expires, and when the old one is refused', async () => {
    const { secret, open } = await newKey('one');
    [known, expiresIn] = [[open], 0.2];
    const source = sourceOf(await settings(secret));
    await allergies(source);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(await allergies(source)).toBe(1);
    const before = grants.length;
    expect(before).toBeGreaterThan(1);
    expiresIn = 300;
    await allergies(source);
    valid.clear();
    expect(await allergies(source)).toBe(1);
  });

  it('may know only the previous key, which is used until the new one is known, without a restart', async () => {
    const [older, newer] = [await newKey('older'), await newKey('newer')];
    [known, expiresIn] = [[older.open], 0.1];
    const source = sourceOf(await settings(newer.secret, older.secret));
    expect(await allergies(source)).toBe(1);
    expect(grants.at(-1)?.kid).toBe('older');
    known = [older.open, newer.open];
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await allergies(source)).toBe(1);
    expect(grants.at(-1)?.kid).toBe('newer');
    // The key file is read again after it has changed.
    const third = await newKey('third');
    known = [third.open];
    await settings(third.secret);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await allergies(source)).toBe(1);
    expect(grants.at(-1)?.kid).toBe('third');
  });

  it.each([
    ['refuses the client', { status: 400, error: 'invalid_client' }],
    ['refuses the scope', { status: 400, error: 'invalid_scope' }],
    ['is out of order', { status: 503, error: '' }],
  ])('is reported with a clear error when it %s, and is asked again later', async (_, answer) => {
    const { secret, open } = await newKey('one');
    [known, refusal] = [[open], answer];
    const source = sourceOf(await settings(secret));
    await expect(allergies(source)).rejects.toMatchObject({ code: 'service-unavailable' });
    refusal = null;
    expect(await allergies(source)).toBe(1);
  });

  it('that accepts no token is not asked endlessly', async () => {
    const { secret, open } = await newKey('one');
    known = [open];
    const source = sourceOf(await settings(secret));
    valid.add = () => valid;
    await expect(allergies(source)).rejects.toMatchObject({ code: 'service-unavailable' });
    expect(grants.length).toBeLessThan(5);
  });

  it('is not contacted through an address that others could intercept', async () => {
    const { secret, open } = await newKey('one');
    known = [open];
    tokenUrl = 'http://tokens.example.tw/token';
    await expect(allergies(sourceOf(await settings(secret)))).rejects.toMatchObject({
      code: 'service-unavailable',
    });
    expect(grants).toEqual([]);
  });

  it('accepts a token or a key, not both', async () => {
    const access = { ...(await settings()), token: 'x' };
    expect(() => accessOf(access)).toThrow(
      expect.objectContaining({ code: 'configuration-invalid' }) as Error,
    );
  });
});
