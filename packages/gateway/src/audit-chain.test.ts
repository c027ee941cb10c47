import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAudit } from './audit.js';
import { createAuditChain, type AuditChain } from './audit-chain.js';
import { MINUTE } from './clock.js';
import type { Database } from './storage/database.js';
import { migrate } from './storage/migrate.js';
import { openDatabase } from './storage/open-database.js';

let directory: string;
let database: Database;
let chain: AuditChain;
let now = new Date('2026-03-05T02:00:00Z');
const key = new Uint8Array(32).fill(7);

async function write(count: number): Promise<void> {
  const audit = createAudit(database.queries, () => now);
  for (let entry = 0; entry < count; entry += 1) {
    await audit({ action: 'request.read', accountId: null, sessionId: null, subject: `thing ${entry}` });
  }
}
const faults = async (): Promise<readonly string[]> => (await chain.verify()).faults;
const tamper = (statement: string): Promise<unknown> => database.queries.execute(sql.raw(statement));

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mhb-audit-'));
  database = await openDatabase({ dataDirectory: directory }, () => undefined);
  await migrate(database);
  chain = createAuditChain(database, key, () => now);
});
afterAll(async () => {
  await database.close();
  await rm(directory, { recursive: true });
});

it('links entries in the order in which they were written, also by several at once', async () => {
  expect(await chain.verify()).toEqual({ entries: 0, head: null, faults: [] });
  await write(5);
  const linked = await Promise.all([chain.link(), chain.link()]);
  expect(linked.toSorted()).toEqual([0, 5]);
  await write(3);
  expect(await chain.link()).toBe(3);
  const { entries, head } = await chain.verify();
  expect([entries, head?.sequence]).toEqual([8, 8]);
  expect(head?.hash).toMatch(/^[0-9a-f]{64}$/);
});

it('is another chain under another key', async () => {
  const other = createAuditChain(database, new Uint8Array(32).fill(8), () => now);
  expect((await other.verify()).faults).toHaveLength(8);
});

it('shows what was changed, taken out or slipped in', async () => {
  expect(await faults()).toEqual([]);
  await tamper("UPDATE audit SET subject = 'another' WHERE sequence = 3");
  expect(await faults()).toEqual(['entry 3 is not as it was written']);
  await tamper("UPDATE audit SET subject = 'thing 2' WHERE sequence = 3");
  expect(await faults()).toEqual([]);
  await tamper("UPDATE audit SET at = at - interval '1 day' WHERE sequence = 4");
  expect(await faults()).toEqual(['entry 4 is not as it was written']);
  await tamper('DELETE FROM audit WHERE sequence IN (4, 5)');
  expect(await faults()).toEqual(['entries 4 to 5 are missing']);
  await tamper(
    `INSERT INTO audit (at, action, subject) VALUES ('2026-03-05T01:00:00Z', 'request.read', 'never happened')`,
  );
  expect(await faults()).toEqual(['entries 4 to 5 are missing', '1 old entries are not part of the chain']);
});

it('goes on from where older entries were erased', async () => {
  await tamper('DELETE FROM audit WHERE sequence <= 6 OR sequence IS NULL');
  expect(await faults()).toEqual([]);
  now = new Date(now.getTime() + MINUTE);
  await write(1);
  await chain.link();
  expect((await chain.verify()).head?.sequence).toBe(9);
});
