import { decodeEntities } from './entities.js';

/**
 * A token of an HTML page. Tokens are a flat view of HTML that is sufficient for tables: the tags in order,
 * with the text between them. The same errors are tolerated as by browsers.
 */
export type HtmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** Elements whose content is not part of the page's text. Each has the pattern that ends it. */
const rawElements: ReadonlyMap<string, RegExp> = new Map([
  ['script', /<\/script[\s>]/gi],
  ['style', /<\/style[\s>]/gi],
  ['template', /<\/template[\s>]/gi],
  ['noscript', /<\/noscript[\s>]/gi],
]);

/**
 * Splits HTML into tokens, reading the text once from start to end. If a tag does not end, the text is
 * truncated and there is no token for this tag.
 */
export function* tokenizeHtml(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const start = nextTag(html, at);
    if (start > at) yield { kind: 'text', text: decodeEntities(html.slice(at, start)) };
    if (start >= html.length) return;
    if (html.startsWith('<!--', start)) {
      const end = html.indexOf('-->', start + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const end = endOfTag(html, start + 1);
    if (end < 0) return;
    at = end + 1;
    const token = readTag(html.slice(start + 1, end));
    if (token === null) continue;
    yield token;
    const closing = token.kind === 'open' ? rawElements.get(token.name) : undefined;
    if (closing !== undefined) at = nextMatch(closing, html, at);
  }
}

/**
 * Returns the position of the next `<` that starts a tag, a comment or a declaration. Any other `<` is text.
 */
function nextTag(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    if (/[A-Za-z/!?]/.test(html.charAt(at + 1))) return at;
  }
  return html.length;
}

/**
 * Returns the position of the `>` that ends a tag, or -1 if there is none. Ignores `>` in quoted attribute
 * values.
 */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') {
      return at;
    } else if ((character === '"' || character === "'") && html.charAt(at - 1) === '=') {
      quote = character;
    }
  }
  return -1;
}

function nextMatch(pattern: RegExp, html: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}

const attribute = /([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;

function readTag(content: string): HtmlToken | null {
  const match = /^(\/?)([A-Za-z][\w:-]*)/.exec(content);
  if (match === null) return null;
  const name = (match[2] ?? '').toLowerCase();
  if (match[1] === '/') return { kind: 'close', name };
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single, bare] of content.slice(match[0].length).matchAll(attribute)) {
    attributes.set(key.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''));
  }
  return { kind: 'open', name, attributes: Object.fromEntries(attributes) };
}
