import { html, nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ChildPart } from 'lit';
import { noChange } from 'lit';
import type { Shown } from './shown.js';

/** Maps each `<details>` element that has never been opened to the function that renders its content. */
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
 * Renders the content of a `<details>` element only when the element is opened, because thousands of hidden rows
 * would slow down the whole page. The content must be a direct child of the element.
 */
export const onceOpened = directive(OnceOpened);

function makeContent(details: HTMLDetailsElement): void {
  unopened.get(details)?.();
  unopened.delete(details);
}

/**
 * Opens every closed `<details>` element, including those inside newly rendered content. Returns the elements that
 * it has opened.
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

/** The number of rows that are shown at first, and that are added each time a person opens earlier rows. */
const PIECE = 100;

/**
 * Renders a long list in pieces. The piece with the first rows, usually the newest ones, is shown; each further
 * piece is rendered when a person opens it.
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
