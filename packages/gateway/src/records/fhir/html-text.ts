/**
 * Converts an HTML report or an XHTML narrative to plain text for reading. The result must never be shown as HTML.
 */
export function textOfHtml(html: string): string {
  return decodeEntities(
    withoutUnread(html.replace(/<!--[\s\S]*?(?:-->|$)/g, ''))
      .replace(/<\s*(?:br|hr)\b[^<>]*>/gi, '\n')
      .replace(/<\/\s*(?:td|th)\s*>/gi, '\t')
      .replace(/<\/\s*(?:p|div|tr|li|h[1-6]|table|ul|ol|section|pre|dd|dt)\s*>/gi, '\n')
      .replace(/<\/?[A-Za-z][^<>]*>/g, ''),
  )
    .replace(/[ \u00a0]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * Removes elements whose content is not text. An element without a closing tag extends to the end of the document.
 */
function withoutUnread(html: string): string {
  const tag = /^<(\/?)(script|style|head|title)\b/i;
  let within: string | undefined;
  return html
    .split(/(?=<\/?(?:script|style|head|title)\b)/i)
    .map((part) => {
      const [, slash, name = ''] = tag.exec(part) ?? [];
      const isTag = slash !== undefined;
      if (within === undefined && isTag && slash === '') within = name.toLowerCase();
      if (within === undefined) return part;
      if (slash !== '/' || name.toLowerCase() !== within) return '';
      within = undefined;
      const end = part.indexOf('>');
      return end === -1 ? '' : part.slice(end + 1);
    })
    .join('');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  le: '≤',
  ge: '≥',
  micro: 'µ',
  deg: '°',
  plusmn: '±',
};

const decodeEntities = (text: string): string =>
  text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return named[entity.toLowerCase()] ?? whole;
    const point =
      entity[1]?.toLowerCase() === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
