import { addBefore, addFile, addLine, camel, pascal, words } from './files.mjs';

/**
 * A page of the passbook viewer, with its strings in both languages, at the end of the list of pages. The
 * viewer offers it when a section of the passbook names it and has records.
 * @param {string} name its id, as in `viewer.section`
 */
export async function createPage(name) {
  const pages = 'packages/elements/src/passbook-viewer/pages';
  const list = `${pages}/index.ts`;
  const touched = [
    await addFile(`${pages}/${name}/${name}.strings.ts`, stringsOf(name)),
    await addFile(`${pages}/${name}/${name}.ts`, pageOf(name)),
    await addLine(
      list,
      `import { ${camel(name)}Page } from './${name}/${name}.js';`,
      /^import \{ \w+Page \} from '\.\/[\w-]+\/[\w-]+\.js';/,
    ),
    await addBefore(list, `  ${camel(name)}Page,\n`, '] as const;'),
  ];
  return {
    touched: [...new Set(touched)],
    next: [
      `${pages}/${name}/${name}.ts: write the contents of the page and count its records`,
      `${pages}/${name}/${name}.strings.ts: write the title, with the id as its key, and the texts`,
      `packages/core/src/passbook/sections/<key>.ts: add '${name}' to the \`pages\` of each section that the page shows`,
    ],
  };
}

const stringsOf = (/** @type {string} */ name) => `import { words } from '../../parts/words.js';

export const ${camel(name)}Words = words(
  { '${name}': '${words(name)}', ${camel(name)}On: '日期' },
  { '${name}': '${words(name)}', ${camel(name)}On: 'Date' },
);

export type ${pascal(name)}Words = (typeof ${camel(name)}Words)['zh-Hant'];
`;

const pageOf = (
  /** @type {string} */ name,
) => `import { recordsOf, sections, type AnyRecord, type Passbook } from '@mhb-kit/core/passbook';
import { html, type TemplateResult } from 'lit';
import { day, rawButton, type Shown } from '../../parts/shown.js';
import { page } from '../page.js';
import { ${camel(name)}Words, type ${pascal(name)}Words } from './${name}.strings.js';

/** Records of the sections that name this page. */
const recordsFor = (passbook: Passbook): readonly AnyRecord[] =>
  sections.flatMap(({ key, pages }) => (pages?.includes('${name}') ? recordsOf(passbook, key) : []));

const draw = (records: readonly AnyRecord[], shown: Shown<${pascal(name)}Words>): TemplateResult =>
  html\`<ul class="lines">
    \${records.map(
      (record) =>
        html\`<li>
          <span class="grow">\${shown.strings.${camel(name)}On} \${day(record.date, shown)}</span>
          \${rawButton(record, shown)}
        </li>\`,
    )}
  </ul>\`;

export const ${camel(name)}Page = page({
  id: '${name}',
  words: ${camel(name)}Words,
  load: ({ passbook }) => recordsFor(passbook),
  render: (records, _context, shown) => draw(records, shown),
});
`;
