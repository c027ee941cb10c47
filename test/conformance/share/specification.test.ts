import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  CompactEncrypt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  SignJWT,
  calculateJwkThumbprint,
  CompactSign,
} from 'jose';
import { MhbError } from '@mhb-kit/core/error';
import {
  cardOfQrCode,
  cardsOfFile,
  createHealthLinkKey,
  fetchEncryptedFiles,
  openFile,
  openHealthLink,
  readHealthCard,
  readHealthLink,
  sealFile,
  writeHealthLink,
  type FetchOptions,
  type HealthLink,
} from '@mhb-kit/core/share';
import { exampleFile, exampleIssuerKey, exampleLink, examplePayload } from './specification-examples.js';

/**
 * The specification's own examples and SHALL statements; `docs/reference/health-links.md` names each of these
 * tests.
 */

const link: HealthLink = {
  url: `https://gateway.example.tw/v1/health-link-manifests/${'x'.repeat(43)}`,
  key: createHealthLinkKey(),
  expiresAt: null,
  isLongTerm: false,
  needsPasscode: false,
  isDirect: false,
  label: null,
};
const payloadOf = (text: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(text.split('shlink:/')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
const linkOf = (payload: object): string =>
  `shlink:/${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof MhbError) return error.code;
    throw error;
  }
  return 'none';
};

describe('a link', () => {
  it('is written like the example in the specification', () => {
    const { url, key, label } = examplePayload;
    const written = writeHealthLink(
      { ...link, url, key, label, isLongTerm: true, needsPasscode: true },
      'https://viewer.example.org',
    );
    expect(written).toBe(exampleLink);
  });

  it('is read like the example of the specification, with and without a viewer', () => {
    const expected = {
      url: examplePayload.url,
      key: examplePayload.key,
      label: examplePayload.label,
      expiresAt: null,
      isLongTerm: true,
      needsPasscode: true,
      isDirect: false,
    };
    expect(readHealthLink(exampleLink)).toEqual(expected);
    expect(readHealthLink(`  ${exampleLink.split('#')[1]}\n`)).toEqual(expected);
  });

  it('has a key of 32 random bytes, different each time', () => {
    const keys = new Set(Array.from({ length: 1_000 }, createHealthLinkKey));
    expect(keys.size).toBe(1_000);
    expect([...keys].every((key) => Buffer.from(key, 'base64url').length === 32)).toBe(true);
  });

  it('is not written with an address of more than 128 characters, a label of more than 80, or U and P', async () => {
    const longUrl = `https://gateway.example.tw/${'x'.repeat(102)}`;
    expect(longUrl.length).toBe(129);
    expect(await codeOf(() => writeHealthLink({ ...link, url: longUrl }))).toBe('health-link-invalid');
    expect(await codeOf(() => writeHealthLink({ ...link, url: longUrl.slice(0, 128) }))).toBe('none');
    expect(await codeOf(() => writeHealthLink({ ...link, label: 'x'.repeat(81) }))).toBe(
      'health-link-invalid',
    );
    expect(await codeOf(() => writeHealthLink({ ...link, needsPasscode: true, isDirect: true }))).toBe(
      'health-link-invalid',
    );
  });

  it('contains its flags in alphabetical order, and its expiry time in seconds', () => {
    const written = writeHealthLink({
      ...link,
      isLongTerm: true,
      isDirect: true,
      expiresAt: new Date(1_900_000_000_999),
    });
    expect(payloadOf(written)).toEqual({ url: link.url, flag: 'LU', key: link.key, exp: 1_900_000_000 });
  });

  it('ignores unknown properties, extensions and flags', () => {
    const { url, key } = link;
    const read = readHealthLink(linkOf({ url, key, flag: 'LXZ', extension: { a: 1 }, _own: 2, other: [3] }));
    expect(read).toEqual({ ...link, isLongTerm: true });
  });

  it('with a newer version is reported as such, and is not opened', async () => {
    const { url, key } = link;
    expect(await codeOf(() => readHealthLink(linkOf({ url, key, v: 2 })))).toBe('health-link-newer');
    expect(readHealthLink(linkOf({ url, key, v: 1 }))).toEqual(link);
  });

  it.each([
    ['no link', 'https://example.org'],
    ['no JSON', 'shlink:/abc'],
    ['not base64url', 'shlink:/***'],
    ['a list', linkOf([])],
    ['no key', linkOf({ url: link.url })],
    ['a short key', linkOf({ url: link.url, key: 'abc' })],
    ['no address', linkOf({ key: link.key })],
    ['another scheme', linkOf({ key: link.key, url: 'file:///etc/passwd' })],
    ['script', linkOf({ key: link.key, url: 'javascript:alert(1)' })],
    ['no TLS', linkOf({ key: link.key, url: 'http://example.org/x' })],
    ['credentials in the address', linkOf({ key: link.key, url: 'https://me:secret@example.org/x' })],
    ['U with P', linkOf({ key: link.key, url: link.url, flag: 'PU' })],
    ['megabytes', `shlink:/${'A'.repeat(2_000_000)}`],
  ])('is refused with %s', async (_what, text) => {
    expect(await codeOf(() => readHealthLink(text))).toBe('health-link-invalid');
  });
});

