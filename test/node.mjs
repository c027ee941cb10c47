import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from '../build/prepare.mjs';
import { nodeFolder } from './node-version.mjs';

/**
 * `npm run test:node -- 24 [FILE…]`: the suite "packages in Node" with another version of Node. Without files it runs
 * everything. Programs that tests start run with the same Node.
 */

const [line = '', ...files] = process.argv.slice(2);
if (!/^\d+(?:\.\d+){0,2}$/.test(line)) {
  console.error('Which Node? For example: npm run test:node -- 24');
  process.exit(2);
}
const bin = nodeFolder(line);
const { status } = spawnSync(
  join(bin, 'node'),
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', ...files],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
  },
);
process.exit(status ?? 1);
