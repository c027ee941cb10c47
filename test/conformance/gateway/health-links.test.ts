import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedHealthLink, GatewayClient } from '@mhb-kit/core/gateway';
import { createHealthLinkKey, fetchEncryptedFiles, openHealthLink, sealFile } from '@mhb-kit/core/share';
import S3rver from 's3rver';
import {
  eachDatabase,
  ming,
  portal,
  portalFetch,
  refusal,
  startTestGateway,
  tick,
  type TestGateway,
} from './support.js';

/** Words that only the person and the receiver may have. */
const marks = ['夢遊症候群標記', 'MARKED-SUMMARY-5571', '9184-passcode', 'K223017755'];
const content = JSON.stringify({ resourceType: 'Bundle', type: 'collection', marks });

async function share(
  page: GatewayClient,
  test: TestGateway,
  { passcode = null, days = 1 }: { passcode?: string | null; days?: number } = {},
): Promise<CreatedHealthLink & { readonly key: string }> {
  const key = createHealthLinkKey();
  const jwe = await sealFile(content, 'application/fhir+json', key);
  const expiresAt = new Date(test.clock.read().getTime() + days * tick.day).toISOString();
  const created = await page.createHealthLink({
    files: [{ contentType: 'application/fhir+json', jwe }],
    expiresAt,
    passcode,
  });
  return { ...created, key };
}

