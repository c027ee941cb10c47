import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from '../storage/durable-files.js';

/**
 * The position of the last entry of the audit trail, which is stored in a file next to the keys. Without this
 * file, nobody could detect that the end of the trail, or the whole trail, was removed. The file contains no
 * secret and needs no protection, because without the key of the chain, an attacker could only write an earlier
 * position to it.
 */
export interface AuditHead {
  /** The last entry. */
  readonly sequence: number;
  /** The MAC of the last entry, in hex; empty if there are no entries yet. */
  readonly mac: string;
  /**
   * The number of the last entry that is allowed to be missing. The entry after it must exist. The number is 0
   * unless the beginning of the trail was already missing when the trail was adopted.
   */
  readonly begin: number;
  /** RFC 3339. */
  readonly notedAt: string;
}

export interface AuditHeadFile {
  /** Resolves to the recorded position, or to `null` if no position has been recorded. */
  read(): Promise<AuditHead | null>;
  write(head: AuditHead): Promise<void>;
}

export function openAuditHead(dataDirectory: string): AuditHeadFile {
  const path = join(dataDirectory, 'keys', 'audit-head.json');
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      });
      return text === null ? null : (JSON.parse(text) as AuditHead);
    },
    write: (head) =>
      writeFileDurably(
        path,
        (async function* () {
          yield Buffer.from(`${JSON.stringify(head)}\n`);
        })(),
      ),
  };
}
