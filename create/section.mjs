import { addBefore, addFile, addLine, camel, pascal, words } from './files.mjs';

/**
 * Creates a section of the passbook with a date and a name, at the end of the list. Readers, writers, search,
 * joining, the reference and a page of the viewer use it.
 * @param {string} key as files write it, such as `r15` or `home-visits`
 */
export async function createSection(key) {
  const folder = 'packages/core/src/passbook/sections';
  const index = `${folder}/index.ts`;
  const records = `${camel(key)}Records`;
  const touched = [
    await addFile(`${folder}/${key}.ts`, sectionOf(key, records)),
    await addLine(
      index,
      `import { ${records} } from './${key}.js';`,
      /^import \{ \w+ \} from '\.\/[\w-]+\.js';/,
    ),
    await addLine(index, `export * from './${key}.js';`, /^export \* from '\.\/[\w-]+\.js';/),
    await addBefore(index, `  ${records},\n`, '] as const;\n\ntype Definition'),
  ];
  return {
    touched: [...new Set(touched)],
    next: [
      `${folder}/${key}.ts: set the label, the headings in HTML pages, the fields by number or name, and the date of a record`,
      `${index}: move the section to the right position in \`all\`, which determines the order in files and pages`,
      'packages/testkit/data/sample.json: add a record with every field',
    ],
  };
}

const sectionOf = (/** @type {string} */ key, /** @type {string} */ records) => {
  const numbered = /^r\d+$/.test(key);
  const [day, name] = numbered ? ['1', '2'] : ["'occurred-on'", "'name'"];
  return `import { label } from './field.js';
import { date, text } from './parts.js';
import { section, type RecordOf } from './section.js';

export const ${records} = section({
  key: '${key}',
  label: label('${words(key)}', '${words(key)}'),
  heading: null,
  fields: {
    occurredOn: date(${day}, '日期', 'Date'),
    name: text(${name}, '項目', 'Item'),
  },
  date: ({ occurredOn }) => occurredOn,
});

export type ${pascal(key)}Record = RecordOf<typeof ${records}>;
`;
};
