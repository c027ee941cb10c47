import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalDate } from '@mhb-kit/core/identity';
import { createAuditTrail, type Audit, type AuditTrail } from '../audit/audit.js';
import { openAuditHead } from '../audit/audit-head.js';
import { bindRowsOnce } from '../accounts/bound-rows.js';
import { systemClock, type Clock } from '../scheduling/clock.js';
import { eraseExpired } from '../requests/retention.js';
import { openDayKeys, type DayKeys } from '../secrets/day-keys.js';
import { deriveGatewayKeys, loadRootKey, type GatewayKeys } from '../secrets/gateway-keys.js';
import { openBlobFolder, type BlobStore } from '../storage/blob-store.js';
import type { Database } from '../storage/database.js';
import { createDayPartitions, type DayPartitions } from '../storage/day-partitions.js';
import { migrate } from '../storage/migrate.js';
import { openDatabase } from '../storage/open-database.js';
import { assertRootKey } from '../secrets/root-key.js';
import { openS3Blobs, type S3Options } from '../storage/s3-blob-store.js';

export interface StoresOptions {
  /**
   * The folder for keys, archives and, without `databaseUrl`, the embedded database. It is created if it does not
   * exist. Only one process at a time can use an embedded database; gateways with the same PostgreSQL server share
   * this folder.
   */
  readonly dataDirectory: string;
  /** The URL of a PostgreSQL server to use instead of the embedded database: `postgresql://…`. */
  readonly databaseUrl?: string;
  /** A bucket in which archives are stored instead of in files in the data directory. */
  readonly archives?: S3Options;
  /**
   * 32 bytes from which all other keys are derived. By default, the gateway creates them and stores them in the
   * data directory.
   */
  readonly rootKey?: Uint8Array;
  readonly clock?: Clock;
}

/** The storage of all persistent data. */
export interface Stores {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly dayKeys: DayKeys;
  readonly partitions: DayPartitions;
  readonly blobs: BlobStore;
  readonly audit: Audit;
  readonly auditTrail: AuditTrail;
  /** Erases expired data, and returns the days whose data was erased. */
  erase(): Promise<readonly LocalDate[]>;
  close(): Promise<void>;
}

/**
 * Opens the persistent storage, and migrates the database to this version.
 * @throws {MhbError} `data-folder-in-use`, `data-folder-not-private`, `database-not-durable`, `database-incomplete`, `database-damaged`, `database-unreachable`, `configuration-invalid`, `root-key-wrong`
 */
export async function openStores(
  options: StoresOptions,
  onDatabaseError: (error: Error) => void,
): Promise<Stores> {
  const { dataDirectory } = options;
  const clock = options.clock ?? systemClock;
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const database = await openDatabase(options, onDatabaseError);
  try {
    await migrate(database);
    const keys = deriveGatewayKeys(options.rootKey ?? (await loadRootKey(dataDirectory)));
    await assertRootKey(database, keys);
    await bindRowsOnce(database, keys.rowMacs, dataDirectory);
    const dayKeys = openDayKeys(join(dataDirectory, 'keys', 'days'), keys.days);
    const partitions = createDayPartitions(database);
    const blobs =
      options.archives === undefined
        ? openBlobFolder(join(dataDirectory, 'archives'))
        : await openS3Blobs(options.archives);
    const auditTrail = createAuditTrail(database, keys.auditChain, openAuditHead(dataDirectory), clock);
    const audit = auditTrail.write;
    return {
      database,
      keys,
      dayKeys,
      partitions,
      blobs,
      audit,
      auditTrail,
      erase: () => eraseExpired({ database, dayKeys, partitions, blobs, audit, clock }),
      async close() {
        // The next start might be much later, so the head of the audit trail is recorded now. If the database is
        // unavailable, the previously recorded head remains.
        await auditTrail.noteHead().catch(onDatabaseError);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
