import { readPassbook } from '@mhb-kit/core/passbook';
import { enlarge, j2File } from '@mhb-kit/testkit/passbook-fixtures';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Prints the maximum number of megabytes that a new process needs to read (`read`) or only parse (`parse`) a
 * passbook.
 */

const [what = 'read', path] = process.argv.slice(2);
if (path === undefined) {
  const sample = readFileSync(new URL('../../packages/testkit/data/sample.json', import.meta.url), 'utf8');
  const file = join(tmpdir(), `mhb-bench-${process.pid}.json`);
  writeFileSync(file, j2File(enlarge(JSON.parse(sample).myhealthbank.bdata, 20_000)));
  try {
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), what, file], {
      encoding: 'utf8',
    });
    process.stdout.write(stdout);
  } finally {
    rmSync(file);
  }
} else {
  const bytes = new Uint8Array(readFileSync(path));
  if (what === 'parse') JSON.parse(new TextDecoder().decode(bytes));
  else await readPassbook([{ name: 'passbook.json', bytes }]);
  console.log(process.resourceUsage().maxRSS / 1024);
}