const manifestOf = (url: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

eachDatabase((database) => {
  let test: TestGateway;
  const log: string[] = [];
  beforeAll(async () => {
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log.push(chunk.toString());
        done();
      },
    });
    test = await startTestGateway({ database, logger: pino({ level: 'trace' }, sink) });
  }, 60_000);
  afterAll(() => test.dispose());

  it('stores neither keys nor content, passcode or recipient in readable form', async () => {
    const page = await test.logIn();
    const { key, manifestUrl, managementKey, healthLink } = await share(page, test, {
      passcode: '9184-passcode',
    });
    const url = { url: manifestUrl, isDirect: false, needsPasscode: true, expiresAt: null };
    const recipient = '標記的診所';
    const now = (): Date => test.clock.read();
    const files = await fetchEncryptedFiles(url, { recipient, passcode: '9184-passcode', now });
    expect(JSON.stringify(await openHealthLink({ key }, files))).toContain(marks[0]);
    expect((await manifestOf(manifestUrl, { recipient, passcode: 'wrong-9184' })).status).toBe(401);
    expect((await page.healthLink(healthLink.id)).openings).toHaveLength(1);
    const token = manifestUrl.split('/').at(-1) ?? '';
    const secrets = [...marks, key, token, managementKey, recipient, 'wrong-9184', ming.nationalId];
    const metrics = await test.gateway.metrics();
    const written = [...log, metrics];
    if (test.databaseUrl !== null)
      written.push(execFileSync('pg_dump', [test.databaseUrl], { encoding: 'utf8' }));
    for (const secret of secrets) {
      for (const text of written) expect(text.includes(secret), secret).toBe(false);
      for (const directory of test.directories)
        for (const path of filesUnder(directory))
          expect(readFileSync(path).includes(secret), `${secret} in ${path}`).toBe(false);
    }
    // Shows that the search works: the route is in the log, and a marked row would be found.
    expect(log.join('')).toContain('/v1/manifests/:token');
  });

  it('erases files when the link ends, their key that night, and the access record a week later', async () => {
    const page = await test.logIn();
    const { manifestUrl, healthLink } = await share(page, test, { days: 20 });
    await manifestOf(manifestUrl, { recipient: 'x' });
    const blobs = (): string[] => filesUnder(join(test.directory, 'archives'));
    /** A restart uses another port. */
    const here = (): string => test.gateway.url + new URL(manifestUrl).pathname;
    const before = blobs().length;
    expect(before).toBeGreaterThan(0);
    // Longer than requests are kept, but still there.
    test.clock.advance(15 * tick.day);
    await test.gateway.eraseExpired();
    await test.restart();
    expect((await manifestOf(here(), { recipient: 'y' })).status).toBe(200);
    test.clock.advance(5 * tick.day);
    expect((await manifestOf(here(), { recipient: 'z' })).status).toBe(404);
    // Maintenance runs at the start.
    await test.restart();
    await expect.poll(blobs).toEqual([]);
    const seen = await (await test.logIn()).healthLink(healthLink.id);
    expect(seen).toMatchObject({ state: 'ended', timesOpened: 2, byteLength: 0 });
    test.clock.advance(tick.day);
    await test.gateway.eraseExpired();
    expect(filesUnder(join(test.directory, 'keys', 'days'))).toEqual([]);
    test.clock.advance(7 * tick.day);
    expect(await (await test.logIn()).healthLinks()).toEqual([]);
  });

  it('is recorded for the person, with everyone who opened it', async () => {
    const page = await test.logIn();
    const { manifestUrl, healthLink } = await share(page, test);
    await manifestOf(manifestUrl, { recipient: 'x' });
    const { entries } = await page.activity();
    const ours = entries
      .filter(({ subject }) => subject === healthLink.id)
      .map(({ action, actor }) => [action, actor]);
    expect(ours.sort()).toEqual([
      ['health-link.create', 'person'],
      ['health-link.open', 'service'],
    ]);
  });

  it('is deleted with the account', async () => {
    const page = await test.logIn();
    const { manifestUrl } = await share(page, test);
    await test.gateway.closeAccount(ming.nationalId);
    expect((await manifestOf(manifestUrl, { recipient: 'x' })).status).toBe(404);
    expect(filesUnder(join(test.directory, 'archives'))).toEqual([]);
    await test.gateway.activateAccount(ming);
  });

  it('answers pages of any origin only for a manifest or its files', async () => {
    const page = await test.logIn();
    const { manifestUrl } = await share(page, test);
    const Origin = 'https://viewer.example.org';
    const preflight = await fetch(manifestUrl, {
      method: 'OPTIONS',
      headers: {
        Origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Content-Type');
    const answer = await manifestOf(manifestUrl, { recipient: 'x', embeddedLengthMax: 0 }, { Origin });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const { files } = (await answer.json()) as { readonly files: readonly { readonly location: string }[] };
    const file = await fetch(files[0]?.location ?? '', { headers: { Origin } });
    expect(file.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const other = await fetch(`${test.gateway.url}/v1/health-links`, { headers: { Origin } });
    expect(other.status).toBe(403);
    const otherPreflight = await fetch(`${test.gateway.url}/v1/health-links`, {
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Method': 'GET' },
    });
    expect(otherPreflight.headers.get('Access-Control-Allow-Origin')).not.toBe('*');
  });

  it('enforces its limits', async () => {
    const page = await test.logIn();
    const jwe = await sealFile(
      JSON.stringify({ noise: createNoise(6_000_000) }),
      'application/fhir+json',
      createHealthLinkKey(),
    );
    const expiresAt = new Date(test.clock.read().getTime() + tick.day).toISOString();
    const files = [{ contentType: 'application/fhir+json' as const, jwe }];
    const { code } = await refusal(page.createHealthLink({ files, expiresAt, passcode: null }));
    expect(['health-link-too-large', 'invalid-request']).toContain(code);
  });
});

const createNoise = (length: number): string => {
  const parts: string[] = [];
  for (let at = 0; at < length; at += 48_000)
    parts.push(Buffer.from(crypto.getRandomValues(new Uint8Array(36_000))).toString('base64'));
  return parts.join('');
};

describe('a bucket, and the addresses that servers see', () => {
  it('contain neither keys nor content, passcode, recipient or label', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mhb-bucket-'));
    const s3 = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: folder,
      configureBuckets: [{ name: 'archives', configs: [] }],
    });
    const { port } = (await s3.run()) as AddressInfo;
    const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
    const test = await startTestGateway({
      archives: { bucket: 'archives', endpoint: `http://127.0.0.1:${port}`, ...keys },
    });
    try {
      const asked: string[] = [];
      const watched =
        (call: typeof fetch): typeof fetch =>
        (input, init) => {
          asked.push(new Request(input).url);
          return call(input, init);
        };
      const page = await test.logIn(ming, test.client(watched(portalFetch)));
      const { key, manifestUrl, managementKey } = await share(page, test, { passcode: '9184-passcode' });
      const options = { recipient: '標記的診所', passcode: '9184-passcode', now: test.clock.read };
      const link = { url: manifestUrl, isDirect: false, needsPasscode: true, expiresAt: null };
      for (const embeddedLengthMax of [1, 1_000_000])
        await fetchEncryptedFiles(link, { ...options, embeddedLengthMax, fetch: watched(fetch) });
      await page.healthLinks();
      const stored = filesUnder(folder);
      expect(stored.length).toBeGreaterThan(0);
      expect(asked.length).toBeGreaterThan(5);
      for (const secret of [...marks, key, managementKey, options.recipient, ming.nationalId]) {
        for (const path of stored)
          expect(readFileSync(path).includes(secret), `${secret} in ${path}`).toBe(false);
        for (const url of asked) {
          expect(decodeURIComponent(url).includes(secret), `${secret} in ${url}`).toBe(false);
          expect(url).not.toContain('shlink');
        }
      }
    } finally {
      await test.dispose();
      await s3.close();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('an operator who disables it', () => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway({ healthLinks: { share: false, relay: false } });
  });
  afterAll(() => test.dispose());

  it('has it answer that it is disabled', async () => {
    const page = await test.logIn();
    expect(await page.service()).toMatchObject({ healthLinks: false, healthLinkRelay: false });
    expect((await refusal(page.healthLinks())).code).toBe('health-links-off');
    expect((await refusal(share(page, test))).code).toBe('health-links-off');
    const url = `${test.gateway.url}/v1/manifests/${createHealthLinkKey()}`;
    expect((await manifestOf(url, { recipient: 'x' })).status).toBe(404);
    const relayed = { url: 'https://shl.example.org/x', isDirect: false, recipient: 'x' };
    expect((await refusal(page.relayHealthLink(relayed))).code).toBe('not-found');
  });
});

describe('the relay', () => {
  let test: TestGateway;
  let server: Server;
  let folder: string;
  let names: Record<string, readonly string[]> = {};
  let asked: string[] = [];
  let answer: (path: string) => {
    readonly status?: number;
    readonly body: string;
    readonly headers?: Record<string, string>;
  };
  let port: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-relay-'));
    const pair = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        ...pair,
        '-days',
        '2',
        '-subj',
        '/CN=shl.example.org',
        '-addext',
        'subjectAltName=DNS:shl.example.org',
      ],
      { stdio: 'ignore' },
    );
    const ca = readFileSync(join(folder, 'cert.pem'), 'utf8');
    server = createServer({ key: readFileSync(join(folder, 'key.pem')), cert: ca }, (request, response) => {
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      const { status = 200, body, headers = {} } = answer(request.url ?? '');
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = String((server.address() as AddressInfo).port);
    test = await startTestGateway({
      healthLinks: {
        network: {
          ca,
          port,
          // Treats this computer's loopback as the public Internet, and everything else as unreachable.
          isAllowed: (address) => address === '127.0.0.1',
          lookup: (hostname) =>
            Promise.resolve(
              (names[hostname] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
            ),
        },
      },
    });
  });
  afterAll(async () => {
    await test.dispose();
    server.close();
    rmSync(folder, { recursive: true });
  });

  const relay = (path: string, host = 'shl.example.org', more: object = {}): Promise<unknown> =>
    test.client().relayHealthLink({
      url: `https://${host}:${port}${path}`,
      isDirect: false,
      recipient: '明德醫院',
      ...more,
    });

  it('fetches encrypted files, by manifest and by address', async () => {
    names = { 'shl.example.org': ['127.0.0.1'] };
    asked = [];
    const key = createHealthLinkKey();
    const jwe = await sealFile(content, 'application/fhir+json', key);
    answer = (path) =>
      path === '/file'
        ? { body: jwe, headers: { 'Content-Type': 'application/jose' } }
        : {
            body: JSON.stringify({
              files: [
                { contentType: 'application/fhir+json', location: `https://shl.example.org:${port}/file` },
              ],
            }),
          };
    const files = await test
      .client()
      .relayHealthLink({ url: `https://shl.example.org:${port}/m`, isDirect: false, recipient: 'x' });
    expect(JSON.stringify(await openHealthLink({ key }, files))).toContain(marks[0]);
    expect(asked).toEqual(['POST /m', 'GET /file']);
  });

  it('returns nothing that is not encrypted', async () => {
    names = { 'shl.example.org': ['127.0.0.1'] };
    answer = () => ({ body: 'password=hunter2' });
    for (const isDirect of [true, false]) {
      const failure = await refusal(relay('/secrets', undefined, { isDirect }));
      expect(failure.code).toBe('health-link-damaged');
      expect(JSON.stringify(failure)).not.toContain('hunter2');
    }
    answer = () => ({
      body: JSON.stringify({ files: [{ contentType: 'application/fhir+json', embedded: 'hunter2' }] }),
    });
    expect((await refusal(relay('/m'))).code).toBe('health-link-damaged');
  });

  it('never connects to an address in the operator’s network, even if it is only one of several addresses of a host', async () => {
    asked = [];
    names = {
      'inside.example.org': ['10.0.0.7'],
      'shl.example.org': ['127.0.0.1', '192.168.1.1'],
      'six.example.org': ['::1'],
    };
    for (const host of ['inside.example.org', 'shl.example.org', 'six.example.org', '10.0.0.7', '[::1]'])
      expect((await refusal(relay('/m', host))).code, host).toBe('health-link-host-refused');
    expect((await refusal(relay('/m', 'nowhere.example.org'))).code).toBe('health-link-host-refused');
    expect(asked).toEqual([]);
  });

  it('connects to the address that it checked, no matter what the name resolves to a moment later', async () => {
    let lookups = 0;
    names = {
      get 'shl.example.org'() {
        lookups += 1;
        return lookups === 1 ? ['127.0.0.1'] : ['10.0.0.7'];
      },
    };
    answer = () => ({ body: JSON.stringify({ files: [] }) });
    expect(await relay('/m')).toEqual([]);
    expect(lookups).toBe(1);
  });

  it('follows no redirects, and uses no other port or scheme and no files on other hosts', async () => {
    names = { 'shl.example.org': ['127.0.0.1'], 'inside.example.org': ['10.0.0.7'] };
    asked = [];
    answer = () => ({ status: 302, body: '', headers: { Location: `https://inside.example.org:${port}/` } });
    expect((await refusal(relay('/m'))).code).toBe('health-link-unreachable');
    answer = () => ({
      body: JSON.stringify({
        files: [{ contentType: 'application/fhir+json', location: `https://inside.example.org:${port}/f` }],
      }),
    });
    expect((await refusal(relay('/m'))).code).toBe('health-link-host-refused');
    const client = test.client();
    const other = { isDirect: false, recipient: 'x' };
    expect(
      (await refusal(client.relayHealthLink({ ...other, url: 'https://shl.example.org:22/m' }))).code,
    ).toBe('health-link-host-refused');
    expect(
      (await refusal(client.relayHealthLink({ ...other, url: `http://shl.example.org:${port}/m` }))).code,
    ).toBe('invalid-request');
    expect(asked).toEqual(['POST /m', 'POST /m']);
  });

  it('stops if more data arrives than a link is allowed to have', async () => {
    names = { 'shl.example.org': ['127.0.0.1'] };
    answer = () => ({ body: 'x'.repeat(6_000_000) });
    expect((await refusal(relay('/m'))).code).toBe('health-link-too-large');
  });

  it('passes on the remaining attempts, and that a link has ended', async () => {
    names = { 'shl.example.org': ['127.0.0.1'] };
    answer = () => ({ status: 401, body: '{"remainingAttempts":2}' });
    expect(await refusal(relay('/m', undefined, { passcode: '1' }))).toMatchObject({
      code: 'health-link-passcode-wrong',
      details: { remainingAttempts: 2 },
    });
    answer = () => ({ status: 404, body: '' });
    expect((await refusal(relay('/m'))).code).toBe('health-link-gone');
  });

  it('works only for pages of registered websites', async () => {
    const body = JSON.stringify({
      url: `https://shl.example.org:${port}/m`,
      isDirect: false,
      recipient: 'x',
    });
    for (const origin of [undefined, 'https://evil.example.org']) {
      const response = await fetch(`${test.gateway.url}/v1/health-link-relays`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(origin === undefined ? {} : { Origin: origin }) },
        body,
      });
      expect(((await response.json()) as { code: string }).code).toBe('embedder-not-registered');
    }
    expect(portal.startsWith('https://')).toBe(true);
  });
});
