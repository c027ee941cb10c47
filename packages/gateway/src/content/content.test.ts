import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContentFolder } from './content-folder.js';
import { readContent } from './read-content.js';
import { readStructuredText } from './structured-text.js';

const text = (value: string, marks = {}) => ({ kind: 'text', text: value, ...marks });

describe('Markdown', () => {
  it('becomes a title and blocks', () => {
    const markdown = [
      '# 聯絡我們',
      '',
      '週一至週五，',
      '請撥 **[0800-030-598](tel:0800030598)**',
      'or *write*.\\',
      '`code`',
      '',
      '## When',
      '',
      '1. first',
      '2. second',
      '   - inner',
      '',
      '> quoted',
    ].join('\n');
    expect(readStructuredText(markdown)).toEqual({
      title: '聯絡我們',
      blocks: [
        {
          kind: 'paragraph',
          content: [
            text('週一至週五，請撥 '),
            { kind: 'link', href: 'tel:0800030598', content: [text('0800-030-598', { strong: true })] },
            text(' or '),
            text('write', { emphasis: true }),
            text('.'),
            { kind: 'break' },
            text('code', { code: true }),
          ],
        },
        { kind: 'heading', level: 2, content: [text('When')] },
        {
          kind: 'list',
          ordered: true,
          items: [
            [{ kind: 'paragraph', content: [text('first')] }],
            [
              { kind: 'paragraph', content: [text('second')] },
              {
                kind: 'list',
                ordered: false,
                items: [[{ kind: 'paragraph', content: [text('inner')] }]],
              },
            ],
          ],
        },
        { kind: 'quote', blocks: [{ kind: 'paragraph', content: [text('quoted')] }] },
      ],
    });
  });

  it('loses its markup and every link that could run code', () => {
    const markdown = [
      'a <b onclick=alert(1)>b</b> ![picture](https://example.tw/x.png)',
      '',
      '<script>alert(1)</script>',
      '',
      '[one](javascript:alert(1)) [two](JAVASCRIPT&colon;alert(1)) [three](data:text/html,x) [four](/relative) [five](https://:)',
      '',
      '<javascript:alert(1)>',
    ].join('\n');
    const written = JSON.stringify(readStructuredText(markdown));
    expect(written).not.toContain('"link"');
    expect(written).not.toMatch(/onclick|<script|<b/);
  });

  it('never returns any other kind of link, regardless of the text', () => {
    const hrefsIn = (value: unknown): string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, inner]) =>
            key === 'href' ? [String(inner)] : hrefsIn(inner),
          );
    const scheme = fc.constantFrom(
      'javascript:',
      'java\nscript:',
      '\u0001javascript:',
      'vbscript:',
      'https:',
      '//',
      'tel:',
    );
    const hostile = fc
      .tuple(fc.string(), scheme, fc.string())
      .map(([before, s, after]) => `${before}[x](${s}${after})`);
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'grapheme' })), (markdown) => {
        for (const href of hrefsIn(readStructuredText(markdown))) {
          expect(['https:', 'http:', 'mailto:', 'tel:']).toContain(new URL(href).protocol);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a folder', () => {
  const announcement = (path: string, body = '# 公告', settings = '') => ({
    path: `announcements/${path}.md`,
    text: `${settings}${body}`,
  });
  const settings = (lines: string): string => `---\n${lines}\n---\n`;

  it('returns the announcements in force, important ones first, then the newest', () => {
    const files = [
      announcement('2026-03-01-old.zh-Hant'),
      announcement('2026-03-04-new.zh-Hant'),
      announcement('2026-02-01-notice.zh-Hant', '# 重要', settings('important: true')),
      announcement('2026-03-06-future.zh-Hant'),
      announcement('2026-01-01-over.zh-Hant', '# x', settings('until: 2026-03-04')),
      announcement('2026-01-01-last-day.zh-Hant', '# x', settings('until: 2026-03-05\r')),
    ];
    const { content, problems } = readContent(files, '2026-03-05');
    expect(problems).toEqual([]);
    expect(content.announcements.map(({ id }) => id)).toEqual([
      '2026-02-01-notice',
      '2026-03-04-new',
      '2026-03-01-old',
      '2026-01-01-last-day',
    ]);
  });

  it('returns all content in both languages, and the language in which it was written', () => {
    const { content } = readContent(
      [
        { path: 'help.en.md', text: '# Help' },
        { path: 'manual.zh-Hant.md', text: '# 手冊' },
        { path: 'manual.en.md', text: '# Manual' },
      ],
      '2026-03-05',
    );
    expect(content.pages['help']).toMatchObject({
      'zh-Hant': { language: 'en', title: 'Help' },
      en: { language: 'en', title: 'Help' },
    });
    expect(content.pages['manual']).toMatchObject({
      'zh-Hant': { language: 'zh-Hant', title: '手冊' },
      en: { language: 'en', title: 'Manual' },
    });
  });

  it('reports problems and shows the rest', () => {
    const { content, problems } = readContent(
      [
        { path: 'Help.md', text: '# x' },
        announcement('2026-02-30-no-such-day.en'),
        announcement('2026-03-01-typo.en', '# x', settings('untill: 2026-03-04')),
        { path: 'help.en.md', text: '# Help' },
      ],
      '2026-03-05',
    );
    expect(problems).toHaveLength(3);
    expect(problems[2]).toContain('untill');
    expect(Object.keys(content.pages)).toEqual(['help']);
    expect(content.announcements).toEqual([]);
  });

  describe('on disk', () => {
    let folder: string;
    let now = new Date('2026-03-05T02:00:00Z');
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mhb-content-'));
      await mkdir(join(folder, 'announcements'));
      await writeFile(join(folder, 'README.md'), 'how to');
      await writeFile(join(folder, 'announcements', '2026-03-01-x.en.md'), '# One');
    });
    afterAll(() => rm(folder, { recursive: true }));

    it('shows edits within seconds', async () => {
      const content = openContentFolder(folder, () => now);
      const titles = async () => (await content.load()).announcements.map(({ text: { en } }) => en.title);
      expect(await titles()).toEqual(['One']);
      await writeFile(join(folder, 'announcements', '2026-03-01-x.en.md'), '# Two');
      expect(await titles()).toEqual(['One']);
      now = new Date(now.getTime() + 10_000);
      expect(await titles()).toEqual(['Two']);
      expect(await content.problems()).toEqual([]);
    });

    it('is read again after it could not be read', async () => {
      const later = join(folder, 'later');
      const content = openContentFolder(later, () => now);
      await expect(content.load()).rejects.toThrow();
      await mkdir(later);
      expect(await content.load()).toEqual({ announcements: [], pages: {} });
    });
  });

  it('is optional', async () => {
    const content = openContentFolder(undefined, () => new Date());
    expect(await content.load()).toEqual({ announcements: [], pages: {} });
  });
});
