import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/prepare.mjs';
import {
  chineseExplanationPhrases,
  chinesePhrases,
  chineseScreenPhrases,
  englishPhrases,
  explanationPhrases,
} from '../words/phrases.mjs';

/** Documents, comments and screens use plain words. cspell checks the spelling, see `cspell.config.mjs`. */

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(
    (file) =>
      /\.(?:md|ts|mjs|js)$/.test(file) && !/^test\/(?:words|trust\/plain-words)|tone\.test/.test(file),
  )
  .filter((file) => existsSync(join(root, file)));

/** Tables of sentences that are not named so: messages, pages, windows, commands and checks. */
const isSentences = (file: string): boolean =>
  /packages\/.*(?:\/words|\/texts|help\/answers|record\/notes|cli\/src\/commands)\.ts$/.test(file);
const isWritten = (file: string): boolean =>
  /\.md$|\.strings(?:\.en)?\.ts$|error-messages\/|knowledge\/src\//.test(file) || isSentences(file);
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g;

/** The text that people read: all of a document or a table of sentences, and the comments of any other source. */
function wordsOf(file: string): string {
  const text = readFileSync(join(root, file), 'utf8');
  return isWritten(file) ? text : [...text.matchAll(COMMENT)].map(([comment]) => comment).join('\n');
}

function found(phrases: typeof englishPhrases, within = files): readonly string[] {
  return within.flatMap((file) => {
    const words = wordsOf(file).replaceAll(/\s+(?:\*\s+|\/\/\s*)?/g, ' ');
    return phrases.flatMap(([phrase, plainer]) => {
      const at = words.search(phrase);
      return at === -1 ? [] : [`${file}: “${words.slice(Math.max(0, at - 30), at + 40)}” → ${plainer}`];
    });
  });
}

describe('what people read', () => {
  it('is plain English', () => {
    expect(found(englishPhrases)).toEqual([]);
  });

  it('explains health data in American spelling and whole sentences', () => {
    const explanations = files.filter((file) => /^packages\/knowledge\/src\/.*\.en\.ts$/.test(file));
    expect(explanations.length).toBeGreaterThan(20);
    expect(found(explanationPhrases, explanations)).toEqual([]);
  });

  it('explains health data in spoken Chinese', () => {
    const explanations = files.filter((file) => /^packages\/knowledge\/src\/.*\.zh-Hant\.ts$/.test(file));
    expect(explanations.length).toBeGreaterThan(20);
    expect(found(chineseExplanationPhrases, explanations)).toEqual([]);
  });

  it('says on screens what a person at a counter would say', () => {
    const sentences = files.filter(
      (file) => isSentences(file) || /packages\/.*(?:\.strings\.ts$|error-messages\/)/.test(file),
    );
    expect(sentences.length).toBeGreaterThan(60);
    expect(found(chineseScreenPhrases, sentences)).toEqual([]);
  });

  it('is the Chinese of Taiwan', () => {
    expect(found(chinesePhrases)).toEqual([]);
  });
});
