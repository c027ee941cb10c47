import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ColumnValue, RowMacs } from '../secrets/row-macs.js';
import { advisoryLock, type Database } from '../storage/database.js';
import { createFile } from '../storage/durable-files.js';
import { accounts, applications } from '../storage/schema.js';

/**
 * The columns of an account that control logins. A MAC protects these columns. The person's identity and contact
 * data are in other columns, which are encrypted for the account.
 */
export const accountColumns = {
  id: accounts.id,
  nationalIdLookup: accounts.nationalIdLookup,
  cardNumberLookup: accounts.cardNumberLookup,
  passwordHash: accounts.passwordHash,
  status: accounts.status,
  certificateLookup: accounts.certificateLookup,
  mac: accounts.mac,
};

export type AccountRow = Pick<typeof accounts.$inferSelect, keyof typeof accountColumns>;

const ofAccount = (row: Omit<AccountRow, 'mac'>): readonly ColumnValue[] => [
  row.id,
  row.nationalIdLookup,
  row.cardNumberLookup,
  row.passwordHash,
  row.status,
  row.certificateLookup,
];

export const accountMac = (macs: RowMacs, row: Omit<AccountRow, 'mac'>): Uint8Array =>
  macs.of('account', ofAccount(row));

export const isBoundAccount = (macs: RowMacs, row: AccountRow): boolean =>
  macs.fits('account', ofAccount(row), row.mac);

/** The columns of a verified application that determine which account the application creates. */
type ProvedApplication = Pick<
  typeof applications.$inferSelect,
  | 'id'
  | 'nationalIdLookup'
  | 'cardNumberLookup'
  | 'passwordHash'
  | 'ticketHash'
  | 'proof'
  | 'certificateLookup'
>;

const ofApplication = (row: ProvedApplication): readonly ColumnValue[] => [
  row.id,
  row.nationalIdLookup,
  row.cardNumberLookup,
  row.passwordHash,
  row.ticketHash,
  row.proof,
  row.certificateLookup,
];

export const applicationMac = (macs: RowMacs, row: ProvedApplication): Uint8Array =>
  macs.of('application', ofApplication(row));

export const isBoundApplication = (
  macs: RowMacs,
  row: ProvedApplication & { readonly mac: Uint8Array | null },
): boolean => macs.fits('application', ofApplication(row), row.mac);

const markerOf = (dataDirectory: string): string => join(dataDirectory, 'keys', 'rows-bound');

/**
 * Adds MACs to the rows that an earlier version wrote. This happens only once: a file outside the database records
 * that it is done, so that nobody can obtain MACs for rows that they have changed.
 */
export async function bindRowsOnce(database: Database, macs: RowMacs, dataDirectory: string): Promise<void> {
  const marker = markerOf(dataDirectory);
  const isDone = (): Promise<boolean> =>
    readFile(marker).then(
      () => true,
      () => false,
    );
  if (await isDone()) return;
  await database.transaction(async (queries) => {
    await advisoryLock(queries, 'bound-rows');
    if (await isDone()) return;
    for (const row of await queries.select(accountColumns).from(accounts).where(isNull(accounts.mac)))
      await queries
        .update(accounts)
        .set({ mac: accountMac(macs, row) })
        .where(eq(accounts.id, row.id));
    const proved = and(isNull(applications.mac), isNotNull(applications.proof));
    for (const row of await queries.select().from(applications).where(proved))
      await queries
        .update(applications)
        .set({ mac: applicationMac(macs, row) })
        .where(eq(applications.id, row.id));
  });
  await createFile(marker, Buffer.from(`${new Date().toISOString()}\n`));
}

/**
 * Counts all accounts, and those that were changed outside the gateway. Resolves to `null` if the rows of an
 * earlier version do not have MACs yet.
 */
export async function countUnbound(
  { queries }: Database,
  macs: RowMacs,
  dataDirectory: string,
): Promise<{ readonly accounts: number; readonly unbound: number } | null> {
  const isDone = await readFile(markerOf(dataDirectory)).catch(() => null);
  if (isDone === null) return null;
  const rows = await queries.select(accountColumns).from(accounts);
  return { accounts: rows.length, unbound: rows.filter((row) => !isBoundAccount(macs, row)).length };
}
