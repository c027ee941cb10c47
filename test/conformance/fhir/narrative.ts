/** Rules of a narrative's XHTML (txt-1, txt-2). */

const ELEMENTS = new Set(
  (
    'a abbr acronym b big blockquote br caption cite code col colgroup dd dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ' +
    'li ol p pre q s samp small span strong sub sup table tbody td tfoot th thead tr tt u ul var'
  ).split(' '),
);
const FORBIDDEN_ATTRIBUTE = /\s(?:on\w+\s*=|href\s*=\s*["']?\s*javascript)/i;

/** The problem with a narrative, or `null`. */
export function faultOfNarrative(value: unknown): string | null {
  if (typeof value !== 'string') return 'is not text';
  if (!/^\s*<div[^>]*\sxmlns=["']http:\/\/www\.w3\.org\/1999\/xhtml["']/.test(value))
    return 'is not an XHTML div';
  const open: string[] = [];
  for (const [tag, closing = '', name = '', selfClosing = ''] of value.matchAll(
    /<(\/?)([a-zA-Z0-9]+)[^<>]*?(\/?)>/g,
  )) {
    if (!ELEMENTS.has(name)) return `has the element ${name}, which a narrative may not have`;
    if (FORBIDDEN_ATTRIBUTE.test(tag)) return `has active content: ${tag}`;
    if (closing !== '') {
      if (open.pop() !== name) return `is not well-formed at </${name}>`;
    } else if (selfClosing === '') {
      open.push(name);
    }
  }
  if (open.length > 0) return `does not close ${open.join(', ')}`;
  const hasWords = value.replace(/<[^>]*>/g, '').trim() !== '';
  return hasWords || /<img\s/.test(value) ? null : 'says nothing';
}
