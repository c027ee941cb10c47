import { readFileSync } from 'node:fs';

/**
 * Spelling of documents, comments, English screens and explanations. Words of the field are those of the
 * glossary; other names are in `test/words/dictionary.txt`. The second list contains words to avoid, because
 * there are plainer ones.
 */
const glossary = readFileSync(new URL('docs/reference/glossary.md', import.meta.url), 'utf8');

export default {
  version: '0.2',
  language: 'en,en-GB',
  words: [...new Set(glossary.match(/[A-Za-z][A-Za-z'-]+/g))],
  dictionaryDefinitions: [{ name: 'project', path: './test/words/dictionary.txt' }],
  dictionaries: ['project'],
  flagWords: [
    'anew->again',
    'hitherto->until now',
    'likewise->in the same way',
    'oftener->more often',
    'reckon->calculate',
    'reckoned->calculated',
    'thereof->of it',
    'unasked->without being asked',
    'whilst->while',
    'wherein->in which',
  ],
  useGitignore: true,
  files: [
    '**/*.md',
    'packages/*/src/**/*.ts',
    'test/**/*.{ts,mjs}',
    'build/*.mjs',
    'examples/**/*.{js,mjs}',
    'stories/**/*.ts',
  ],
  ignorePaths: ['test/interop/programs/**'],
  overrides: [
    { filename: '**/*.{ts,js,mjs}', includeRegExpList: ['CStyleComment'] },
    { filename: '**/*.strings.en.ts', includeRegExpList: ['Everything'] },
    {
      filename: 'packages/knowledge/src/**/*.en.ts',
      includeRegExpList: ['Everything'],
      // Keys are ids of core's.
      ignoreRegExpList: [/^\s*'?[\w-]+'?:/gm],
      dictionaryDefinitions: [{ name: 'medicine', path: './test/words/medicine.txt' }],
      dictionaries: ['medicine'],
    },
    { filename: 'packages/core/src/error-messages/*.ts', includeRegExpList: ['Everything'] },
  ],
};
