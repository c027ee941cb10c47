import type { Clock } from './clock.js';
import type { Queries } from './storage/database.js';
import { auditRows } from './storage/schema.js';

export type AuditAction =
  | 'session.open'
  | 'session.close'
  | 'request.create'
  | 'request.list'
  | 'request.read'
  | 'request.watch'
  | 'request.erase'
  | 'records.fetch'
  | 'archive.create'
  | 'archive.download';

/** Who did what to what, and when. Ids only: what identifies a person is found through the account while it exists. */
export interface AuditEntry {
  readonly action: AuditAction;
  /** `null`: the gateway itself. */
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly subject: string | null;
}

export type Audit = (entry: AuditEntry, queries?: Queries) => Promise<void>;

export function createAudit(queries: Queries, clock: Clock): Audit {
  return async (entry, within = queries) => {
    await within.insert(auditRows).values({ ...entry, at: clock() });
  };
}
