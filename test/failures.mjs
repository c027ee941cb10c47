import { stripVTControlCharacters } from 'node:util';

/** What `npm test` says at its end of everything that failed: far above, among thousands of lines, nobody finds it. */

/** @typedef {{ where: string, reason: string }} Failure The file and the test's full name; the first lines of its error. */
/** @typedef {{ passed: number, failed: number, skipped: number, failures: readonly Failure[] }} Report What a suite leaves in a file. */

const FIRST_LINES = 20;
const LAST_LINES = 30;

/** @param {string} text */
const linesOf = (text) =>
  stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

/** An error as one reads it, without the frames of the tools. @param {string} text */
export const firstLines = (text) =>
  linesOf(text)
    .filter((line) => !/^\s*at .*(?:node_modules|node:internal|native code)|^\s*at new Promise/.test(line))
    .slice(0, FIRST_LINES)
    .join('\n');

/** All that is known where nothing left a report. @param {string} where @param {string} output @returns {Failure} */
export const lastLines = (where, output) => ({
  where,
  reason: linesOf(output).slice(-LAST_LINES).join('\n'),
});

/**
 * The test files that failures name, to run them again; none where one of them is about something else, a whole suite that died
 * among them.
 * @param {readonly Failure[]} failures @returns {readonly string[]}
 */
export const filesOf = (failures) => {
  const files = failures.map(({ where }) => where.split(' › ', 1)[0] ?? '');
  return files.every((file) => /\.(?:test|stories)\.ts$/.test(file)) ? [...new Set(files)] : [];
};
