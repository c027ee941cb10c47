import type { LitElement } from 'lit';
import { wayOutWords } from './way-out.strings.js';

/**
 * Browsers inside other apps cannot save files, and some of them can neither open files nor use passkeys. A
 * component that needs these features explains this problem and how to open the page outside the app. If a page
 * contains several such components, only one of them shows the explanation.
 */

const needing: ReadonlySet<string> = new Set([
  'mhb-login-box',
  'mhb-request-table',
  'mhb-passbook-viewer',
  'mhb-receive',
]);

let said: HTMLElement | undefined;

/** Shows the explanation above the content of a component that needs one of these features. */
export async function sayWayOut(component: LitElement, locale: { readonly tag: string }): Promise<void> {
  if (!needing.has(component.localName)) return;
  await component.updateComplete;
  const { shadowRoot } = component;
  if (shadowRoot === null || shadowRoot.querySelector('#way-out') !== null) return;
  if (said?.isConnected === true && said.checkVisibility()) return;
  const { tag } = locale;
  const isLine = /\bLine\//.test(navigator.userAgent);
  const words = wayOutWords[tag.startsWith('zh') ? 'zh-Hant' : 'en'];
  const note = element('div', {
    id: 'way-out',
    class: 'notice warning',
    part: 'notice',
    role: 'note',
    lang: tag,
  });
  const text = element('div', {});
  const title = element('strong', {});
  title.append(isLine ? words.inLine : words.inApp);
  const how = element('span', {});
  how.append(isLine ? words.outOfLine : words.outOfApp);
  text.append(title, how);
  if (isLine) {
    const address = new URL(location.href);
    // With this parameter, LINE opens the link in the phone's own browser.
    address.searchParams.set('openExternalBrowser', '1');
    const link = element('a', { href: address.href });
    link.append(words.openOutside);
    text.append(link);
  }
  note.append(text);
  shadowRoot.prepend(note);
  said = note;
}

function element(name: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
