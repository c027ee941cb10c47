import { readFileSync } from 'node:fs';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;

/** Where the build leaves a new embedded database, packed; of the pinned PGlite, since it fits no other. */
export const databaseTemplate = new URL(
  `../new-database-${manifest.dependencies['@electric-sql/pglite'] ?? ''}.tar.gz`,
  import.meta.url,
);
