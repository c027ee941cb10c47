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
});
