import { createHash, randomBytes } from 'node:crypto';
import {
  calculateJwkThumbprint,
  compactDecrypt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  type CryptoKey,
} from 'jose';
import { describe, expect, it } from 'vitest';
import { openArchive } from '@mhb-kit/core/archive';
import type { GatewayClient, PageKey } from '@mhb-kit/core/gateway';
import { isManifestFile, verifyManifest } from '@mhb-kit/core/manifest';
import { readPassbook, type PassbookFile } from '@mhb-kit/core/passbook';
import { RawClient } from '../raw-client.js';
import { completeRequest, outpatientRow, portal, refusal, tick } from '../support.js';
import {
  hospital,
  hospitalRedirect,
  type GatewayUnderTest,
  type ReachablePerson,
} from './gateway-under-test.js';

/** A key of a page, like the one that the client creates for each call. */
interface OwnKey {
  readonly privateKey: CryptoKey;
  readonly key: PageKey;
  readonly thumbprint: string;
}

async function newKey(): Promise<OwnKey> {
  const { privateKey, publicKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const { x = '', y = '' } = await exportJWK(publicKey);
  const key = { kty: 'EC', crv: 'P-256', x, y } as const;
  return { privateKey, key, thumbprint: await calculateJwkThumbprint(key) };
}

const path = (id: string): string => `/v1/requests/${id}/renderings`;
const codeOf = async (response: Response): Promise<string> =>
  response.ok ? 'accepted' : ((await response.json()) as { readonly code: string }).code;

async function filesIn(archive: Blob | Uint8Array<ArrayBuffer>): Promise<readonly PassbookFile[]> {
  const opened = await openArchive(archive instanceof Blob ? archive : new Blob([archive]));
  expect(opened.isEncrypted).toBe(false);
  return opened.files();
}

/** All records of a request for reading on a page: encrypted to a key that the call's proof contains. */
export function describeRenderings(gateway: () => GatewayUnderTest): void {
  const rows = {
    r1: ['20260112', '20260212'].map((day) => outpatientRow(day, `${day}診所`)),
    r4: [{ 'r4.1': '20200101', 'r4.2': '青黴素' }],
  };

  async function requested(
    found: GatewayUnderTest['source']['rows'][string] = rows,
  ): Promise<{ readonly person: ReachablePerson; readonly client: GatewayClient; readonly id: string }> {
    const person = await gateway().person();
    gateway().source.rows[person.nationalId] = found;
    gateway().clock.set('2026-03-20T02:00:00Z');
    const client = await gateway().logIn(person);
    const { id } = await completeRequest(client);
    return { person, client, id };
  }

  /** A page of the person that behaves differently from the client. */
  async function rawPage(person: ReachablePerson): Promise<{
    readonly raw: RawClient;
    readonly token: string;
    readonly ask: (id: string, key: object, named?: string, proof?: string) => Promise<Response>;
  }> {
    const raw = new RawClient(gateway().rawTarget(), portal);
    const token = await raw.logIn(person);
    return {
      raw,
      token,
      async ask(id, key, named, proof) {
        const claims = named === undefined ? {} : { enc_jkt: named };
        return raw.send(
          'POST',
          path(id),
          {
            DPoP: proof ?? (await raw.proof('POST', path(id), token, claims)),
            Authorization: `DPoP ${token}`,
          },
          { key },
        );
      },
    };
  }

  describe('a rendering', () => {
    it('contains the signed records of the request, but neither a password nor the ID number', async () => {
      const { person, client, id } = await requested();
      const files = await filesIn(await client.openRequest(id));
      const { passbook } = await readPassbook(files.filter(({ name }) => !isManifestFile(name)));
      expect(passbook.sections.r1.map(({ date }) => date)).toEqual(['2026-01-12', '2026-02-12']);
      expect(passbook.sections.r4).toHaveLength(1);
      expect(passbook.subjectId).toBe(`${person.nationalId.slice(0, 6)}****`);
      for (const { bytes } of files) expect(new TextDecoder().decode(bytes)).not.toContain(person.nationalId);
      expect(await verifyManifest(files, [await client.issuer()])).toMatchObject({
        status: 'genuine',
        issuer: gateway().backend.url,
      });
      const { entries } = await client.activity();
      expect(entries).toContainEqual(expect.objectContaining({ action: 'rendering.create', subject: id }));
    });

    it('is signed for the same person as their archives, and for no other', async () => {
      const subjectOf = async (client: GatewayClient, files: readonly PassbookFile[]): Promise<unknown> => {
        const verdict = await verifyManifest(files, [await client.issuer()]);
        return verdict.status === 'genuine' ? verdict.subject : verdict;
      };
      const { person, client, id } = await requested();
      const read = await subjectOf(client, await filesIn(await client.openRequest(id)));
      const sealed = await client.createArchive(id, [{ category: 'allergy' }]);
      const archive = await openArchive(await client.downloadArchive(sealed), {
        password: person.nationalId,
      });
      expect(read).toEqual(expect.any(String));
      expect(await subjectOf(client, await archive.files())).toBe(read);
      const other = await requested();
      expect(await subjectOf(other.client, await filesIn(await other.client.openRequest(other.id)))).not.toBe(
        read,
      );
    });

    it('is encrypted to the page’s key, and cannot be opened with any other key', async () => {
      const { person, id } = await requested();
      const { ask } = await rawPage(person);
      const own = await newKey();
      const response = await ask(id, own.key, own.thumbprint);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('application/jose');
      expect(response.headers.get('cache-control')).toBe('no-store');
      const jwe = await response.text();
      // Nothing else, because everybody on the way can read this part.
      expect(decodeProtectedHeader(jwe)).toEqual({
        alg: 'ECDH-ES',
        enc: 'A256GCM',
        cty: 'application/zip',
        epk: { kty: 'EC', crv: 'P-256', x: expect.any(String), y: expect.any(String) },
      });
      expect(JSON.stringify([...response.headers])).not.toContain(person.nationalId.slice(0, 6));
      expect(jwe).not.toContain(person.nationalId);
      await expect(compactDecrypt(jwe, (await newKey()).privateKey)).rejects.toThrow();
      const { plaintext } = await compactDecrypt(jwe, own.privateKey);
      expect(await filesIn(new Uint8Array(plaintext))).not.toEqual([]);
    });

    it('is refused for a key that the proof does not contain', async () => {
      const { person, id } = await requested();
      const { ask } = await rawPage(person);
      const [own, foreign] = [await newKey(), await newKey()];
      // A person in between, or a script with a stolen proof, uses another key.
      expect(await codeOf(await ask(id, foreign.key, own.thumbprint))).toBe('proof-refused');
      expect(await codeOf(await ask(id, foreign.key))).toBe('proof-refused');
      expect(await codeOf(await ask(id, own.key, own.thumbprint))).toBe('accepted');
    });

    it('is not created for a proof that was used, or that was made for another request', async () => {
      const { person, id } = await requested();
      const { raw, token, ask } = await rawPage(person);
      const own = await newKey();
      const claims = { enc_jkt: own.thumbprint };
      const proof = await raw.proof('POST', path(id), token, claims);
      expect(await codeOf(await ask(id, own.key, own.thumbprint, proof))).toBe('accepted');
      expect(await codeOf(await ask(id, own.key, own.thumbprint, proof))).toBe('proof-refused');
      const elsewhere = await raw.proof('POST', path((await requested()).id), token, claims);
      expect(await codeOf(await ask(id, own.key, own.thumbprint, elsewhere))).toBe('proof-refused');
    });

    it('is not created for an invalid key', async () => {
      const { person, id } = await requested();
      const { ask } = await rawPage(person);
      const offCurve = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) };
      const { key } = await newKey();
      for (const bad of [offCurve, { ...key, d: 'A'.repeat(43) }, { ...key, crv: 'P-384' }, {}]) {
        const named = await calculateJwkThumbprint(bad as typeof offCurve).catch(() => '');
        expect(await codeOf(await ask(id, bad, named)), JSON.stringify(bad)).toBe('invalid-request');
      }
    });

    it('belongs to one person', async () => {
      const { id } = await requested();
      const other = await gateway().logIn(await gateway().person());
      expect((await refusal(other.openRequest(id))).code).toBe('not-found');
    });

    it('needs a session with the right to download', async () => {
      const { person, client, id } = await requested();
      const clinicPage = await gateway().logIn(person, 'https://clinic.example.tw');
      expect((await refusal(clinicPage.openRequest(id))).code).toBe('scope-missing');
      await client.logout();
      expect((await refusal(client.openRequest(id))).code).toBe('not-signed-in');
    });

    it('cannot be requested with the token of a session that was logged out', async () => {
      const { person, id } = await requested();
      const { raw, token, ask } = await rawPage(person);
      await raw.call('DELETE', '/v1/sessions/current', token);
      const own = await newKey();
      expect(await codeOf(await ask(id, own.key, own.thumbprint))).toBe('session-expired');
    });

    it('is deleted with the data', async () => {
      const { person, id } = await requested();
      gateway().clock.advance(8 * tick.day);
      const later = await gateway().logIn(person);
      expect((await refusal(later.openRequest(id))).code).toBe('request-expired');
    });

    it('waits for the request, and is not created without records', async () => {
      const person = await gateway().person();
      const client = await gateway().logIn(person);
      let open = (): void => undefined;
      gateway().source.gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const { id } = await client.createRequest();
      expect((await refusal(client.openRequest(id))).code).toBe('request-not-ready');
      open();
      gateway().source.gate = Promise.resolve();
      await completeRequest(client);
      expect((await refusal(client.openRequest(id))).code).toBe('nothing-selected');
    });

    it('has a maximum size; larger requests have to be downloaded', async () => {
      const text = 'x'.repeat(64 * 1024);
      const large = Array.from({ length: 5 }, () => ({ 'r8.8': '20260105', 'r8.11': text }));
      const { client, id } = await requested({ r8: large });
      expect((await refusal(client.openRequest(id))).code).toBe('rendering-too-large');
      const fits = await requested({ r8: large.slice(0, 3) });
      expect(await filesIn(await fits.client.openRequest(fits.id))).not.toEqual([]);
    });

    it('reveals no part of the ID number to a website in connect mode', async () => {
      const { person, id } = await requested();
      const website = new RawClient(gateway().rawTarget(), hospital);
      const codeVerifier = randomBytes(32).toString('base64url');
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: 'hospital',
        redirect_uri: hospitalRedirect,
        scope: 'requests archives',
        state: `page.${randomBytes(16).toString('hex')}`,
        code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
        code_challenge_method: 'S256',
        dpop_jkt: await website.thumbprint(),
      });
      const ownPage = new RawClient(gateway().rawTarget(), gateway().backend.url);
      const granted = await ownPage.call('POST', '/v1/connect/codes', await ownPage.logIn(person), {
        query: String(query),
      });
      const code = new URL(String(granted.body['location'])).searchParams.get('code');
      const grant = { clientId: 'hospital', redirectUri: hospitalRedirect, code, codeVerifier };
      const { body } = await website.call('POST', '/v1/connect/tokens', undefined, grant);
      const token = String(body['accessToken']);
      const own = await newKey();
      const proof = await website.proof('POST', path(id), token, { enc_jkt: own.thumbprint });
      const headers = { DPoP: proof, Authorization: `DPoP ${token}` };
      const response = await website.send('POST', path(id), headers, { key: own.key });
      expect(response.status).toBe(200);
      const { plaintext } = await compactDecrypt(await response.text(), own.privateKey);
      const files = await filesIn(new Uint8Array(plaintext));
      const { passbook } = await readPassbook(files.filter(({ name }) => !isManifestFile(name)));
      expect(passbook.sections.r1).toHaveLength(2);
      expect(passbook.subjectId).toBeNull();
      for (const { bytes } of files)
        expect(new TextDecoder().decode(bytes)).not.toContain(person.nationalId.slice(0, 6));
    });
  });
}
