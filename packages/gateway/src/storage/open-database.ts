import type { Database } from './database.js';
import { makePrivate } from './private-folder.js';

export interface DatabaseLocation {
  readonly dataDirectory: string;
  readonly databaseUrl?: string;
}

/**
 * Opens the configured PostgreSQL server or, if none is configured, the embedded database of the data folder. Only
 * the module for the database in use is loaded. Other users lose their access to the folder.
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
