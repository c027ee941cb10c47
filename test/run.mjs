import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, requireNode, root } from '../build/prepare.mjs';
import { ensureRequirements } from '../build/requirements.mjs';
import { filesOf, lastLines } from './failures.mjs';
import { makeTemporaryFolder } from './temporary-folder.mjs';

/**
 * `npm test`: all tests, on a fresh checkout; the last line is the result. Each step runs even if an earlier one has
 * failed, but nothing runs without a build. Two steps run at a time, because most of them wait for browsers and
 * databases. The output of a step is shown when it ends. A failed test runs once more, alone. If it fails again, the run
 * fails; if it passes, it is listed as disturbed and needs fixing. All failures are listed again at the end.
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/** @typedef {import('./failures.mjs').Failure} Failure */
/** @typedef {{ status: number | null, output: string }} Ended */
/** @typedef {Tally & { output: string, failures: readonly Failure[] }} Outcome */
/** @typedef {{ name: string, needs?: readonly string[], after?: string, run: (files?: readonly string[]) => Promise<Outcome> }} Step `files`: only these; default: all. */
/** @typedef {Tally & { name: string, seconds: number, failures: readonly Failure[], disturbed?: readonly Failure[] }} Row */

const STEPS_AT_A_TIME = 2;

requireNode();
const started = Date.now();
const { missing, failed: notInstalled } = ensureRequirements();
install();
build();

const temporary = makeTemporaryFolder();

/** @param {string} command @param {readonly string[]} args @param {Record<string, string>} [env] @returns {Promise<Ended>} */
function run(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, TMPDIR: temporary, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  return new Promise((resolve) => {
    child.once('error', (error) => (output += `${error.message}\n`));
    child.once('close', (status) => resolve({ status, output }));
  });
}

/** @param {Partial<Tally>} counts @returns {Tally} */
const tally = (counts) => ({ passed: 0, failed: 0, skipped: 0, ...counts });

/**
 * Runs a script that either passes or fails as a whole. @param {string} script @returns {Promise<Outcome>}
 */
async function check(script) {
  const { status, output } = await run('npm', ['run', '--silent', script]);
  return status === 0
    ? { ...tally({ passed: 1 }), output, failures: [] }
    : { ...tally({ failed: 1 }), output, failures: [lastLines(`npm run ${script}`, output)] };
}

/** Licenses and known vulnerabilities. Status 2 means that the registry did not answer. @returns {Promise<Outcome>} */
async function audit() {
  const { status, output } = await run('npm', ['run', '--silent', 'audit']);
  if (status === 0 || status === 2) {
    return { ...tally(status === 0 ? { passed: 1 } : { skipped: 1 }), output, failures: [] };
  }
  return { ...tally({ failed: 1 }), output, failures: [lastLines('npm run audit', output)] };
}

/**
 * A suite that writes its counts and failures to a file. Without that file it has crashed.
 * @param {string} config @param {readonly [string, ...string[]]} command @returns {Promise<Outcome>}
 */
async function suite(config, [program, ...args]) {
  const report = join(temporary, `${config.replaceAll('/', '-')}.json`);
  const { status, output } = await run(program, [...args, '--config', config], { MHB_TEST_REPORT: report });
  const died = { failed: 1, failures: [lastLines(config, output)], output };
  try {
    const counts = /** @type {import('./failures.mjs').Report} */ (JSON.parse(readFileSync(report, 'utf8')));
    return status !== 0 && counts.failed === 0 ? { ...counts, ...died } : { ...counts, output };
  } catch {
    return { ...tally({}), ...died };
  }
}

/** @param {string} config @param {readonly string[]} [files] @returns {Promise<Outcome>} */
const vitest = (config, files = []) =>
  suite(config, [
    'npx',
    ...['vitest', 'run', ...files],
    ...['--reporter', process.env.CI === undefined ? 'default' : 'dot'],
    ...['--reporter', join(root, 'test/vitest-report.mjs')],
  ]);

/** @param {string} config @param {readonly string[]} [files] @returns {Promise<Outcome>} */
const componentTests = (config, files = []) =>
  suite(config, ['npx', 'web-test-runner', ...(files.length > 0 ? ['--files', ...files] : [])]);

