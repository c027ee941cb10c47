import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedCdcData } from '@mhb-kit/core/card/verify-cdc';
import {
  createAccountClient,
  createGatewayClient,
  type GatewayClient,
  type LoginAnswer,
} from '@mhb-kit/core/gateway';
import { createDevelopmentOutbox, pinnedCertificates } from '@mhb-kit/gateway';
import { createTestPki, issuingLeaf, type TestCertificate, type TestPki } from '@mhb-kit/testkit/authority';
import { startTestResponder, type TestResponder } from '@mhb-kit/testkit/ocsp-responder';
import { freePort } from '../../free-port.mjs';
import { makeKey } from './software-authenticator.js';
import {
  createTestBridge,
  eachDatabase,
  hua,
  ming,
  portal,
  portalFetch,
  refusal,
  startTestGateway,
  tick,
  type TestBridge,
  type TestGateway,
} from './support.js';

const startAt = '2026-03-05T02:00:00Z';
const base64 = (bytes: ArrayBuffer | Uint8Array): string =>
  Buffer.from(new Uint8Array(bytes)).toString('base64');
const mings = { name: ming.name, lastFour: '6789', subjectSerialNumber: '0000000112345678' };

/** Creating keys is slow, so both databases use the same authorities. */
const authorities = Promise.all([createTestPki(new Date(startAt)), createTestPki(new Date(startAt))]);

