import { sections } from '@mhb-kit/core/passbook';
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/**
 * Everything that the code knows about a section is in its file under `passbook/sections`. Its key occurs
 * there, in the list of sections, and in the catalogue of categories that a person can request. All other
 * code uses these.
 */

const MOST_FILES = 3;

/**
 * Data, not code with knowledge of sections: a whole passbook in the format of a file, and explanations under the key of
 * what they explain. A section need not have one.
 */
const data = [
  /^packages\/elements\/src\/help\/sample-passbook\.ts$/,
  /^packages\/knowledge\/src\/(?:terms|prevention|diagnoses)\//,
];

const sources = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '--', 'packages/*/src/*.ts'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((path) => path !== '' && !path.endsWith('.test.ts') && !path.startsWith('packages/testkit/'))
  .filter((path) => !data.some((each) => each.test(path)))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/**
 * The key of the section, of the list in its records, or of one of their fields, anywhere in a file. In lower case,
 * because ICD codes have the same letters in upper case.
 */
const written = (key: string): RegExp =>
  /^r\d+$/.test(key)
    ? new RegExp(`(?<![\\w/-])${key}(?:_1)?(?![\\w-])`)
    : new RegExp(`(?:sections\\[|key: |\\[)'${key}'|'${key}\\.`);

const filesWith = (key: string): string[] =>
  sources.filter(({ text }) => written(key).test(text)).map(({ path }) => path);

describe('the key of a section', () => {
  it.each(sections.map(({ key }) => key))('%s is written in at most three files', (key) => {
    const files = filesWith(key);
    expect(files).toContain(`packages/core/src/passbook/sections/${key}.ts`);
    expect(files.length, files.join('\n')).toBeLessThanOrEqual(MOST_FILES);
  });
});
