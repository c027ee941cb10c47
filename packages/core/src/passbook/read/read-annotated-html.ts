import { MhbError } from '../../error.js';
import { tokenizeHtml, type HtmlToken } from './html-tokens.js';
import type { RawRow, RawValue } from '../model/model.js';
import type { NoteCollector } from '../record/notes.js';
import { canonicalKey, fieldNames, type RawFile } from './raw-file.js';
import { PIECE, type Steps } from '../steps/steps.js';

interface OpenRecord {
  readonly key: string;
  readonly fields: Map<string, string | RawRow[]>;
}

interface OpenField {
  readonly key: string;
  /** The name of the element whose end tag ends the field. */
  readonly element: string;
  text: string;
}

/**
 * Reads pages that `writeSectionHtml` has written. The keys in the page's elements make it possible to restore
 * exactly the original rows.
 */
export function* readAnnotatedHtml(html: string, notes: NoteCollector): Steps<RawFile> {
  const header = new Map<string, RawValue>();
  const sections = new Map<string, RawRow[]>();
  const open: OpenRecord[] = [];
  let section = '';
  let fieldName = fieldNames(section);
  let reading = null as OpenField | null;
  let closed = false;
  let tokens = 0;

  const set = (key: string, value: string): void => {
    (open.at(-1)?.fields ?? header).set(key, value);
  };
  const enter = ({ name, attributes }: Extract<HtmlToken, { kind: 'open' }>): void => {
    const {
      'data-section': held,
      'data-record': record,
      'data-field': field,
      'data-value': value,
    } = attributes;
    if (held !== undefined) {
      section = canonicalKey(held);
      fieldName = fieldNames(section);
      sections.set(section, sections.get(section) ?? []);
    }
    if (record !== undefined) open.push({ key: record, fields: blankFields(attributes) });
    if (field === undefined) return;
    if (open.length === 0 && !/^b\d/.test(field)) return;
    if (open.length > 0 && !fieldName(field).known) notes.add('unknown-field', section, field);
    if (value !== undefined) set(field, value);
    else reading = { key: field, element: name, text: '' };
  };
  const leave = (name: string): void => {
    if (reading?.element === name) {
      set(reading.key, reading.text);
      reading = null;
    }
    if (name !== 'tbody') return;
    const record = open.pop();
    if (record === undefined) return;
    const row: RawRow = Object.fromEntries(record.fields);
    const parent = open.at(-1);
    const lists: Map<string, string | RawRow[]> = parent?.fields ?? sections;
    const list = lists.get(record.key);
    if (Array.isArray(list)) list.push(row);
    else lists.set(record.key, [row]);
  };

  for (const token of tokenizeHtml(html)) {
    if (++tokens % PIECE === 0) yield;
    if (token.kind === 'open') enter(token);
    else if (token.kind === 'close') {
      leave(token.name);
      closed ||= token.name === 'html';
    } else if (reading !== null) {
      reading.text += token.text;
    }
  }
  if (!closed || open.length > 0 || reading !== null) {
    throw new MhbError('passbook-damaged', 'The page is truncated', { details: { format: 'html' } });
  }
  return { format: 'html', header: Object.fromEntries(header), sections };
}

/** Returns those fields of a row that have no content. */
function blankFields(attributes: Readonly<Record<string, string>>): OpenRecord['fields'] {
  const keys = (name: string): string[] => (attributes[name] ?? '').split(' ').filter((key) => key !== '');
  return new Map<string, string | RawRow[]>([
    ...keys('data-blank').map((key): [string, string] => [key, '']),
    ...keys('data-empty').map((key): [string, RawRow[]] => [key, []]),
  ]);
}
