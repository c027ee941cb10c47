import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Publishes the height of the bar with the owner's name as `--_bar-height` to the bar's siblings. The bar stays at
 * the upper edge of the screen, and its height depends on the name, the width and the size of the text.
 */
export class BarHeight implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #resize = new ResizeObserver(([entry]) => {
    const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
    entry?.target.parentElement?.style.setProperty('--_bar-height', `${String(height)}px`);
  });

  constructor(host: ReactiveElement) {
    this.#host = host;
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