describe('a file', () => {
  it('of the specification can be decrypted, and contains its card', async () => {
    const { contentType, content } = await openFile(exampleFile, examplePayload.key);
    expect(contentType).toBe('application/smart-health-card');
    const [card = ''] = cardsOfFile(JSON.parse(content) as Record<string, unknown>);
    const { verification, issuer } = await readHealthCard(card, [
      { url: 'https://spec.smarthealth.cards/examples/issuer', keys: [exampleIssuerKey] },
    ]);
    expect({ verification, issuer }).toEqual({
      verification: 'verified',
      issuer: 'https://spec.smarthealth.cards/examples/issuer',
    });
  });

  it('is a compact JWE with dir, A256GCM, its content type, and a new nonce each time', async () => {
    const key = createHealthLinkKey();
    const sealed = await Promise.all(
      Array.from({ length: 200 }, () => sealFile('{"resourceType":"Bundle"}', 'application/fhir+json', key)),
    );
    expect(decodeProtectedHeader(sealed[0] ?? '')).toEqual({
      alg: 'dir',
      enc: 'A256GCM',
      cty: 'application/fhir+json',
      zip: 'DEF',
    });
    expect(new Set(sealed.map((jwe) => jwe.split('.')[2])).size).toBe(200);
  });

  it('is compressed without headers', async () => {
    const text = JSON.stringify({ text: '健康存摺'.repeat(500) });
    const key = createHealthLinkKey();
    const sealed = await sealFile(text, 'application/fhir+json', key);
    expect(sealed.length).toBeLessThan(text.length / 4);
    // Content compressed by another implementation, read by us.
    const jwe = await new CompactEncrypt(deflateRawSync(text))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: 'application/fhir+json' })
      .encrypt(Buffer.from(key, 'base64url'));
    expect(inflateRawSync(Buffer.from(await rawContent(jwe, key)))).toHaveLength(Buffer.byteLength(text));
    expect((await openFile(sealed, key)).content).toBe(text);
  });

  it('with another key, a changed bit or another algorithm is refused', async () => {
    const key = createHealthLinkKey();
    const sealed = await sealFile('{}', 'application/fhir+json', key);
    const changed = sealed.replace(
      /\.(.)([^.]*)$/,
      (_all, first: string, rest: string) => `.${first === 'A' ? 'B' : 'A'}${rest}`,
    );
    const otherAlgorithm = await new CompactEncrypt(Buffer.from('{}'))
      .setProtectedHeader({ alg: 'A256KW', enc: 'A256GCM' })
      .encrypt(Buffer.from(key, 'base64url'));
    const weaker = await new CompactEncrypt(Buffer.from('{}'))
      .setProtectedHeader({ alg: 'dir', enc: 'A128CBC-HS256' })
      .encrypt(Buffer.from(key, 'base64url'));
    for (const jwe of [changed, otherAlgorithm, weaker, '', '....', 'x'.repeat(100)])
      expect(await codeOf(() => openFile(jwe, key))).toBe('health-link-damaged');
    expect(await codeOf(() => openFile(sealed, createHealthLinkKey()))).toBe('health-link-damaged');
  });

  it('that decompresses without end is stopped during decompression', async () => {
    const key = createHealthLinkKey();
    const bomb = await sealFile(`"${' '.repeat(64 * 1_048_576)}"`, 'application/fhir+json', key);
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    expect(await codeOf(() => openFile(bomb, key, 1_048_576))).toBe('health-link-too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1_048_576);
    const files = Array.from({ length: 20 }, () => ({ contentType: null, jwe: bomb }));
    expect(await codeOf(() => openHealthLink({ key }, files))).toBe('health-link-too-large');
  });
});

