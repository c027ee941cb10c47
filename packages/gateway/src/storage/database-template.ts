import { readFileSync } from 'node:fs';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;

/**
 * Where the build writes a packed new embedded database, for the pinned version of PGlite only. In `dist` for
 * sources and compiled files alike, so that tests of the sources start as fast as the product.
 */
export const databaseTemplate = new URL(
  `../../dist/new-database-${manifest.dependencies['@electric-sql/pglite'] ?? ''}.tar.gz`,
  import.meta.url,
);
