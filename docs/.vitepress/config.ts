import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import components from '../reference/components.data.js';
import errors from '../reference/errors.data.js';
import chineseComponents from '../zh-Hant/reference/components.data.js';
import { writeLlms } from './llms';
import { namedCells } from './tables';

const here = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** A page's position in the menu is its file; its name is its first heading. */
const pagesOf = (folder: string) =>
  readdirSync(here(`../${folder}`))
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({
      text: /^# (.+)$/m.exec(readFileSync(here(`../${folder}/${file}`), 'utf8'))?.[1] ?? file,
      link: `/${folder}/${file.replace(/\.md$/, '')}`,
    }));

/**
 * Splits text for the search: letters and digits form words; Chinese text is split into pairs of adjacent
 * characters, because it has no spaces. It also runs in the page, so it uses nothing from this file.
 */
const tokenize = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((run) =>
    (run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []).flatMap((part) =>
      /\p{Script=Han}/u.test(part) && part.length > 2
        ? Array.from({ length: part.length - 1 }, (_, start) => part.slice(start, start + 2))
        : [part],
    ),
  );

interface Row {
  readonly name: string;
  readonly text: string;
}

const rowsOf = (tables: readonly { readonly rows: readonly Row[] }[]): string =>
  tables.flatMap(({ rows }) => rows.map(({ name, text }) => `${name} ${text}`)).join(' ');

/** Pages whose text is generated when they are shown: what is below each anchor, for the search. */
const generated: Readonly<Record<string, () => readonly (readonly [anchor: string, text: string])[]>> = {
  'reference/components.md': () =>
    components
      .load()
      .map(({ tag, summary, description, tables }) => [tag, `${summary} ${description} ${rowsOf(tables)}`]),
  'reference/errors.md': () =>
    errors.load().map(({ code, english }) => [code, `${english.message} ${english.remedy}`]),
  'zh-Hant/reference/components.md': () =>
    chineseComponents.load().map(({ tag, about, tables }) => [tag, `${about} ${rowsOf(tables)}`]),
  'zh-Hant/reference/errors.md': () =>
    errors.load().map(({ code, chinese }) => [code, `${chinese.message}${chinese.remedy}`]),
};

/** A browser shows the end of a line as a space, which does not belong between Chinese characters. */
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export default defineConfig({
  title: 'mhb-kit',
  description: "Taiwan's My Health Bank (健康存摺) for any current browser",
  locales: {
    root: { label: 'English', lang: 'en' },
    'zh-Hant': {
      label: '正體中文',
      lang: 'zh-Hant',
      description: '任何新版瀏覽器都能使用的健康存摺',
      themeConfig: {
        outline: { level: [2, 3], label: '本頁內容' },
        docFooter: { prev: '上一頁', next: '下一頁' },
        darkModeSwitchLabel: '外觀',
        lightModeSwitchTitle: '切換為淺色',
        darkModeSwitchTitle: '切換為深色',
        sidebarMenuLabel: '選單',
        returnToTopLabel: '回到頂端',
        langMenuLabel: '切換語言',
        skipToContentLabel: '跳到主要內容',
        sidebar: [
          { text: '快速入門', items: pagesOf('zh-Hant/start') },
          { text: '指南', items: pagesOf('zh-Hant/guides') },
          { text: '參考', items: pagesOf('zh-Hant/reference') },
          { text: '更新紀錄', link: '/zh-Hant/changelog' },
        ],
      },
    },
  },
  outDir: here('../../dist/docs'),
  transformHead: ({ siteData: { base } }) => [
    ['link', { rel: 'icon', href: `${base}icon.svg`, type: 'image/svg+xml' }],
  ],
  cleanUrls: true,
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (markdown) => {
      namedCells(markdown);
      markdown.renderer.rules.softbreak = (tokens, index) =>
        CHINESE.test(tokens[index - 1]?.content.at(-1) ?? '') &&
        CHINESE.test(tokens[index + 1]?.content.at(0) ?? '')
          ? ''
          : '\n';
    },
  },
  buildEnd: ({ outDir }) => {
    writeLlms(outDir);
  },
  // Files that exist only in the repository are not pages of the site; any other dead link fails the build.
  ignoreDeadLinks: [/\/(?:packages|examples|test)\//, /(?:SECURITY|CONTRIBUTING)/],
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize } },
        _render: (source, environment, markdown) =>
          markdown.render(source, environment) +
          (generated[environment.relativePath] ?? (() => []))()
            .map(([anchor, text]) => `<h2>${anchor} <a href="#${anchor}"></a></h2><p>${escaped(text)}</p>`)
            .join(''),
        locales: {
          'zh-Hant': {
            translations: {
              button: { buttonText: '搜尋', buttonAriaLabel: '搜尋' },
              modal: {
                displayDetails: '顯示內容',
                resetButtonTitle: '清除',
                backButtonTitle: '關閉',
                noResultsText: '找不到符合的內容：',
                footer: { selectText: '選擇', navigateText: '移動', closeText: '關閉' },
              },
            },
          },
        },
      },
    },
    nav: [
      { text: 'Playground', link: '/playground/index.html', target: '_self' },
      { text: 'Storybook', link: '/storybook/index.html', target: '_self' },
    ],
    outline: [2, 3],
    sidebar: [
      { text: 'Quick starts', items: pagesOf('start') },
      { text: 'Guides', items: pagesOf('guides') },
      { text: 'Reference', items: [...pagesOf('reference'), { text: 'API', link: '/reference/api/' }] },
      { text: 'Changelog', link: '/changelog' },
      { text: 'Trust', items: pagesOf('trust') },
      { text: 'Decisions', items: pagesOf('decisions') },
    ],
  },
});