async function rawContent(jwe: string, key: string): Promise<Uint8Array> {
  const { compactDecrypt } = await import('jose');
  return (await compactDecrypt(jwe, Buffer.from(key, 'base64url'))).plaintext;
}

interface Call {
  readonly url: string;
  readonly method: string;
  readonly contentType: string | null;
  readonly body: Record<string, unknown> | null;
}

/** A server with a given sequence of answers. */
function server(...answers: readonly (() => Response)[]): {
  readonly calls: Call[];
  readonly fetch: typeof fetch;
} {
  const calls: Call[] = [];
  return {
    calls,
    fetch: (input, init) => {
      const request = new Request(input as string, init);
      calls.push({
        url: request.url,
        method: request.method,
        contentType: request.headers.get('Content-Type'),
        body: typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : null,
      });
      const answer = answers[calls.length - 1];
      if (answer === undefined) return Promise.reject(new TypeError('No more answers'));
      return Promise.resolve(answer());
    },
  };
}
const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}) =>
  (): Response =>
    new Response(JSON.stringify(value), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    });
const embedded = (jwe: string): unknown => ({ contentType: 'application/fhir+json', embedded: jwe });
const at = (location: string): unknown => ({ contentType: 'application/fhir+json', location });

describe('receiving', () => {
  const options = (fetch: FetchOptions['fetch'], more: Partial<FetchOptions> = {}): FetchOptions => ({
    recipient: '明德醫院',
    ...(fetch === undefined ? {} : { fetch }),
    ...more,
  });

  it('requests the manifest by POST with JSON, the recipient, the passcode and the length', async () => {
    const { calls, fetch } = server(json({ files: [embedded('a.b.c')] }));
    const files = await fetchEncryptedFiles(
      { ...link, needsPasscode: true },
      options(fetch, { passcode: '4711', embeddedLengthMax: 10_000 }),
    );
    expect(calls).toEqual([
      {
        url: link.url,
        method: 'POST',
        contentType: 'application/json',
        body: { recipient: '明德醫院', passcode: '4711', embeddedLengthMax: 10_000 },
      },
    ]);
    expect(files).toEqual([{ contentType: 'application/fhir+json', jwe: 'a.b.c' }]);
  });

  it('requests the single file by GET with the recipient, and no manifest, with U', async () => {
    const { calls, fetch } = server(() => new Response('a.b.c'));
    const files = await fetchEncryptedFiles({ ...link, isDirect: true }, options(fetch));
    expect(calls).toEqual([
      {
        url: `${link.url}?recipient=${encodeURIComponent('明德醫院')}`,
        method: 'GET',
        contentType: null,
        body: null,
      },
    ]);
    expect(files).toEqual([{ contentType: null, jwe: 'a.b.c' }]);
  });

  it('requests no manifest without the required passcode, nor after the end', async () => {
    const { calls, fetch } = server();
    expect(await codeOf(() => fetchEncryptedFiles({ ...link, needsPasscode: true }, options(fetch)))).toBe(
      'health-link-passcode-required',
    );
    const ended = { ...link, expiresAt: new Date(1_000) };
    expect(await codeOf(() => fetchEncryptedFiles(ended, options(fetch)))).toBe('health-link-gone');
    expect(calls).toEqual([]);
  });

  it('fetches files by GET without credentials, and requests a new manifest if an address has expired', async () => {
    const { calls, fetch } = server(
      json({ files: [at('https://files.example.org/1')] }),
      json({}, 410),
      json({ files: [at('https://files.example.org/2')] }),
      () => new Response('a.b.c', { headers: { 'Content-Type': 'application/jose' } }),
    );
    const files = await fetchEncryptedFiles(link, options(fetch));
    expect(calls.map(({ method, url }) => `${method} ${new URL(url).pathname.slice(0, 5)}`)).toEqual([
      'POST /v1/h',
      'GET /1',
      'POST /v1/h',
      'GET /2',
    ]);
    expect(files).toEqual([{ contentType: 'application/fhir+json', jwe: 'a.b.c' }]);
  });

  it('does not use the address of a file more than one hour after receiving the manifest', async () => {
    let time = 0;
    const late = (): Date => new Date((time += 3_600_001));
    const { calls, fetch } = server(
      json({ files: [at('https://files.example.org/1')] }),
      json({ files: [at('https://files.example.org/2')] }),
    );
    expect(await codeOf(() => fetchEncryptedFiles(link, options(fetch, { now: late })))).toBe(
      'health-link-gone',
    );
    expect(calls.map(({ method }) => method)).toEqual(['POST', 'POST']);
  });

  it.each([404, 410])('reports that a link has ended at %i', async (status) => {
    expect(await codeOf(() => fetchEncryptedFiles(link, options(server(json({}, status)).fetch)))).toBe(
      'health-link-gone',
    );
  });

  it('reports the remaining attempts after a wrong passcode, and waits as long as the server requires', async () => {
    const wrong = server(json({ remainingAttempts: 3 }, 401));
    const failure = await fetchEncryptedFiles(
      { ...link, needsPasscode: true },
      options(wrong.fetch, { passcode: '0' }),
    ).catch((error: unknown) => error as MhbError);
    expect(failure).toMatchObject({ code: 'health-link-passcode-wrong', details: { remainingAttempts: 3 } });
    const busy = await fetchEncryptedFiles(
      link,
      options(server(json({}, 429, { 'Retry-After': '7' })).fetch),
    ).catch((error: unknown) => error as MhbError);
    expect(busy).toMatchObject({ code: 'too-many-requests', details: { retryAfterSeconds: 7 } });
  });

  it.each([
    ['no JSON', () => new Response('<html>')],
    ['no files', json({})],
    ['null', json(null)],
    ['a file without content', json({ files: [{ contentType: 'application/fhir+json' }] })],
    ['a file on this computer', json({ files: [at('file:///etc/passwd')] })],
    ['a file without TLS', json({ files: [at('http://files.example.org/1')] })],
  ])('refuses a manifest with %s', async (_what, answer) => {
    expect(await codeOf(() => fetchEncryptedFiles(link, options(server(answer).fetch)))).toBe(
      'health-link-damaged',
    );
  });

  it('refuses a manifest with too many files, and an endless one, while it arrives', async () => {
    const many = json({ files: Array.from({ length: 21 }, () => embedded('a.b.c')) });
    expect(await codeOf(() => fetchEncryptedFiles(link, options(server(many).fetch)))).toBe(
      'health-link-too-large',
    );
    let sent = 0;
    const endless = (): Response =>
      new Response(
        new ReadableStream({
          pull(controller) {
            sent += 65_536;
            controller.enqueue(new Uint8Array(65_536));
          },
        }),
      );
    expect(await codeOf(() => fetchEncryptedFiles(link, options(server(endless).fetch)))).toBe(
      'health-link-too-large',
    );
    expect(sent).toBeLessThan(9 * 1_048_576);
  });

  it('gives up on a server that does not respond or that redirects', async () => {
    const never: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'TimeoutError')));
      });
    expect(
      await codeOf(() => fetchEncryptedFiles(link, options(never, { limits: { milliseconds: 50 } }))),
    ).toBe('health-link-unreachable');
    const modes: (string | undefined)[] = [];
    const watching: typeof fetch = (_url, init) => {
      modes.push(init?.redirect, init?.credentials, init?.referrerPolicy);
      return Promise.reject(new TypeError());
    };
    await codeOf(() => fetchEncryptedFiles(link, options(watching)));
    expect(modes).toEqual(['error', 'omit', 'no-referrer']);
  });

  it('ignores files and properties of unknown kinds', async () => {
    const { fetch } = server(
      json({
        list: { resourceType: 'List' },
        files: [{ contentType: 'image/png', embedded: 'x' }, embedded('a.b.c')],
      }),
    );
    expect(await fetchEncryptedFiles(link, options(fetch))).toEqual([
      { contentType: 'application/fhir+json', jwe: 'a.b.c' },
    ]);
  });
});

