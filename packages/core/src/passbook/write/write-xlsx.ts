import type { Zippable } from 'fflate';
import { loadModule } from '../../load-module.js';
import type { Passbook } from '../model/model.js';
import { tablesOf, type CsvOptions, type TextTable } from './write-csv.js';

/**
 * Writes the passbook as a workbook (.xlsx, ECMA-376) with one sheet per table. Every cell contains text. A
 * spreadsheet program therefore runs no formula, keeps the leading zero of a facility code, and does not convert
 * `3-5` to a date or `1:40` to a time.
 */
export async function writeXlsx(
  passbook: Passbook,
  { locale = 'zh-Hant' }: CsvOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  // This package is loaded only when a workbook is written, because pages without a bundler cannot resolve package
  // names.
  const { zipSync } = await loadModule(import('fflate'));
  const tables = tablesOf(passbook, locale);
  // Spreadsheet programs reject a workbook that has no sheets.
  const sheets =
    tables.length > 0 ? tables : [{ title: locale === 'en' ? 'Empty' : '無資料', key: '', rows: [] }];
  const names = sheetNames(sheets);
  const files: Zippable = {
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${MAIN}.styles+xml"/>${names
        .map(
          (_, index) =>
            `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${MAIN}.worksheet+xml"/>`,
        )
        .join('')}</Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${names
        .map((name, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${PACKAGE}">${names
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': xml(styles),
  };
  for (const [index, { rows }] of sheets.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] = xml(sheet(rows));
  // The time is fixed, so that the same passbook always results in the same bytes.
  return zipSync(files, { mtime: '1980-01-02T00:00:00' });
}

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const xml = (content: string): Uint8Array =>
  new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`);

/**
 * The styles of cells. Style 1 has number format 49 (text), so that a cell remains a text cell when it is
 * edited. Style 2, for headers, is style 1 in bold.
 */
const styles = `<styleSheet xmlns="${SHEET}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

const sheet = (rows: readonly (readonly string[])[]): string =>
  `<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>${rows
    .map((row, index) => `<row>${row.map((text) => cell(text, index === 0 ? 2 : 1)).join('')}</row>`)
    .join('')}</sheetData></worksheet>`;

/** Writes a cell. A cell without text has the text format too. */
const cell = (text: string, style: number): string =>
  text === ''
    ? `<c s="${style}"/>`
    : `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(cut(text))}</t></is></c>`;

/** The maximum number of characters in a cell. */
const LONGEST_CELL = 32_767;
const cut = (text: string): string =>
  text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL - 1)}…`;

/**
 * Escapes text for XML, and replaces characters that XML 1.0 does not allow, including unpaired surrogates. Text
 * such as `_x0041_` would be read as an escape sequence, so its first underscore is escaped.
 */
const escape = (text: string): string =>
  text

    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/**
 * Creates the names of the sheets. A name must have at most 31 characters, contain none of `[]:*?/\`, and neither
 * begin nor end with a quote. Names must be unique regardless of case.
 */
function sheetNames(tables: readonly TextTable[]): string[] {
  const taken = new Set<string>();
  return tables.map(({ title }) => {
    const clean = title.replace(/[\\/:*?[\]\p{Cc}\p{Cf}\p{Cs}]+/gu, '_').replace(/^'|'$/g, '_') || '_';
    let name = clean.slice(0, LONGEST_NAME);
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const suffix = `_${number}`;
      name = clean.slice(0, LONGEST_NAME - suffix.length) + suffix;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

const LONGEST_NAME = 31;
