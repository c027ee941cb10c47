import type { ReactiveController, ReactiveElement } from 'lit';
import { MhbSectionChangeEvent, MhbViewChangeEvent } from './events.js';
import { firstView, startOf, type ViewerView } from './view/view.js';

/** A selector for the expanded rows of the current page. */
const OPENED = '.content details.row[open]';

/** Holds the state of what the person is looking at, and informs the page around the viewer when it changes. */
export class ViewController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #isOpen: () => boolean;
  #value = firstView;
  #told = '';

  constructor(host: ReactiveElement, isOpen: () => boolean) {
    this.#host = host;
    this.#isOpen = isOpen;
    host.addController(this);
  }

  get value(): ViewerView {
    return this.#value;
  }

  readonly change = (view: Partial<ViewerView>): void => {
    const { section } = this.#value;
    this.#value = { ...this.#value, ...view };
    this.#host.requestUpdate(...(this.#value.section === section ? [] : ['section', section]));
  };

  reset(): void {
    this.change(firstView);
  }

  /**
   * Goes to a page as if the person had pressed a link to it. Moves the focus to the page's title, or to the
   * series that the link opens.
   */
  readonly go = async (section: string, view: Partial<ViewerView> = {}): Promise<void> => {
    this.change({ ...startOf(section), ...view, section });
    this.#host.dispatchEvent(new MhbSectionChangeEvent(section));
    await this.#host.updateComplete;
    const opened = this.#host.renderRoot.querySelector<HTMLElement>(OPENED);
    if (view.openedSeries === undefined || opened === null) this.focusTitle();
    else {
      opened.scrollIntoView();
      opened.querySelector('summary')?.focus({ preventScroll: true });
    }
  };

  get isSearchFocused(): boolean {
    return (this.#host.renderRoot as ShadowRoot).activeElement?.id === 'search';
  }

  focusTitle(): void {
    const title = this.#host.renderRoot.querySelector<HTMLElement>('#section-title');
    title?.focus();
    // Firefox does not scroll to a title that is covered by the bar with the owner's name.
    title?.scrollIntoView({ block: 'nearest' });
  }

  hostUpdated(): void {
    const told = JSON.stringify(this.#value);
    if (told === this.#told) return;
    const isFirst = this.#told === '';
    this.#told = told;
    if (!isFirst && this.#isOpen()) this.#host.dispatchEvent(new MhbViewChangeEvent(this.#value));
  }
}
