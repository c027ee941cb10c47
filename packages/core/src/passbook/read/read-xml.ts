import { MhbError } from '../../error.js';
import { decodeEntities } from './entities.js';
import type { RawRow, RawValue } from '../model/model.js';
import type { NoteCollector } from '../record/notes.js';
import { canonicalKey, fieldNames, rejectTooManyRows, type FieldName, type RawFile } from './raw-file.js';
import { PIECE, type Steps } from '../steps/steps.js';

/**
 * Reads XML in the format X2. Its elements are named like the keys in JSON. There is one element per record,
 * and its lists are repeated elements inside it. This function uses our own scanner: values contain characters
 * that XML forbids, and a browser's parser rejects the whole file for a single such character.
 */
export function* readXml(text: string, notes: NoteCollector): Steps<RawFile> {
  const scanner = new Scanner(text);
  const root = scanner.open();
  const data = root.toLowerCase() === 'myhealthbank' ? scanner.open() : root;
  if (data.toLowerCase() !== 'bdata') {
    throw new MhbError('passbook-not-recognized', 'No myhealthbank/bdata', { details: { format: 'xml' } });
  }
  const header: [string, RawValue][] = [];
  const sections = new Map<string, RawRow[]>();
  let count = 0;
  for (let name = scanner.child(data); name !== null; name = scanner.child(data)) {
    const key = canonicalKey(name);
    if (key.includes('.')) {
      header.push([key, scanner.text(name)]);
      continue;
    }
    const rows = sections.get(key) ?? [];
    sections.set(key, rows);
    rows.push(readRow(scanner, name, fieldNames(key), key, notes));
    if (++count % PIECE === 0) {
      rejectTooManyRows(count);
      yield;
    }
  }
  // The end tag of the root element proves that the file is complete.
  if (root !== data && scanner.child(root) !== null) throw damaged();
  if (controlCharacter.test(text)) notes.add('control-characters');
  return {
    format: 'xml',
    header: Object.fromEntries(header),
    sections,
  };
}

/** Characters that XML 1.0 forbids. */
const controlCharacter = /[^\P{Cc}\t\n\r\u{7f}-\u{9f}]/u;

function readRow(
  scanner: Scanner,
  name: string,
  fieldName: (name: string) => FieldName,
  section: string,
  notes: NoteCollector,
): RawRow {
  // The element is the declaration, or it states 無資料 in place of rows.
  if (!scanner.hasChildren()) return { [canonicalKey(name)]: scanner.text(name) };
  const fields = new Map<string, string | RawRow[]>();
  for (let child = scanner.child(name); child !== null; child = scanner.child(name)) {
    const { key, known } = fieldName(child);
    if (!known) notes.add('unknown-field', section, key);
    if (key.includes('.') || !scanner.hasChildren()) {
      fields.set(key, scanner.text(child));
    } else {
      const row = readRow(scanner, child, fieldName, section, notes);
      const rows = fields.get(key);
      if (Array.isArray(rows)) rows.push(row);
      else fields.set(key, [row]);
    }
  }
  return Object.fromEntries(fields);
}

/**
 * Iterates over elements. A field's text extends to the field's own end tag, so a stray `<` in the text is
 * harmless.
 */
class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Enters the next element, after the prolog and comments, and returns its name. */
  open(): string {
    const name = this.#tag();
    if (name === null || name.startsWith('/')) throw damaged();
    return name;
  }

  /** Enters the next child of `parent`, or leaves `parent` and returns `null`. */
  child(parent: string): string | null {
    const name = this.#tag();
    if (name === null) throw damaged();
    if (!name.startsWith('/')) return name;
    if (name.slice(1) !== parent) throw damaged();
    return null;
  }

  /** Checks whether an element follows before any text. */
  hasChildren(): boolean {
    openingTag.lastIndex = this.#afterSpace();
    return openingTag.test(this.#text);
  }

  /** Returns the text before the end tag of `name`, and skips the tag. */
  text(name: string): string {
    const closing = `</${name}`;
    let end = this.#text.indexOf(closing, this.#at);
    // The end tag of field 10 also begins like the end tag of field 1.
    while (end >= 0 && !/[\s>]/.test(this.#text.charAt(end + closing.length))) {
      end = this.#text.indexOf(closing, end + 1);
    }
    const after = end < 0 ? -1 : this.#text.indexOf('>', end);
    if (after < 0) throw damaged();
    const content = this.#text.slice(this.#at, end);
    // Another field of the passbook starts inside this one, so this one was never closed.
    if (fieldTag.test(content)) throw damaged();
    this.#at = after + 1;
    return decodeEntities(content);
  }

  #tag(): string | null {
    anyTag.lastIndex = this.#afterSpace();
    const match = anyTag.exec(this.#text);
    if (match === null) return null;
    this.#at = anyTag.lastIndex;
    return match[1] ?? null;
  }

  /**
   * Returns the position after white space, the prolog, the document type and comments. Skips these step by
   * step, because a single pattern for all of them would try every possible split.
   */
  #afterSpace(): number {
    let at = this.#at;
    for (;;) {
      blanks.lastIndex = at;
      blanks.test(this.#text);
      at = blanks.lastIndex;
      const end = ['<!--', '<?', '<!'].find((start) => this.#text.startsWith(start, at));
      if (end === undefined) return at;
      const closing = end === '<!--' ? '-->' : '>';
      const found = this.#text.indexOf(closing, at + end.length);
      if (found < 0) return this.#text.length;
      at = found + closing.length;
    }
  }
}

const blanks = /\s*/y;
const anyTag = /<\s*(\/?[A-Za-z_][\w.-]*)\s*>/y;
const openingTag = /<[A-Za-z_][\w.-]*\s*>/y;
const fieldTag = /<\/?[brBR]\d+(?:_\d+)?\.\d+>/;

const damaged = (): MhbError =>
  new MhbError('passbook-damaged', 'The XML is damaged or truncated', { details: { format: 'xml' } });