eachDatabase((database) => {
  const outbox = createDevelopmentOutbox();
  const revoked: number[] = [];
  let folder: string;
  let listServer: Server;
  let listAvailable = true;
  let pki: TestPki;
  let lookAlike: TestPki;
  let test: TestGateway;
  let card: TestCertificate;
  let refresh: () => Promise<unknown>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mhb-certificates-'));
    [pki, lookAlike] = await authorities;
    const issuing = pki.generations[2];
    listServer = createServer((_request, response) => {
      if (!listAvailable) return void response.writeHead(503).end();
      issuing.revoke(revoked, { nextUpdate: new Date(Date.parse(startAt) + 30 * tick.day) }).then(
        (list) => response.end(list),
        () => response.destroy(),
      );
    });
    await new Promise<void>((resolve) => listServer.listen(0, '127.0.0.1', resolve));
    const { port } = listServer.address() as AddressInfo;
    await writeFile(join(folder, 'root.cer'), pki.roots[0]!);
    await writeFile(
      join(folder, 'g3.pem'),
      `-----BEGIN CERTIFICATE-----\n${base64(issuing.certificate)}\n-----END CERTIFICATE-----\n`,
    );
    const certificates = await pinnedCertificates(
      {
        roots: [join(folder, 'root.cer')],
        authorities: [
          { certificate: join(folder, 'g3.pem'), revocationList: `http://127.0.0.1:${port}/g3.crl` },
        ],
        ocsp: false,
      },
      join(folder, 'lists'),
      () => test?.clock.read() ?? new Date(startAt),
    );
    refresh = certificates.refresh!;
    // Without a revocation list nobody can log in, and the gateway fetches its first one in the background.
    await refresh();
    const gatewayPort = await freePort();
    test = await startTestGateway({
      database,
      startAt,
      certificates,
      port: gatewayPort,
      publicUrl: `http://localhost:${gatewayPort}`,
      registration: { sender: outbox },
      passkeys: {},
    });
    card = await issuing.issue(mings);
  });
  afterAll(async () => {
    await test?.dispose();
    listServer?.close();
    await rm(folder, { recursive: true });
  });

  interface Attempt {
    readonly nationalId?: string;
    readonly origin?: string;
    readonly nonce?: string;
    readonly page?: GatewayClient;
    readonly tamper?: (token: {
      readonly unverifiedCertificate: string;
      readonly signature: string;
      readonly nonce: string;
    }) => object | Promise<object>;
  }

  async function logIn(certificate: TestCertificate, attempt: Attempt = {}): Promise<LoginAnswer> {
    const page = attempt.page ?? test.client();
    const nonce = attempt.nonce ?? (await page.challenge()).nonce;
    const signature = await crypto.subtle.sign(
      'RSASSA-PKCS1-v1_5',
      certificate.privateKey,
      await signedCdcData(attempt.origin ?? portal, nonce),
    );
    const token = {
      format: 'tw-cdc:1',
      algorithm: 'RS256',
      unverifiedCertificate: base64(certificate.certificate),
      signature: base64(signature),
      producer: 'test',
    } as const;
    return page.login({
      method: 'certificate',
      nationalId: attempt.nationalId ?? ming.nationalId,
      nonce,
      token: { ...token, ...(await attempt.tamper?.({ ...token, nonce })) },
    });
  }
  const refused = async (certificate: TestCertificate, attempt: Attempt = {}): Promise<string> =>
    (await refusal(logIn(certificate, attempt))).code;

  describe('a login with the Citizen Digital Certificate', () => {
    it('is offered, and opens the strongest session', async () => {
      expect((await test.client().service()).loginMethods).toEqual(['nhi-card', 'certificate']);
      const page = test.client();
      const answer = await logIn(card, { page });
      expect(answer).toMatchObject({
        status: 'signed-in',
        session: { assurance: 'certificate', person: { nationalId: 'A12345****', name: '王○明' } },
      });
      expect((await page.account()).certificate).toBe(true);
      const { entries } = await page.activity();
      expect(entries.map(({ action }) => action)).toContain('certificate.bind');
    });

    it('belongs to the account from then on; another one with the same name and digits does not', async () => {
      const stranger = await pki.generations[2].issue({ ...mings, subjectSerialNumber: '0000000199999999' });
      expect(await refused(stranger)).toBe('login-failed');
      expect((await logIn(card)).status).toBe('signed-in');
      const renewed = await pki.generations[2].issue(mings);
      expect((await logIn(renewed)).status).toBe('signed-in');
    });

    it('is replaced by one with another number after its person has released it, and never before', async () => {
      const renewed = await pki.generations[2].issue({ ...mings, subjectSerialNumber: '0000000188888888' });
      expect(await refused(renewed)).toBe('login-failed');
      const page = await test.logIn();
      expect((await refusal(page.releaseCertificate('wrong123'))).code).toBe('login-failed');
      await page.releaseCertificate(ming.password);
      expect((await refusal(page.releaseCertificate(ming.password))).code).toBe('not-found');
      expect((await logIn(renewed)).status).toBe('signed-in');
      expect(await refused(card)).toBe('login-failed');
      const { entries } = await page.activity();
      expect(entries.map(({ action }) => action)).toContain('certificate.release');
      // Back to the first one, for the tests that follow.
      await page.releaseCertificate(ming.password);
      expect((await logIn(card)).status).toBe('signed-in');
    });

    it('ends, when it is removed, the passkey enrollment begun with it, even in the session that continues', async () => {
      const page = test.client();
      await logIn(card, { page });
      const calls = await page.passkeys();
      const { id, ticket } = await calls.begin(ming.password);
      const own = test.gateway.url;
      const ownPage: typeof fetch = (input, init) =>
        fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), Origin: own } });
      const phone = await createGatewayClient({ baseUrl: own, fetch: ownPage }).passkeys();
      const { options } = await phone.open(ticket);
      const { attestation } = makeKey(options, { origin: own });
      const { code } = await phone.complete({ ticket, name: 'x', credential: attestation });
      await page.releaseCertificate(ming.password);
      expect((await refusal(calls.confirm(id, code ?? ''))).code).toBe('code-expired');
      expect(await calls.list()).toEqual([]);
      // Bound again, for the tests that follow.
      expect((await logIn(card)).status).toBe('signed-in');
    });

    it('asks for a code the first time where the account has a mobile', async () => {
      const contact = {
        householdNumber: 'B1234567',
        registeredAddress: '台南市',
        telephone: null,
        mobile: '0911222333',
        email: 'hua@example.tw',
        alternateEmail: null,
      };
      await test.gateway.activateAccount({ ...hua, contact });
      const own = await pki.generations[2].issue({
        name: hua.name,
        lastFour: '7894',
        subjectSerialNumber: '0000000234567894',
      });
      const page = test.client();
      const answer = await logIn(own, { nationalId: hua.nationalId, page });
      if (answer.status !== 'code-required') throw new Error('No code was required');
      await expect.poll(() => outbox.messages.at(-1)?.to).toBe(contact.mobile);
      const code = /\b(\d{6})\b/.exec(outbox.messages.at(-1)!.text)![1]!;
      const { handle } = answer.codeRequest;
      const session = await page.confirmLogin({ handle, code, rememberReader: false });
      expect(session.assurance).toBe('certificate');
      await expect.poll(() => outbox.messages.at(-1)?.to).toBe(contact.email);
      expect((await logIn(own, { nationalId: hua.nationalId })).status).toBe('signed-in');
      // One certificate per account; another name is another person.
      expect(await refused(card, { nationalId: hua.nationalId })).toBe('id-mismatch');
    });

    it('does not reveal who is registered', async () => {
      const nobody = await pki.generations[2].issue({
        name: '無名氏',
        lastFour: '6789',
        subjectSerialNumber: '0000000300000000',
      });
      const bound = await refusal(logIn(nobody));
      const unknown = await refusal(logIn(nobody, { nationalId: 'F123456789' }));
      expect(unknown.code).toBe('login-failed');
      expect(bound.code).toBe('login-failed');
      expect(Object.keys(unknown.details)).toEqual(Object.keys(bound.details));
      test.clock.advance(25 * tick.hour);
    });
  });

  describe('a registration with a certificate', () => {
    const wei = { nationalId: 'H123456786', name: '吳偉', cardNumber: '000044445555' };
    async function apply(certificate: TestCertificate, name = wei.name): Promise<void> {
      const accounts = createAccountClient({ baseUrl: test.gateway.url, fetch: portalFetch });
      const { nationalId, cardNumber } = wei;
      const [card, { nonce }] = [await accounts.challenge(), await accounts.challenge()];
      const signed = await signedCdcData(portal, nonce);
      const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', certificate.privateKey, signed);
      await accounts.register({
        card: { nationalId, cardNumber, nonce: card.nonce, attestation: null },
        name,
        householdNumber: 'H1234567',
        registeredAddress: '基隆市',
        birthDate: '1980-01-01',
        password: 'danshui9',
        telephone: null,
        mobile: '0933444555',
        email: 'wei@example.tw',
        alternateEmail: null,
        certificate: {
          nonce,
          token: {
            format: 'tw-cdc:1',
            algorithm: 'RS256',
            unverifiedCertificate: base64(certificate.certificate),
            signature: base64(signature),
            producer: 'test',
          },
        },
      });
    }

    it('needs no register, and binds the certificate', async () => {
      const issue = (change: object = {}) =>
        pki.generations[2].issue({
          name: wei.name,
          lastFour: '6786',
          subjectSerialNumber: '0000000477777777',
          ...change,
        });
      expect((await refusal(apply(await issue({ lastFour: '0000' })))).code).toBe('id-mismatch');
      expect((await refusal(apply(await issue(), '吳大偉'))).code).toBe('card-mismatch');
      expect((await refusal(apply(await issuingLeaf(card, test.clock.read()).issue(mings)))).code).toBe(
        'cert-untrusted',
      );
      const own = await issue();
      const before = outbox.messages.length;
      await apply(own);
      const sent = () => outbox.messages.slice(before).map(({ text }) => text);
      await expect.poll(() => sent().length).toBe(1);
      const ticket = /#ticket=(\w{16})\b/.exec(sent()[0]!)![1]!;
      const accounts = createAccountClient({ baseUrl: test.gateway.url, fetch: portalFetch });
      await accounts.openConfirmation(ticket);
      await expect.poll(() => sent().length).toBe(2);
      const code = /\b(\d{6})\b/.exec(sent()[1]!)![1]!;
      const { nationalId, cardNumber } = wei;
      const { nonce } = await accounts.challenge();
      await accounts.confirm({ ticket, code, card: { nationalId, cardNumber, nonce, attestation: null } });
      const page = test.client();
      expect((await logIn(own, { nationalId, page })).status).toBe('signed-in');
      expect((await page.account()).certificate).toBe(true);
    });
  });

  describe('a forged certificate', () => {
    const at = (days: number): Date => new Date(test.clock.read().getTime() + days * tick.day);

    it('is refused, no matter what is wrong with it', async () => {
      const authority = pki.generations[2];
      const leaf = await issuingLeaf(card, test.clock.read()).issue(mings);
      const cases: readonly (readonly [string, TestCertificate, string])[] = [
        ['issued by another leaf', leaf, 'cert-untrusted'],
        ['of a look-alike authority', await lookAlike.generations[2].issue(mings), 'cert-untrusted'],
        ['of a generation that is not pinned', await pki.generations[0].issue(mings), 'cert-untrusted'],
        ['expired', await authority.issue({ ...mings, notAfter: at(-1) }), 'cert-expired'],
        ['not yet valid', await authority.issue({ ...mings, notBefore: at(1) }), 'cert-not-yet-valid'],
        [
          'for encipherment',
          await authority.issue({ ...mings, usage: 'keyEncipherment' }),
          'cert-wrong-purpose',
        ],
        ['of a weaker policy', await authority.issue({ ...mings, policy: '1.2.3' }), 'cert-wrong-purpose'],
        ['an authority itself', await authority.issue({ ...mings, isAuthority: true }), 'cert-wrong-purpose'],
        ["another person's", await authority.issue({ ...mings, lastFour: '0000' }), 'id-mismatch'],
      ];
      for (const [what, certificate, code] of cases) expect(await refused(certificate), what).toBe(code);
    });

    it('is refused if it is revoked, after the next daily list, and if there is no valid list', async () => {
      const lost = await pki.generations[2].issue(mings);
      expect((await logIn(lost)).status).toBe('signed-in');
      revoked.push(lost.serial);
      await refresh();
      expect(await refused(lost)).toBe('cert-revoked');
      expect((await logIn(card)).status).toBe('signed-in');
      // The authority is unavailable: yesterday's list is used, also from the disk.
      expect(await readdir(join(folder, 'lists'))).toHaveLength(1);
      listAvailable = false;
      await refresh();
      expect(await refused(lost)).toBe('cert-revoked');
      test.clock.advance(31 * tick.day);
      await refresh();
      expect(await refused(card)).toBe('revocation-unavailable');
      test.clock.advance(-31 * tick.day);
      listAvailable = true;
      await refresh();
    });

    it('is refused if the signature is for another site or login, or was made with another key', async () => {
      expect(await refused(card, { origin: 'https://phishing.example' })).toBe('signature-invalid');
      const page = test.client();
      const { nonce } = await page.challenge();
      await logIn(card, { page, nonce });
      expect(await refused(card, { page, nonce })).toBe('challenge-expired');
      expect(await refused(card, { nonce: 'n'.repeat(43) })).toBe('challenge-expired');
      const other = await pki.generations[2].issue({ ...mings });
      const stolen = { ...other, certificate: card.certificate };
      expect(await refused(stolen)).toBe('signature-invalid');
      expect(await refused(card, { tamper: () => ({ signature: base64(new Uint8Array(256)) }) })).toBe(
        'signature-invalid',
      );
      expect(await refused(card, { tamper: () => ({ algorithm: 'ES256' }) })).toBe('signature-invalid');
    });

    it('is refused if it is not a certificate', async () => {
      for (const unverifiedCertificate of ['', 'AAAA', '!!', base64(new Uint8Array(5_000))]) {
        expect(await refused(card, { tamper: () => ({ unverifiedCertificate }) })).toBe('cert-invalid');
      }
      const tooLong = { unverifiedCertificate: 'A'.repeat(10_001) };
      expect(await refused(card, { tamper: () => tooLong })).toBe('invalid-request');
    });
  });

  describe.runIf(database === 'embedded')(
    'a gateway that queries responders and requires an enrolled bridge',
    () => {
      let strict: TestGateway;
      let responder: TestResponder;
      beforeAll(async () => {
        const now = (): Date => strict?.clock.read() ?? new Date(startAt);
        responder = await startTestResponder(pki.generations[2], now);
        const pinned = {
          roots: [join(folder, 'root.cer')],
          authorities: [{ certificate: join(folder, 'g3.pem'), responder: responder.url }],
          enrolledBridgesOnly: true,
        };
        const certificates = await pinnedCertificates(pinned, join(folder, 'no-lists'), now);
        strict = await startTestGateway({ startAt, certificates });
      });
      afterAll(async () => {
        await strict.dispose();
        await responder.stop();
      });

      const vouchedBy =
        (bridge: TestBridge, change: object = {}, typ = 'cdc-signature+jwt'): Attempt['tamper'] =>
        async ({ signature, nonce }) => {
          const digest = createHash('sha256').update(Buffer.from(signature, 'base64')).digest('base64url');
          const claims = { signature: digest, origin: portal, nonce, ...change };
          return { attestation: await bridge.attest(claims, { typ }) };
        };
      const codeOf = async (certificate: TestCertificate, tamper?: Attempt['tamper']): Promise<string> =>
        logIn(certificate, { page: strict.client(), ...(tamper === undefined ? {} : { tamper }) }).then(
          ({ status }) => status,
          (error: unknown) => (error as { code: string }).code,
        );

      it('accepts a signature only if an enrolled bridge vouches for it', async () => {
        expect(await codeOf(card, vouchedBy(strict.bridge))).toBe('signed-in');
        const stranger = await createTestBridge();
        const others = {
          'of no bridge': undefined,
          'of a bridge that is not enrolled': vouchedBy(stranger),
          'for another website': vouchedBy(strict.bridge, { origin: 'https://elsewhere.example' }),
          'for another login': vouchedBy(strict.bridge, { nonce: 'n'.repeat(43) }),
          'for another signature': vouchedBy(strict.bridge, { signature: 's'.repeat(43) }),
          'of an NHI card': vouchedBy(strict.bridge, {}, 'nhi-reading+jwt'),
        };
        for (const [what, tamper] of Object.entries(others))
          expect(await codeOf(card, tamper), what).toBe('assurance-too-low');
      });

      it('queries the OCSP responder at every login, and accepts only a good status', async () => {
        const vouched = vouchedBy(strict.bridge);
        const asked = responder.requests;
        const lost = await pki.generations[2].issue(mings);
        expect(await codeOf(lost, vouched)).toBe('signed-in');
        expect(responder.requests).toBe(asked + 1);
        responder.revoke(lost.serial);
        expect(await codeOf(lost, vouched)).toBe('cert-revoked');
        responder.behave({ status: 'unknown' });
        expect(await codeOf(card, vouched)).toBe('cert-untrusted');
        // It cannot be reached, or its answer was changed; and there is no list.
        responder.behave({ refusal: 3 });
        expect(await codeOf(card, vouched)).toBe('revocation-unavailable');
        responder.behave({
          tamper: (answer) => answer.map((byte, at) => (at === answer.length - 9 ? byte ^ 1 : byte)),
        });
        expect(await codeOf(card, vouched)).toBe('revocation-unavailable');
        responder.behave({});
        expect(await codeOf(card, vouched)).toBe('signed-in');
      });
    },
  );
});
