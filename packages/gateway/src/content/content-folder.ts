import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { OperatorContent } from '@mhb-kit/core/gateway';
import { taipeiDate } from '@mhb-kit/core/identity';
import { later, SECOND, type Clock } from '../scheduling/clock.js';
import type { ContentFile, ReadContent } from './read-content.js';

/** The operator's announcements and pages for people, read from a folder of Markdown files. */
export interface ContentFolder {
  /** Returns the content for today. Edits to the files take effect within seconds. */
  load(): Promise<OperatorContent>;
  /** Returns descriptions of problems with the files. */
  problems(): Promise<readonly string[]>;
}

const REREAD_AFTER = 10 * SECOND;
/** The maximum size of one file. Manuals are far smaller, and videos far larger. */
const MAX_BYTES = 256 * 1024;

/** @param folder If undefined, there is no content. */
export function openContentFolder(folder: string | undefined, clock: Clock): ContentFolder {
  let current: Promise<ReadContent> | null = null;
  let readAgainAt = new Date(0);

  function read(): Promise<ReadContent> {
    const now = clock();
    if (current === null || now >= readAgainAt) {
      readAgainAt = later(now, REREAD_AFTER);
      current = readFiles(folder).then(async ({ files, problems }) => {
        const { readContent } = await import('./read-content.js');
        const result = readContent(files, taipeiDate(now));
        return { ...result, problems: [...problems, ...result.problems] };
      });
      // If the folder cannot be read now, the next call tries again.
      current.catch(() => {
        current = null;
      });
    }
    return current;
  }

  return {
    load: async () => (await read()).content,
    problems: async () => (await read()).problems,
  };
}

interface FolderFiles {
  readonly files: readonly ContentFile[];
  readonly problems: readonly string[];
}

async function readFiles(folder: string | undefined): Promise<FolderFiles> {
  if (folder === undefined) return { files: [], problems: [] };
  const files: ContentFile[] = [];
  const problems: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const markdown = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md'));
  for (const { name, parentPath } of markdown) {
    const absolute = join(parentPath, name);
    const path = relative(folder, absolute).split(sep).join('/');
    // The README explains how to write the files; it is not content itself.
    if (path === 'README.md') continue;
    if ((await stat(absolute)).size > MAX_BYTES)
      problems.push(`${path}: longer than ${MAX_BYTES / 1024} KiB`);
    else files.push({ path, text: await readFile(absolute, 'utf8') });
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
}
