import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MhbError } from '@mhb-kit/core/error';
import { createGatewayClient } from '@mhb-kit/core/gateway';
import { createGateway } from '@mhb-kit/gateway';
import { seededRandom } from '@mhb-kit/testkit/passbook-fixtures';
import { freePort } from '../free-port.mjs';

/**
 * A network between page and gateway that is slow, breaks off anywhere and alters bytes. The client returns either
 * exactly the archive or an error with a code. Nothing hangs, and an incomplete archive never counts as complete.
 */

const AT_ONCE = 8;
/** Longer than all pauses between the client's attempts together. */
const HANG_MS = 90_000;

const person = { nationalId: 'A123456789', cardNumber: '000012345678', password: 'tamsui88' };

/** @typedef {(below: number) => number} Random */
/** @typedef {{ random: Random | null, cut: number, slowed: number, altered: number }} Weather */

/**
 * Forwards bytes to a port, with the faults of `weather`; without faults while `random` is `null`.
 * @param {number} target @param {Weather} weather
 */
async function startProxy(target, weather) {
  const server = createServer((page) => {
    const gateway = connect(target, '127.0.0.1');
    const end = () => {
      page.destroy();
      gateway.destroy();
    };
    for (const socket of [page, gateway]) socket.on('error', end).on('close', end);
    // A connection carries many requests, and each can meet a different fault.
    let [fate, limit, passed] = [0, 0, 0];
    page.on('data', (bytes) => {
      const { random } = weather;
      passed = 0;
      fate = random === null ? 0 : random(6);
      // In the headers, in the first bytes, or far into the body.
      limit = random === null ? 0 : ([random(300), random(5_000), random(1_000_000)][random(3)] ?? 0);
      gateway.write(bytes);
    });
    gateway.on('data', async (bytes) => {
      const next = Buffer.from(bytes);
      if (fate === 1 && passed + next.length > limit) {
        weather.cut += 1;
        page.write(next.subarray(0, Math.max(0, limit - passed)), end);
        return;
      }
      if (fate === 2) {
        gateway.pause();
        weather.slowed += 1;
        await pause(5 + (weather.random?.(40) ?? 0));
        gateway.resume();
      }
      if (fate === 3 && passed <= limit && limit < passed + next.length) {
        weather.altered += 1;
        next[limit - passed] = (next[limit - passed] ?? 0) ^ (1 << (limit % 8));
      }
      passed += next.length;
      if (!page.destroyed) page.write(next);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}`, stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** The error code that a person would see; any other error is thrown again. @param {unknown} error */
function toldCode(error) {
  if (error instanceof MhbError && error.code !== 'internal') return error.code;
  throw error;
}

/** Text that does not compress. @param {number} seed */
const noise = (seed) =>
  Array.from({ length: 100 }, (_, line) =>
    createHash('sha512').update(`${seed} ${line}`).digest('base64'),
  ).join('');

/** @param {import('./run.mjs').FaultRun} run */
async function tornNetwork({ cases, seed, report }) {
  /** @type {Weather} */
  const weather = { random: null, cut: 0, slowed: 0, altered: 0 };
  const port = await freePort();
  const proxy = await startProxy(port, weather);
  const dataDirectory = await mkdtemp(join(tmpdir(), 'mhb-fault-network-'));
  const gateway = createGateway({
    dataDirectory,
    port,
    publicUrl: proxy.url,
    embedders: [],
    minimumAssurance: 'card-read',
    requestsPerMinute: 1_000_000,
    loginsPerMinute: 1_000_000,
    limits: { requestsPerDay: 1_000_000, archivesPerRequest: 1_000_000 },
    recordSource: {
      records: async ({ category, window }) =>
        category.id === 'outpatient'
          ? {
              r1: Array.from({ length: 80 }, (_, row) => ({
                'r1.4': noise(row),
                'r1.5': window?.end.replaceAll('-', ''),
              })),
            }
          : {},
    },
  });
  await gateway.start();
  await gateway.activateAccount({ ...person, name: '王曉明' });

  /** @param {typeof fetch} [watched] */
  const logIn = async (watched = fetch) => {
    const client = createGatewayClient({ baseUrl: proxy.url, fetch: watched });
    const { nonce } = await client.challenge();
    await client.login({ ...person, method: 'nhi-card', nonce, attestation: null });
    return client;
  };
  const calm = await logIn();
  const { id } = await calm.createRequest();
  for await (const { status } of calm.watchRequest(id)) if (status === 'completed') break;
  const archive = await calm.createArchive(id, [{ category: 'outpatient' }]);

  /** @type {string[]} */
  const failures = [];
  /** @type {Record<string, number>} */
  const outcomes = {};
  const count = (/** @type {string} */ outcome) => {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
  let resumed = 0;

  /** @param {import('@mhb-kit/core/gateway').GatewayClient} client @param {number} number */
  async function oneCase(client, number) {
    const next = seededRandom(seed * 1_000_003 + number);
    weather.random = (below) => Math.floor(next() * below);
    const asked = await client.getRequest(id).then(() => 'answered', toldCode);
    count(`question ${asked}`);
    const blob = await client.downloadArchive(archive);
    const hash = createHash('sha256')
      .update(Buffer.from(await blob.arrayBuffer()))
      .digest('hex');
    if (hash !== archive.sha256)
      failures.push(`case ${number} of seed ${seed}: the client returned different bytes`);
    return 'whole';
  }
  const pages = [];
  for (let lane = 0; lane < AT_ONCE; lane += 1) {
    pages.push(
      await logIn(async (input, init) => {
        if (new Headers(init?.headers).has('Range')) resumed += 1;
        return fetch(input, init);
      }),
    );
  }
  const numbers = Array.from({ length: cases }, (_, number) => number);
  await Promise.all(
    pages.map(async (client) => {
      for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
        const late = new Promise((resolve) => setTimeout(resolve, HANG_MS, 'hung').unref());
        const outcome = await Promise.race([oneCase(client, number).catch(toldCode), late]).catch((error) => {
          failures.push(`case ${number} of seed ${seed}: ${error?.stack ?? error}`);
          return 'other';
        });
        if (outcome === 'hung')
          failures.push(`case ${number} of seed ${seed}: no result within ${HANG_MS} ms`);
        count(String(outcome));
      }
    }),
  );
  weather.random = null;
  if ((await (await logIn()).downloadArchive(archive)).size !== archive.byteLength)
    failures.push('no complete download after the faults had ended');
  report(
    `${archive.byteLength} bytes each; ${weather.cut} cuts, ${weather.slowed} pauses, ${weather.altered} altered bytes, ${resumed} resumptions`,
  );
  report(
    Object.entries(outcomes)
      .map(([outcome, times]) => `${times} ${outcome}`)
      .join(', '),
  );
  await gateway.stop();
  await proxy.stop();
  await rm(dataDirectory, { recursive: true });
  return failures;
}

/** @type {import('./run.mjs').Fault[]} */
export const faults = [{ name: 'network', cases: 40, run: tornNetwork }];
