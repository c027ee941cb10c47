import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/prepare.mjs';

/** Every link in a document points to a file of the repository, and to one of its headings. */

const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((page) => page !== '' && existsSync(join(root, page)));

const FENCE = /^ *```[^\n]*\n[\s\S]*?^ *```$/gm;
const textOf = (path: string): string => readFileSync(path, 'utf8').replace(FENCE, '');

/** The anchors that GitHub and VitePress generate for headings. */
const anchorsOf = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );

/** Written by `npm run docs`. */
const isGenerated = (path: string): boolean => path.startsWith('docs/reference/api');

function deadLinksOf(page: string): readonly string[] {
  const links = [...textOf(join(root, page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^(?:[a-z]+:|\/)/i.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? join(root, page) : join(root, dirname(page), decodeURI(file));
    if (isGenerated(relative(root, target))) return false;
    if (!existsSync(target)) return true;
    return (
      anchor !== undefined &&
      statSync(target).isFile() &&
      !anchorsOf(target).includes(decodeURI(anchor).toLowerCase())
    );
  });
}

it('has a target', () => {
  expect(pages.length).toBeGreaterThan(50);
  expect(pages.flatMap((page) => deadLinksOf(page).map((link) => `${page}: ${link}`))).toEqual([]);
});
