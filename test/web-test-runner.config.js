import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';

/**
 * Leaves the counts where `npm test` asks for them.
 * @returns {import('@web/test-runner').Reporter}
 */
const countsReporter = () => ({
  onTestRunFinished({ sessions }) {
    const report = process.env.MHB_TEST_REPORT;
    if (report === undefined) return;
    const results = sessions.flatMap(({ testResults }) => testsIn(testResults));
    const failed = results.filter(({ passed, skipped }) => !passed && !skipped).length;
    const broken = sessions.filter(
      ({ passed, testResults }) => !passed && testsIn(testResults).length === 0,
    ).length;
    const skipped = results.filter((result) => result.skipped).length;
    const passed = results.filter((result) => result.passed && !result.skipped).length;
    writeFileSync(report, JSON.stringify({ passed, failed: failed + broken, skipped }));
  },
});

/** @param {import('@web/test-runner').TestSuiteResult | undefined} suite @returns {import('@web/test-runner').TestResult[]} */
const testsIn = (suite) => (suite === undefined ? [] : [...suite.tests, ...suite.suites.flatMap(testsIn)]);

/** Component tests in a real browser. They import the packages by name, so they test what users get: `dist`. */
export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: 'packages/elements/src/**/*.test.ts',
  nodeResolve: true,
  concurrency: 1,
  reporters: [defaultReporter(), countsReporter()],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../packages/elements/tsconfig.json', import.meta.url)),
    }),
  ],
  // axe's first run in a cold browser takes seconds.
  testFramework: { config: { timeout: 15_000 } },
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--disable-dev-shm-usage',
          '--disable-background-networking',
          '--no-first-run',
        ],
      },
    }),
  ],
};
