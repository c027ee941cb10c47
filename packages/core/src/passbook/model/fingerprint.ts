import type { RawRow, RawValue } from '../record/record.js';
import { diagnosticReports } from '../sections/index.js';

/**
 * Returns the content of a row as one string. Rows with the same content have the same string, even if their
 * key order, white space or file format differs.
 */
export function fingerprint(row: RawRow): string {
  return Object.keys(row)
    .sort()
    .map((key) => [key, contentOf(key, row[key] ?? '')] as const)
    .filter(([, content]) => content !== '')
    .map(([key, content]) => `${key}\u001f${content}`)
    .join('\u001e');
}

const reportText = diagnosticReports.keys.text;

function contentOf(key: string, value: RawValue): string {
  if (typeof value !== 'string') return value.map((row) => `\u001d${fingerprint(row)}\u001c`).join('');
  // Ignore all white space in reports, because XML keeps their line breaks and JSON drops them.
  return key === reportText ? value.replace(/\s+/g, '') : value.trim();
}
