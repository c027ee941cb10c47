import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tarballs.js';

/** The documentation and the READMEs, and every block of code in them. */

export interface Block {
  readonly document: string;
  /** The location, for error messages. */
  readonly place: string;
  readonly language: string;
  /** `[gateway.json]` after the language. */
  readonly title: string | undefined;
  readonly code: string;
}

const FENCE = /^```(\w*)[ \t]*(?:\[(.+?)\])?[^\n]*\n([\s\S]*?)^```$/gm;

export const documents: readonly string[] = [
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        file.endsWith('.md') &&
        !file.includes('node_modules') &&
        !file.startsWith('reference/api') &&
        // Their code is the same as in their English twins, which another test checks.
        !file.startsWith('zh-Hant'),
    )
    .map((file) => `docs/${file}`),
  ...['core', 'knowledge', 'elements', 'cli', 'testkit', 'gateway', 'card-bridge'].map(
    (name) => `packages/${name}/README.md`,
  ),
  'README.md',
];

export const blocks: readonly Block[] = documents.flatMap((document) => {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(FENCE)].map(([, language = '', title, code = ''], index) => ({
    document,
    place: `${document}#${index + 1}`,
    language,
    title,
    code,
  }));
});

export const inLanguage = (language: string): readonly Block[] =>
  blocks.filter((block) => block.language === language);
