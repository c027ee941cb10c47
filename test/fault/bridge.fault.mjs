import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBridge, virtualPcscPort } from '@mhb-kit/card-bridge';
import { BRIDGE_SUBPROTOCOL } from '@mhb-kit/core/card';
import { anyHolder, virtualNhiCard } from '@mhb-kit/testkit/card';
import { seededRandom } from '@mhb-kit/testkit/passbook-fixtures';
import WebSocket from 'ws';

/**
 * Frames and requests that no legitimate page sends, on real sockets of a running bridge with a card in its
 * reader. No matter what arrives, the bridge answers or closes the connection within two seconds, gives no
 * card data without a proper request, and keeps serving a legitimate page at the same time.
 */

const ORIGIN = 'https://portal.example.tw';
const HANG_MS = 2_000;
const HONEST_EVERY = 50;
/**
 * The close codes that the bridge may use; 1002 and 1007 are the WebSocket library's own, for broken frames
 * and text.
 */
const CLOSE_CODES = [1000, 1002, 1005, 1006, 1007, 1009, 4400, 4401, 4403, 4409];
const NONCE = 'n'.repeat(43);

/** @typedef {(below: number) => number} Random */
/** @typedef {{ port: number }} Target */

const requests = [
  { id: 1, op: 'readers' },
  { id: 2, op: 'nhi.read', nonce: NONCE, waitMs: 10 },
  { id: 3, op: 'nhi.read', reader: 'Virtual reader' },
  { id: 4, op: 'pair', token: 't'.repeat(43) },
  { id: 5, op: 'cdc.authenticate', nonce: NONCE },
  { id: 6, op: 'prove', challenge: 'c'.repeat(43) },
  { id: 7, op: 'cancel', target: 2 },
];
const values = [
  ...[null, true, -1, 0, 1.5, 1e308, 2 ** 53, '', 'x', 'x'.repeat(300), [], [[]], {}, { op: 'readers' }],
  ...['nhi.read', '__proto__', 'constructor', '1234', '\u0000', '\ud800', '王'],
];
const keys = ['id', 'op', 'pin', 'password', 'nonce', 'reader', 'waitMs', '__proto__', 'origin', 'target'];

/** @template Item @param {readonly Item[]} items @param {Random} random @returns {Item} */
const oneOf = (items, random) => /** @type {Item} */ (items[random(items.length)]);

/** @param {Random} random @returns {string | Buffer} */
function frame(random) {
  const request = /** @type {Record<string, unknown>} */ ({ ...oneOf(requests, random) });
  if (random(3) > 0) request[oneOf([...keys, ...Object.keys(request)], random)] = oneOf(values, random);
  const dropped = random(4) === 0 ? oneOf(Object.keys(request), random) : '';
  const kept = Object.fromEntries(Object.entries(request).filter(([key]) => key !== dropped));
  const text = JSON.stringify(random(12) === 0 ? [kept] : kept);
  const bytes = Buffer.from(text);
  const at = random(bytes.length);
  switch (random(8)) {
    case 0:
      return bytes;
    case 1:
      bytes[at] = random(256);
      return bytes.toString('latin1');
    case 2:
      return text.slice(0, at);
    case 3:
      return text + text;
    case 4:
      return text.replace(/[}\]]$/, `,"x":"${'y'.repeat(random(20_000))}"}`);
    case 5:
      return '['.repeat(random(8_000));
    default:
      return text;
  }
}

/** @param {Target} target */
const openLine = async ({ port }) => {
  const line = new WebSocket(`ws://127.0.0.1:${port}/v1/ws`, BRIDGE_SUBPROTOCOL, { origin: ORIGIN });
  /** @type {any[]} */
  const received = [];
  line.on('message', (data) => received.push(JSON.parse(String(data))));
  line.on('error', () => undefined);
  /** @type {Promise<number>} */
  const closed = new Promise((resolve) => line.once('close', resolve));
  await Promise.race([new Promise((resolve) => line.once('open', resolve)), closed]);
  return { line, received, closed };
};

/** @param {number} milliseconds @returns {Promise<'late'>} */
const late = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds, 'late').unref());

/** The answer to a request on a separate connection. @param {Target} target @param {object} request */
async function ask(target, request) {
  const { line, closed } = await openLine(target);
  const answer = new Promise((resolve) => {
    line.on('message', (data) => {
      const message = JSON.parse(String(data));
      if ('ok' in message) resolve(message);
    });
  });
  line.send(JSON.stringify(request));
  const result = await Promise.race([answer, closed, late(HANG_MS)]);
  line.terminate();
  return result;
}

/**
 * One connection, several frames, and a final honest request, whose answer shows that all others have been
 * processed. @param {Target} target @param {Random} random
 */
async function fuzzLine(target, random) {
  const { line, received, closed } = await openLine(target);
  /** @type {string[]} */
  const wrong = [];
  const sent = Array.from({ length: 1 + random(4) }, () => frame(random));
  const last = 1_000_000 + random(1_000);
  const answered = new Promise((resolve) => {
    line.on('message', (data) => {
      if (JSON.parse(String(data)).id === last) resolve('answered');
    });
  });
  for (const one of sent) line.send(one, () => undefined);
  line.send(JSON.stringify({ id: last, op: 'readers' }), () => undefined);
  const end = await Promise.race([answered, closed, late(HANG_MS)]);
  if (end === 'late') wrong.push(`no answer to ${JSON.stringify(sent.map(String)).slice(0, 300)}`);
  if (typeof end === 'number' && !CLOSE_CODES.includes(end)) wrong.push(`closed with ${end}`);
  line.terminate();
  const asked = new Set(sent.flatMap((one) => (typeof one === 'string' ? readIdOf(one) : [])));
  for (const { id, basic } of received) {
    if (basic !== undefined && !asked.has(id)) wrong.push(`a card for ${id}, which did not ask`);
  }
  return wrong;
}

