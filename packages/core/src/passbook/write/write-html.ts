import { formatRoc, type LocalDate } from '../../identity/index.js';
import { encodeEntities } from '../read/entities.js';
import type { RawRow, RawRows } from '../model/model.js';
import {
  hepatitisVisitFieldsOfTable,
  isEightFieldVisit,
  sectionOf,
  type Field,
  type Label,
} from '../sections/index.js';
import { readDate, readNumber } from '../values/values.js';
import { NO_DATA } from './write-j2.js';

/** The rows of one section, in the form in which a J2 file contains them. */
export interface SectionRows {
  /** The key of the section, such as `card-status`. */
  readonly section: string;
  readonly rows: readonly RawRow[];
}

export interface SectionPageOptions {
  /** The label of the category, such as `門診資料`. */
  readonly title: string;
  /** The national ID number, which must already be masked. */
  readonly subjectId?: string | null;
  /** The person's name, which must already be masked. */
  readonly subjectName?: string | null;
  /** The date of the request (資料申請日期). */
  readonly appliedOn?: LocalDate | null;
  /** The first and the last day that the page covers. */
  readonly window?: { readonly start: LocalDate; readonly end: LocalDate } | null;
}

/**
 * A notice, in both languages, that states what a passbook is not. It is shown with every passbook and printed
 * on every printout.
 */
export const disclaimer: Label = {
  'zh-Hant':
    '本資料依特約醫事服務機構向健保署申報之資料產生，並非病歷，亦不得作為申請保險理賠之診斷證明。就醫時請以醫師之診斷為準。',
  en: 'This passbook is based on providers’ claims to the NHI. It is not a medical record, and cannot be used to prove a diagnosis for an insurance claim.',
};

const style = `
:root { color-scheme: light; }
body { font: 15px/1.6 system-ui, 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans TC', sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
dl.about { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 0 0 1rem; } dl.about div { display: flex; gap: .5rem; } dt { color: #555; } dd { margin: 0; }
.notice { border: 1px solid #8a6d00; background: #fff8df; padding: .5rem .75rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid #b5b5b5; padding: .25rem .5rem; text-align: start; vertical-align: top; white-space: pre-wrap; overflow-wrap: break-word; }
thead th { background: #eef2f6; } td.number { text-align: end; } td.number, td.date, td.code { white-space: nowrap; }
td.inner { padding: .25rem .5rem .75rem 2rem; background: #fafafa; } td.inner th { background: #f3f3f3; font-weight: 600; }
td.inner dl { margin: 0; columns: 20rem; column-gap: 2rem; white-space: normal; } td.inner dl div { display: flex; gap: .75rem; break-inside: avoid; } td.inner dt { flex: none; } td.inner dd { white-space: pre-wrap; }
.scroll { overflow-x: auto; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } .scroll { overflow: visible; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`;

/**
 * Writes one category as a page that contains no script, requires no other files, and is suitable for screen and
 * paper. The elements carry the passbook's keys (`data-record`, `data-field`), so that `readPassbook` restores
 * exactly the rows that were written.
 *
 * @returns Text to be encoded as UTF-8.
 */
export function writeSectionHtml(content: readonly SectionRows[], options: SectionPageOptions): string {
  const title = encodeEntities(options.title);
  return `<!doctype html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}｜健康存摺</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
<dl class="about">
${aboutEntries(options).join('\n')}
</dl>
<p class="notice">${disclaimer['zh-Hant']}</p>
${content.map((each) => sectionBlock(each, content.length > 1)).join('\n')}
</body>
</html>
`;
}

function aboutEntries({ subjectId, subjectName, appliedOn, window }: SectionPageOptions): string[] {
  const entry = (label: string, text: string, attributes = ''): string =>
    `<div><dt>${label}</dt><dd${attributes}>${encodeEntities(text)}</dd></div>`;
  return [
    ...(subjectName ? [entry('姓名', subjectName)] : []),
    ...(subjectId ? [entry('身分證號', subjectId, ' data-field="b1.1"')] : []),
    ...(appliedOn
      ? [
          entry(
            '資料申請日期',
            formatRoc(appliedOn),
            ` data-field="b1.2" data-value="${appliedOn.replaceAll('-', '')}"`,
          ),
        ]
      : []),
    ...(window ? [entry('資料起迄期間', `${formatRoc(window.start)}–${formatRoc(window.end)}`)] : []),
  ];
}

function sectionBlock({ section, rows }: SectionRows, headed: boolean): string {
  const known = sectionOf(section);
  const heading = headed ? `<h2>${encodeEntities(known?.label['zh-Hant'] ?? section)}</h2>\n` : '';
  const body =
    rows.length === 0
      ? `<p>~ ${NO_DATA} ~</p>`
      : `<div class="scroll">${table(section, rows, known?.fields ?? [])}</div>`;
  return `<section data-section="${encodeEntities(section)}">\n${heading}${body}\n</section>`;
}

/** The maximum number of columns that fit on a page. */
const MAX_COLUMNS = 12;
/**
 * The number of columns in a table that would otherwise have too many. The columns are the facility and the day.
 */
const FEW_COLUMNS = 2;

