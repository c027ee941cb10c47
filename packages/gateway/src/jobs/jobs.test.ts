import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedDatabase } from '../storage/pglite.js';
import type { Database } from '../storage/database.js';
import { createJobs, type QueueOptions } from './jobs.js';

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mhb-jobs-'));
  database = await openEmbeddedDatabase(folder);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** Starts as a version of the gateway whose queue has these options, and returns what is stored. */
async function startWith(options: QueueOptions): Promise<Record<string, unknown> | undefined> {
  const jobs = createJobs(database, (error) => {
    throw error;
  });
  await jobs.start();
  await jobs.queue('given-up');
  await jobs.queue('write', options);
  await jobs.stop();
  const { rows } = (await database.queries.execute(sql`
    SELECT retry_limit, retry_delay_max, dead_letter, updated_on FROM pgboss.queue WHERE name = 'write'
  `)) as { rows: readonly Record<string, unknown>[] };
  return rows[0];
}

describe('a queue', () => {
  it('takes the settings of a later version, and is left alone while they stay the same', async () => {
    const first = await startWith({});
    expect(first).toMatchObject({ retry_limit: 8, retry_delay_max: 600, dead_letter: null });
    expect(await startWith({})).toEqual(first);
    const patience = { retries: 20, longestPauseSeconds: 900 };
    const later = await startWith({ patience, givenUpTo: 'given-up' });
    expect(later).toMatchObject({ retry_limit: 20, retry_delay_max: 900, dead_letter: 'given-up' });
    expect(await startWith({ patience, givenUpTo: 'given-up' })).toEqual(later);
  });
});
