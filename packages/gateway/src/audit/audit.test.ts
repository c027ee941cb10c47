import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAuditTrail, type AuditTrail } from './audit.js';
import { openAuditHead } from './audit-head.js';
import type { Database } from '../storage/database.js';
import { migrate } from '../storage/migrate.js';
import { openDatabase } from '../storage/open-database.js';

let directory: string;
let database: Database;
let trail: AuditTrail;
const now = new Date('2026-03-05T02:00:00Z');
const key = new Uint8Array(32).fill(7);
const headPath = (): string => join(directory, 'keys', 'audit-head.json');

const open = (secret = key): AuditTrail =>
  createAuditTrail(database, secret, openAuditHead(directory), () => now);
const entry = (subject: string) =>
  ({ action: 'request.read', accountId: null, sessionId: null, subject }) as const;
async function write(count: number, by = trail): Promise<void> {
  for (let thing = 1; thing <= count; thing += 1) await by.write(entry(`thing ${thing}`));
}
const faults = async (): Promise<readonly string[]> => (await open().verify()).faults;
const tamper = (statement: string): Promise<unknown> => database.queries.execute(sql.raw(statement));

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mhb-audit-'));
  database = await openDatabase({ dataDirectory: directory }, () => undefined);
  await migrate(database);
});
afterAll(async () => {
  await database.close();
  await rm(directory, { recursive: true });
});
beforeEach(async () => {
  trail = open();
  await trail.noteHead();
});
afterEach(async () => {
  await tamper('DELETE FROM audit');
  await rm(headPath(), { force: true });
});

it('assigns each entry its position and MAC when it is written, even with several writers at once', async () => {
  const other = open();
  await Promise.all([write(3), write(3, other), trail.write([entry('a'), entry('b')])]);
  await database.transaction(async (queries) => {
    await other.write(entry('within'), queries);
    await other.write([entry('and'), entry('more')], queries);
  });
  const { entries, head, faults: found } = await trail.verify();
  expect([entries, head?.sequence, found]).toEqual([11, 11, []]);
  expect(head?.mac).toMatch(/^[0-9a-f]{64}$/);
});

it('uses no position for a rolled-back entry', async () => {
  await write(1);
  const rolledBack = database.transaction(async (queries) => {
    await trail.write(entry('never'), queries);
    throw new Error('Changed its mind');
  });
  await expect(rolledBack).rejects.toThrow('Changed its mind');
  await write(1);
  expect(await trail.verify()).toMatchObject({ entries: 2, faults: [] });
});

it('is a different chain with a different key', async () => {
  await write(3);
  expect((await open(new Uint8Array(32).fill(8)).verify()).faults).toHaveLength(3);
});

const slippedIn = "INSERT INTO audit (at, action, subject) VALUES (now(), 'request.read', 'never happened')";

it.each([
  [
    'changed',
    ["UPDATE audit SET subject = 'another' WHERE sequence = 3"],
    'entry 3 was changed after it was written',
  ],
  [
    'dated back',
    ["UPDATE audit SET at = at - interval '1 day' WHERE sequence = 4"],
    'entry 4 was changed after it was written',
  ],
  ['taken out', ['DELETE FROM audit WHERE sequence IN (4, 5)'], 'entries 4 to 5 are missing'],
  ['cut off at the end', ['DELETE FROM audit WHERE sequence > 5'], 'the end is missing: entry 8 existed'],
  ['cut off at the beginning', ['DELETE FROM audit WHERE sequence < 4'], 'entries 1 to 3 are missing'],
  ['emptied', ['DELETE FROM audit'], 'the end is missing: entry 8 existed'],
  ['added to', [slippedIn], '1 entries have no MAC: the gateway did not write them'],
  [
    'left to be signed again',
    ['DELETE FROM audit WHERE sequence = 2', slippedIn, 'UPDATE audit SET sequence = NULL, hash = NULL'],
    'the end is missing: entry 8 existed',
  ],
])('reports that it was %s, also on every later check', async (_, statements, fault) => {
  await write(8);
  expect(await trail.noteHead()).toMatchObject({ faults: [], head: { sequence: 8 } });
  const before = await readFile(headPath(), 'utf8');
  for (const statement of statements) await tamper(statement);
  expect(await faults()).toContain(fault);
  // The chain must stay broken, even if more entries are written and recorded.
  await write(12);
  await open().noteHead();
  expect(await faults()).not.toEqual([]);
  if (statements.some((text) => /sequence > |FROM audit$|INSERT|NULL/.test(text)))
    expect(await readFile(headPath(), 'utf8')).toBe(before);
});

it('notices missing entries that were written after the head was recorded', async () => {
  await write(4);
  await tamper('DELETE FROM audit WHERE sequence > 2');
  expect((await trail.noteHead()).faults).toEqual(['the end is missing: entry 4 existed']);
  await write(4);
  expect((await trail.noteHead()).faults).toEqual(['entries written by this process were cut off']);
});

it('is not trusted without a head, but adopted at the first start with entries without MACs', async () => {
  await rm(headPath());
  await write(2);
  await tamper(slippedIn);
  expect(await faults()).toEqual(['no head is recorded in the data folder: start the gateway once with it']);
  expect(await trail.noteHead()).toMatchObject({ isFirst: true, head: { sequence: 3, begin: 0 } });
  expect(await faults()).toEqual([]);
  await tamper(slippedIn);
  expect(await trail.noteHead()).toMatchObject({ isFirst: false, head: { sequence: 3 } });
  expect(await faults()).toEqual(['1 entries have no MAC: the gateway did not write them']);
});

it('is adopted without its beginning if that was deleted earlier', async () => {
  await write(5);
  await tamper('DELETE FROM audit WHERE sequence < 3');
  await rm(headPath());
  expect(await trail.noteHead()).toMatchObject({ isFirst: true, head: { sequence: 5, begin: 2 } });
  expect(await trail.verify()).toMatchObject({ entries: 3, faults: [] });
  await tamper('DELETE FROM audit WHERE sequence = 3');
  expect(await faults()).toEqual(['entries 3 to 3 are missing']);
});
