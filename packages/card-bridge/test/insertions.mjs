/**
 * Inserts, reads and removes a virtual card repeatedly through the real PC/SC daemon and a bridge, and
 * reports missed events and leaks: `node packages/card-bridge/test/insertions.mjs [times] [driver]`.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { createBridge, systemPcscPort } from '@mhb-kit/card-bridge';
import { bridgeProvider } from '@mhb-kit/core/card';
import { anyHolder, virtualNhiCard } from '@mhb-kit/testkit/card';
import { pcscdMissing, startPcscd } from '@mhb-kit/testkit/pcscd';

const [times = '1000', driver = 'pcsclite'] = process.argv.slice(2);
/** @param {string} line */
const print = (line) => process.stdout.write(`${line}\n`);

const missing = pcscdMissing();
if (missing !== null) {
  print(`skipped: ${missing}`);
  process.exit(0);
}

const ORIGIN = 'https://portal.example.tw';

/** Resident memory (MB) and open descriptors of a process. @param {number | string} pid */
async function footprint(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const descriptors = (await readdir(`/proc/${pid}/fd`)).length;
  return { rss: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 102.4) / 10, descriptors };
}

const dataDir = await mkdtemp(join(tmpdir(), 'mhb-insertions-'));
const pcscd = await startPcscd();
const bridge = await createBridge({
  pcsc: systemPcscPort({
    drivers: [driver === 'pcsc-mini' ? 'pcsc-mini' : 'pcsclite'],
    environment: pcscd.environment,
  }),
  origins: [{ origin: ORIGIN, consent: 'enrolled' }],
  dataDir,
  ports: [0],
});
await bridge.start();
const PageWebSocket = class extends WebSocket {
  /** @param {string} url @param {string[]} protocols */
  constructor(url, protocols) {
    super(url, protocols, { origin: ORIGIN });
  }
};
const session = await bridgeProvider({
  ports: [bridge.address.port],
  WebSocket: /** @type {import('@mhb-kit/core/card').WebSocketConstructor} */ (
    /** @type {unknown} */ (PageWebSocket)
  ),
}).open({});

/** @param {'present' | 'empty'} state */
const firstReaderIs = (state) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no event: ${state}`)), 10_000);
    const forget = session.on('readers', ([reader]) => {
      if (reader?.state !== state) return;
      clearTimeout(timer);
      queueMicrotask(() => forget());
      resolve(undefined);
    });
  });

const children = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
const childPid = children.trim().split(' ').at(-1) ?? '';
let reads = 0;
let events = 0;
const [slot] = pcscd.slots;
for (let count = 1; count <= Number(times); count++) {
  await firstReaderIs('empty');
  await slot.insert(virtualNhiCard(anyHolder));
  await firstReaderIs('present');
  events += 1;
  const { basic } = await session.readNhi({});
  if (basic.nationalId === anyHolder.nationalId) reads += 1;
  slot.remove();
  await firstReaderIs('empty');
  events += 1;
  if (count % Math.max(1, Math.round(Number(times) / 10)) === 0) {
    globalThis.gc?.();
    const sizes = await Promise.all([process.pid, childPid, pcscd.pid].map(footprint));
    const [own, child, daemon] = sizes.map(({ rss, descriptors }) => `${rss} MB ${descriptors} fd`);
    print(`${count}: ${reads} reads, ${events} events; bridge ${own}, child ${child}, pcscd ${daemon}`);
  }
}
await session.close();
await bridge.stop();
await pcscd.stop();
await rm(dataDir, { recursive: true, force: true });
print(`${reads} of ${times} reads, ${events} of ${2 * Number(times)} events, by ${driver}`);
process.exitCode = reads === Number(times) && events === 2 * Number(times) ? 0 : 1;
