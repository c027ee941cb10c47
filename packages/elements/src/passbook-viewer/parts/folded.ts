import { html, nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ChildPart } from 'lit';
import { noChange } from 'lit';
import type { Shown } from './shown.js';

/** For each `<details>` element that nobody has opened yet, the function that renders its content. */
const unopened = new WeakMap<HTMLDetailsElement, () => void>();

/** Renders content when the surrounding `<details>` element is opened for the first time. */
class OnceOpened extends AsyncDirective {
  #content: () => unknown = () => nothing;
  #isMade = false;

  render(content: () => unknown): unknown {
    return this.#isMade ? content() : nothing;
  }

  override update(part: ChildPart, [content]: [() => unknown]): unknown {
    this.#content = content;
    const details = part.parentNode;
    if (this.#isMade || !(details instanceof HTMLDetailsElement)) return content();
    if (details.open) {
      this.#isMade = true;
      return content();
    }
    if (!unopened.has(details)) {
      unopened.set(details, this.#make);
      details.addEventListener(
        'toggle',
        () => {
          makeContent(details);
        },
        { once: true },
      );
    }
    return noChange;
  }

  readonly #make = (): void => {
    this.#isMade = true;
    this.setValue(this.#content());
  };
}

/**
 * The content of a `<details>` element, rendered only when the element is opened, because thousands of hidden
 * rows would slow down the whole page. It must be a direct child of the element.
 */
export const onceOpened = directive(OnceOpened);

function makeContent(details: HTMLDetailsElement): void {
  unopened.get(details)?.();
  unopened.delete(details);
}

/**
 * Opens every closed `<details>` element, including those in its content. Returns the elements that it has
 * opened.
 */
export function unfold(root: ParentNode): HTMLDetailsElement[] {
  const closed = [...root.querySelectorAll('details')].filter(({ open }) => !open);
  return closed.flatMap((details) => {
    details.open = true;
    const isNew = unopened.has(details);
    makeContent(details);
    return isNew ? [details, ...unfold(details)] : [details];
  });
}

/** How many rows are shown at first, and again each time a person opens earlier rows. */
const PIECE = 100;

/**
 * A long list, beginning with the newest rows. The rest is in parts that are rendered when they are opened.
 */
export function inPieces<T>(
  items: readonly T[],
  render: (piece: readonly T[]) => TemplateResult,
  shown: Shown,
): TemplateResult {
  const rest = items.slice(PIECE);
  return html`${render(items.slice(0, PIECE))}
  ${
    rest.length === 0
      ? nothing
      : html`<details class="row">
          <summary>${shown.strings.earlier(rest.length)}</summary>
          ${onceOpened(() => inPieces(rest, render, shown))}
        </details>`
  }`;
}
