import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../build/prepare.mjs';

/**
 * The changes that the generators make: new files, and lines in existing lists. Each function returns the
 * path that it changed.
 */

/** @param {string} text @param {string} file */
const formatted = async (text, file) => format(text, { ...(await resolveConfig(file)), filepath: file });

/** Writes a new file. @param {string} path from the root @param {string} text */
export async function addFile(path, text) {
  const file = join(root, path);
  if (existsSync(file)) throw new Error(`${path} exists already`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await formatted(text, file));
  return path;
}

/**
 * Inserts a line among others of its kind, in order; throws if there are none.
 * @param {string} path from the root
 * @param {string} line
 * @param {RegExp} kind matches such lines
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

/**
 * Inserts text before a mark that a file contains exactly once. @param {string} path @param {string} text
 * @param {string} mark
 */
export async function addBefore(path, text, mark) {
  const file = join(root, path);
  const [start, end, ...more] = readFileSync(file, 'utf8').split(mark);
  if (start === undefined || end === undefined || more.length > 0)
    throw new Error(`${path} does not contain ${mark} exactly once`);
  writeFileSync(file, await formatted(`${start}${text}${mark}${end}`, file));
  return path;
}

/** `health-goals` as `HealthGoals`. @param {string} name */
export const pascal = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** `health-goals` as `healthGoals`. @param {string} name */
export const camel = (name) => pascal(name).replace(/^\w/, (letter) => letter.toLowerCase());

/** `health-goals` as `Health goals`. @param {string} name */
export const words = (name) => name.replaceAll('-', ' ').replace(/^\w/, (letter) => letter.toUpperCase());
