import { fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createAccountClient, createGatewayClient, type CardReading } from '@mhb-kit/core/gateway';
import type { Message } from '@mhb-kit/gateway';
import {
  completeRequest,
  createTestBridge,
  logInWith,
  portal,
  refusal,
} from '../../conformance/gateway/support.js';
import { marked } from './marked-person.mjs';
import type { Told } from './services.mjs';

/** The services under watch, and the way of one marked person through them. */

const person = { nationalId: marked.nationalId, cardNumber: marked.card.cardNumber };

type Wish = 'metrics' | 'expire';

/** Starts the services with a home, a temporary folder and a log of their own, all below `folder`. */
export async function startWatched(folder: string, databaseUrl?: string) {
  const testBridge = await createTestBridge();
  const temporary = join(folder, 'tmp');
  await mkdir(temporary, { recursive: true });
  const options = {
    folder: join(folder, 'data'),
    databaseUrl,
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

  /** Addresses that were asked for, and bodies of what was refused. */
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
  async function message(channel: Message['channel']): Promise<string> {
    const isThere = () => messages.find((one) => one.channel === channel);
    while (isThere() === undefined) await answer('message');
    return isThere()?.text ?? '';
  }
  const application = async () => ({
    name: marked.name,
    householdNumber: marked.householdNumber,
    registeredAddress: marked.registeredAddress,
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
      await accounts.register(await application());
      const ticket = /#ticket=([\w-]+)/.exec(await message('mail'))?.[1] ?? '';
      await accounts.openConfirmation(ticket);
      const code = /\b(\d{6})\b/.exec(await message('sms'))?.[1] ?? '';
      await accounts.confirm({ ticket, code, card: await read() });
    },
    /** Whatever is refused is refused with the person's data in the question. */
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
    /** A registration that is sent when it is called: when the database is away, for one. */
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
    async ask<W extends Wish>(wish: W) {
      const answered = answer(wish === 'metrics' ? 'metrics' : 'erased');
      child.send(wish);
      return answered;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
      await new Promise((resolve) => log.end(resolve));
    },
  };
}
