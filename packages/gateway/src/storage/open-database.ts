import type { Database } from './database.js';
import { openEmbeddedDatabase } from './pglite.js';
import { openPostgresDatabase } from './postgres.js';

export interface DatabaseLocation {
  readonly dataDirectory: string;
  readonly databaseUrl?: string;
}

/** The PostgreSQL server that is named, otherwise the embedded database of the data folder. */
export function openDatabase(location: DatabaseLocation, onError: (error: Error) => void): Promise<Database> {
  return location.databaseUrl === undefined
    ? openEmbeddedDatabase(location.dataDirectory)
    : openPostgresDatabase(location.databaseUrl, onError);
}
