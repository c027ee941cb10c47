import type { RawRow, RawValue } from '../record/record.js';
import { diagnosticReports } from '../sections/index.js';

/**
 * The content of a row as one string. It is the same for rows with the same content, regardless of key order,
 * white space, and file format.
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
  // JSON drops line breaks in reports that XML keeps.
  return key === reportText ? value.replace(/\s+/g, '') : value.trim();
}
