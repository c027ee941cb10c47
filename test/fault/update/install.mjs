import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Versions } from '../../../packages/card-bridge/dist/update/versions.js';

/**
 * `node install.mjs ROOT PROGRAM VERSION ARCHIVE [STEP]`: installs one version of the bridge. Ends itself before a
 * step, as a power failure would.
 */

const [root = '', program = '', version = '', archive = '', step] = process.argv.slice(2);
// The clock of the power failure starts now.
process.send?.('ready');
await once(process, 'message');
process.disconnect?.();
await new Versions(root, program).install(version, await readFile(archive), (next) => {
  if (next === step) process.kill(process.pid, 'SIGKILL');
});
