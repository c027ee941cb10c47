import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';

const here = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** A page's place in the menu is its file; its name is its first heading. */
const pagesOf = (folder: string) =>
  readdirSync(here(`../${folder}`))
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({
      text: /^# (.+)$/m.exec(readFileSync(here(`../${folder}/${file}`), 'utf8'))?.[1] ?? file,
      link: `/${folder}/${file.replace(/\.md$/, '')}`,
    }));

export default defineConfig({
  title: 'mhb-kit',
  description: "Taiwan's My Health Bank (健康存摺) for any current browser",
  outDir: here('../../dist/docs'),
  cleanUrls: true,
  // What only stands in the repository is no page of the site; any other dead link fails the build.
  ignoreDeadLinks: [/\/(?:packages|examples|test)\//, /(?:SECURITY|CONTRIBUTING)/],
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    sidebar: [
      { text: 'Quick starts', items: pagesOf('start') },
      { text: 'Guides', items: pagesOf('guides') },
      { text: 'Reference', items: [...pagesOf('reference'), { text: 'API', link: '/reference/api/' }] },
      { text: 'Trust', items: pagesOf('trust'), collapsed: true },
      { text: 'Decisions', items: pagesOf('decisions'), collapsed: true },
    ],
  },
});
