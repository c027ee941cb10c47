import type { ActivityAction } from '@mhb-kit/core/gateway';
import { inBatches } from './batches.js';
import type { Clock } from './clock.js';
import type { Queries } from './storage/database.js';
import { auditRows } from './storage/schema.js';

/** Who did what to what, and when. Ids only: what identifies a person is found through the account while it exists. */
export interface AuditEntry {
  readonly action: ActivityAction;
  /** `null`: the gateway itself. */
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly subject: string | null;
  /** With `session.open` only: the website of the session, if it is not one of our own pages. */
  readonly embedder?: string | null;
}

/** Resolves when the entry is on disk, or part of the transaction that `within` runs. */
export type Audit = (entry: AuditEntry, within?: Queries) => Promise<void>;

export function createAudit(queries: Queries, clock: Clock): Audit {
  // Every read makes an entry: those that come together share one commit.
  const write = inBatches<typeof auditRows.$inferInsert>(async (rows) => {
    await queries.insert(auditRows).values([...rows]);
    return () => undefined;
  });
  return async (entry, within) => {
    const row = { ...entry, at: clock() };
    if (within === undefined) await write(row);
    else await within.insert(auditRows).values(row);
  };
}
