import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';
import { createBridge, virtualPcscPort } from '@mhb-kit/card-bridge';
import { openArchive } from '@mhb-kit/core/archive';
import { bridgeProvider } from '@mhb-kit/core/card';
import { createAccountClient, createGatewayClient } from '@mhb-kit/core/gateway';
import { lin } from '@mhb-kit/testkit';
import { cardOf } from '../../../examples/services.mjs';

/**
 * A person at a computer with the card bridge and the card in its reader, on the page of the site that the guide registers:
 * `choose-password`, or `read FILE`, which logs in, requests everything, and keeps the archive in the file. The first
 * argument is the folder in which the mails and text messages arrive.
 */

const GATEWAY = 'https://gateway.example.tw';
const SITE = 'https://medicines.example.tw';
const PASSWORD = 'seven quiet herons 7';

const [folder = '', what = '', file = ''] = process.argv.slice(2);

const received = (/** @type {'mail' | 'texts'} */ name) => {
  try {
    const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n');
    const texts = lines.map((line) => /** @type {{ text: string }} */ (JSON.parse(line)).text);
    return name === 'mail' ? texts.map(decoded) : texts;
  } catch {
    return [];
  }
};

/** What a message that arrives from now on says. @param {'mail' | 'texts'} name @param {RegExp} pattern */
function awaited(name, pattern) {
  const before = received(name).length;
  return async () => {
    for (;;) {
      for (const text of received(name).slice(before)) {
        const [, found] = pattern.exec(text) ?? [];
        if (found !== undefined) return found;
      }
      await pause(100);
    }
  };
}

/** Of a mail, which is quoted-printable: lines are joined and bytes written out. @param {string} text */
const decoded = (text) =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_code, /** @type {string} */ byte) =>
        String.fromCharCode(Number.parseInt(byte, 16)),
      ),
    'latin1',
  ).toString('utf8');

class OnPage extends WebSocket {
  constructor(/** @type {string} */ url, /** @type {string[]} */ protocols) {
    super(url, protocols, { origin: SITE });
  }
}
/** The connection of a page of the site, as a browser has it. */
const onPage = /** @type {import('@mhb-kit/core/card').WebSocketConstructor} */ (
  /** @type {unknown} */ (OnPage)
);

/** @type {typeof fetch} */
const fromSite = (input, init) =>
  fetch(input, { ...init, headers: { .../** @type {object} */ (init?.headers), Origin: SITE } });

const data = await mkdtemp(join(tmpdir(), 'mhb-person-'));
const bridge = await createBridge({
  pcsc: virtualPcscPort({ Reader: cardOf(lin) }),
  dataDir: data,
  ports: [0],
  origins: [{ origin: SITE, consent: 'enrolled' }],
});
await bridge.start();
try {
  await (what === 'read' ? read() : choosePassword());
} finally {
  await bridge.stop();
  await rm(data, { recursive: true });
}

/** @param {string} nonce */
async function reading(nonce) {
  const session = await bridgeProvider({ ports: [bridge.address.port], WebSocket: onPage }).open({});
  try {
    const { basic, attestation } = await session.readNhi({ nonce });
    return { nationalId: basic.nationalId, cardNumber: basic.cardNumber, nonce, attestation };
  } finally {
    await session.close();
  }
}

async function choosePassword() {
  const account = createAccountClient({ baseUrl: GATEWAY, fetch: fromSite });
  const arrived = awaited('mail', /Your one-time password: ([a-z0-9]{10})\r/);
  await account.requestPasswordReset(await reading((await account.challenge()).nonce));
  await account.choosePassword({
    card: await reading((await account.challenge()).nonce),
    oneTimePassword: await arrived(),
    newPassword: PASSWORD,
  });
}

async function read() {
  const client = createGatewayClient({ baseUrl: GATEWAY, fetch: fromSite });
  const arrived = awaited('texts', /登入驗證碼 (\d{6})/);
  const card = await reading((await client.challenge()).nonce);
  const answer = await client.login({ method: 'nhi-card', password: PASSWORD, ...card });
  if (answer.status === 'code-required') {
    const { handle } = answer.codeRequest;
    await client.confirmLogin({ handle, code: await arrived(), rememberReader: false });
  }
  const before = (await client.listRequests()).length;
  let request = await client.createRequest();
  for await (const change of client.watchRequest(request.id)) request = change;
  const selection = request.sections
    .filter(({ status }) => status === 'available')
    .map(({ category }) => ({ category }));
  const archive = await client.createArchive(request.id, selection);
  const bytes = new Uint8Array(await (await client.downloadArchive(archive)).arrayBuffer());
  writeFileSync(file, bytes);
  const { entries } = await openArchive(bytes, { password: lin.nationalId });
  const passbook = entries.find(({ name }) => name.endsWith('.json') && !name.includes('manifest'));
  const { myhealthbank } = JSON.parse(new TextDecoder().decode(await passbook?.bytes()));
  console.log(
    JSON.stringify({
      codeWasAsked: answer.status === 'code-required',
      requestsBefore: before,
      status: request.status,
      visits: myhealthbank.bdata.r1,
    }),
  );
}
