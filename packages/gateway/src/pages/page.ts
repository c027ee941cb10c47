import { words, type Language } from './words.js';

/** The HTML of the gateway's own pages. Values from outside must pass through `html`, which escapes them. */
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

/** Fills a template. Escapes its values, unless they are already markup. */
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
  /**
   * The name of this page's script under `/assets/gateway/`, which is loaded in addition to the components'
   * script.
   */
  readonly script?: string;
  /** Whether the page contains components. Defaults to `true`. */
  readonly components?: boolean;
}

/**
 * Returns a complete page. All scripts and styles are files of the gateway, because the policy allows nothing
 * else.
 */
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
 * The content security policy of these pages. It allows the gateway's own scripts and styles, and calls to the
 * gateway and to the card bridge on this computer. It forbids framing.
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
