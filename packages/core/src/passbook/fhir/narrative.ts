import { fhirText, type JsonObject } from './resource.js';
import { isChinese, languageTags, type FhirLanguage } from './wording.js';

/** One line of a narrative, as a list of parts, such as a date, a name and a value. */
export type Line = readonly (string | null)[];

const escape = (text: string): string =>
  fhirText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Marks Chinese text in an English narrative, so that screen readers and translation programs recognize it. */
const tagged = (text: string, language: FhirLanguage): string =>
  language === 'en' && isChinese(text)
    ? `<span lang="zh-TW" xml:lang="zh-TW">${escape(text)}</span>`
    : escape(text);

/** Renders lines as XHTML with a language attribute. */
export function narrative(lines: readonly Line[], language: FhirLanguage): JsonObject {
  const tag = languageTags[language];
  const written = lines
    .map((line) =>
      line.filter((part) => part !== null && part !== '').map((part) => tagged(part ?? '', language)),
    )
    .filter((line) => line.length > 0)
    .map((line) => `<li>${line.join(language === 'en' ? ', ' : '　')}</li>`);
  const body =
    written.length === 0
      ? `<p>${language === 'en' ? 'The passbook contains nothing of this kind.' : '健康存摺沒有這類資料。'}</p>`
      : `<ul>${written.join('')}</ul>`;
  return {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml" lang="${tag}" xml:lang="${tag}">${body}</div>`,
  };
}
