import type { Database } from './database.js';
import { makePrivate } from './private-folder.js';

export interface DatabaseLocation {
  readonly dataDirectory: string;
  readonly databaseUrl?: string;
}

/**
 * The configured PostgreSQL server, otherwise the embedded database of the data folder; only the one in use
 * is loaded. Other users' access to the folder is removed.
 */
export async function openDatabase(
  location: DatabaseLocation,
  onError: (error: Error) => void,
): Promise<Database> {
  if (location.databaseUrl === undefined) {
    const { openEmbeddedDatabase } = await import('./pglite.js');
    return openEmbeddedDatabase(location.dataDirectory);
  }
  await makePrivate(location.dataDirectory);
  const { openPostgresDatabase } = await import('./postgres.js');
  return openPostgresDatabase(location.databaseUrl, onError);
}
