import type { ReactiveController, ReactiveElement } from 'lit';
import { MhbSectionChangeEvent, MhbViewChangeEvent } from './events.js';
import { firstView, startOf, type ViewerView } from './view/view.js';

/** Where the person is, in one value; tells the page around the viewer when they move on. */
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

  /** Turns to the beginning of a page, as the person does; its title then has the focus. */
  readonly go = async (section: string, view: Partial<ViewerView> = {}): Promise<void> => {
    this.change({ ...startOf(section), ...view, section });
    this.#host.dispatchEvent(new MhbSectionChangeEvent(section));
    await this.#host.updateComplete;
    this.focusTitle();
  };

  focusTitle(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('#section-title')?.focus();
  }

  hostUpdated(): void {
    const told = JSON.stringify(this.#value);
    if (told === this.#told) return;
    const isFirst = this.#told === '';
    this.#told = told;
    if (!isFirst && this.#isOpen()) this.#host.dispatchEvent(new MhbViewChangeEvent(this.#value));
  }
}
