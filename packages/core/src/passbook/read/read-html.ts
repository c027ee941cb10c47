import { maskNationalId } from '../../identity/index.js';
import { MhbError } from '../../error.js';
import { headerTables, normalizeHeader, sectionNamedIn, type HeaderTable } from './html-labels.js';
import { collectTables, type HtmlCell, type HtmlTable } from './html-tables.js';
import { tokenizeHtml } from './html-tokens.js';
import type { RawRow } from '../model/model.js';
import type { NoteCollector } from '../record/notes.js';
import { readAnnotatedHtml } from './read-annotated-html.js';
import type { RawFile } from './raw-file.js';
import { sectionsOfKind, sectionOf, type SectionKey } from '../sections/index.js';
import { PIECE, type Steps } from '../steps/steps.js';

/**
 * Reads HTML pages. Our own pages are read by their annotations. All other pages are read by the text of their
 * table headers, so that even an unknown layout results in named columns.
 */
export function readHtml(text: string, notes: NoteCollector): Steps<RawFile> {
  return /<[a-z]+ data-section="/.test(text) ? readAnnotatedHtml(text, notes) : readForeignHtml(text, notes);
}

function* readForeignHtml(html: string, notes: NoteCollector): Steps<RawFile> {
  const { tables, text, title, cutOff } = yield* collectTables(tokenizeHtml(html));
  if (cutOff)
    throw new MhbError('passbook-damaged', 'The page is truncated', { details: { format: 'html' } });
  const tablesOf = new Map<string, RawRow[][]>();
  for (const table of tables) {
    for (const [key, rows] of yield* readTable(table, notes)) {
      const known = tablesOf.get(key) ?? [];
      tablesOf.set(key, known);
      const before = known.at(-1);
      if (before !== undefined && (isCopy(rows, before) || isCopy(before, rows))) {
        notes.add('table-repeated', key);
        if (isCopy(before, rows)) known[known.length - 1] = rows;
      } else known.push(rows);
    }
  }
  const sections = new Map([...tablesOf].map(([key, parts]): [string, RawRow[]] => [key, parts.flat()]));
  // A page that states 無資料 has no table, but its title names the section.
  const named = sectionNamedIn(title);
  if (sections.size === 0 && named !== null && /(?:無|沒有)資料/.test(text)) sections.set(named, []);
  if (sections.size === 0) {
    throw new MhbError('passbook-not-recognized', 'No table of a passbook', { details: { format: 'html' } });
  }
  return { format: 'html', header: headerOf(text), sections };
}

/**
 * Checks whether a table only repeats another table. Pages contain each table twice and show only one of them:
 * a wide one on computers and a narrow one on phones. A table is a copy if every cell also occurs in the same
 * row of the other table.
 */
function isCopy(rows: readonly RawRow[], other: readonly RawRow[]): boolean {
  return (
    rows.length > 0 &&
    rows.length === other.length &&
    rows.every((row, index) => {
      const fields = Object.entries(row);
      const wide = other[index] ?? {};
      return (
        fields.length > 1 &&
        fields.every(([key, value]) =>
          typeof value === 'string'
            ? value === wide[key]
            : JSON.stringify(value) === JSON.stringify(wide[key]),
        )
      );
    })
  );
}

/**
 * Reads the passbook's owner and date from the text around the tables. Masks a complete ID number immediately.
 */
function headerOf(text: string): RawRow {
  const compact = text.normalize('NFKC').replace(/[ \t]+/g, '');
  const id = /身分證(?:統一編)?(?:字)?號:?\s*([A-Z][A-Z\d]\d{2}[\dX*]{6})/.exec(compact)?.[1];
  const applied = /申請(?:日期|日):?\s*((?:民國)?\d{2,4}[/年.-]\d{1,2}[/月.-]\d{1,2}日?|\d{7,8})/.exec(
    compact,
  )?.[1];
  return {
    ...(id === undefined ? {} : { 'b1.1': /^\w\w\d{8}$/.test(id) ? maskNationalId(id) : id }),
    ...(applied === undefined ? {} : { 'b1.2': applied }),
  };
}

/** The meaning of the columns: each has a field key or, if no field has that name, the text of its header. */
interface Columns {
  readonly level: 'record' | 'nested';
  readonly keys: readonly string[];
}

function* readTable(table: HtmlTable, notes: NoteCollector): Steps<Map<string, RawRow[]>> {
  const headers = chooseSection(table);
  if (headers === null) return readUnknownTable(table, notes);
  const { section } = headers;
  const rows: Map<string, string | RawRow[]>[] = [];
  const pairs = new Map<string, string>();
  let columns: Columns[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % PIECE === PIECE - 1) yield;
    const header = headerColumns(row, headers, columns, notes);
    if (header !== null) {
      // A header replaces an earlier header that has the same level and width.
      columns = [
        header,
        ...columns.filter(({ level, keys }) => level !== header.level || keys.length !== row.length),
      ];
    } else if (isPairs(row)) {
      for (const [key, value] of pairsOf(row, headers, notes)) {
        if (pairs.has(key)) {
          rows.push(new Map(pairs));
          pairs.clear();
        }
        pairs.set(key, value);
      }
    } else {
      addRow(row, columns, section, rows, notes);
    }
  }
  if (pairs.size > 0) rows.push(new Map(pairs));
  return new Map([[section, rows.map((row): RawRow => Object.fromEntries(row))]]);
}

/**
 * Returns the section named above the table. If none is named, returns the section that has the most fields
 * among the table's headers.
 */
