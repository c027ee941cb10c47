import type { BuiltInLocale } from '../../base/locale.js';

/**
 * The data for creating a file from a printed page, which people can share through the system's share sheet. The
 * file contains the printed content, the styles for paper, and a policy that allows no scripts or requests.
 */
export interface PaperFile {
  readonly name: string;
  /** The title of the document. It is not escaped, so it must not contain text from the passbook's files. */
  readonly title: string;
  readonly lang: BuiltInLocale;
  /**
   * The text above the content, which names the passbook's owner. The text below it says that a passbook is not a
   * medical record.
   */
  readonly above: string;
  readonly below: string;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export function paperFile(paper: Element, { name, title, lang, above, below }: PaperFile): File {
  const root = paper.getRootNode() as ShadowRoot;
  const styles = root.adoptedStyleSheets.map(({ cssRules }) => stylesOf(cssRules)).join('\n');
  const copy = paper.cloneNode(true) as Element;
  for (const each of copy.querySelectorAll('button, form, nav, [popover]')) each.remove();
  for (const each of copy.querySelectorAll('details')) each.open = true;
  removeComments(copy);
  // The file is built as a string, because the security policy of the current page would apply to a style element
  // that is created in the page.
  const page = [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${styles}</style>`,
    '</head>',
    `<body>${line(above)}${copy.outerHTML}${line(below)}</body>`,
    '</html>',
    '',
  ];
  return new File([page.join('\n')], name, { type: 'text/html' });
}

/** Returns the HTML of a paragraph. The text is escaped because it might come from a file. */
function line(text: string): string {
  const made = document.createElement('p');
  made.className = 'quiet';
  made.append(text);
  return made.outerHTML;
}

/**
 * Returns the style rules for the file. Print rules always apply in the file. Selectors for the component match
 * the whole document, and selectors for states of the component match nothing.
 */
const stylesOf = (rules: CSSRuleList): string =>
  [...rules]
    .map((rule) => {
      if (!(rule instanceof CSSMediaRule)) return rule.cssText;
      return rule.media.mediaText === 'print' ? stylesOf(rule.cssRules) : rule.cssText;
    })
    .map((text) => text.replaceAll(/:host\([^()]*\)/g, 'of-no-page').replaceAll(':host', ':root'))
    .join('\n');

function removeComments(within: Node): void {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (walker.nextNode() !== null) found.push(walker.currentNode);
  for (const each of found) each.parentNode?.removeChild(each);
}

/** Checks whether the system has a share sheet that accepts HTML files. */
export const sharesFiles = (): boolean =>
  typeof navigator.canShare === 'function' &&
  navigator.canShare({ files: [new File([''], 'paper.html', { type: 'text/html' })] });
