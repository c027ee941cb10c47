import { setTimeout as pause } from 'node:timers/promises';
import { createGateway } from '@mhb-kit/gateway';
import { serveParent } from './processes.mjs';
import { personOf } from './visitors.mjs';

/** A gateway whose people hold twelve categories of 5 KB each: 60 KB. */
const { people = 0, part, fresh, ...options } = JSON.parse(process.argv[2] ?? '{}');

const row = (/** @type {number} */ index) => ({
  'r1.3': '1101990017',
  'r1.4': `第${index}綜合醫院內科門診`,
  'r1.5': '20260212',
  'r1.8': 'E1165',
  'r1.9': '第二型糖尿病，伴有高血糖',
  'r1.12': '240',
  'r1.13': '1186',
  r1_1: [
    { 'r1_1.1': 'AC58990100', 'r1_1.2': `糖穩持續性藥效膜衣錠${index}`, 'r1_1.3': '56', 'r1_1.4': '28' },
  ],
});
const rows = Array.from({ length: 17 }, (_, index) => row(index));

const gateway = createGateway({
  ...options,
  part,
  port: 0,
  minimumAssurance: 'card-read',
  requestsPerMinute: 10_000_000,
  loginsPerMinute: 10_000_000,
  embedders: [],
  recordSource: {
    async records({ category: { sections } }) {
      if (fresh === true) await pause(1);
      return Object.fromEntries(sections.map((section) => [section, rows]));
    },
  },
});
await gateway.start();
for (let index = 0; index < people; index += 1) {
  await gateway.activateAccount({ ...personOf(index), name: `人${index}` });
}
serveParent(gateway.url, () => gateway.stop());
