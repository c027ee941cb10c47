import type { PassbookRecord } from '../record/record.js';
import { textOf } from '../values/values.js';
import { label, type Part } from './field.js';
import { sectionBuiltBy } from './section.js';

const name = label('聲明書', 'Declaration');

/** The declaration, which is a single string under the section's own key. */
const declared: Part<string | null, string> = {
  at: (key) => ({ fields: [{ key, label: name, type: 'text' }], keys: key, read: (row) => textOf(row, key) }),
};

/** The declarations section, which is undocumented but occurs in real files. */
export const declarations = sectionBuiltBy(
  { key: 'r0', label: name, heading: null, pages: null, notClinical: true, fields: { text: declared } },
  ({ parts }) =>
    (row, sources, read): Declaration => ({
      section: 'r0',
      date: null,
      sources,
      raw: row,
      text: parts.text.read(row, read),
    }),
);

export type Declaration = PassbookRecord<'r0'> & { readonly text: string | null };
