import { sectionOf } from '@mhb-kit/core/passbook';
import type { WritePage } from './archive-entries.js';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: unknown): string =>
  String(text ?? '').replaceAll(/[&<>"]/g, (mark) => escapes[mark] ?? mark);

/** A plain table of a category's records. */
export const writeSectionPage: WritePage = ({ category, maskedNationalId, requestedOn, records }) => {
  const tables = Object.entries(records).map(([key, rows]) => {
    const fields = sectionOf(key)?.fields ?? [];
    const head = fields.map(({ label }) => `<th>${escape(label['zh-Hant'])}</th>`).join('');
    const body = rows.map(
      (row) => `<tr>${fields.map((field) => `<td>${escape(row[field.key])}</td>`).join('')}</tr>`,
    );
    return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
  });
  const title = escape(category.label['zh-Hant']);
  return `<!doctype html><html lang="zh-Hant"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${escape(maskedNationalId)} ${escape(requestedOn)}</p>${tables.join('\n')}</html>`;
};
