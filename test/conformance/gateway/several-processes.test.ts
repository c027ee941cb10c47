import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGatewayClient } from '@mhb-kit/core/gateway';
import { end, Site } from './command-site.js';
import { postgresInstalled, startPostgres, type PostgresServer } from './postgres-server.js';
import { hua, logInWith, ming } from './support.js';

describe.skipIf(!postgresInstalled)('two serving processes and two workers, with one PostgreSQL', () => {
  let postgres: PostgresServer;
  let site: Site;
  beforeAll(async () => {
    postgres = await startPostgres();
    site = await Site.create(postgres);
    await site.enrol();
  });
  afterAll(async () => {
    await site.remove();
    await postgres.stop();
  });

  it('share sessions, requests, limits and used proofs, and lose nothing when one of each is killed', async () => {
    const [one, two] = [await site.start(['serve', '--no-work']), await site.start(['serve', '--no-work'])];
    const idle = createGatewayClient({ baseUrl: one.url });
    await logInWith(idle, null, hua);
    const waiting = await idle.createRequest();
    const workers = [await site.start(['worker']), await site.start(['worker'])];
    // Created before any worker ran.
    for await (const change of idle.watchRequest(waiting.id)) {
      if (change.status === 'completed') break;
    }

    const sent: RequestInit[] = [];
    const client = createGatewayClient({
      baseUrl: one.url,
      fetch: (input, init) => {
        sent.push(init ?? {});
        return fetch(input, init);
      },
    });
    await logInWith(client, null, ming);
    const request = await client.createRequest();
    await end(workers[0]!.child, 'SIGKILL');
    let latest = request;
    for await (const change of client.watchRequest(request.id)) latest = change;
    expect(latest.status).toBe('completed');
    const archive = await client.createArchive(request.id, [{ category: 'outpatient' }]);

    // A proof that was used with one process is no longer valid for the other. Its address is the other's, so
    // that this can be the only reason for the refusal.
    await client.listRequests();
    const { headers } = sent.at(-1)!;
    const again = await fetch(`${one.url}/v1/requests`, { headers: headers! });
    expect(again.status).toBe(401);

    await end(one.child, 'SIGKILL');
    const other = createGatewayClient({ baseUrl: two.url });
    await logInWith(other, null, ming);
    expect((await other.listRequests()).map(({ id, status }) => [id, status])).toEqual([
      [request.id, 'completed'],
    ]);
    expect((await other.downloadArchive(archive)).size).toBe(archive.byteLength);
  });
});
