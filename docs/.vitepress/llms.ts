import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `llms.txt` of the site (https://llmstxt.org): what programs that answer questions read first. One line for each page, with
 * its title and its first sentence, in each language.
 */

const docs = fileURLToPath(new URL('..', import.meta.url));

const sections = [
  ['start', 'Quick starts', '快速入門'],
  ['guides', 'Guides', '指南'],
  ['reference', 'Reference', '參考'],
] as const;

const about = {
  en: "mhb-kit: web components, SDK, card bridge and gateway for Taiwan's My Health Bank (健康存摺)",
  'zh-Hant': 'mhb-kit：健康存摺的網頁元件、SDK、讀卡元件和閘道',
} as const;

/** The first paragraph of a page, as text. */
function firstSentence(page: string): string {
  const body = page.replaceAll(/^(?:```|<script)[\s\S]*?^(?:```|<\/script>)$/gm, '');
  const paragraph = body.split(/\n{2,}/).find((part) => /^[\p{L}[`*]/u.test(part)) ?? '';
  const text = paragraph.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/\s+/g, ' ');
  return /^.*?(?:[.:](?= |$)|[。：])/u.exec(text)?.[0] ?? text;
}

function listOf(prefix: string, language: keyof typeof about): string {
  const listed = sections.map(([folder, english, chinese]) => {
    const files = readdirSync(join(docs, prefix, folder)).filter((file) => file.endsWith('.md'));
    const lines = files.sort().map((file) => {
      const page = readFileSync(join(docs, prefix, folder, file), 'utf8');
      const title = /^# (.+)$/m.exec(page)?.[1] ?? file;
      return `- [${title}](/${prefix}${folder}/${file.replace(/\.md$/, '')}): ${firstSentence(page)}`;
    });
    return `## ${language === 'en' ? english : chinese}\n\n${lines.join('\n')}\n`;
  });
  return `# mhb-kit\n\n> ${about[language]}\n\n${listed.join('\n')}`;
}

/** Writes `llms.txt` and `zh-Hant/llms.txt` beside the pages. */
export function writeLlms(site: string): void {
  writeFileSync(join(site, 'llms.txt'), listOf('', 'en'));
  writeFileSync(join(site, 'zh-Hant', 'llms.txt'), listOf('zh-Hant/', 'zh-Hant'));
}
