import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalDate } from '@mhb-kit/core/identity';
import { createAudit, type Audit } from './audit.js';
import { systemClock, type Clock } from './clock.js';
import { eraseExpired } from './requests/retention.js';
import { openDayKeys, type DayKeys } from './secrets/day-keys.js';
import { deriveGatewayKeys, loadRootKey, type GatewayKeys } from './secrets/gateway-keys.js';
import { openBlobFolder, type BlobStore } from './storage/blob-store.js';
import type { Database } from './storage/database.js';
import { createDayPartitions, type DayPartitions } from './storage/day-partitions.js';
import { migrate } from './storage/migrate.js';
import { openDatabase } from './storage/open-database.js';
import { assertRootKey } from './storage/root-key.js';
import { openS3Blobs, type S3Options } from './storage/s3-blob-store.js';

export interface StoresOptions {
  /**
   * Keys, archives and, without `databaseUrl`, the embedded database; made if absent. With the embedded database it is
   * held by one process at a time; gateways on one PostgreSQL share it.
   */
  readonly dataDirectory: string;
  /** A PostgreSQL server instead of the embedded database: `postgresql://…`. */
  readonly databaseUrl?: string;
  /** A bucket for archives instead of files in the data directory. */
  readonly archives?: S3Options;
  /** 32 bytes from which all other keys are derived; default: made and kept in the data directory. */
  readonly rootKey?: Uint8Array;
  readonly clock?: Clock;
}

/** Everything that lasts. */
export interface Stores {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly dayKeys: DayKeys;
  readonly partitions: DayPartitions;
  readonly blobs: BlobStore;
  readonly audit: Audit;
  /** Erases what has expired; answers with the days. */
  erase(): Promise<readonly LocalDate[]>;
  close(): Promise<void>;
}

/**
 * Opens what lasts, and brings the database to this version.
 * @throws {MhbError} `data-folder-in-use`, `database-not-durable`, `database-unreachable`, `configuration-invalid`, `root-key-wrong`
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
    const dayKeys = openDayKeys(join(dataDirectory, 'keys', 'days'), keys.days);
    const partitions = createDayPartitions(database);
    const blobs =
      options.archives === undefined
        ? openBlobFolder(join(dataDirectory, 'archives'))
        : await openS3Blobs(options.archives);
    const audit = createAudit(database.queries, clock);
    return {
      database,
      keys,
      dayKeys,
      partitions,
      blobs,
      audit,
      erase: () => eraseExpired({ database, dayKeys, partitions, blobs, audit, clock }),
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
