import { words, type Language } from './words.js';

/** The HTML of the gateway's own pages. External values go through `html`, which escapes them. */
export interface Markup {
  readonly markup: string;
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const markupOf = (value: string | Markup | readonly Markup[]): string => {
  if (typeof value === 'string') return escape(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
};

/** A template whose values are escaped, unless they are markup. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[])[]
): Markup {
  return { markup: String.raw({ raw: strings }, ...values.map(markupOf)) };
}

export interface PageParts {
  readonly language: Language;
  readonly title: string;
  readonly body: Markup;
  /** Script of this page under `/assets/gateway/`, in addition to that of the components. */
  readonly script?: string;
  /** Whether the page contains components; default `true`. */
  readonly components?: boolean;
}

/** A complete page. Scripts and styles come from our own files, because the policy allows nothing else. */
export function page({ language, title, body, script, components = true }: PageParts): string {
  return `<!doctype html>\n${
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/assets/gateway/page.css" />
        ${components ? html`<script type="module" src="/assets/elements/mhb-auto.js"></script>` : []}
        ${script === undefined ? [] : html`<script type="module" src="/assets/gateway/${script}"></script>`}
      </head>
      <body>
        <header>${words[language].service}</header>
        <main>${body}</main>
      </body>
    </html> `.markup
  }`;
}

/**
 * The policy of these pages: our own scripts and styles, calls to this gateway and to the card bridge on this
 * computer; no framing.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' ws://127.0.0.1:* http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html mhb-workers',
].join('; ');
