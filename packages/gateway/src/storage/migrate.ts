import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { advisoryLock, type Database } from './database.js';

const migrationsFolder = new URL('../../migrations/', import.meta.url);

/**
 * Applies the SQL files of `migrations/` that have not yet been applied to the database, in the order of their
 * names, each in a separate transaction. Returns the names of the files that it applied.
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  // PostgreSQL checks whether a table exists before it waits for another process that is creating the same table,
  // so IF NOT EXISTS alone can fail.
  await database.transaction(async (queries) => {
    await advisoryLock(queries, 'migrations');
    await queries.execute(sql`
      CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())
    `);
  });
  const applied: string[] = [];
  for (const name of await pendingMigrations(database)) {
    const statements = await readFile(new URL(name, migrationsFolder), 'utf8');
    const isNew = await database.transaction(async (queries) => {
      await advisoryLock(queries, 'migrations');
      const seen = await queries.execute(sql`SELECT 1 FROM migration WHERE name = ${name}`);
      if ((seen as { rows: readonly unknown[] }).rows.length > 0) return false;
      for (const statement of splitStatements(statements)) await queries.execute(sql.raw(statement));
      await queries.execute(sql`INSERT INTO migration (name) VALUES (${name})`);
      return true;
    });
    if (isNew) applied.push(name);
  }
  return applied;
}

async function migrationNames(): Promise<readonly string[]> {
  return (await readdir(fileURLToPath(migrationsFolder))).filter((name) => name.endsWith('.sql')).toSorted();
}

/** Returns the migrations of this version that have not yet been applied to the database. */
export async function pendingMigrations(database: Database): Promise<readonly string[]> {
  const { rows } = (await database.queries.execute(sql`SELECT name FROM migration`)) as {
    rows: readonly { readonly name: string }[];
  };
  const applied = new Set(rows.map(({ name }) => name));
  return (await migrationNames()).filter((name) => !applied.has(name));
}

/**
 * Splits a text into statements, because the extended protocol accepts only one statement per query. A `;` within
 * `$$ … $$` or quotes does not end a statement.
 */
export function splitStatements(text: string): readonly string[] {
  const [...statements] = text.replaceAll(/^[ \t]*--.*$/gm, '').matchAll(/(?:\$\$.*?\$\$|'[^']*'|[^;])+/gs);
  return statements.map(([statement]) => statement.trim()).filter((statement) => statement !== '');
}
