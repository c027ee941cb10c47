import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFileRecord } from './file-record.mjs';
import { root } from './prepare.mjs';
import { COMPILER, steps } from './steps.mjs';

/**
 * `npm run build -- [--force] [STEP …]`: brings all steps of `steps.mjs` up to date, or only the named ones
 * and those they depend on. At most as many run at a time as there are processors; a step whose files have
 * not changed is skipped, unless forced.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { force: { type: 'boolean', default: false } },
});
if (!existsSync(join(root, COMPILER))) {
  console.error('The compiler is not installed. After the lock file has changed: npm install --no-save');
  process.exit(1);
}
const record = createFileRecord(root, 'node_modules/.cache/mhb-kit/build.json');

/** @param {readonly string[]} command */
function run([program = '', ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (status) =>
      status === 0 ? resolve(undefined) : reject(new Error(`${program} ended with status ${status}`)),
    );
  });
}

/** @param {import('./steps.mjs').Step} step @returns {Promise<boolean>} whether it had to run */
async function bringUpToDate(step) {
  if (!values.force && record.isUpToDate(step)) return false;
  console.log(`Building: ${step.name} …`);
  for (const command of step.commands) await run(command);
  record.remember(step);
  return true;
}

/** The named steps and those they depend on. @param {readonly string[]} names @returns {readonly string[]} */
const withPrerequisites = (names) =>
  names.flatMap((name) => [
    ...withPrerequisites(steps.find((step) => step.name === name)?.after ?? []),
    name,
  ]);

const unknown = positionals.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `No such step: ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}
const names = withPrerequisites(positionals);
const wanted = steps.filter(({ name }) => names.length === 0 || names.includes(name));
const waiting = new Set(wanted);
/** @type {Set<string>} */
const finished = new Set();
/** @type {Map<string, Promise<unknown>>} */
const running = new Map();

const isReady = (/** @type {import('./steps.mjs').Step} */ { after }) =>
  after.every((name) => finished.has(name));

try {
  while (finished.size < wanted.length) {
    for (const step of waiting) {
      if (running.size >= availableParallelism() || !isReady(step)) continue;
      waiting.delete(step);
      running.set(
        step.name,
        bringUpToDate(step).then(() => {
          running.delete(step.name);
          finished.add(step.name);
        }),
      );
    }
    await Promise.race(running.values());
  }
} catch (error) {
  await Promise.allSettled(running.values());
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  record.save();
}
