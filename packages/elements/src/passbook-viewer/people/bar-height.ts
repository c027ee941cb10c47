import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Publishes the height of the bar with the owner's name as `--_bar-height` to the whole frame. The bar stays at
 * the upper edge of the screen, and its height depends on the name, the width and the size of the text. Uses a style
 * sheet, because no element of a component has a `style` attribute. What the keyboard reaches is moved below the bar.
 */
export class BarHeight implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #sheet = new CSSStyleSheet();
  readonly #resize = new ResizeObserver((entries) => {
    // If a bar has replaced another one, the removed bar comes first and has no height.
    const height = entries.at(-1)?.borderBoxSize[0]?.blockSize ?? 0;
    this.#sheet.replaceSync(`.frame { --_bar-height: ${String(height)}px; }`);
  });

  constructor(host: ReactiveElement) {
    this.#host = host;
    const root = host.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    root.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement) showBelowBar(target);
    });
    host.addController(this);
  }

  hostUpdated(): void {
    const bar = this.#host.renderRoot.querySelector('.whose-bar');
    if (bar !== null) this.#resize.observe(bar);
  }

  hostDisconnected(): void {
    this.#resize.disconnect();
  }
}

/**
 * Scrolls what the keyboard has reached into sight. Firefox takes an element beneath the bar for visible, and does not
 * scroll by itself. After a press, nothing may move before the pointer is released.
 */
function showBelowBar(target: HTMLElement): void {
  if (target.closest('.book') !== null && target.matches(':focus-visible'))
    target.scrollIntoView({ block: 'nearest' });
}
