import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openArchive } from '@mhb-kit/core/archive';
import { MhbError } from '@mhb-kit/core/error';
import { createGatewayClient } from '@mhb-kit/core/gateway';
import { isNationalId } from '@mhb-kit/core/identity';
import { seededRandom } from '@mhb-kit/testkit/passbook-fixtures';

/**
 * Many people at the same time, each with their own browser and address. They log in, request, wait, save, read and log
 * out, and begin again after a pause for reading. With 1,000 people this takes ten minutes, with pauses of at most two
 * and a half. With fewer people both times are shorter in proportion, so that the load is always the same.
 * Nobody is turned away, nothing is lost, and everyone receives their own archive.
 */

const MS_PER_PERSON = 600;
const LONGEST_THOUGHT_MS_PER_PERSON = 150;

/** @param {number} index */
function personOf(index) {
  const start = `A1${String(index).padStart(7, '0')}`;
  const digit = [...'0123456789'].find((last) => isNationalId(start + last)) ?? '';
  const cardNumber = String(index).padStart(12, '0');
  return { nationalId: start + digit, name: `人${index}`, cardNumber, password: `secret${index}` };
}

/** @param {number[]} sorted @param {number} share */
const quantile = (sorted, share) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);

/** @param {import('./run.mjs').FaultRun} run */
async function crowd({ cases, seed, report }) {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'mhb-fault-people-'));
  const people = Array.from({ length: cases }, (_, index) => personOf(index));
  const child = fork(fileURLToPath(new URL('people/gateway.mjs', import.meta.url)), [
    JSON.stringify({ dataDirectory, people }),
  ]);
  const died = once(child, 'exit').then(() => Promise.reject(new Error('The gateway did not start')));
  died.catch(() => undefined);
  const [{ url }] = await Promise.race([once(child, 'message'), died]);
  const memory = async () => {
    if (!child.connected) return 0;
    child.send('memory');
    const [{ memory: bytes }] = await once(child, 'message');
    return Math.round(bytes / 1e6);
  };
  const atRest = await memory();
  let peak = atRest;
  const watch = setInterval(async () => (peak = Math.max(peak, await memory())), 2_000);

  /** @type {string[]} */
  const failures = [];
  /** @type {Record<string, number[]>} */
  const times = { login: [], request: [], archive: [], download: [], list: [] };
  /** @template Result @param {keyof typeof times} what @param {() => Promise<Result>} act */
  const timed = async (what, act) => {
    const start = performance.now();
    const result = await act();
    times[what]?.push(performance.now() - start);
    return result;
  };
  let journeys = 0;
  const end = Date.now() + cases * MS_PER_PERSON;

  /** @param {ReturnType<typeof personOf>} person @param {number} index */
  async function live(person, index) {
    const random = seededRandom(seed * 1_000_003 + index);
    const address = `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
    /** @type {typeof fetch} */
    const fromHome = (input, init) =>
      fetch(input, {
        ...init,
        headers: { .../** @type {Record<string, string>} */ (init?.headers), 'X-Forwarded-For': address },
      });
    const { nationalId, cardNumber, password } = person;
    for (;;) {
      await pause(Math.min(random() * cases * LONGEST_THOUGHT_MS_PER_PERSON, Math.max(0, end - Date.now())));
      if (Date.now() >= end) return;
      const client = createGatewayClient({ baseUrl: url, fetch: fromHome });
      await timed('login', async () => {
        const { nonce } = await client.challenge();
        await client.login({
          method: 'nhi-card',
          nationalId,
          cardNumber,
          password,
          nonce,
          attestation: null,
        });
      });
      const request = await timed('request', async () => {
        let latest = await client.createRequest();
        for await (const change of client.watchRequest(latest.id)) latest = change;
        return latest;
      });
      if (request.status !== 'completed') failures.push(`person ${index}: the request is ${request.status}`);
      await timed('list', () => client.listRequests());
      const archive = await timed('archive', () =>
        client.createArchive(request.id, [{ category: 'outpatient' }]),
      );
      const blob = await timed('download', () => client.downloadArchive(archive));
      const { entries } = await openArchive(blob, { password: nationalId });
      if (entries[0] === undefined || (await entries[0].bytes()).length === 0)
        failures.push(`person ${index}: empty`);
      await client.logout();
      journeys += 1;
    }
  }
  await Promise.all(
    people.map((person, index) =>
      live(person, index).catch((error) => {
        failures.push(`person ${index}: ${error instanceof MhbError ? error.code : error.stack}`);
      }),
    ),
  );
  clearInterval(watch);
  report(`${cases} people, ${Math.round((cases * MS_PER_PERSON) / 1_000)} s, ${journeys} complete journeys`);
  for (const [what, list] of Object.entries(times)) {
    const sorted = list.sort((a, b) => a - b);
    report(`${what.padEnd(9)} ${quantile(sorted, 0.5)} ms median, ${quantile(sorted, 0.95)} ms p95`);
  }
  report(`memory of the gateway: ${atRest} MB at rest, ${peak} MB at most`);

  const ended = once(child, 'exit');
  child.send('stop');
  await ended;
  await rm(dataDirectory, { recursive: true });
  return failures;
}

/** @type {import('./run.mjs').Fault[]} */
export const faults = [{ name: 'people', cases: 50, run: crowd }];
