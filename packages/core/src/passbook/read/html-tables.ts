import { MhbError } from '../../error.js';
import type { HtmlToken } from './html-tokens.js';
import { PIECE, type Steps } from '../steps/steps.js';

export interface HtmlCell {
  readonly text: string;
  readonly header: boolean;
}

export interface HtmlTable {
  /** The texts above the table: caption, headings and title, nearest first. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly HtmlCell[])[];
}

/**
 * The maximum value of `colspan` and `rowspan`. No real page has this many columns; the limit prevents an
 * absurd value from filling memory.
 */
const MAX_SPAN = 200;

/**
 * The maximum number of cells. No real page has this many cells in 128 MiB of markup; a page that has more is
 * designed to exhaust memory with its spans.
 */
const MAX_CELLS = 5_000_000;

interface OpenTable {
  readonly rows: HtmlCell[][];
  readonly headings: readonly string[];
  caption: string | null;
  row: HtmlCell[] | null;
  cell: { text: string; readonly header: boolean; readonly span: number; readonly down: number } | null;
  /** The cells that extend into the current row from above because of their `rowspan`, by column. */
  readonly reaching: Map<number, { readonly cell: HtmlCell; rows: number }>;
}

const headingElements = new Set(['title', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'legend']);

export interface HtmlContent {
  /** All tables that have rows. A nested table is a separate table. */
  readonly tables: readonly HtmlTable[];
  readonly title: string;
  /** All text that is outside tables. */
  readonly text: string;
  /** Whether a table or the page has no closing tag, which means that the file is truncated. */
  readonly cutOff: boolean;
}

/** Collects the tables of a page. */
export function* collectTables(tokens: Iterable<HtmlToken>): Steps<HtmlContent> {
  const tables: HtmlTable[] = [];
  const open: OpenTable[] = [];
  let headings: string[] = [];
  let heading: string | null = null;
  let text = '';
  let title = '';
  let cells = 0;
  let page: 'none' | 'open' | 'closed' = 'none';

  const endCell = (table: OpenTable): void => {
    if (table.cell === null) return;
    const { header, span, down } = table.cell;
    const cell = { text: tidy(table.cell.text), header };
    const row = (table.row ??= []);
    cells += span;
    if (cells > MAX_CELLS)
      throw new MhbError('passbook-damaged', 'Too many cells', { details: { format: 'html' } });
    const blank = { text: '', header };
    for (let column = 0; column < span; column += 1) {
      const each = column === 0 ? cell : blank;
      if (down > 1) table.reaching.set(row.length, { cell: each, rows: down - 1 });
      row.push(each);
    }
    table.cell = null;
  };
  const endRow = (table: OpenTable): void => {
    endCell(table);
    if (table.row === null) return;
    fillReaching(table, table.row);
    cells += table.row.length;
    if (table.row.some((cell) => cell.text !== '')) table.rows.push(table.row);
    table.row = null;
  };

  let seen = 0;
  for (const token of tokens) {
    if (++seen % PIECE === 0) yield;
    const table = open.at(-1);
    if (token.kind === 'text') {
      if (heading !== null) heading += token.text;
      // Line breaks in the source are only white space, because only elements break lines in HTML.
      else if (table?.cell) table.cell.text += token.text.replaceAll('\n', ' ');
      else if (table === undefined) text += token.text;
      continue;
    }
    if (token.name === 'html') page = token.kind === 'open' ? 'open' : 'closed';
    if (headingElements.has(token.name)) {
      if (token.kind === 'open') heading = '';
      else if (heading !== null) {
        if (token.name === 'title') title = tidy(heading);
        if (token.name === 'caption' && table !== undefined) table.caption = tidy(heading);
        else headings = [tidy(heading), ...headings].slice(0, 8);
        heading = null;
      }
    } else if (token.name === 'table') {
      if (token.kind === 'open') {
        open.push({ rows: [], headings, caption: null, row: null, cell: null, reaching: new Map() });
      } else if (table !== undefined) {
        endRow(table);
        open.pop();
        const above = table.caption === null ? table.headings : [table.caption, ...table.headings];
        if (table.rows.length > 0) tables.push({ headings: above, rows: table.rows });
      }
    } else if (token.name === 'tr' && table !== undefined) {
      endRow(table);
      if (token.kind === 'open') table.row = [];
    } else if ((token.name === 'td' || token.name === 'th') && table !== undefined) {
      endCell(table);
      if (token.kind === 'open') table.cell = openCell(token, table);
    } else if (token.name === 'br' || token.name === 'p' || token.name === 'div') {
      if (table?.cell) table.cell.text += '\n';
      else if (table === undefined) text += '\n';
    }
  }
  return { tables, text, title, cutOff: open.length > 0 || page === 'open' };
}

const spanOf = (value: string | undefined): number =>
  Math.min(MAX_SPAN, Math.max(1, Math.trunc(Number(value)) || 1));

function openCell(
  token: Extract<HtmlToken, { kind: 'open' }>,
  table: OpenTable,
): NonNullable<OpenTable['cell']> {
  fillReaching(table, (table.row ??= []));
  return {
    text: '',
    header: token.name === 'th',
    span: spanOf(token.attributes['colspan']),
    down: spanOf(token.attributes['rowspan']),
  };
}

/** Inserts the cells that extend from the rows above into the row's current position. */
function fillReaching(table: OpenTable, row: HtmlCell[]): void {
  for (let from = table.reaching.get(row.length); from !== undefined; from = table.reaching.get(row.length)) {
    if (from.rows === 0) table.reaching.delete(row.length);
    else {
      from.rows -= 1;
      row.push(from.cell);
    }
  }
}

/**
 * Returns the text as a browser shows it: with white space collapsed, and with only those line breaks that the
 * page's elements cause.
 */
const tidy = (text: string): string =>
  text
    .replace(/[\u00a0\u3000 \t\r]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
