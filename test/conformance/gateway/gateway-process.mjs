import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { createGateway } from '@mhb-kit/gateway';

/**
 * A gateway in a separate process, to be killed: `node gateway-process.mjs <options as JSON>`. Prints its
 * address on one line. `deadly` names a person and a category whose records kill it, as the kernel does when
 * memory runs out.
 */
const { dataDirectory, people, deadly, ...options } = JSON.parse(process.argv[2] ?? '{}');

const gateway = createGateway({
  dataDirectory,
  port: 0,
  logger: pino({ level: 'error' }, pino.destination(2)),
  minimumAssurance: 'card-read',
  requestsPerMinute: 100_000,
  loginsPerMinute: 100_000,
  limits: { requestsPerDay: 1_000_000, archivesPerRequest: 1_000_000 },
  embedders: [],
  recordSource: {
    async records({ nationalId, category }) {
      // Long enough for a kill to occur in every state of a request.
      await pause(20);
      if (deadly?.nationalId === nationalId && deadly.category === category.id) {
        // The request has been answered by then.
        await pause(500);
        process.kill(process.pid, 'SIGKILL');
      }
      const rows = Array.from({ length: 40 }, (_, index) => ({
        'r1.4': `第${index}診所`,
        'r1.5': '20260212',
        'r1.9': 'x'.repeat(index * 20),
      }));
      return category.id === 'outpatient' ? { r1: rows } : {};
    },
  },
  clock: () => new Date('2026-03-05T02:00:00Z'),
  ...options,
});
await gateway.start();
for (const person of people) await gateway.activateAccount(person);
process.stdout.write(`${gateway.url}\n`);
