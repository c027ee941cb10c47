import { writeFileSync } from 'node:fs';
import { firstLines } from './failures.mjs';

/** @typedef {import('./failures.mjs').Failure} Failure */
/** @typedef {import('vitest/node').TestModule} TestModule */
/** @typedef {import('vitest').SerializedError | import('vitest').TestError} AnyError */

/** @param {string} where @param {readonly AnyError[]} errors @returns {Failure[]} */
const failuresOf = (where, errors) =>
  errors.map(({ name, message, stack = '', ...error }) => ({
    where,
    reason: firstLines(
      [
        `${name ?? 'Error'}: ${message}`,
        'diff' in error && typeof error.diff === 'string' ? error.diff : '',
        // The stack begins with the message.
        stack
          .split('\n')
          .filter((line) => /^\s*at /.test(line))
          .join('\n'),
      ].join('\n'),
    ),
  }));

/**
 * One failure for each test, even if it has several errors. @param {readonly Failure[]} failures @returns
 * {Failure[]}
 */
const together = (failures) => {
  const [first] = failures;
  return first === undefined
    ? []
    : [{ where: first.where, reason: failures.map(({ reason }) => reason).join('\n') }];
};

/** Failures of hooks, imports and tests of a file. @param {TestModule} module @returns {Failure[]} */
function failuresIn(module) {
  const file = module.relativeModuleId;
  return [
    ...together(failuresOf(file, module.errors())),
    ...[...module.children.allSuites()].flatMap((suite) =>
      together(failuresOf(`${file} › ${suite.fullName}`, suite.errors())),
    ),
    ...[...module.children.allTests('failed')].flatMap((test) => {
      const where = `${file} › ${test.fullName}`;
      const failures = together(failuresOf(where, test.result().errors ?? []));
      return failures.length > 0 ? failures : [{ where, reason: 'failed without an error' }];
    }),
  ];
}

/** Number of files that are listed as the slowest. */
const SLOWEST = 12;

/** The files that take longest: where to look when the whole run takes too long. @param {readonly TestModule[]} modules */
function slowest(modules) {
  const files = modules.map((module) => {
    const { environmentSetupDuration, prepareDuration, collectDuration, duration } = module.diagnostic();
    const total = environmentSetupDuration + prepareDuration + collectDuration + duration;
    return { file: module.relativeModuleId, seconds: total / 1000 };
  });
  return files
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST)
    .map(({ file, seconds }) => `${seconds.toFixed(0).padStart(5)} s  ${file}`)
    .join('\n');
}

/**
 * Writes the counts and the failures to the file that `npm test` reads, including failed hooks and errors
 * outside tests, which vitest's own JSON report omits.
 * @type {new () => import('vitest/node').Reporter}
 */
export default class ReportForNpmTest {
  /** @param {readonly TestModule[]} modules @param {readonly AnyError[]} unhandledErrors */
  onTestRunEnd(modules, unhandledErrors) {
    const path = process.env.MHB_TEST_REPORT;
    if (path === undefined) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (/** @type {string} */ state) =>
      tests.filter((test) => test.result().state === state).length;
    const failures = [
      ...modules.flatMap(failuresIn),
      ...unhandledErrors.flatMap((error) =>
        failuresOf(
          'VITEST_TEST_NAME' in error
            ? `outside of tests, during ${String(error.VITEST_TEST_NAME)}`
            : 'outside of tests',
          [error],
        ),
      ),
    ];
    /** @type {import('./failures.mjs').Report} */
    const report = { passed: count('passed'), failed: failures.length, skipped: count('skipped'), failures };
    writeFileSync(path, JSON.stringify(report));
    console.log(slowest(modules));
  }
}
