import { randomBytes } from 'node:crypto';
import { createGateway } from '@mhb-kit/gateway';
import { serveParent } from './processes.mjs';
import { personOf } from './visitors.mjs';

/** A gateway whose people have categories of 5 KB each, or of `large` bytes that hardly compress. */
const { people = 0, part, large, ...options } = JSON.parse(process.argv[2] ?? '{}');

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
const ROW_BYTES = 3_000;
const largeRow = (/** @type {number} */ index) => ({
  ...row(index),
  'r1.20': randomBytes((ROW_BYTES * 3) / 4).toString('base64'),
});

const gateway = createGateway({
  ...options,
  part,
  port: 0,
  minimumAssurance: 'card-read',
  requestsPerMinute: 10_000_000,
  loginsPerMinute: 10_000_000,
  limits: { requestsPerDay: 1_000_000, archivesPerRequest: 1_000_000 },
  embedders: [],
  recordSource: {
    records({ category: { sections } }) {
      const wanted =
        large === undefined
          ? rows
          : Array.from({ length: Math.ceil(large / ROW_BYTES) }, (_, index) => largeRow(index));
      return Promise.resolve(Object.fromEntries(sections.map((section) => [section, wanted])));
    },
  },
});
await gateway.start();
for (let index = 0; index < people; index += 1) {
  await gateway.activateAccount({ ...personOf(index), name: `人${index}` });
}
serveParent(gateway.url, () => gateway.stop());
