import { words } from './words.js';

/**
 * Functions that create the elements of the bridge's pages. They insert text only as text, so no page, site
 * or reader can inject markup.
 */

export function show(place: HTMLElement, ...children: readonly Node[]) {
  place.replaceChildren(...children);
}

export function textElement(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Lets a long host name wrap before a dot, so that it does not wrap inside a word. */
export function breakable(element: HTMLElement): HTMLElement {
  const [first = '', ...more] = (element.textContent ?? '').split('.');
  element.replaceChildren(first, ...more.flatMap((part) => [document.createElement('wbr'), `.${part}`]));
  return element;
}

export function group(tag: string, className: string, ...children: readonly Node[]): HTMLElement {
  const element = textElement(tag, className, '');
  element.append(...children);
  return element;
}

export const heading = (text: string): HTMLElement => textElement('h1', '', text);
export const paragraph = (text: string): HTMLElement => textElement('p', '', text);
/** Shows a site and highlights its host name. The name is in ASCII, so a look-alike name appears as `xn--…`. */
export const siteName = (origin: string): HTMLElement => breakable(textElement('p', 'site', origin));
/** Tells the person what to do if the bridge does not know this browser, or no longer knows it. */
export const unpaired = (): readonly HTMLElement[] => [
  heading(words.unknownBrowser),
  paragraph(words.unknownBrowserRemedy),
];

/**
 * Explains why the bridge did not accept an action. `others` is the explanation for any reason that does not
 * concern the browser.
 */
export const refusal = (
  { status }: Response,
  others: readonly [sentence: string, remedy: string],
): readonly HTMLElement[] =>
  status === 403
    ? unpaired()
    : status === 0
      ? [heading(words.lost)]
      : [heading(others[0]), paragraph(others[1])];

export const row = (...children: readonly Node[]): HTMLElement => group('div', 'row', ...children);

export function button(label: string, className: string): HTMLButtonElement {
  const element = document.createElement('button');
  Object.assign(element, { className, textContent: label });
  if (className !== 'primary') element.type = 'button';
  return element;
}

export const clicked = (...buttons: readonly HTMLButtonElement[]): Promise<HTMLButtonElement> =>
  new Promise((resolve) => {
    for (const one of buttons) {
      one.onclick = (event) => {
        event.preventDefault();
        resolve(one);
      };
    }
  });

/**
 * Delay before a button is enabled. It exceeds the bridge's own delay, so that the bridge always accepts a
 * click on an enabled button.
 */
const ARMING_MS = 700;
const ARMING_STEP_MS = 50;

/**
 * Enables a button only after the window has been visible for a moment without moving. Otherwise the page
 * that opened a popup could move or resize it, or bring it to the front, just where the person is about to
 * click.
 */
export async function arm(target: HTMLButtonElement) {
  let seen = 0;
  const again = () => {
    target.disabled = true;
    seen = 0;
  };
  const watch = new AbortController();
  for (const event of ['focus', 'blur', 'resize']) window.addEventListener(event, again, watch);
  document.addEventListener('visibilitychange', again, watch);
  again();
  let place = '';
  while (target.isConnected) {
    await new Promise((resolve) => setTimeout(resolve, ARMING_STEP_MS));
    const now = `${window.screenX} ${window.screenY}`;
    if (now !== place || document.visibilityState !== 'visible' || !document.hasFocus()) again();
    place = now;
    seen += ARMING_STEP_MS;
    if (seen > ARMING_MS) target.disabled = false;
  }
  watch.abort();
}
