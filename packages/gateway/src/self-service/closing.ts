import { and, eq, inArray } from 'drizzle-orm';
import { normalizeNationalId } from '@mhb-kit/core/identity';
import type { Audit } from '../audit/audit.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { BlobStore } from '../storage/blob-store.js';
import type { Database } from '../storage/database.js';
import {
  accounts,
  applications,
  archives,
  connectCodes,
  dataRequests,
  healthLinkFiles,
  healthLinks,
  loginConfirmations,
  requestSections,
  sessions,
} from '../storage/schema.js';

/** Defines what an operator can do with a person's account, either on request or to protect the person. */

export interface ClosingParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly blobs: BlobStore;
  readonly audit: Audit;
}

/**
 * Erases a person's account, application and sessions, and their requests with all archives. As the law requires,
 * the record of who accessed what is kept; it contains no name, and its ids no longer refer to anything. Returns
 * whether the person existed.
 */
export async function closeAccount(
  nationalId: string,
  { database, keys, blobs, audit }: ClosingParts,
): Promise<boolean> {
  const lookup = keys.lookup('national-id', normalizeNationalId(nationalId));
  const erased = await database.transaction(async (queries) => {
    const applied = await queries
      .delete(applications)
      .where(eq(applications.nationalIdLookup, lookup))
      .returning({ id: applications.id });
    const [account] = await queries
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.nationalIdLookup, lookup))
      .for('update');
    if (account === undefined) return applied.length > 0 ? [] : null;
    const requests = await queries
      .delete(dataRequests)
      .where(eq(dataRequests.accountId, account.id))
      .returning({ id: dataRequests.id, requestedOn: dataRequests.requestedOn });
    const blobKeys: string[] = [];
    for (const { id, requestedOn } of requests) {
      await queries
        .delete(requestSections)
        .where(and(eq(requestSections.requestedOn, requestedOn), eq(requestSections.requestId, id)));
      const gone = await queries
        .delete(archives)
        .where(and(eq(archives.requestedOn, requestedOn), eq(archives.requestId, id)))
        .returning({ blobKey: archives.blobKey });
      blobKeys.push(...gone.map(({ blobKey }) => blobKey));
    }
    const shared = await queries
      .delete(healthLinkFiles)
      .where(
        inArray(
          healthLinkFiles.healthLinkId,
          queries
            .select({ id: healthLinks.id })
            .from(healthLinks)
            .where(eq(healthLinks.accountId, account.id)),
        ),
      )
      .returning({ blobKey: healthLinkFiles.blobKey });
    blobKeys.push(...shared.map(({ blobKey }) => blobKey));
    // The rest of the account's data is deleted together with the account's row.
    await queries.delete(accounts).where(eq(accounts.id, account.id));
    await audit({ action: 'account.close', accountId: account.id, sessionId: null, subject: null }, queries);
    return blobKeys;
  });
  // The keys were deleted with the requests, so if erasing is interrupted, nothing readable is left.
  for (const blobKey of erased ?? []) await blobs.delete(blobKey);
  return erased !== null;
}

/**
 * Ends the current sessions and unfinished logins of one person, or of everyone if the ID number is `null`.
 * Returns the number of sessions ended.
 */
export async function endSessions(
  nationalId: string | null,
  { database, keys }: Pick<ClosingParts, 'database' | 'keys'>,
): Promise<number> {
  return database.transaction(async (queries) => {
    const whose =
      nationalId === null
        ? undefined
        : queries
            .select({ id: accounts.id })
            .from(accounts)
            .where(
              eq(accounts.nationalIdLookup, keys.lookup('national-id', normalizeNationalId(nationalId))),
            );
    for (const table of [connectCodes, loginConfirmations])
      await queries.delete(table).where(whose && inArray(table.accountId, whose));
    const ended = await queries
      .delete(sessions)
      .where(whose && inArray(sessions.accountId, whose))
      .returning({ id: sessions.id });
    return ended.length;
  });
}
