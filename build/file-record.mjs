import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';

/**
 * Stores the hashes of the files that a step read and wrote, so that a step need not run again if none of
 * them has changed.
 *
 * @param {string} root @param {string} path where the record is stored, relative to the root
 */
export function createFileRecord(root, path) {
  const file = join(root, path);
  /** @type {Record<string, string>} */
  const remembered = read(file);

  /** A hash of all names and contents. @param {readonly string[]} globs */
  const fingerprint = (globs) => {
    const hash = createHash('sha256');
    for (const name of globSync(globs, { cwd: root, dot: true }).sort()) {
      hash
        .update(`${name}\0`)
        .update(readFileSync(join(root, name)))
        .update('\0');
    }
    return hash.digest('hex');
  };
  /** @param {import('./steps.mjs').Step} step */
  const state = ({ inputs, outputs, commands }) =>
    [fingerprint(inputs), fingerprint(outputs), JSON.stringify(commands)].join(' ');

  return {
    /** @param {import('./steps.mjs').Step} step */
    isUpToDate: (step) => remembered[step.name] === state(step),
    /** @param {import('./steps.mjs').Step} step */
    remember(step) {
      remembered[step.name] = state(step);
    },
    save() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(remembered));
    },
  };
}

/** @param {string} file @returns {Record<string, string>} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // If the record is missing or truncated, everything is built.
    return {};
  }
}
