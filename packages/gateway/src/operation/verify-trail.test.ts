import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAuditHead } from '../audit/audit-head.js';
import type { Database } from '../storage/database.js';
import { openDatabase } from '../storage/open-database.js';
import { verifyTrail } from './verify-trail.js';

let dataDirectory: string;
let database: Database;

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'mhb-trail-'));
  database = await openDatabase({ dataDirectory }, () => undefined);
});
afterAll(async () => {
  await database.close();
  await rm(dataDirectory, { recursive: true });
});

const verify = () =>
  verifyTrail(database, { dataDirectory, rootKey: Buffer.alloc(32, 7).toString('base64url') });

it('finds no fault in a database that no gateway has used', async () => {
  expect(await verify()).toEqual({ entries: 0, head: null, faults: [] });
});

it('reports that everything is missing if a trail was recorded', async () => {
  await openAuditHead(dataDirectory).write({
    sequence: 12,
    mac: '00',
    begin: 0,
    notedAt: '2026-03-05T02:00:00Z',
  });
  expect((await verify()).faults).toEqual(['all entries are missing: entry 12 existed']);
});
