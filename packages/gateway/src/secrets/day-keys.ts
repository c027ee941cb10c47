import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLocalDate, type LocalDate } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import { createFile, listFolder, shredFile } from '../storage/durable-files.js';
import { open, seal } from './cipher.js';
import { KEY_LENGTH } from './gateway-keys.js';

/**
 * Manages one key per day (Taipei time), which wraps the data keys of that day's requests. Destroying a day's key
 * erases the records and archives of that day wherever there are copies, including backups of the database and
 * blobs. The keys are therefore stored outside both.
 */
export interface DayKeys {
  /** Returns the key of a day, and creates it if it does not exist yet. */
  ensure(day: LocalDate): Promise<Uint8Array>;
  /** Returns the key of a day; `null` if it does not exist or was destroyed. */
  get(day: LocalDate): Promise<Uint8Array | null>;
  days(): Promise<readonly LocalDate[]>;
  destroy(day: LocalDate): Promise<void>;
}

const SUFFIX = '.key';

/** Stores each day key in a file, wrapped with `wrappingKey`. Several processes can share the folder. */
export function openDayKeys(folder: string, wrappingKey: Uint8Array): DayKeys {
  const known = new Map<LocalDate, Uint8Array>();
  const pathOf = (day: LocalDate): string => join(folder, `${day}${SUFFIX}`);
  const context = (day: LocalDate): string => `day:${day}`;

  async function get(day: LocalDate): Promise<Uint8Array | null> {
    const cached = known.get(day);
    if (cached !== undefined) return cached;
    const wrapped = await readFile(pathOf(day)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    if (wrapped === null) return null;
    const key = open(wrappingKey, wrapped, context(day));
    known.set(day, key);
    return key;
  }

  return {
    get,
    async ensure(day) {
      if (!known.has(day))
        await createFile(pathOf(day), seal(wrappingKey, randomBytes(KEY_LENGTH), context(day)));
      const key = await get(day);
      if (key === null)
        throw new MhbError('request-expired', 'The key of that day was destroyed in the meantime');
      return key;
    },
    async days() {
      return (await listFolder(folder))
        .filter((name) => name.endsWith(SUFFIX))
        .map((name) => name.slice(0, -SUFFIX.length))
        .filter(isLocalDate);
    },
    async destroy(day) {
      known.get(day)?.fill(0);
      known.delete(day);
      await shredFile(pathOf(day));
    },
  };
}
