import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNationalId } from '@mhb-kit/core/identity';
import { readPassbook, type Passbook } from '@mhb-kit/core/passbook';
import { listFolder } from '../storage/durable-files.js';
import type { RecordRow, RecordSource } from './record-source.js';

/**
 * Records from passbook files on disk: one folder a person, named by the ID number, with files that the passbook reader
 * reads (JSON, XML, HTML); several files of a person are joined.
 */
export function createFolderSource(folder: string): RecordSource {
  async function passbookOf(nationalId: string, signal: AbortSignal): Promise<Passbook | null> {
    // The ID is part of a path: nothing but an ID may get there.
    if (!isNationalId(nationalId)) return null;
    const personFolder = join(folder, nationalId);
    const names = await listFolder(personFolder);
    if (names.length === 0) {
      // Of nobody in a folder that is away, a mount that failed, may be said that there are no records.
      await access(folder);
      return null;
    }
    const files = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(personFolder, name), { signal }) })),
    );
    return (await readPassbook(files, { signal })).passbook;
  }

  return {
    async records({ nationalId, category, signal }) {
      const passbook = await passbookOf(nationalId, signal);
      if (passbook === null) return {};
      const sections: Readonly<Record<string, readonly { readonly raw: RecordRow }[]>> = passbook.sections;
      return Object.fromEntries(
        category.sections.map((key) => [key, (sections[key] ?? []).map(({ raw }) => raw)]),
      );
    },
  };
}
