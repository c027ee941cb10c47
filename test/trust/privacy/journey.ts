import { fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { signedCdcData } from '@mhb-kit/core/card/verify-cdc';
import {
  createAccountClient,
  createGatewayClient,
  type CardReading,
  type LoginAnswer,
} from '@mhb-kit/core/gateway';
import type { Message } from '@mhb-kit/gateway';
import { createTestPki, type TestPki } from '@mhb-kit/testkit/authority';
import {
  completeRequest,
  createTestBridge,
  logInWith,
  portal,
  refusal,
} from '../../conformance/gateway/support.js';
import { marked } from './marked-person.mjs';
import type { Told } from './services.mjs';

/** The observed services, and the journey of a marked person through them. */

const person = { nationalId: marked.nationalId, cardNumber: marked.card.cardNumber };

type Wish = 'metrics' | 'expire';

/** Generating keys takes long, so all journeys use the same authority. */
let authority: Promise<TestPki> | undefined;

/** Files for checking certificates, and the server of the revocation list. */
async function startAuthority(folder: string) {
  const pki = await (authority ??= createTestPki(new Date()));
  const issuing = pki.generations[2];
  const [root, certificate] = [join(folder, 'root.cer'), join(folder, 'issuing.cer')];
  await mkdir(folder, { recursive: true });
  await writeFile(root, pki.roots[0] ?? '');
  await writeFile(certificate, new Uint8Array(issuing.certificate));
  const list = await issuing.revoke([], { nextUpdate: new Date(Date.now() + 30 * 86_400_000) });
  const server = createServer((_request, response) => response.end(list));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const revocationList = `http://127.0.0.1:${port}/list.crl`;
  return {
    issuing,
    server,
    pins: { roots: [root], authorities: [{ certificate, revocationList }], ocsp: false },
  };
}

export interface WatchedOptions {
  /** Default: the embedded database. */
  readonly databaseUrl?: string | undefined;
  /** Whether archives are stored in a bucket; default: in a folder. */
  readonly bucket?: boolean;
}

/** Starts the services with their own home, temporary folder and log, all in `folder`. */
export async function startWatched(folder: string, { databaseUrl, bucket = false }: WatchedOptions = {}) {
  const { issuing, server, pins } = await startAuthority(join(folder, 'authority'));
  const testBridge = await createTestBridge();
  const temporary = join(folder, 'tmp');
  await mkdir(temporary, { recursive: true });
  const options = {
    folder: join(folder, 'data'),
    databaseUrl,
    bucket,
    authorities: pins,
    bridgeJwk: testBridge.publicJwk,
    origin: portal,
  };
  const child = fork(new URL('services.mjs', import.meta.url), [JSON.stringify(options)], {
    env: { ...process.env, TMPDIR: temporary, HOME: temporary },
    cwd: temporary,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = createWriteStream(join(folder, 'services.log'));
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const told = new EventEmitter();
  const messages: Message[] = [];
  child.on('message', (one: Told) => {
    if ('message' in one) messages.push(one.message);
    told.emit('told', one);
  });
  const answer = async <Key extends string>(key: Key): Promise<Extract<Told, Record<Key, unknown>>> => {
    for (;;) {
      const [one] = (await once(told, 'told', { signal: AbortSignal.timeout(150_000) })) as [Told];
      if (key in one) return one as Extract<Told, Record<Key, unknown>>;
    }
  };
  const { url, portalUrl } = await answer('url');

  /** Requested URLs, and bodies of refused requests. */
  const seen = { urls: [] as string[], refusals: [] as string[] };
  const watchedFetch: typeof fetch = async (input, init) => {
    seen.urls.push(String(input));
    const response = await fetch(input, {
      ...init,
      headers: { ...(init?.headers as Record<string, string>), Origin: portal },
    });
    if (!response.ok) seen.refusals.push(await response.clone().text());
    return response;
  };
  const accounts = createAccountClient({ baseUrl: url, fetch: watchedFetch });
  const client = createGatewayClient({ baseUrl: url, fetch: watchedFetch });

  async function read(): Promise<CardReading> {
    const { nonce } = await accounts.challenge();
    const basic = { ...person, name: marked.name, nameQuality: 'ok' };
    return {
      ...person,
      nonce,
      attestation: await testBridge.attest({ basic, origin: portal, nonce, iat: 0 }),
    };
  }
  /** The message that `act` causes to this address. */
  async function sent(to: string, act: () => Promise<unknown>): Promise<string> {
    const before = messages.length;
    await act();
    const isThere = () => messages.slice(before).find((one) => one.to === to);
    while (isThere() === undefined) await answer('message');
    return isThere()?.text ?? '';
  }
  const ticketIn = (text: string): string => /#ticket=([\w-]+)/.exec(text)?.[1] ?? '';
  const codeIn = (text: string): string => /\b(\d{6})\b/.exec(text)?.[1] ?? '';
  const otherThan = (code: string): string => (code === '000000' ? '000001' : '000000');

  /** A login that requires a code; the first code is wrong. */
  async function confirmed(mobile: string, logIn: () => Promise<LoginAnswer>): Promise<void> {
    let answered: LoginAnswer | undefined;
    const code = codeIn(
      await sent(mobile, async () => {
        answered = await logIn();
      }),
    );
    if (answered?.status !== 'code-required') throw new Error('No code was asked for');
    const { handle } = answered.codeRequest;
    await refusal(client.confirmLogin({ handle, code: otherThan(code), rememberReader: true }));
    await client.confirmLogin({ handle, code, rememberReader: true });
  }
  async function certificateLogin(): Promise<LoginAnswer> {
    const { nonce } = await client.challenge();
    const lastFour = marked.nationalId.slice(-4);
    const { name, subjectSerialNumber } = marked;
    const { certificate, privateKey } = await issuing.issue({ name, lastFour, subjectSerialNumber });
    const signed = await signedCdcData(portal, nonce);
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, signed);
    const base64 = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(new Uint8Array(bytes)).toString('base64');
    return client.login({
      method: 'certificate',
      nationalId: marked.nationalId,
      nonce,
      token: {
        format: 'tw-cdc:1',
        algorithm: 'RS256',
        unverifiedCertificate: base64(certificate),
        signature: base64(signature),
        producer: 'test',
      },
    });
  }
  const application = async () => ({
    name: marked.name,
    householdNumber: marked.householdNumber,
    registeredAddress: marked.registeredAddress,
    birthDate: marked.birthDate,
    password: marked.password,
    telephone: marked.telephone,
    mobile: marked.mobile,
    email: marked.email,
    alternateEmail: marked.alternateEmail,
    card: await read(),
  });
  const credentials = { ...person, name: marked.name, password: marked.password };

  return {
    portalUrl,
    seen,
    async register() {
      const ticket = ticketIn(await sent(marked.email, async () => accounts.register(await application())));
      const code = codeIn(await sent(marked.mobile, () => accounts.openConfirmation(ticket)));
      await accounts.confirm({ ticket, code, card: await read() });
    },
    /** Requests that are refused and contain the person's data. */
    async goWrong() {
      await refusal(logInWith(client, testBridge, { ...credentials, password: 'Wrong1234' }));
      await refusal(logInWith(client, testBridge, { ...credentials, cardNumber: '000000000000' }));
      await refusal(accounts.register({ ...(await application()), mobile: marked.email }));
      await refusal(accounts.register({ ...(await application()), ...{ [marked.name]: marked.diagnosis } }));
      for (const path of [`/v1/requests/${marked.nationalId}`, `/v1/${encodeURIComponent(marked.name)}`]) {
        const response = await fetch(url + path, { headers: { Origin: portal, DPoP: marked.nationalId } });
        seen.refusals.push(await response.text());
      }
      const headers = { Origin: portal, 'Content-Type': 'application/json' };
      const body = `{"password":"${marked.password}"`;
      seen.refusals.push(await (await fetch(`${url}/v1/sessions`, { method: 'POST', headers, body })).text());
    },
    /** Prepares a registration that is sent later, for example while the database is not available. */
    async prepareRegistration() {
      const form = await application();
      return () => refusal(accounts.register(form));
    },
    async readPassbook() {
      await logInWith(client, testBridge, credentials);
      const request = await completeRequest(client);
      const archive = await client.createArchive(request.id, [{ category: 'outpatient' }]);
      const blob = await client.downloadArchive(archive);
      await client.logout();
      return { request, archive: new Uint8Array(await blob.arrayBuffer()) };
    },
    /** The person forgets the password, uses an unknown reader, changes all data, and logs in with a certificate. */
    async changeAccount() {
      const mail = await sent(marked.email, async () => accounts.requestPasswordReset(await read()));
      const oneTimePassword = /一次性密碼：(\S+)/.exec(mail)?.[1] ?? '';
      const { newPassword, newTelephone, newMobile, newEmail, mobile, email } = marked;
      await refusal(
        accounts.choosePassword({ card: await read(), oneTimePassword: newPassword, newPassword }),
      );
      await accounts.choosePassword({ card: await read(), oneTimePassword, newPassword: marked.password });
      await confirmed(mobile, async () => {
        const { nonce } = await client.challenge();
        const { password } = marked;
        return client.login({ method: 'nhi-card', ...person, password, nonce, attestation: null });
      });
      const change = { currentPassword: marked.password, telephone: newTelephone, mobile: newMobile };
      await refusal(client.changeContact({ ...change, currentPassword: newPassword }));
      const code = codeIn(await sent(newMobile, () => client.changeContact(change)));
      await refusal(client.confirmMobile(otherThan(code)));
      await client.confirmMobile(code);
      const moved = { currentPassword: marked.password, email: newEmail };
      const ticket = ticketIn(await sent(newEmail, () => client.changeContact(moved)));
      await sent(email, () => accounts.confirmEmail(ticket));
      await client.changePassword({ currentPassword: marked.password, newPassword });
      await client.account();
      await client.activity();
      await client.logout();
      await confirmed(newMobile, certificateLogin);
      await client.logoutEverywhere();
    },
    async ask<W extends Wish>(wish: W) {
      const answered = answer(wish === 'metrics' ? 'metrics' : 'erased');
      child.send(wish);
      return answered;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
      server.close();
      await new Promise((resolve) => log.end(resolve));
    },
  };
}
