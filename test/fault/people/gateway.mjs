import { createGateway } from '@mhb-kit/gateway';

/**
 * A gateway in a separate process with some invented accounts: `fork(…, [options as JSON])`, with `{dataDirectory,
 * people}`. Sends its address, and on request the memory that it uses.
 */
const { dataDirectory, people } = JSON.parse(process.argv[2] ?? '{}');

const rows = Array.from({ length: 40 }, (_, row) => ({
  'r1.4': `第${row}診所`,
  'r1.5': '20260212',
  'r1.9': '第二型糖尿病'.repeat(8),
}));
const gateway = createGateway({
  dataDirectory,
  port: 0,
  embedders: [],
  minimumAssurance: 'card-read',
  // Each invented person has their own address.
  trustProxy: '127.0.0.1',
  limits: { requestsPerDay: 1_000_000, archivesPerRequest: 1_000_000 },
  recordSource: { records: async ({ category }) => (category.id === 'outpatient' ? { r1: rows } : {}) },
  clock: () => new Date(Date.parse('2026-03-05T02:00:00Z') + process.uptime() * 1_000),
});
await gateway.start();
for (const person of people) await gateway.activateAccount(person);

process.on('message', async (wish) => {
  if (wish === 'memory') process.send?.({ memory: process.memoryUsage.rss() });
  if (wish !== 'stop') return;
  await gateway.stop();
  process.disconnect();
});
process.once('disconnect', () => process.exit());
process.send?.({ url: gateway.url });
