import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, requireNode, root } from '../examples/prepare.mjs';
import { ensureRequirements } from './requirements.mjs';

/**
 * `npm test`: everything, from a bare checkout, closing with one plain line. Each step runs even when an earlier one has
 * failed, except that nothing runs without a build.
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/** @typedef {{ status: string, assertionResults: unknown[] }} VitestFile */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, testResults: VitestFile[] }} VitestReport */
/** @typedef {{ name: string, needs?: string[], run: () => Tally }} Step */

requireNode();
const started = Date.now();
const { missing, failed: notInstalled } = ensureRequirements();
install();
build();

const reports = mkdtempSync(join(tmpdir(), 'mhb-kit-test-'));

/** @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
const succeeds = (command, args, env = {}) =>
  spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  }).status === 0;

/** A step that either holds or does not. @param {string} script @returns {Tally} */
const check = (script) =>
  succeeds('npm', ['run', '--silent', script]) ? tally({ passed: 1 }) : tally({ failed: 1 });

/** Licences and known holes. Status 2 means that the registry did not say. @returns {Tally} */
function audit() {
  const { status } = spawnSync('npm', ['run', '--silent', 'audit'], { cwd: root, stdio: 'inherit' });
  return tally(status === 0 ? { passed: 1 } : status === 2 ? { skipped: 1 } : { failed: 1 });
}

/** @param {Partial<Tally>} counts @returns {Tally} */
const tally = (counts) => ({ passed: 0, failed: 0, skipped: 0, ...counts });

/**
 * A suite that leaves its counts in a file; without one it died.
 * @template Report
 * @param {string} report @param {boolean} succeeded @param {(json: Report) => Tally} read
 */
function counted(report, succeeded, read) {
  try {
    const counts = read(JSON.parse(readFileSync(report, 'utf8')));
    return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    return tally({ failed: 1 });
  }
}

/** @param {string} config @returns {Tally} */
function vitest(config) {
  const report = join(reports, `${config.replaceAll('/', '-')}.json`);
  const succeeded = succeeds('npx', [
    'vitest',
    'run',
    ...['--config', config],
    ...['--reporter', process.env.CI === undefined ? 'default' : 'dot'],
    ...['--reporter', 'json', '--outputFile.json', report],
  ]);
  return counted(report, succeeded, (/** @type {VitestReport} */ json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests + json.testResults.filter(isBrokenFile).length,
    skipped: json.numPendingTests,
  }));
}

/** A file that failed before any of its tests ran. @param {VitestFile} file */
const isBrokenFile = (file) => file.status === 'failed' && file.assertionResults.length === 0;

/** @param {string} config @returns {Tally} */
function componentTests(config) {
  const report = join(reports, `${config.replaceAll('/', '-')}.json`);
  const succeeded = succeeds('npx', ['web-test-runner', '--config', config], { MHB_TEST_REPORT: report });
  return counted(report, succeeded, (/** @type {Tally} */ json) => json);
}

/** @type {readonly Step[]} */
const steps = [
  { name: 'formatting and lint', run: () => check('lint') },
  { name: 'types', run: () => check('typecheck') },
  { name: 'audit', run: audit },
  { name: 'packages in Node', run: () => vitest('test/vitest.config.ts') },
  {
    name: 'components in Chromium',
    needs: ['chromium'],
    run: () => componentTests('test/web-test-runner.config.js'),
  },
  {
    name: 'components in Firefox',
    needs: ['firefox-esr'],
    run: () => componentTests('test/web-test-runner.firefox.config.js'),
  },
  { name: 'stories in Chromium', needs: ['chromium'], run: () => vitest('stories/vitest.config.ts') },
  { name: 'size budgets', run: () => check('size') },
  { name: 'Storybook builds', run: () => check('storybook:build') },
  { name: 'documentation builds', run: () => check('docs') },
  {
    name: 'journeys in Chromium',
    needs: ['chromium'],
    run: () => vitest('test/e2e/vitest.config.ts'),
  },
  {
    name: 'adoption',
    needs: ['chromium'],
    run: () => vitest('test/adoption/vitest.config.ts'),
  },
];

const rows = steps.map((step) => {
  const lacking = missing.filter((requirement) => step.needs?.includes(requirement.package));
  console.log(`\n── ${step.name}`);
  const begun = Date.now();
  if (lacking.length > 0)
    console.log(`skipped: ${lacking.map((one) => one.package).join(', ')} not installed`);
  const counts = lacking.length > 0 ? tally({ skipped: 1 }) : step.run();
  return { name: step.name, seconds: (Date.now() - begun) / 1000, ...counts };
});
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
console.log(`took ${((Date.now() - started) / 60_000).toFixed(1)} minutes\n`);

// A package that apt should have brought and did not is a failure, or a run without browsers would look green.
const failed = sum('failed') + (notInstalled ? missing.length : 0);
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
