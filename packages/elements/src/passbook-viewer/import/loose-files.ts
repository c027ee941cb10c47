import { MhbError } from '@mhb-kit/core/error';
import {
  sections,
  type AnyRecord,
  type Passbook,
  type PassbookFile,
  type ReadResult,
} from '@mhb-kit/core/passbook';

export interface LooseDownload {
  readonly files: readonly PassbookFile[];
  readonly read: ReadResult;
}

/**
 * Groups files that were dropped together by download. Files of one download contain the same records wherever
 * they overlap. A file that contains different records, or belongs to a request from another day, might belong to
 * someone else.
 */
export async function readLoose(
  files: readonly PassbookFile[],
  read: (files: readonly PassbookFile[]) => Promise<ReadResult>,
): Promise<readonly LooseDownload[]> {
  const together = await read(files).catch((error: unknown) => {
    if (error instanceof MhbError && error.code === 'passbook-different-people') return null;
    throw error;
  });
  if (together !== null && isOneDownload(together.passbook)) return [{ files, read: together }];
  const downloads: LooseDownload[] = [];
  const unread: PassbookFile[] = [];
  for (const file of files) {
    const alone = await read([file]).catch((error: unknown) => {
      if (error instanceof MhbError && error.code !== 'cancelled') return null;
      throw error;
    });
    if (alone === null) unread.push(file);
    else downloads.push({ files: [file], read: alone });
  }
  const [first, ...others] = downloads;
  if (first === undefined || unread.length === 0) return downloads;
  // Read the files of the first download again together with the unreadable files, so that the report of the first
  // download names the unreadable files.
  const named = [...first.files, ...unread];
  return [{ files: first.files, read: await read(named) }, ...others];
}

function isOneDownload(passbook: Passbook): boolean {
  const { downloads } = passbook;
  if (new Set(downloads.map(({ appliedOn }) => appliedOn)).size > 1) return false;
  const ofSection = (key: string, records: readonly AnyRecord[]): boolean => {
    const holders = downloads.filter(({ sections: held }) => held.includes(key)).map(({ file }) => file);
    if (holders.length <= 1) return true;
    return records.every(({ sources }) => {
      const found = new Set(sources.map(({ file }) => file));
      return holders.every((file) => found.has(file));
    });
  };
  return (
    sections.every(({ key }) => ofSection(key, passbook.sections[key])) &&
    Object.entries(passbook.unknownSections).every(([key, records]) => ofSection(key, records))
  );
}
