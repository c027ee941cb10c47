import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deserialize } from 'node:v8';
import { gunzip } from 'node:zlib';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;

/**
 * The file to which the build writes a new embedded database in packed form, which fits only the pinned version of
 * PGlite. Code that runs from source also uses the file in `dist`, so that tests start as fast as the product.
 */
export const databaseTemplate = new URL(
  `../../dist/new-database-${manifest.dependencies['@electric-sql/pglite'] ?? ''}.gz`,
  import.meta.url,
);

/** The files of a new database. The template contains them serialized by `node:v8` and compressed with gzip. */
export interface DatabaseFiles {
  /** The paths of all folders, with each folder before the folders that it contains. */
  readonly folders: readonly string[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Writes the template's files into a folder so that only their owner can read them. Creating the same files by
 * starting PGlite would take half a second. Returns `false` if there is no template.
 */
export async function unpackTemplate(folder: string): Promise<boolean> {
  const packed = await readFile(databaseTemplate).catch(() => null);
  if (packed === null) return false;
  const { folders, files } = deserialize(await promisify(gunzip)(packed)) as DatabaseFiles;
  for (const path of ['', ...folders])
    await mkdir(join(folder, path), { recursive: path === '', mode: 0o700 });
  await Promise.all(
    [...files].map(([path, content]) => writeFile(join(folder, path), content, { mode: 0o600 })),
  );
  return true;
}
