import crypto from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { databaseTemplate } from '../dist/storage/database-template.js';

/**
 * Writes the embedded database as created by `initdb` into `dist`, once for each version of PGlite, so that a
 * first start unpacks it instead of initialising. Part of the build; without it, a first start takes a few
 * seconds longer.
 *
 * Each time the same bytes: PostgreSQL takes its identifier and its first times from a clock that stands still, and its
 * random numbers from a counter. None of them is a secret of a gateway, because all gateways receive this file.
 *
 * Without the two databases that serve as templates for others: they are two thirds of the files, each of
 * which PostgreSQL opens and syncs when it restarts after a failure.
 */
const path = fileURLToPath(databaseTemplate);
if (!existsSync(path)) {
  standStill();
  const folder = await mkdtemp(join(tmpdir(), 'mhb-template-'));
  try {
    const database = await PGlite.create(folder);
    for (const name of ['template0', 'template1']) {
      await database.exec(`ALTER DATABASE ${name} IS_TEMPLATE false`);
      await database.exec(`DROP DATABASE ${name}`);
    }
    await database.close();
    await writeFile(`${path}.part`, gzipSync(serialize(filesIn(folder)), { level: 9 }));
    await rename(`${path}.part`, path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** For the rest of this process. */
function standStill() {
  const moment = Date.UTC(2026, 0, 1);
  Date.now = () => moment;
  let drawn = 0;
  crypto.randomFillSync = (/** @type {NodeJS.ArrayBufferView} */ array) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = (drawn += 1) % 256;
    return array;
  };
}

/** @param {string} root @returns {import('../dist/storage/database-template.js').DatabaseFiles} */
function filesIn(root) {
  /** @type {string[]} */
  const folders = [];
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  /** @param {string} folder */
  const collect = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const name = join(folder, entry.name);
      if (entry.isDirectory()) {
        folders.push(name);
        collect(name);
      } else files.set(name, new Uint8Array(readFileSync(join(root, name))));
    }
  };
  collect('');
  return { folders, files };
}
