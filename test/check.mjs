import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../build/prepare.mjs';
import { COMPILER } from '../build/steps.mjs';

/**
 * `npm run check -- [--since REF]`: formatting, lint, spelling, types, messages and the unit tests of changed
 * files, for frequent use. Results of lint and formatting are cached by content. `npm test` runs everything,
 * without caches.
 *
 * Changed files are those that differ from REF, committed or not; by default from where this branch left its
 * upstream, or from the last commit.
 */

const { values } = parseArgs({ options: { since: { type: 'string' } } });
const CACHE = 'node_modules/.cache/mhb-kit';

/** @param {readonly string[]} args @returns {string | null} */
function git(...args) {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

function changedFiles() {
  const since = values.since ?? git('merge-base', 'HEAD', '@{upstream}') ?? 'HEAD';
  const tracked = git('diff', '--name-only', '--diff-filter=d', since);
  if (tracked === null) {
    console.error(`No such commit: ${since}`);
    process.exit(2);
  }
  const untracked = git('ls-files', '--others', '--exclude-standard') ?? '';
  return [...tracked.split('\n'), ...untracked.split('\n')].filter((file) => file !== '');
}

/** @typedef {{ name: string, seconds: number, succeeded: boolean, output: string }} Result */

/** @param {string} name @param {readonly string[]} command @returns {Promise<Result>} */
function run(name, [program = '', ...args]) {
  const begun = Date.now();
  const executable = program === 'node' ? process.execPath : join(root, 'node_modules/.bin', program);
  const child = spawn(executable, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  return new Promise((resolve) => {
    child.once('error', (error) => (output += error.message));
    child.once('close', (status) => {
      const result = { name, seconds: (Date.now() - begun) / 1000, succeeded: status === 0, output };
      console.log(
        `${result.succeeded ? '✓' : '✗'} ${name.padEnd(18)} ${result.seconds.toFixed(0).padStart(4)} s`,
      );
      resolve(result);
    });
  });
}

/** Runs steps one after the other. @param {readonly (readonly [string, readonly string[]])[]} steps */
async function inOrder(steps) {
  /** @type {Result[]} */
  const results = [];
  for (const [name, command] of steps) results.push(await run(name, command));
  return results;
}

const changed = changedFiles();
const sources = changed.filter((file) => /^(?:packages|test)\/.*\.(?:ts|mjs)$/.test(file));
/** Folders of components with changes: their tests run in a browser, against the compiled files. */
const components = new Set(
  sources.flatMap((file) => /^packages\/elements\/src\/[\w-]+(?=\/)/.exec(file) ?? []),
);
const hasChromium = existsSync(process.env.CHROME_PATH ?? '/usr/bin/chromium');

const begun = Date.now();
console.log(`${changed.length} files changed`);
const results = (
  await Promise.all([
    inOrder([
      ['compile', ['node', 'build/build.mjs', 'gateway program']],
      [
        'types of tests',
        ['node', COMPILER, '-p', 'test', '--incremental', '--tsBuildInfoFile', `${CACHE}/test.tsbuildinfo`],
      ],
      ...(sources.length === 0
        ? []
        : [
            /** @type {const} */ ([
              'unit tests',
              [
                'vitest',
                ...['related', '--run', '--passWithNoTests', '--config', 'test/vitest.config.ts'],
                ...['--exclude', 'test/conformance/**', '--exclude', 'test/trust/**'],
                ...sources,
              ],
            ]),
          ]),
      ...(components.size === 0 || !hasChromium
        ? []
        : [
            /** @type {const} */ ([
              'component tests',
              [
                'web-test-runner',
                ...['--config', 'test/web-test-runner.config.js'],
                ...['--files', ...[...components].map((folder) => `${folder}/**/*.test.ts`)],
              ],
            ]),
          ]),
    ]),
    inOrder([
      ['format', ['prettier', '--check', '--cache', '--cache-location', `${CACHE}/prettier`, '.']],
      [
        'lint',
        ['eslint', '--cache', '--cache-strategy', 'content', '--cache-location', `${CACHE}/eslint`, '.'],
      ],
      ['documents', ['markdownlint-cli2']],
      [
        'spelling',
        [
          'cspell',
          '--no-progress',
          '--no-must-find-files',
          '--cache',
          '--cache-location',
          `${CACHE}/cspell`,
          ...changed,
        ],
      ],
      [
        'commit messages',
        ['node', 'test/words/commits.mjs', ...(values.since === undefined ? [] : [values.since])],
      ],
      [
        'rooms',
        [
          ...['depcruise', 'packages/*/src', '--config', '.dependency-cruiser.js'],
          ...['--cache', `${CACHE}/rooms`, '--cache-strategy', 'content'],
        ],
      ],
      ['unused', ['knip', '--include', 'files,exports,types', '--no-config-hints', '--no-progress']],
    ]),
  ])
).flat();

const failed = results.filter(({ succeeded }) => !succeeded);
for (const { name, output } of failed) console.log(`\n── ${name}\n${output.trim()}`);
if (components.size > 0 && !hasChromium) console.log('Component tests need Chromium: skipped.');
console.log(
  `\n${results.length - failed.length} passed, ${failed.length} failed, ${((Date.now() - begun) / 1000).toFixed(0)} s`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
