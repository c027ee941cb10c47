import { describe, expect, it } from 'vitest';
import { SHL, SHLManifestBuilder, SHLViewer, SHCIssuer } from 'kill-the-clipboard';
import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair, calculateJwkThumbprint } from 'jose';
import { readPassbook, type Passbook } from '@mhb-kit/core/passbook';
import {
  chooseFiles,
  createHealthLinkKey,
  fetchEncryptedFiles,
  openHealthLink,
  readHealthCard,
  readHealthLink,
  sealFile,
  writeHealthLink,
} from '@mhb-kit/core/share';
import { j2, sample } from '../passbook/fixtures.js';

/** Interoperability with other software: we open what it creates, and it opens what we create. */

const LINKS = 500;
const now = new Date('2026-04-20T04:00:00Z');

const passbook: Passbook = (
  await readPassbook([{ name: 'sample.json', bytes: new TextEncoder().encode(j2(sample)) }])
).passbook;

/** Varied for each link: content, size, flags, label and passcode. */
const variant = (index: number) => ({
  withPasscode: index % 3 === 0,
  isLongTerm: index % 2 === 0,
  isDirect: index % 3 !== 0 && index % 5 === 0,
  label: index % 4 === 0 ? `健康存摺 ${index}` : null,
  embeddedLengthMax: index % 7 === 0 ? 100 : undefined,
});

/** A server for encrypted files according to the specification. */
function hostOf(jwe: readonly string[], passcode: string | null): typeof fetch {
  return (input, init) => {
    const url = new URL(String(input instanceof Request ? input.url : input));
    const file = /^\/files\/(\d+)$/.exec(url.pathname)?.[1];
    if (file !== undefined)
      return Promise.resolve(
        new Response(jwe[Number(file)], { headers: { 'Content-Type': 'application/jose' } }),
      );
    if ((init?.method ?? 'GET') === 'GET') return Promise.resolve(new Response(jwe[0]));
    const body = JSON.parse(String(init?.body)) as {
      recipient?: string;
      passcode?: string;
      embeddedLengthMax?: number;
    };
    if (typeof body.recipient !== 'string') return Promise.resolve(new Response('', { status: 400 }));
    if (passcode !== null && body.passcode !== passcode)
      return Promise.resolve(Response.json({ remainingAttempts: 4 }, { status: 401 }));
    const files = jwe.map((each, index) => ({
      contentType: 'application/fhir+json',
      ...(each.length <= (body.embeddedLengthMax ?? Infinity)
        ? { embedded: each }
        : { location: `https://shl.example.tw/files/${index}` }),
    }));
    return Promise.resolve(Response.json({ files }));
  };
}

