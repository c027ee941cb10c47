import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, requireNode, root } from '../build/prepare.mjs';
import { ensureRequirements } from '../build/requirements.mjs';
import { lastLines } from './failures.mjs';

/**
 * `npm test`: everything, from a bare checkout, closing with one plain line. Each step runs even when an earlier one has
 * failed, except that nothing runs without a build. Two steps run at a time, since most of them wait for browsers and
 * databases; what a step printed is shown when it ends, and what failed is named once more at the very end.
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/** @typedef {import('./failures.mjs').Failure} Failure */
/** @typedef {{ status: number | null, output: string }} Ended */
/** @typedef {Tally & { output: string, failures: readonly Failure[] }} Outcome */
/** @typedef {{ name: string, needs?: readonly string[], after?: string, run: () => Promise<Outcome> }} Step */
/** @typedef {Tally & { name: string, seconds: number, failures: readonly Failure[] }} Row */

const STEPS_AT_A_TIME = 2;

requireNode();
const started = Date.now();
const { missing, failed: notInstalled } = ensureRequirements();
install();
build();

const reports = mkdtempSync(join(tmpdir(), 'mhb-kit-test-'));

/** @param {string} command @param {readonly string[]} args @param {Record<string, string>} [env] @returns {Promise<Ended>} */
function run(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
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

/** A step that either holds or does not. @param {string} script @returns {Promise<Outcome>} */
async function check(script) {
  const { status, output } = await run('npm', ['run', '--silent', script]);
  return status === 0
    ? { ...tally({ passed: 1 }), output, failures: [] }
    : { ...tally({ failed: 1 }), output, failures: [lastLines(`npm run ${script}`, output)] };
}

/** Licences and known vulnerabilities. Status 2 means that the registry gave no answer. @returns {Promise<Outcome>} */
async function audit() {
  const { status, output } = await run('npm', ['run', '--silent', 'audit']);
  if (status === 0 || status === 2) {
    return { ...tally(status === 0 ? { passed: 1 } : { skipped: 1 }), output, failures: [] };
  }
  return { ...tally({ failed: 1 }), output, failures: [lastLines('npm run audit', output)] };
}

/**
 * A suite that leaves its counts and failures in a file; without that file it died.
 * @param {string} config @param {readonly [string, ...string[]]} command @returns {Promise<Outcome>}
 */
async function suite(config, [program, ...args]) {
  const report = join(reports, `${config.replaceAll('/', '-')}.json`);
  const { status, output } = await run(program, [...args, '--config', config], { MHB_TEST_REPORT: report });
  const died = { failed: 1, failures: [lastLines(config, output)], output };
  try {
    const counts = /** @type {import('./failures.mjs').Report} */ (JSON.parse(readFileSync(report, 'utf8')));
    return status !== 0 && counts.failed === 0 ? { ...counts, ...died } : { ...counts, output };
  } catch {
    return { ...tally({}), ...died };
  }
}

/** @param {string} config @returns {Promise<Outcome>} */
const vitest = (config) =>
  suite(config, [
    'npx',
    ...['vitest', 'run'],
    ...['--reporter', process.env.CI === undefined ? 'default' : 'dot'],
    ...['--reporter', join(root, 'test/vitest-report.mjs')],
  ]);

/** @param {string} config @returns {Promise<Outcome>} */
const componentTests = (config) => suite(config, ['npx', 'web-test-runner']);

/** @type {readonly Step[]} The longest first, so that both lanes end at about the same time. */
const steps = [
  { name: 'packages in Node', run: () => vitest('test/vitest.config.ts') },
  { name: 'documentation builds', run: () => check('docs') },
  {
    name: 'journeys in Chromium',
    needs: ['chromium'],
    run: () => vitest('test/e2e/vitest.config.ts'),
  },
  {
    name: 'adoption',
    needs: ['chromium'],
    // It reads the documents while that step would be writing some.
    after: 'documentation builds',
    run: () => vitest('test/adoption/vitest.config.ts'),
  },
  {
    name: 'components in Firefox',
    needs: ['firefox-esr'],
    run: () => componentTests('test/web-test-runner.firefox.config.js'),
  },
  {
    name: 'components in Chromium',
    needs: ['chromium'],
    run: () => componentTests('test/web-test-runner.config.js'),
  },
  { name: 'stories in Chromium', needs: ['chromium'], run: () => vitest('stories/vitest.config.ts') },
  { name: 'formatting and lint', run: () => check('lint') },
  { name: 'types', run: () => check('typecheck') },
  { name: 'Storybook builds', run: () => check('storybook:build') },
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
// A lane ends early where all that is left waits for the other one.
await lane();
rmSync(reports, { recursive: true });

console.log('');
for (const { name, seconds, passed, failed, skipped } of rows) {
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(24)} ${seconds.toFixed(0).padStart(4)} s   ${counts}`);
}
for (const requirement of missing) {
  console.log(`not installed: ${requirement.package} (Debian), so without ${requirement.needed}`);
}
const sum = (/** @type {keyof Tally} */ key) => rows.reduce((total, row) => total + row[key], 0);
if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`);
for (const { name, failures } of rows) {
  for (const { where, reason } of failures) {
    console.log(`\n✗ ${name}: ${where}\n${reason.replace(/^/gm, '    ')}`);
  }
}
console.log(`\ntook ${((Date.now() - started) / 60_000).toFixed(1)} minutes\n`);

// A package that apt should have brought and did not is a failure, or a run without browsers would look green.
const failed = sum('failed') + (notInstalled ? missing.length : 0);
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