function chooseSection({ headings, rows }: HtmlTable): HeaderTable | null {
  const texts = new Set(
    rows.slice(0, HEADER_ROWS).flatMap((row) => row.map(({ text }) => normalizeHeader(text))),
  );
  // A table with a single word (醫事機構) does not contain records.
  if (texts.size < 2) return null;
  const score = ({ record, nested }: HeaderTable): number =>
    [...texts].filter((text) => record.has(text) || nested.has(text)).length;
  for (const heading of headings) {
    const named = sectionNamedIn(heading);
    const found = headerTables.find(({ section }) => section === named);
    if (found !== undefined && score(found) > 0) return found;
  }
  const [best] = headerTables
    .map((headers) => ({ headers, points: score(headers) }))
    .sort((a, b) => b.points - a.points);
  return best !== undefined && best.points >= 3 ? best.headers : null;
}

/** How many rows at the top are searched for headers. The rows below contain only values. */
const HEADER_ROWS = 50;

/**
 * Returns the columns that a row names, or `null` if the row is not a header. In a header, most of the
 * non-empty cells are field names, or all of them are `th` elements.
 */
function headerColumns(
  row: readonly HtmlCell[],
  { section, record, nested }: HeaderTable,
  known: readonly Columns[],
  notes: NoteCollector,
): Columns | null {
  const filled = row.filter(({ text }) => text !== '');
  const names = filled.map(({ text }) => normalizeHeader(text));
  const inRecord = names.filter((name) => record.has(name)).length;
  const inNested = names.filter((name) => nested.has(name)).length;
  const hits = Math.max(inRecord, inNested);
  const allHeaders = filled.length > 1 && filled.every(({ header }) => header);
  if (!allHeaders && (hits < 2 || hits * 2 <= filled.length)) return null;
  const level =
    inNested > inRecord || (inNested === inRecord && inNested > 0 && known.length > 0) ? 'nested' : 'record';
  const fields = level === 'nested' ? nested : record;
  const taken = new Set<string>();
  const keys = row.map(({ text }, index) => {
    const key = fields.get(normalizeHeader(text));
    if (key !== undefined && !taken.has(key)) {
      taken.add(key);
      return key;
    }
    if (text === '') return '';
    if (key === undefined) notes.add('unknown-field', section, text);
    return taken.has(text) ? `${text} ${index + 1}` : (taken.add(text), text);
  });
  return { level, keys };
}

/** Checks whether a row consists of pairs of a label and its value, where the labels are `th` elements. */
const isPairs = (row: readonly HtmlCell[]): boolean =>
  row.length >= 2 && row.length % 2 === 0 && row.every(({ header }, index) => header === (index % 2 === 0));

function pairsOf(
  row: readonly HtmlCell[],
  { section, record }: HeaderTable,
  notes: NoteCollector,
): (readonly [string, string])[] {
  return row.flatMap(({ text }, index) => {
    if (index % 2 === 1 || text === '') return [];
    const key = record.get(normalizeHeader(text));
    if (key === undefined) notes.add('unknown-field', section, text);
    return [[key ?? text, row[index + 1]?.text ?? ''] as const];
  });
}

function addRow(
  row: readonly HtmlCell[],
  columns: readonly Columns[],
  section: SectionKey,
  rows: Map<string, string | RawRow[]>[],
  notes: NoteCollector,
): void {
  const [only] = row.filter(({ text }) => text !== '');
  if (/^~?\s*(?:查無|無|沒有)資料\s*~?$/.test(only?.text ?? '')) return;
  const last = rows.at(-1);
  const fitting =
    columns.find(({ keys }) => keys.length === row.length) ?? orderColumns(row, columns, section);
  const { level, keys } = fitting ?? columns[0] ?? { level: 'record', keys: [] };
  const fields = new Map<string, string>();
  for (const [index, { text }] of row.entries()) {
    const key = keys[index] ?? '';
    if (key !== '') fields.set(key, text);
    else if (text !== '') {
      notes.add('column-unnamed', section);
      fields.set(`欄${index + 1}`, text);
    }
  }
  if (level === 'record' || last === undefined) {
    rows.push(fields);
    return;
  }
  const listKey = sectionOf(section)?.nested?.key ?? `${section}_1`;
  const list = last.get(listKey);
  const nested: RawRow = Object.fromEntries(fields);
  if (Array.isArray(list)) list.push(nested);
  else last.set(listKey, [nested]);
}

/**
 * Returns the columns of an order. The pages of 2015 list a visit's orders below the visit without a header: a
 * blank cell followed by the code, the name and the quantity. (This is known from a public program that read
 * its author's own pages.)
 */
function orderColumns(
  row: readonly HtmlCell[],
  columns: readonly Columns[],
  section: SectionKey,
): Columns | undefined {
  const claim = sectionsOfKind('claim').find(({ key }) => key === section);
  const wide = columns.some(({ keys }) => keys.length > row.length);
  if (claim === undefined || !wide || row.length !== 4 || row[0]?.text !== '') return undefined;
  const { code, display, quantity } = claim.keys.orders;
  return { level: 'nested', keys: ['', code, display, quantity] };
}

/**
 * Reads a table of an unknown section. The section's key is the heading above the table, and the columns keep
 * the names in their headers.
 */
function readUnknownTable({ headings, rows }: HtmlTable, notes: NoteCollector): Map<string, RawRow[]> {
  const [head, ...body] = rows;
  const heading = headings.find((each) => each !== '');
  const isTable =
    head !== undefined && head.length > 1 && head.every(({ header, text }) => header || text === '');
  if (!isTable || heading === undefined || body.length === 0) return new Map();
  return new Map([
    [
      heading,
      body.map((row): RawRow =>
        Object.fromEntries(
          row.map(({ text }, index) => {
            const name = head[index]?.text ?? '';
            if (name === '') notes.add('column-unnamed', heading);
            return [name === '' ? `欄${index + 1}` : name, text];
          }),
        ),
      ),
    ],
  ]);
}