describe('kill-the-clipboard', () => {
  it(`opens ${LINKS} of our links`, async () => {
    const files = chooseFiles(passbook, { content: { kind: 'summary' }, language: 'zh-Hant', now });
    const [{ content } = { content: '' }] = files;
    const expected: unknown = JSON.parse(content);
    for (let index = 0; index < LINKS; index += 1) {
      const { withPasscode, isLongTerm, isDirect, label, embeddedLengthMax } = variant(index);
      const key = createHealthLinkKey();
      const small = {
        resourceType: 'Bundle',
        type: 'collection',
        entry: [{ resource: { resourceType: 'Patient', id: `p${index}` } }],
      };
      const whole = index % 50 === 0;
      const jwe = [await sealFile(whole ? content : JSON.stringify(small), 'application/fhir+json', key)];
      const passcode = withPasscode ? String(1_000 + index) : null;
      const text = writeHealthLink(
        {
          url: `https://shl.example.tw/m/${createHealthLinkKey()}`,
          key,
          expiresAt: index % 2 === 0 ? null : new Date(Date.now() + 3_600_000),
          isLongTerm,
          needsPasscode: withPasscode,
          isDirect,
          label,
        },
        index % 6 === 0 ? 'https://viewer.example.tw/' : undefined,
      );
      const viewer = new SHLViewer({ shlinkURI: text, fetch: hostOf(jwe, passcode) });
      const { fhirResources, smartHealthCards } = await viewer.resolveSHL({
        recipient: '明德醫院',
        ...(passcode === null ? {} : { passcode }),
        ...(embeddedLengthMax === undefined ? {} : { embeddedLengthMax }),
      });
      expect(smartHealthCards).toEqual([]);
      expect(fhirResources).toEqual([whole ? expected : small]);
    }
  });

  it(`creates ${LINKS} links that we open`, async () => {
    for (let index = 0; index < LINKS; index += 1) {
      const { withPasscode, isLongTerm, embeddedLengthMax } = variant(index);
      const flag = `${isLongTerm ? 'L' : ''}${withPasscode ? 'P' : ''}`;
      const shl = SHL.generate({
        baseManifestURL: 'https://shl.example.tw/manifests/',
        manifestPath: '/manifest.json',
        ...(flag === '' ? {} : { flag: flag as 'L' | 'P' | 'LP' }),
        ...(index % 4 === 0 ? { label: `Card ${index}` } : {}),
        ...(index % 2 === 0 ? { expirationDate: new Date(Date.now() + 3_600_000) } : {}),
      });
      const stored: string[] = [];
      const builder = new SHLManifestBuilder({
        shl,
        uploadFile: (file: string) => Promise.resolve(String(stored.push(file) - 1)),
        getFileURL: (path: string) => Promise.resolve(`https://shl.example.tw/files/${path}`),
        loadFile: (path: string) => Promise.resolve(stored[Number(path)] ?? ''),
      });
      const resource = {
        resourceType: 'Bundle',
        type: 'collection',
        entry: Array.from({ length: 1 + (index % 20) }, (_each, at) => ({
          resource: { resourceType: 'Observation', id: `o${at}`, valueString: `血糖 ${index}` },
        })),
      };
      await builder.addFHIRResource({ content: resource as never, enableCompression: index % 2 === 1 });
      const passcode = withPasscode ? String(1_000 + index) : null;
      const link = readHealthLink(shl.toURI());
      const files = await fetchEncryptedFiles(link, {
        recipient: 'Mingde',
        fetch: hostOf(stored, passcode),
        ...(passcode === null ? {} : { passcode }),
        ...(embeddedLengthMax === undefined ? {} : { embeddedLengthMax }),
      });
      expect((await openHealthLink(link, files)).map(({ content }) => content)).toEqual([resource]);
    }
  });

  it('issues cards that we verify', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(publicKey);
    const issuer = new SHCIssuer({
      issuer: 'https://issuer.example.org',
      privateKey: await exportPKCS8(privateKey),
      publicKey: await exportSPKI(publicKey),
    });
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ fullUrl: 'resource:0', resource: { resourceType: 'Patient', name: [{ text: '王小明' }] } }],
    };
    const card = await issuer.issue(bundle as never);
    const key = { ...jwk, kty: 'EC', kid: await calculateJwkThumbprint(jwk), use: 'sig', alg: 'ES256' };
    const read = await readHealthCard(card.asJWS(), [{ url: 'https://issuer.example.org', keys: [key] }]);
    expect(read.verification).toBe('verified');
    expect(JSON.stringify(read.bundle)).toContain('王小明');
  });
});

describe('@medplum/core', () => {
  it('parses our links, and accepts their content as FHIR resources', async () => {
    // It is made for Node 22, which has this; on Node 20 it comes from `ws`.
    globalThis.WebSocket ??= (await import('ws')).WebSocket as unknown as typeof WebSocket;
    const { isResource, parseSmartHealthLink } = await import('@medplum/core');
    for (let index = 0; index < LINKS; index += 1) {
      const { withPasscode, isLongTerm, isDirect, label } = variant(index);
      const url = `https://shl.example.tw/m/${createHealthLinkKey()}`;
      const key = createHealthLinkKey();
      const expiresAt = new Date(1_900_000_000_000 + index * 1_000);
      const text = writeHealthLink({
        url,
        key,
        expiresAt,
        isLongTerm,
        needsPasscode: withPasscode,
        isDirect,
        label,
      });
      const flag = `${isLongTerm ? 'L' : ''}${withPasscode ? 'P' : ''}${isDirect ? 'U' : ''}`;
      expect(parseSmartHealthLink(text)).toMatchObject({
        url,
        key,
        exp: 1_900_000_000 + index,
        ...(flag === '' ? {} : { flag }),
        ...(label === null ? {} : { label }),
      });
    }
    const contents = [
      { kind: 'summary' },
      { kind: 'sections', sections: ['r1', 'r4', 'r7'], since: null },
    ] as const;
    for (const content of contents)
      for (const { content: text } of chooseFiles(passbook, { content, language: 'en', now }))
        expect(isResource(JSON.parse(text))).toBe(true);
  });
});
