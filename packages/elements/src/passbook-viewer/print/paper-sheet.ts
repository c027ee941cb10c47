/**
 * Additional styles for printing, which add page numbers and hide the page around the viewer. They are in a style
 * sheet that belongs to the document only during printing.
 */

const PRINTING = 'data-mhb-printing';

/**
 * Quotes text as a CSS string. This is necessary because the identity comes from a file, and must not be able to
 * change the styles of the page.
 */
const quoted = (text: string): string =>
  `"${[...text].map((character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `).join('')}"`;

export interface PageMargins {
  /** The text at the top left of each page, which names the passbook's owner with a masked ID number. */
  readonly identity: string;
  /** The disclaimer at the bottom of each page; empty if the page itself contains it. */
  readonly disclaimer: string;
  /** Whether to hide the content around the viewer. */
  readonly alone: boolean;
}

/** Prepares the document for printing one element. Returns a function that restores the document. */
export function preparePaper(element: Element, { identity, disclaimer, alone }: PageMargins): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    @page {
      margin: 18mm 14mm ${disclaimer === '' ? 12 : 20}mm;
      @top-left { content: ${quoted(identity)}; font: 8pt sans-serif; }
      @top-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }
      @bottom-left { content: ${quoted(disclaimer)}; font: 7.5pt/1.35 sans-serif; width: 100%; text-align: left; }
    }
    @media print {
      :is(body, [${PRINTING}]) > :not([${PRINTING}]) { display: none !important; }
      [${PRINTING}] { margin: 0 !important; padding: 0 !important; max-inline-size: none !important; }
    }`);
  const document = element.ownerDocument;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const path = alone ? pathTo(element) : [];
  for (const each of path) each.setAttribute(PRINTING, '');
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    for (const each of path) each.removeAttribute(PRINTING);
  };
}

/** Returns the element and its ancestors up to the body, across shadow roots. */
function pathTo(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at !== null && at !== at.ownerDocument.body;) {
    path.push(at);
    const parent: ParentNode | null = at.parentElement ?? (at.getRootNode() as ParentNode);
    at = parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  }
  return path;
}
