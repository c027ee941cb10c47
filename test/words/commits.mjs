import { execFileSync } from 'node:child_process';
import { root } from '../../build/prepare.mjs';

/**
 * `node test/words/commits.mjs [SINCE]`: checks the messages of the commits since SINCE, by default of those
 * that are not upstream yet, against the rule in CONTRIBUTING: a subject in the imperative of at most 72
 * characters, and a body that gives the reason.
 */

const MAX_SUBJECT = 72;
/** First words that are not imperatives. */
const NOT_IMPERATIVE = /^(?:\w+(?:ed|ing)|Fixes|Adds|Makes|Removes|Updates|Lets|Says|WIP)\b/;

/** @param {readonly string[]} args */
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });

function defaultSince() {
  try {
    return git('rev-parse', '@{upstream}').trim();
  } catch {
    return null;
  }
}

const since = process.argv[2] ?? defaultSince();
const log = since === null ? '' : git('log', '--no-merges', '--format=%h%x1f%s%x1f%b%x1e', `${since}..HEAD`);
const faults = log
  .split('\x1e')
  .filter((entry) => entry.trim() !== '')
  .flatMap((entry) => {
    const [hash = '', subject = '', body = ''] = entry.trim().split('\x1f');
    return [
      ...(subject.length > MAX_SUBJECT ? [`${hash} ${subject}: longer than ${MAX_SUBJECT} characters`] : []),
      ...(subject.endsWith('.') ? [`${hash} ${subject}: ends with a full stop`] : []),
      ...(NOT_IMPERATIVE.test(subject) ? [`${hash} ${subject}: not in the imperative`] : []),
      ...(body.trim() === '' ? [`${hash} ${subject}: no body that says why`] : []),
    ];
  });
for (const fault of faults) console.log(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
