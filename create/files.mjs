import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../build/prepare.mjs';

/** What the generators do to the repository: new files, and lines in lists that exist. Each returns the path it touched. */

/** @param {string} text @param {string} file */
const formatted = async (text, file) => format(text, { ...(await resolveConfig(file)), filepath: file });

/** Writes a file that is not there yet. @param {string} path from the root @param {string} text */
export async function addFile(path, text) {
  const file = join(root, path);
  if (existsSync(file)) throw new Error(`${path} exists already`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await formatted(text, file));
  return path;
}

/**
 * Puts a line among others of its kind, in their order; where there is none of them, the list is not as expected.
 * @param {string} path from the root
 * @param {string} line
 * @param {RegExp} kind what such lines look like
 */
export async function addLine(path, line, kind) {
  const file = join(root, path);
  const lines = readFileSync(file, 'utf8').split('\n');
  const places = lines.flatMap((each, index) => (kind.test(each) ? [index] : []));
  const [first] = places;
  if (first === undefined) throw new Error(`${path} has no line like ${line}`);
  const before = places.findLast((index) => (lines[index] ?? '') < line);
  lines.splice(before === undefined ? first : before + 1, 0, line);
  writeFileSync(file, await formatted(lines.join('\n'), file));
  return path;
}

/** Puts text before something that stands in a file once. @param {string} path @param {string} text @param {string} mark */
export async function addBefore(path, text, mark) {
  const file = join(root, path);
  const [start, end, ...more] = readFileSync(file, 'utf8').split(mark);
  if (start === undefined || end === undefined || more.length > 0)
    throw new Error(`${path} has not one ${mark}`);
  writeFileSync(file, await formatted(`${start}${text}${mark}${end}`, file));
  return path;
}

/** `health-goals` as `HealthGoals`. @param {string} name */
export const pascal = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** `health-goals` as `healthGoals`. @param {string} name */
export const camel = (name) => pascal(name).replace(/^\w/, (letter) => letter.toLowerCase());

/** `health-goals` as `Health goals`. @param {string} name */
export const words = (name) => name.replaceAll('-', ' ').replace(/^\w/, (letter) => letter.toUpperCase());
