import { createAuditTrail, type TrailReport } from '../audit/audit.js';
import { openAuditHead } from '../audit/audit-head.js';
import { systemClock } from '../scheduling/clock.js';
import type { Configuration } from '../config/configuration.js';
import { deriveGatewayKeys, loadRootKey } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { assertRootKey, hasTables } from '../secrets/root-key.js';

/**
 * Verifies the audit trail of an open database without changing anything first, such as migrating the database or
 * recording entries.
 * @throws {MhbError} `root-key-wrong`
 */
export async function verifyTrail(
  database: Database,
  { dataDirectory, rootKey }: Pick<Configuration, 'dataDirectory' | 'rootKey'>,
): Promise<TrailReport> {
  const noted = openAuditHead(dataDirectory);
  if (!(await hasTables(database))) {
    const last = (await noted.read())?.sequence ?? 0;
    return {
      entries: 0,
      head: null,
      faults: last === 0 ? [] : [`all entries are missing: entry ${last} existed`],
    };
  }
  const keys = deriveGatewayKeys(
    rootKey === undefined ? await loadRootKey(dataDirectory) : Buffer.from(rootKey, 'base64url'),
  );
  await assertRootKey(database, keys);
  return createAuditTrail(database, keys.auditChain, noted, systemClock).verify();
}