describe('a card', () => {
  const issuer = 'https://issuer.example.org';

  async function issue(change: { header?: object; payload?: object; vc?: object } = {}) {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(jwk);
    const payload = {
      iss: issuer,
      nbf: 1_700_000_000,
      vc: {
        type: ['https://smarthealth.cards#health-card', 'https://example.org#unknown'],
        credentialSubject: {
          fhirVersion: '4.0.1',
          fhirBundle: { resourceType: 'Bundle', type: 'collection' },
        },
        ...change.vc,
      },
      ...change.payload,
    };
    const jws = await new CompactSign(deflateRawSync(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', zip: 'DEF', kid, ...change.header })
      .sign(privateKey);
    const key = { ...jwk, kty: 'EC', kid, use: 'sig', alg: 'ES256' };
    return { jws, key, issuers: [{ url: issuer, keys: [key] }] };
  }
  const now = new Date('2026-11-30T00:00:00Z');

  it('is verified only with the keys of the caller', async () => {
    const { jws, key, issuers } = await issue();
    expect(await readHealthCard(jws, issuers, now)).toMatchObject({ verification: 'verified', issuer });
    expect(await readHealthCard(jws)).toMatchObject({ verification: 'issuer-unknown' });
    const withSlash = [{ url: `${issuer}/`, keys: [key] }];
    expect((await readHealthCard(jws, withSlash, now)).verification).toBe('issuer-unknown');
    for (const change of [
      { use: 'enc' },
      { alg: 'ES384' },
      { kty: 'RSA' },
      { d: 'secret' },
      { kid: 'other' },
    ]) {
      const keys = [{ ...key, ...change }];
      expect((await readHealthCard(jws, [{ url: issuer, keys }], now)).verification).toBe('key-unknown');
    }
    const foreign = (await issue()).key;
    const renamed = [{ url: issuer, keys: [{ ...foreign, kid: key.kid }] }];
    expect((await readHealthCard(jws, renamed, now)).verification).toBe('key-unknown');
  });

  it('that was changed is not', async () => {
    const { jws, issuers } = await issue();
    const [header = '', payload = '', signature = ''] = jws.split('.');
    const content = JSON.parse(inflateRawSync(Buffer.from(payload, 'base64url')).toString()) as object;
    const other = deflateRawSync(JSON.stringify({ ...content, nbf: 1_700_000_001 })).toString('base64url');
    expect((await readHealthCard(`${header}.${other}.${signature}`, issuers, now)).verification).toBe(
      'signature-wrong',
    );
  });

  it('is not verified before it becomes valid, after it has expired, or once it is revoked', async () => {
    const early = await issue({ payload: { nbf: 1_900_000_000 } });
    expect((await readHealthCard(early.jws, early.issuers, now)).verification).toBe('not-yet-valid');
    const late = await issue({ payload: { exp: 1_700_000_100 } });
    expect((await readHealthCard(late.jws, late.issuers, now)).verification).toBe('expired');
    const { jws, key } = await issue({ vc: { rid: 'AQPCj4wwk6Mt' } });
    const keys = [{ ...key, crlVersion: 1 }];
    const verdict = async (rids: readonly string[] | null): Promise<string> =>
      (
        await readHealthCard(
          jws,
          [{ url: issuer, keys, ...(rids === null ? {} : { revocations: [{ kid: key.kid, rids }] }) }],
          now,
        )
      ).verification;
    expect(await verdict(null)).toBe('revocation-unknown');
    expect(await verdict([])).toBe('verified');
    expect(await verdict(['AQPCj4wwk6Mt'])).toBe('revoked');
    expect(await verdict(['AQPCj4wwk6Mt.1700000001'])).toBe('revoked');
    expect(await verdict(['AQPCj4wwk6Mt.1600000000'])).toBe('verified');
  });

  it('is read from a QR code', async () => {
    const { jws, issuers } = await issue();
    const digits = [...jws].map((each) => String(each.charCodeAt(0) - 45).padStart(2, '0')).join('');
    expect((await readHealthCard(cardOfQrCode(`shc:/${digits}`), issuers, now)).verification).toBe(
      'verified',
    );
    for (const text of ['shc:/', 'shc:/1', 'shc:/12a4', 'shc:/1/2/1234', 'https://example.org'])
      expect(await codeOf(() => cardOfQrCode(text))).toBe('health-card-invalid');
  });

  it('that is invalid, decompresses without end or has another algorithm is refused', async () => {
    const plain = await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32));
    const none = `${Buffer.from('{"alg":"none","zip":"DEF","kid":"x"}').toString('base64url')}.e30.AA`;
    const bomb = `${Buffer.from('{"alg":"ES256","zip":"DEF","kid":"x"}').toString('base64url')}.${deflateRawSync(
      Buffer.alloc(200 * 1_048_576),
    ).toString('base64url')}.AA`;
    for (const jws of ['', 'a.b', plain, none, bomb])
      expect(await codeOf(() => readHealthCard(jws))).toBe('health-card-invalid');
    for (const vc of [{ type: [] }, { credentialSubject: null }, { credentialSubject: {} }])
      expect(await codeOf(async () => readHealthCard((await issue({ vc })).jws))).toBe('health-card-invalid');
  });
});
