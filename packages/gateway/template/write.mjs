import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { databaseTemplate } from '../dist/storage/database-template.js';

/**
 * Writes the embedded database as created by `initdb` into `dist`, once for each version of PGlite, so that a
 * first start unpacks it instead of initialising. Part of the build; without it, a first start takes a few
 * seconds longer.
 *
 * Without the two databases that serve as templates for others: they are two thirds of the files, each of
 * which PostgreSQL opens and syncs when it restarts after a failure.
 */
const path = fileURLToPath(databaseTemplate);
if (!existsSync(path)) {
  const database = await PGlite.create();
  for (const name of ['template0', 'template1']) {
    await database.exec(`ALTER DATABASE ${name} IS_TEMPLATE false`);
    await database.exec(`DROP DATABASE ${name}`);
  }
  const archive = await database.dumpDataDir('gzip');
  await database.close();
  await writeFile(`${path}.part`, Buffer.from(await archive.arrayBuffer()));
  await rename(`${path}.part`, path);
}