/**
 * Writes a table. Its columns are the fields that have values. Less important fields and nested rows are placed
 * below each row.
 */
function table(key: string, rows: readonly RawRow[], fields: readonly Field[]): string {
  const filled = fieldsIn(rows, fields).filter(({ detail }) => !detail);
  const columns = filled.length > MAX_COLUMNS ? filled.slice(0, FEW_COLUMNS) : filled;
  // There is always at least one column. Otherwise, rows in which every field is blank would be invisible.
  const span = Math.max(1, columns.length);
  const head = columns
    .map(({ label }) => `<th scope="col">${encodeEntities(label['zh-Hant'])}</th>`)
    .join('');
  return `<table>
<thead><tr>${head === '' ? '<th></th>' : head}</tr></thead>
${rows.map((row) => record(key, row, columns, fields, span)).join('\n')}
</table>`;
}

/** The CSS classes of table cells, by field type. */
const cellClasses: Partial<Readonly<Record<Field['type'], string>>> = {
  number: 'number',
  amount: 'number',
  points: 'number',
  days: 'number',
  date: 'date',
  month: 'date',
  code: 'code',
};

function record(
  key: string,
  row: RawRow,
  columns: readonly Field[],
  fields: readonly Field[],
  span: number,
): string {
  const shown = new Set(columns.map((column) => column.key));
  const cells = columns.map(({ key: name, type }) => {
    const value = row[name];
    if (typeof value !== 'string' || value === '') return '<td></td>';
    const style = cellClasses[type];
    return `<td${style === undefined ? '' : ` class="${style}"`}${fieldAttributes(name, value, type)}>${encodeEntities(display(value, type))}</td>`;
  });
  const details = fieldsIn([row], fields).filter(({ key: name }) => !shown.has(name));
  const inner = [
    ...(details.length > 0 ? [detailList(row, details)] : []),
    ...Object.entries(row).flatMap(([name, value]) =>
      typeof value === 'string' || value.length === 0 ? [] : [nestedTable(key, name, value)],
    ),
  ];
  return `<tbody data-record="${encodeEntities(key)}"${blankAttributes(row)}>
<tr>${cells.length === 0 ? '<td></td>' : cells.join('')}</tr>
${inner.map((content) => `<tr><td class="inner" colspan="${span}">${content}</td></tr>`).join('\n')}
</tbody>`;
}

function detailList(row: RawRow, fields: readonly Field[]): string {
  const entries = fields.map(({ key, label, type }) => {
    const value = row[key];
    const text = typeof value === 'string' ? value : '';
    return `<div><dt>${encodeEntities(label['zh-Hant'])}</dt><dd${fieldAttributes(key, text, type)}>${encodeEntities(display(text, type))}</dd></div>`;
  });
  return `<dl>${entries.join('')}</dl>`;
}

function nestedTable(section: string, key: string, rows: RawRows): string {
  const nested = sectionOf(section)?.nested;
  const fields =
    nested?.key !== key ? [] : rows.every(isEightFieldVisit) ? hepatitisVisitFieldsOfTable : nested.fields;
  return table(key, rows, fields);
}

/**
 * Returns the fields that have a value in at least one row. Known fields come first, in the order of the table,
 * followed by unknown fields under their own names.
 */
function fieldsIn(rows: readonly RawRow[], fields: readonly Field[]): Field[] {
  const filled = new Set<string>();
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) {
      if (typeof value === 'string' && (value !== '' || !isPlainKey(key))) filled.add(key);
    }
  }
  const known = fields.filter(({ key }) => filled.delete(key));
  const unknown = [...filled].map((key): Field => ({
    key,
    label: { 'zh-Hant': key, en: key },
    type: 'text',
  }));
  return [...known, ...unknown];
}

/**
 * Formats a value for display. Dates are written in a readable form, and whole numbers without `.0`. Everything
 * else stays as written.
 */
function display(value: string, type: Field['type']): string {
  if (type === 'date' || type === 'month') {
    const { date } = readDate(value);
    return date === null ? value : formatRoc(date);
  }
  return type === 'number' && /^\d+\.0+$/.test(value) ? String(readNumber(value)) : value;
}

/**
 * Returns the attributes of a cell: the key of the field and, if the page shows the value in another form, the raw
 * value.
 */
function fieldAttributes(key: string, value: string, type: Field['type']): string {
  const written = display(value, type) === value ? '' : ` data-value="${encodeEntities(value)}"`;
  return ` data-field="${encodeEntities(key)}"${written}`;
}

/** Checks whether a key can be an item in a list that is separated by spaces. */
const isPlainKey = (key: string): boolean => /^[\w.-]+$/.test(key);

/** Lists the keys that are in the row but have empty values, for which the page shows nothing. */
function blankAttributes(row: RawRow): string {
  const keysWith = (test: (value: RawRow[string]) => boolean): string =>
    Object.keys(row)
      .filter((key) => test(row[key] ?? '') && isPlainKey(key))
      .join(' ');
  const blank = keysWith((value) => value === '');
  const empty = keysWith((value) => typeof value !== 'string' && value.length === 0);
  return `${blank === '' ? '' : ` data-blank="${blank}"`}${empty === '' ? '' : ` data-empty="${empty}"`}`;
}
