import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from '../storage/durable-files.js';

/**
 * How far the audit trail went, kept as a file beside the keys: without it nobody could tell that its end was cut off, or
 * that all of it is gone. It holds nothing secret and needs no seal: whoever lacks the key of the chain could only put an
 * earlier one of its own entries there.
 */
export interface AuditHead {
  /** The last entry. */
  readonly sequence: number;
  /** Its MAC, hex; empty where there was no entry yet. */
  readonly mac: string;
  /** The entry before the first that is to be there; 0 unless the trail was taken over without its beginning. */
  readonly begin: number;
  /** RFC 3339. */
  readonly notedAt: string;
}

export interface AuditHeadFile {
  /** `null`: none was ever noted here. */
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
