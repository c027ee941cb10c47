/**
 * Normalizes results and reference ranges before they are parsed: a sign that laboratories write in several ways
 * is replaced by a single character. Words stay unchanged.
 */

/**
 * The length of the longest string that is read as a value or a range. The format allows 4,000 characters, but a
 * string longer than this limit is prose. The limit is checked before any pattern is matched, so that no string
 * can slow down reading.
 */
export const LONGEST_READ = 400;

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  le: '<=',
  ge: '>=',
  amp: '&',
  nbsp: ' ',
  minus: '-',
  ndash: '-',
  mdash: '-',
  plusmn: '±',
  micro: 'μ',
  mu: 'μ',
  deg: '°',
  times: '×',
  sup2: '²',
  sup3: '³',
};

/**
 * Replaces character references, which occur in text that was copied from a web page. They are sometimes escaped
 * twice (`&amp;lt;`).
 */
function resolveEntities(text: string): string {
  let resolved = text;
  for (let pass = 0; pass < 2 && resolved.includes('&'); pass += 1) {
    resolved = resolved
      .replace(/&([a-z]{2,6}[23]?);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
      .replace(/&([lg])t(?![a-z]);?/gi, (_, side: string) => (side.toLowerCase() === 'l' ? '<' : '>'))
      .replace(/&#(\d{1,6});/g, (whole, code: string) => characterOf(Number(code), whole))
      .replace(/&#x([\da-f]{1,6});/gi, (whole, code: string) =>
        characterOf(Number.parseInt(code, 16), whole),
      );
  }
  return resolved;
}

const characterOf = (code: number, whole: string): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Comparators in words, sorted so that longer phrases are replaced first. Each of them precedes its number. */
const comparatorWords: readonly (readonly [RegExp, string])[] = [
  [
    /小於或?等於|不[得可宜應]?(?:大於|超過|高於)|至多|(?:less than|lower than|below) or equal to|no(?:t)? more than|at most|up to/gi,
    '<=',
  ],
  [
    /大於或?等於|不[得可宜應]?(?:小於|低於|少於)|至少|(?:greater|more|higher) than or equal to|no(?:t)? less than|at least/gi,
    '>=',
  ],
  [/小於|低於|少於|未達|(?:less|lower|fewer) than|\bbelow\b|\bunder\b/gi, '<'],
  [/大於|高於|多於|(?:greater|more|higher) than|\babove\b(?=\s*\d)|\bover\b(?=\s*\d)/gi, '>'],
  // These words are replaced only in front of a number. After a number they are suffixes, which are read later
  // ("150 未滿").
  [/(?:未滿|不足)(?=\s*\d)/g, '<'],
  [/(?:超過|超出)(?=\s*\d)/g, '>'],
];

const foldWidth = (text: string): string =>
  text
    .replace(
      /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (digits) => `^${[...digits].map((each) => superscripts.indexOf(each)).join('')}`,
    )
    .normalize('NFKC');

/**
 * Converts a string to a standard form: normalizes full-width characters, character references, minus signs,
 * tildes, comparators and thousands separators.
 */
export function tidyText(text: string): string {
  if (plain.test(text)) return text;
  // Character references can be written in full-width characters, and they can resolve to full-width characters.
  const folded = foldWidth(text);
  let tidy = (folded.includes('&') ? foldWidth(resolveEntities(folded)) : folded)
    .replace(/[\u2010-\u2015\u2212\uFE58\u30FC]/g, '-')
    .replace(/[∼〜～˜⁓]/g, '~')
    .replace(/[≤≦⩽]/g, '<=')
    .replace(/[≥≧⩾]/g, '>=')
    .replace(/([<>])\s+=/g, '$1=')
    .replace(/=\s*([<>])(?!=)/g, '$1=')
    .replace(/[【〔〖]/g, '[')
    .replace(/[】〕〗]/g, ']')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
  for (const [pattern, sign] of comparatorWords) tidy = tidy.replace(pattern, sign);
  return tidy.replace(/\s+/g, ' ').trim();
}

/** Matches the most frequent values, which need no normalizing. */
const plain = /^[\d.]*$/;