/** @type {readonly Step[]} The longest first, so that both lanes end at about the same time. */
const steps = [
  { name: 'packages in Node', run: (files) => vitest('test/vitest.config.ts', files) },
  { name: 'documentation and Storybook build', run: () => check('docs') },
  {
    name: 'journeys in Chromium',
    needs: ['chromium'],
    run: (files) => vitest('test/e2e/vitest.config.ts', files),
  },
  {
    name: 'adoption',
    needs: ['chromium'],
    // It reads documents that this step writes.
    after: 'documentation and Storybook build',
    run: (files) => vitest('test/adoption/vitest.config.ts', files),
  },
  {
    // The component tests in WebKit take minutes: `npm run test:webkit`.
    name: 'journeys in WebKit',
    needs: ['webkit2gtk-driver', 'python3-gi', 'gir1.2-webkit2-4.1'],
    run: (files) => vitest('test/webkit/vitest.config.ts', files),
  },
  {
    name: 'components in Firefox',
    needs: ['firefox-esr'],
    run: (files) => componentTests('test/web-test-runner.firefox.config.js', files),
  },
  {
    name: 'components in Chromium',
    needs: ['chromium'],
    run: (files) => componentTests('test/web-test-runner.config.js', files),
  },
  {
    name: 'stories in Chromium',
    needs: ['chromium'],
    run: (files) => vitest('stories/vitest.config.ts', files),
  },
  { name: 'lint', run: () => check('lint:code') },
  { name: 'formatting and words', run: () => check('lint:text') },
  { name: 'types', run: () => check('typecheck') },
  { name: 'size budgets', run: () => check('size') },
  { name: 'audit', run: audit },
];

/** @param {Step} step @returns {Promise<Row>} */
async function timed({ name, needs = [], run: work }) {
  const begun = Date.now();
  const lacking = missing.filter((requirement) => needs.includes(requirement.package));
  const { output, ...counts } =
    lacking.length === 0
      ? await work()
      : {
          ...tally({ skipped: 1 }),
          output: `skipped: ${lacking.map((one) => one.package).join(', ')} not installed\n`,
          failures: [],
        };
  console.log(`\n── ${name}\n${output.trimEnd()}`);
  return { name, seconds: (Date.now() - begun) / 1000, ...counts };
}

/**
 * Runs a failed step once more, alone. Tests that pass now were disturbed by the other step.
 * @param {Row} row @returns {Promise<Row>}
 */
async function again(row) {
  const step = steps.find(({ name }) => name === row.name);
  if (step === undefined || row.failed === 0) return row;
  const begun = Date.now();
  const { output, failed, failures } = await step.run(filesOf(row.failures));
  console.log(`\n── ${row.name}, once more and alone\n${output.trimEnd()}`);
  const still = new Set(failures.map(({ where }) => where));
  return {
    ...row,
    seconds: row.seconds + (Date.now() - begun) / 1000,
    passed: row.passed + Math.max(0, row.failed - failed),
    failed,
    failures,
    disturbed: row.failures.filter(({ where }) => !still.has(where)),
  };
}

/** @type {Row[]} */
const rows = [];
const waiting = [...steps];
/** Takes the next step that may run, until none is left. */
async function lane() {
  for (;;) {
    const next = waiting.findIndex(
      ({ after }) => after === undefined || rows.some(({ name }) => name === after),
    );
    const [step] = next === -1 ? [] : waiting.splice(next, 1);
    if (step === undefined) return;
    rows.push(await timed(step));
  }
}
await Promise.all(Array.from({ length: STEPS_AT_A_TIME }, lane));
// A lane ends early if all remaining steps wait for the other lane.
await lane();
for (const [index, row] of rows.entries()) rows[index] = await again(row);

console.log('');
for (const { name, seconds, passed, failed, skipped } of rows) {
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(32)} ${seconds.toFixed(0).padStart(4)} s   ${counts}`);
}
for (const requirement of missing) {
  console.log(`not installed: ${requirement.package} (Debian), needed for ${requirement.needed}`);
}
const sum = (/** @type {keyof Tally} */ key) => rows.reduce((total, row) => total + row[key], 0);
if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`);
/** @param {string} mark @param {Failure} failure */
const show = (mark, { where, reason }) =>
  console.log(`\n${mark}: ${where}\n${reason.replace(/^/gm, '    ')}`);
for (const { name, disturbed = [], failures } of rows) {
  for (const failure of disturbed) show(`~ ${name}, passed only when run alone`, failure);
  for (const failure of failures) show(`✗ ${name}`, failure);
}
console.log(`\ntook ${((Date.now() - started) / 60_000).toFixed(1)} minutes\n`);

// A Debian package that should be installed and is not counts as a failure: otherwise a run without browsers would pass.
const failed = sum('failed') + (notInstalled ? missing.length : 0);
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