/** @param {string} text */
function readIdOf(text) {
  try {
    const { id, op } = JSON.parse(text);
    return op === 'nhi.read' ? [id] : [];
  } catch {
    return [];
  }
}

/**
 * Bytes on a plain socket: broken requests, forged names, incomplete upgrades. @param {Target} target @param
 * {Random} random
 */
async function fuzzSocket({ port }, random) {
  const own = `127.0.0.1:${port}`;
  const headers = [
    `Host: ${oneOf([own, 'evil.example', `localhost:${port}`, '', `${own}, ${own}`, `${own}@evil.example`], random)}`,
    `Origin: ${oneOf([ORIGIN, 'https://evil.example', 'null', `${ORIGIN}.evil.example`, `http://${own}`, ''], random)}`,
    ...oneOf([['Upgrade: websocket', 'Connection: Upgrade'], ['Content-Length: 99999'], []], random),
    `Sec-WebSocket-Key: ${oneOf(['dGhlIHNhbXBsZSBub25jZQ==', 'x', ''], random)}`,
    `Sec-WebSocket-Version: ${oneOf(['13', '8', '13, 8'], random)}`,
    `Sec-WebSocket-Protocol: ${oneOf([BRIDGE_SUBPROTOCOL, 'other', `${BRIDGE_SUBPROTOCOL}, x`], random)}`,
    `Sec-Fetch-Site: ${oneOf(['same-origin', 'cross-site', 'none', 'same-origin, none'], random)}`,
  ].filter(() => random(6) > 0);
  const path = oneOf(
    [
      '/v1/ws',
      '/v1/popup',
      '/v1/health',
      '/ui',
      '/ui/answer',
      '/ui/../v1/ws',
      '//v1/ws',
      '/%2e%2e/',
      '*',
      'http://evil/',
    ],
    random,
  );
  const method = oneOf(['GET', 'POST', 'OPTIONS', 'CONNECT', 'get', 'PRI'], random);
  let bytes = Buffer.from(`${method} ${path} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
  for (let count = random(4); count > 0; count -= 1) bytes[random(bytes.length)] = random(256);
  if (random(5) === 0) bytes = bytes.subarray(0, random(bytes.length));
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => (answer += data.toString('latin1')));
  socket.on('error', () => undefined);
  const ended = new Promise((resolve) => socket.once('close', () => resolve('closed')));
  socket.end(bytes);
  await Promise.race([ended, new Promise((resolve) => socket.once('data', resolve)), late(HANG_MS)]);
  socket.destroy();
  const wrong = [];
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
  if (answer !== '' && ![101, 200, 403, 404, 405, 413, 421, 400].includes(status))
    wrong.push(`status ${status}`);
  if (/evil/i.test(answer)) wrong.push(`the forged name in the answer: ${answer.slice(0, 200)}`);
  if (/A123456789|cardNumber/.test(answer)) wrong.push('a card in the answer');
  if (
    status === 101 &&
    !headers.some((one) => one === `Origin: ${ORIGIN}` || one === `Origin: http://${own}`)
  )
    // A mutated byte can have become correct again only through the header list above.
    if (!bytes.includes(ORIGIN) && !bytes.includes(`http://${own}`)) wrong.push('a line for a stranger');
  return wrong;
}

/** @param {import('./run.mjs').FaultRun} run */
async function fuzzBridge({ cases, seed, report }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'mhb-fault-bridge-'));
  const bridge = await createBridge({
    pcsc: virtualPcscPort({ 'Virtual reader': virtualNhiCard(anyHolder) }),
    dataDir,
    ports: [0],
    origins: [{ origin: ORIGIN, consent: 'enrolled' }],
  });
  await bridge.start();
  const target = { port: bridge.address.port };
  /** @type {string[]} */
  const failures = [];
  const crashed = (/** @type {unknown} */ error) => failures.push(`uncaught: ${error}`);
  process.on('uncaughtException', crashed);
  process.on('unhandledRejection', crashed);
  const before = process.memoryUsage.rss();
  for (let number = 0; number < cases; number += 1) {
    const next = seededRandom(seed * 1_000_003 + number);
    const random = (/** @type {number} */ below) => Math.floor(next() * below);
    const wrong = await (random(3) === 0 ? fuzzSocket(target, random) : fuzzLine(target, random));
    failures.push(...wrong.map((what) => `case ${number} of seed ${seed}: ${what}`));
    if (number % HONEST_EVERY === 0) {
      const answer = /** @type {any} */ (await ask(target, { id: 1, op: 'nhi.read' }));
      if (answer?.basic?.nationalId !== anyHolder.nationalId)
        failures.push(`case ${number} of seed ${seed}: the honest page got ${JSON.stringify(answer)}`);
    }
  }
  report(`memory grew by ${Math.round((process.memoryUsage.rss() - before) / 1e6)} MB`);
  process.off('uncaughtException', crashed);
  process.off('unhandledRejection', crashed);
  await bridge.stop();
  await rm(dataDir, { recursive: true });
  return failures;
}

/** @type {import('./run.mjs').Fault[]} */
export const faults = [{ name: 'bridge', cases: 1_000, run: fuzzBridge }];
