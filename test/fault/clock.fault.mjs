import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGatewayClient } from '@mhb-kit/core/gateway';
import { isExpired, expiryInstant } from '@mhb-kit/core/request';
import { createGateway } from '@mhb-kit/gateway';
import { anyHolder } from '@mhb-kit/testkit/card';
import { seededRandom } from '@mhb-kit/testkit/passbook-fixtures';

/** Wrong clocks, and clocks that jump. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hosts in these zones: daylight saving time in both hemispheres, half hours, a date line that moved. */
const zones = [
  ...['UTC', 'Asia/Taipei', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Pacific/Apia'],
  ...['America/St_Johns', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'Africa/Casablanca'],
];

/** @param {import('./run.mjs').FaultRun} run */
async function inEveryZone({ cases, seed, report }) {
  const script = fileURLToPath(new URL('clock/facts.mjs', import.meta.url));
  const each = Math.ceil(cases / zones.length);
  const failures = zones.flatMap((zone) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, String(seed), String(each)], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    return status === 0 ? JSON.parse(stdout) : [`TZ ${zone}: ${stderr}`];
  });
  report(`${zones.length} time zones of the host, ${each} instants each, 29 February of ROC −2 to 130`);
  return failures;
}

const person = { ...anyHolder, password: 'tamsui88' };

/**
 * A gateway whose clock is set forward and back between any two calls, across midnight in Taipei, leap days
 * and day 7. What is due is deleted, what is not is available, and what is deleted stays deleted when the
 * clock goes back.
 * @param {import('./run.mjs').FaultRun} run
 */
async function jumping({ cases, seed, report }) {
  const next = seededRandom(seed);
  let now = Date.parse('2024-02-27T15:59:30Z');
  const dataDirectory = await mkdtemp(join(tmpdir(), 'mhb-fault-clock-'));
  const gateway = createGateway({
    dataDirectory,
    port: 0,
    clock: () => new Date(now),
    embedders: [],
    minimumAssurance: 'card-read',
    requestsPerMinute: 1_000_000,
    loginsPerMinute: 1_000_000,
    limits: { requestsPerDay: 1_000_000, archivesPerRequest: 1_000_000 },
    recordSource: { records: async () => ({ r1: [{ 'r1.4': '診所', 'r1.5': '20240226', 'r1.9': 'x' }] }) },
  });
  await gateway.start();
  await gateway.activateAccount(person);
  /** @type {string[]} */
  const failures = [];
  /** @type {Map<string, { requestedOn: string, erased: boolean }>} */
  const known = new Map();
  const counts = { available: 0, gone: 0, back: 0 };

  async function look(/** @type {number} */ number) {
    const client = createGatewayClient({ baseUrl: gateway.url });
    const { nonce } = await client.challenge();
    const { nationalId, cardNumber, password } = person;
    await client.login({ method: 'nhi-card', nationalId, cardNumber, password, nonce, attestation: null });
    const made = await client.createRequest();
    for await (const change of client.watchRequest(made.id)) if (change.status === 'completed') break;
    if (!known.has(made.id)) known.set(made.id, { requestedOn: made.requestedOn, erased: false });
    for (const [id, request] of known) {
      const expected = request.erased || isExpired(request, new Date(now)) ? 'request-expired' : 'completed';
      const found = await client.getRequest(id).then(
        ({ status }) => status,
        ({ code }) => code,
      );
      counts[expected === 'completed' ? 'available' : 'gone'] += 1;
      if (found !== expected)
        failures.push(
          `jump ${number} of seed ${seed}, ${new Date(now).toISOString()}: request of ${request.requestedOn} is ${found}, not ${expected}`,
        );
    }
    await client.logout();
  }

  const jumps = [
    () => (next() - 0.5) * 2 * HOUR,
    () => -next() * 3 * DAY,
    () => next() * 2 * DAY,
    // The last millisecond of some request's seventh day, or the one after it.
    () => {
      const [request] = [...known.values()].filter(({ erased }) => !erased);
      return request === undefined
        ? 0
        : expiryInstant(request.requestedOn).getTime() - (next() < 0.5 ? 1 : 0) - now;
    },
    () => Date.parse('2024-02-28T16:00:00Z') - now,
  ];
  for (let number = 0; number < cases; number += 1) {
    const jump = Math.round(jumps[Math.floor(next() * jumps.length)]?.() ?? 0);
    if (jump < 0) counts.back += 1;
    now += jump;
    if (next() < 0.3) {
      const erased = await gateway.eraseExpired();
      for (const request of known.values()) if (erased.includes(request.requestedOn)) request.erased = true;
    }
    await look(number).catch((error) => {
      failures.push(`jump ${number} of seed ${seed}, ${new Date(now).toISOString()}: ${error.code ?? error}`);
    });
  }
  report(
    `${counts.back} of ${cases} jumps went back; ${known.size} requests, asked ${counts.available} times while there, ${counts.gone} times when gone`,
  );
  await gateway.stop();
  await rm(dataDirectory, { recursive: true });
  return failures;
}

/** @type {import('./run.mjs').Fault[]} */
export const faults = [
  { name: 'clock-zones', cases: 1_000, run: inEveryZone },
  { name: 'clock-jumps', cases: 40, run: jumping },
];
