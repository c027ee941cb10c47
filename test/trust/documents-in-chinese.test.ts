import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/prepare.mjs';
import components from '../../docs/zh-Hant/reference/components.data.js';

/** Each Chinese document has the same headings and the same code as its English twin, whose code is tested. */

const CHINESE = 'docs/zh-Hant';

const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );

const twins: readonly (readonly [chinese: string, english: string])[] = [
  ['README.zh-Hant.md', 'README.md'],
  ...pagesIn(CHINESE).map((page) => [`${CHINESE}/${page}`, `docs/${page}`] as const),
];

const FENCE = /^```[^\n]*\n[\s\S]*?^```$/gm;
const comment = /^\s*(?:#|\/\/).*\n/gm;

const read = (document: string): string => readFileSync(join(root, document), 'utf8');
const codeOf = (text: string): readonly string[] =>
  [...text.matchAll(FENCE)].map(([block]) => block.replace(comment, ''));
const headingsOf = (text: string): readonly string[] =>
  [...text.replace(FENCE, '').matchAll(/^(#+) /gm)].map(([, level = '']) => level);
/** Files of the repository that a page includes. */
const shownIn = (text: string): readonly string[] =>
  [...text.matchAll(/^<<< (?:\.\.\/)+(.+)$/gm)].map(([, file = '']) => file);

describe.each(twins)('%s', (chinese, english) => {
  const [own, other] = [read(chinese), existsSync(join(root, english)) ? read(english) : ''];

  it('has the same headings as its twin', () => {
    expect(headingsOf(own)).toEqual(headingsOf(other));
  });

  it('contains the same code as its twin', () => {
    expect(codeOf(own)).toEqual(codeOf(other));
    expect(shownIn(own)).toEqual(shownIn(other));
  });

  it('is written in Chinese', () => {
    const words = own
      .replace(FENCE, '')
      .replace(/<script[\s\S]*?<\/script>|<[^>]*>|\{\{[^}]*\}\}|`[^`]*`/g, '');
    expect((words.match(/\p{Script=Han}/gu) ?? []).length).toBeGreaterThan(words.length / 8);
  });
});

it('describes every part of each component in the reference', () => {
  const described = components.load();
  expect(described.length).toBeGreaterThan(15);
  for (const { about, tables } of described) {
    expect(about).toMatch(/\p{Script=Han}/u);
    const texts = tables.flatMap(({ rows }) => rows.map(({ text }) => text));
    expect(texts.filter((text) => /\p{Script=Han}/u.test(text)).length).toBeGreaterThan(texts.length / 2);
  }
});

it('gives every page one title', () => {
  const untitled = [
    ...pagesIn('docs').map((page) => `docs/${page}`),
    'README.md',
    'README.zh-Hant.md',
  ].filter(
    (page) =>
      !page.endsWith('index.md') && headingsOf(read(page)).filter((level) => level === '#').length !== 1,
  );
  expect(untitled).toEqual([]);
});

it('has a twin of every page that newcomers need', () => {
  const needed = [
    'index.md',
    'changelog.md',
    ...['start', 'guides'].flatMap((folder) => pagesIn(`docs/${folder}`).map((page) => `${folder}/${page}`)),
    ...['components', 'errors', 'glossary'].map((page) => `reference/${page}.md`),
  ];
  const missing = needed.filter((page) => !existsSync(join(root, CHINESE, page)));
  expect(missing).toEqual([]);
});
