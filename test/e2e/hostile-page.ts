import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lin } from '@mhb-kit/testkit';

/** Every component on one page with a strict policy, and a passbook full of markup. For every engine. */

/**
 * As strict as a hospital's page can be: nothing inline, no markup from strings except Lit's own, no
 * connection.
 */
const POLICY = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  // The address of the card bridge; nothing listens there in this test.
  "connect-src 'self' ws://127.0.0.1:*",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html mhb-workers',
].join('; ');

/** Every component except the provider, which surrounds them. */
const components = readdirSync(new URL('../../packages/elements/src/define/', import.meta.url))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => !['all', 'provider'].includes(name));

const PAGE = `<!doctype html>
<html lang="en">
  <title>Every component</title>
  <script src="/complaints.js"></script>
  <script type="module" src="/mhb-elements.min.js"></script>
  <mhb-provider>
${components.map((name) => `    <mhb-${name}></mhb-${name}>`).join('\n')}
  </mhb-provider>
</html>`;

/** Notes what the browser refuses or reports, for engines whose console cannot be read. */
const COMPLAINTS = `globalThis.complaints = [];
addEventListener('error', (event) => complaints.push(String(event.message)));
addEventListener('unhandledrejection', (event) => complaints.push(String(event.reason)));
addEventListener('securitypolicyviolation', (event) => complaints.push(event.violatedDirective + ' ' + event.blockedURI));
`;

/**
 * Content that a hostile file might contain: script, handlers, a style that sends requests, a link that runs
 * code, bidi and zero-width tricks.
 */
const HOSTILE =
  '<script>window.hacked=1</script><img src="/stolen" onerror="window.hacked=1"><svg onload="window.hacked=1">' +
  '<style>*{background:url(/stolen)}</style><a href="javascript:window.hacked=1">x</a>\u202e\u200b=cmd|calc';

export function hostileFile(): string {
  const history = lin.history('2026-04-16');
  const poison = (rows: readonly object[] = []): object[] =>
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          typeof value === 'string' && !/^[\d.]*$/.test(value) ? `${HOSTILE}${value}` : value,
        ]),
      ),
    );
  const sections = Object.entries(history).map(([key, rows]) => [key, poison(rows)]);
  const bdata = {
    'b1.1': 'K22301****',
    'b1.2': '20260416',
    ...Object.fromEntries(sections),
    [`r77${HOSTILE}`]: [{ [`r77.1${HOSTILE}`]: HOSTILE }],
  };
  return JSON.stringify({ myhealthbank: { bdata } });
}

/** Serves the page. `paths`: requests other than those for our scripts. */
export async function serveStrictPage(): Promise<{
  readonly url: string;
  readonly paths: readonly string[];
  readonly close: () => void;
}> {
  const bundle = new URL('../../packages/elements/dist/cdn/', import.meta.url);
  const paths: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    if (url === '/complaints.js') {
      response.setHeader('content-type', 'text/javascript').end(COMPLAINTS);
      return;
    }
    if (url.endsWith('.js')) {
      readFile(new URL(`.${url}`, bundle)).then(
        (script) => response.setHeader('content-type', 'text/javascript').end(script),
        () => response.writeHead(404).end(),
      );
      return;
    }
    paths.push(url);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', POLICY);
    response.end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    paths,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Opens the file and every page of the viewer with everything on it. Runs in the page; returns the number of pages. */
export async function turnEveryPage(text: string): Promise<number> {
  const viewer = document.querySelector('mhb-passbook-viewer');
  const root = viewer?.shadowRoot;
  if (!viewer || !root) throw new Error('No viewer');
  await viewer.open([{ name: '<script>.json', content: new Blob([text]) }]);
  const titles = [...(root.querySelector('select')?.options ?? [])].map(({ value }) => value);
  for (const title of titles) {
    const select = root.querySelector('select');
    if (select === null) throw new Error('No pages');
    select.value = title;
    select.dispatchEvent(new Event('change'));
    await viewer.updateComplete;
    for (const details of root.querySelectorAll('details')) details.open = true;
    root.querySelector<HTMLElement>('button.raw')?.click();
    await viewer.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 30));
    root.querySelector('dialog')?.close();
  }
  return titles.length;
}
