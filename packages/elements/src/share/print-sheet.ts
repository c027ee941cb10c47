import { html, render, type TemplateResult } from 'lit';
import { css } from '../base/css.js';

const sheetStyles = css`
  :host {
    display: block;
    color: #000;
    background: #fff;
    font:
      14pt/1.5 system-ui,
      sans-serif;
  }

  .qr {
    display: block;
    width: 9cm;
    height: 9cm;
    margin-block: 0.5cm;
  }
`;
/** CSS rules that hide everything but the sheet during printing, and hide the sheet on screens. */
const onPaper = `@media print { body > :not(.mhb-share-sheet) { display: none !important; } }
@media screen { .mhb-share-sheet { display: none; } }`;

/** Prints the given content without the page around it. This opens no window and stores nothing. */
export function printSheet(content: TemplateResult, lang: string): void {
  const sheet = document.createElement('div');
  sheet.className = 'mhb-share-sheet';
  sheet.lang = lang;
  // During printing, an open viewer on the page hides all elements that do not have this attribute.
  sheet.setAttribute('data-mhb-printing', '');
  const root = sheet.attachShadow({ mode: 'open' });
  const page = new CSSStyleSheet();
  page.replaceSync(onPaper);
  const { styleSheet } = sheetStyles;
  if (styleSheet !== undefined) root.adoptedStyleSheets = [styleSheet];
  render(html`${content}`, root);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  document.body.append(sheet);
  addEventListener(
    'afterprint',
    () => {
      sheet.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== page);
    },
    { once: true },
  );
  print();
}
