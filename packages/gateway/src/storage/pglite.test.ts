import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import {
  canMountSmallDisk,
  mountSmallDisk,
  type SmallDisk,
} from '../../../../test/conformance/gateway/small-disk.js';
import { isOutage } from './outage.js';
import { openEmbeddedDatabase } from './pglite.js';

const MEGABYTE = 1_024 * 1_024;

it('keeps bytes unchanged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mhb-pglite-'));
  const database = await openEmbeddedDatabase(folder);
  // The bytes come from the middle of a larger buffer, like those in buffers from a pool.
  const all = Uint8Array.from({ length: 258 }, (_, index) => index).subarray(1, 257);
  const bytes = [all, new Uint8Array(), null];
  const { rows } = (await database.queries.execute(
    sql`SELECT ${bytes[0]}::bytea AS all, ${bytes[1]}::bytea AS none, ${bytes[2]}::bytea AS nothing, length(${bytes[0]}::bytea) AS length`,
  )) as { rows: readonly Record<string, unknown>[] };
  expect(rows).toEqual([{ all: Buffer.from(all), none: Buffer.alloc(0), nothing: null, length: 256 }]);
  await database.close();
  await rm(folder, { recursive: true });
});

describe.skipIf(!canMountSmallDisk)('the embedded database', () => {
  let disk: SmallDisk;
  afterEach(() => disk.remove());

  it('keeps everything that it acknowledged, even after it stopped because there was no space for its log', async () => {
    disk = mountSmallDisk(300);
    const database = await openEmbeddedDatabase(join(disk.folder, 'data'));
    await database.queries.execute('CREATE TABLE acknowledged (id integer PRIMARY KEY)');
    // The next segment of PostgreSQL's log needs 16 MB.
    disk.fill(9 * MEGABYTE);
    let acknowledged = 0;
    let failure: unknown = null;
    while (failure === null) {
      try {
        await database.transaction(async (queries) => {
          await queries.execute(sql`INSERT INTO acknowledged VALUES (${acknowledged + 1})`);
          await queries.execute(sql`SELECT pg_logical_emit_message(true, 'fill', repeat('x', 400000))`);
        });
        acknowledged += 1;
      } catch (error) {
        failure = error;
      }
    }
    expect(isOutage(failure)).toBe(true);
    const read = () => database.queries.execute(sql`SELECT count(*)::int AS count FROM acknowledged`);
    expect(isOutage(await read().catch((error: unknown) => error))).toBe(true);
    disk.makeRoom();
    expect(await read()).toMatchObject({ rows: [{ count: acknowledged }] });
    await database.close();
  });

  it('makes checkpoints, so that its log does not grow without limit', async () => {
    disk = mountSmallDisk(400);
    const database = await openEmbeddedDatabase(join(disk.folder, 'data'));
    const sinceCheckpoint = async (): Promise<number> => {
      const { rows } = (await database.queries.execute(
        sql`SELECT (pg_current_wal_lsn() - redo_lsn)::int AS bytes FROM pg_control_checkpoint()`,
      )) as { rows: readonly { bytes: number }[] };
      return rows[0]?.bytes ?? Infinity;
    };
    await database.runMaintenance();
    for (let part = 0; part < 9; part += 1)
      await database.queries.execute(
        sql`SELECT pg_logical_emit_message(false, 'fill', repeat('x', 8000000))`,
      );
    expect(await sinceCheckpoint()).toBeGreaterThan(64 * MEGABYTE);
    await database.runMaintenance();
    expect(await sinceCheckpoint()).toBeLessThan(MEGABYTE);
    await database.close();
  });
});
