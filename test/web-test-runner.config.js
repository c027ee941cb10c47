import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { bundledTests } from './bundled-tests.mjs';
import { firstLines } from './failures.mjs';

/**
 * Writes the counts and the failures to the file that `npm test` reads.
 * @returns {import('@web/test-runner').Reporter}
 */
const countsReporter = () => ({
  onTestRunFinished({ sessions }) {
    const report = process.env.MHB_TEST_REPORT;
    if (report === undefined) return;
    const results = sessions.flatMap(({ testResults }) => testsIn(testResults, []));
    const failures = sessions.flatMap(failuresIn);
    writeFileSync(
      report,
      JSON.stringify({
        passed: results.filter(({ test }) => test.passed && !test.skipped).length,
        failed: failures.length,
        skipped: results.filter(({ test }) => test.skipped).length,
        failures,
      }),
    );
  },
});

/**
 * @param {import('@web/test-runner').TestSuiteResult | undefined} suite @param {readonly string[]} names of the suites around it
 * @returns {{ name: string, test: import('@web/test-runner').TestResult }[]}
 */
const testsIn = (suite, names) =>
  suite === undefined
    ? []
    : [
        ...suite.tests.map((test) => ({ name: [...names, test.name].join(' '), test })),
        ...suite.suites.flatMap((inner) => testsIn(inner, [...names, inner.name])),
      ];

/**
 * Failed tests of a file, or the file itself if it failed as a whole. @param
 * {import('@web/test-runner').TestSession} session
 */
function failuresIn({ passed, testFile = '', testResults, errors }) {
  const file = relative(rootDir, testFile);
  const failed = testsIn(testResults, []).filter(({ test }) => !test.passed && !test.skipped);
  if (failed.length === 0 && !passed) return [{ where: file, reason: reasonOf(errors[0]) }];
  return failed.map(({ name, test }) => ({ where: `${file} › ${name}`, reason: reasonOf(test.error) }));
}

/** @param {import('@web/test-runner').TestResultError | undefined} error */
const reasonOf = (error) => firstLines([error?.message, error?.stack].filter(Boolean).join('\n'));

const rootDir = fileURLToPath(new URL('..', import.meta.url));
const files = ['packages/elements/src/**/*.test.ts', 'packages/elements/test/**/*.test.ts'];
/** Some files, or all again and again after a change, are ready sooner without a bundle. */
const isPart = ['--files', '--watch'].some((option) => process.argv.includes(option));

/** Component tests in a real browser. They import the packages by name, so they test what users get: `dist`. */
export default {
  rootDir,
  files,
  nodeResolve: true,
  concurrency: 1,
  reporters: [defaultReporter(), countsReporter()],
  plugins: [
    ...(isPart ? [] : [bundledTests({ rootDir, files })]),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../packages/elements/tsconfig.json', import.meta.url)),
    }),
  ],
  // Time limits only end tests that hang: axe's first run in a new browser takes seconds, and several times
  // as long on a busy machine.
  testFramework: { config: { timeout: 60_000 } },
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  browserStartTimeout: 120_000,
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--disable-dev-shm-usage',
          '--disable-background-networking',
          '--no-first-run',
          // A test collects garbage to check that nothing keeps a reference to a removed component.
          '--js-flags=--expose-gc',
        ],
      },
    }),
  ],
};
