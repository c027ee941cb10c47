import { stripVTControlCharacters } from 'node:util';

/**
 * The summary of all failures at the end of `npm test`, which would be hard to find among thousands of lines.
 */

/** @typedef {{ where: string, reason: string }} Failure The file and the test's full name; the first lines of its error. */
/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures: readonly Failure[] }} Report The
 *   report of a suite in a file.
 */

const FIRST_LINES = 20;
const LAST_LINES = 30;

/** @param {string} text */
const linesOf = (text) =>
  stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

/** The readable part of an error, without the frames of the tools. @param {string} text */
export const firstLines = (text) =>
  linesOf(text)
    .filter((line) => !/^\s*at .*(?:node_modules|node:internal|native code)|^\s*at new Promise/.test(line))
    .slice(0, FIRST_LINES)
    .join('\n');

/**
 * All that is known if there is no report. @param {string} where @param {string} output @returns {Failure}
 */
export const lastLines = (where, output) => ({
  where,
  reason: linesOf(output).slice(-LAST_LINES).join('\n'),
});

/**
 * The test files named in failures, for running them again; none if one failure concerns something else, such
 * as a whole suite that crashed.
 * @param {readonly Failure[]} failures @returns {readonly string[]}
 */
export const filesOf = (failures) => {
  const files = failures.map(({ where }) => where.split(' › ', 1)[0] ?? '');
  return files.every((file) => /\.(?:test|stories)\.ts$/.test(file)) ? [...new Set(files)] : [];
};
