import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, pendingMigrations } from '../../../packages/gateway/src/storage/migrate.js';
import { openPostgresDatabase } from '../../../packages/gateway/src/storage/postgres.js';
import { postgresInstalled, startPostgres, type PostgresServer } from './postgres-server.js';

describe.skipIf(!postgresInstalled)('migrations', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  it('are applied once each by processes that start together on an empty database', async () => {
    const url = await server.createDatabase();
    const processes = await Promise.all(
      Array.from({ length: 8 }, () => openPostgresDatabase(url, () => undefined)),
    );
    const applied = (await Promise.all(processes.map(migrate))).flat();
    expect(new Set(applied).size).toBe(applied.length);
    expect(applied).not.toEqual([]);
    expect(await pendingMigrations(processes[0]!)).toEqual([]);
    await Promise.all(processes.map((database) => database.close()));
  });

  it('count the archives that an earlier version has created', async () => {
    const url = await server.createDatabase();
    const database = await openPostgresDatabase(url, () => undefined);
    await migrate(database);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`
      ALTER TABLE data_request DROP COLUMN archives_sealed;
      DELETE FROM migration WHERE name = '0070-archive-count.sql';
      INSERT INTO account (
        id, national_id_lookup, national_id_sealed, name_sealed, card_number_lookup, password_hash, status, created_at
      ) VALUES (gen_random_uuid(), '', '', '', '', '', 'active', now());
      INSERT INTO data_request (id, account_id, idempotency_key, status, requested_at, requested_on)
        SELECT gen_random_uuid(), account.id, key, 'completed', now(), '2026-03-05'
        FROM account, unnest(ARRAY['two archives', 'no archive']) AS key;
      CREATE TABLE archive_20260305 PARTITION OF archive FOR VALUES IN ('2026-03-05');
      INSERT INTO archive (requested_on, id, request_id, selection_lookup, blob_key, byte_length, sha256, created_at)
        SELECT '2026-03-05', gen_random_uuid(), data_request.id, selection, '', 1, '', now()
        FROM data_request, unnest(ARRAY['a', 'b']::bytea[]) AS selection WHERE idempotency_key = 'two archives';
    `);
    expect(await migrate(database)).toEqual(['0070-archive-count.sql']);
    const { rows } = await client.query(
      'SELECT idempotency_key AS request, archives_sealed AS archives FROM data_request ORDER BY archives',
    );
    expect(rows).toEqual([
      { request: 'no archive', archives: 0 },
      { request: 'two archives', archives: 2 },
    ]);
    await client.end();
    await database.close();
  });
});
