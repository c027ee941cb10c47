import { windowScript } from '../installation/own-parts.js';

/** The files of the bridge's window: two pages, their scripts (compiled from `src/window`), and a style sheet. */

const page = (script: string) => `<!doctype html>
<html lang="zh-Hant">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>mhb-card-bridge</title>
<link rel="stylesheet" href="/ui/window.css">
<script type="module" src="/ui/${script}.js"></script>
<body><main></main></body>
</html>
`;

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, 'Noto Sans TC', 'Noto Sans CJK TC', sans-serif; }
body { margin: 0; display: grid; min-height: 100vh; place-content: center; }
main { max-width: 26rem; padding: 1.5rem; box-sizing: border-box; }
h1 { font-size: 1.25rem; margin: 0 0 1rem; }
.site { font: 600 clamp(1rem, 4.5vw, 1.25rem)/1.3 ui-monospace, monospace; overflow-wrap: anywhere; margin: 0 0 1rem; }
.code { border: 1px solid; border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 1.25rem; }
.code p { margin: 0; }
.code output { font: 600 1.75rem/1.4 ui-monospace, monospace; letter-spacing: .1em; }
.row { display: flex; gap: .75rem; margin-block-start: 1rem; }
button { flex: 1; min-height: 2.75rem; font: inherit; border: 1px solid; border-radius: .5rem; cursor: pointer; }
.primary { background: #0b5fa5; border-color: #0b5fa5; color: #fff; }
.primary:disabled { opacity: .5; cursor: default; }
.secondary, .quiet { background: transparent; color: inherit; }
.quiet { flex: none; min-height: 2.75rem; padding-inline: .75rem; }
.danger { flex: none; min-height: 2.75rem; background: transparent; color: inherit; border-color: #b3261e; padding-inline: .75rem; }
.home, .details { display: grid; gap: 1.25rem; }
.home { width: min(40rem, 100vw - 3rem); max-width: none; }
.home h1, .home h2, .home p, .home ul { margin: 0; }
.home h2 { font-size: 1.05rem; }
.home header, .home li, .home footer { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
.home header { justify-content: space-between; }
.home ul { list-style: none; padding: 0; }
.home li { border-block-start: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding-block: .6rem; }
.home li > div { flex: 1 1 14rem; min-width: 0; overflow-wrap: anywhere; }
.home section { display: grid; gap: .5rem; }
.home section > div:not(:empty, .row) { display: grid; gap: .75rem; margin-block-end: .5rem; }
.state { border-inline-start: .4rem solid #2e7d32; padding: .6rem .9rem; display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; justify-content: space-between; }
[hidden] { display: none !important; }
.state.bad { border-color: #b3261e; }
.name { font-weight: 600; }
.note { font-size: .9rem; opacity: .85; white-space: pre-line; }
.home .row { flex-wrap: wrap; margin: 0; }
.home .link { overflow-wrap: anywhere; user-select: all; font: .9rem ui-monospace, monospace; }
label { display: block; margin-block-end: .25rem; }
input { box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: 0 .75rem; font: inherit; letter-spacing: .2em; }
:focus-visible { outline: 3px solid #f5a524; outline-offset: 2px; }
`;

const SCRIPTS = [
  ...['consent-page', 'popup-page', 'question-view', 'home-view', 'site-view'],
  ...['browser-key', 'elements', 'words'],
];

/** Forbids inline code, other servers, frames, and form targets. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export interface WindowFile {
  /** Used by `mayLoadWindowFile`. */
  readonly kind: 'document' | 'part';
  readonly body: string;
  /** Headers to send in addition to those of every response from the bridge. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Returns the window's file at this path, or `null` if there is none. */
export async function windowFile(path: string): Promise<WindowFile | null> {
  const headers = {
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  };
  const html = { ...headers, 'content-type': 'text/html; charset=utf-8' };
  if (path === '/ui') {
    // The opener policy prevents the page that opened the window from getting a reference to it.
    return {
      kind: 'document',
      body: page('consent-page'),
      headers: { ...html, 'cross-origin-opener-policy': 'same-origin' },
    };
  }
  if (path === '/v1/popup') return { kind: 'document', body: page('popup-page'), headers: html };
  if (path === '/ui/window.css') {
    return { kind: 'part', body: STYLE, headers: { ...headers, 'content-type': 'text/css' } };
  }
  const script = /^\/ui\/([a-z-]+)\.js$/.exec(path)?.[1];
  if (script === undefined || !SCRIPTS.includes(script)) return null;
  return {
    kind: 'part',
    body: await windowScript(script),
    headers: { ...headers, 'content-type': 'text/javascript' },
  };
}
