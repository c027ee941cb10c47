import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/prepare.mjs';

/** Tests and campaigns that docs/trust and the table of a specification name exist. */

const folder = join(root, 'docs');
const pages = [
  ...readdirSync(join(folder, 'trust'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `trust/${name}`),
  'reference/health-links.md',
];
/** Without the line breaks of wrapped lines. */
const textOf = (page: string) => readFileSync(join(folder, page), 'utf8').replaceAll(/\s+/g, ' ');

/** `path`: “title”, as the documents cite a test; “same file” is the one cited before. */
const citations = pages.flatMap((page) => {
  let last = '';
  return [
    ...textOf(page).matchAll(/(?:`((?:packages|test|examples)\/[^`]+)`|same file)(?:: “([^”]+)”)?/g),
  ].map(([, path = last, title]) => {
    last = path;
    return { page, path, title };
  });
});
/** How a title may be quoted in the source. */
const quotations = (title: string) =>
  [title, title.replaceAll("'", "\\'")].flatMap((text) => [`'${text}'`, `"${text}"`, `\`${text}\``]);

describe('the trust documents', () => {
  it('cite many tests', () => {
    expect(citations.filter(({ title }) => title !== undefined).length).toBeGreaterThan(60);
  });

  it('cite files that exist', () => {
    const missing = citations.filter(({ path }) => !existsSync(join(root, path)));
    expect(missing.map(({ page, path }) => `${page}: ${path}`)).toEqual([]);
  });

  it('cite tests by titles that they have', () => {
    const missing = citations.filter(({ path, title }) => {
      if (title === undefined || !existsSync(join(root, path))) return false;
      const source = readFileSync(join(root, path), 'utf8');
      return !quotations(title).some((quoted) => source.includes(quoted));
    });
    expect(missing.map(({ page, path, title }) => `${page}: ${path}: ${title}`)).toEqual([]);
  });

  it('name campaigns that can be run', () => {
    const campaigns = join(root, 'test/fault');
    const names = readdirSync(campaigns)
      .filter((name) => name.endsWith('.fault.mjs'))
      .flatMap((name) => [...readFileSync(join(campaigns, name), 'utf8').matchAll(/\bname: '([\w-]+)'/g)])
      .map(([, name = '']) => name);
    const named = pages.flatMap((page) =>
      [...textOf(page).matchAll(/(?:campaigns? `|--only )([\w-]+)/g)].map(([, name = '']) => name),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });
});
