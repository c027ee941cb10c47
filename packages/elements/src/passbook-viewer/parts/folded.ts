import { html, nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ChildPart } from 'lit';
import { noChange } from 'lit';
import type { Shown } from './shown.js';

/** The content of `<details>` elements that nobody has opened yet, by element. */
const unopened = new WeakMap<HTMLDetailsElement, () => void>();

/** Renders its content when the surrounding `<details>` element is opened for the first time. */
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
 * Content of a `<details>` element that is made when it is opened: thousands of rows that nobody opens would slow down the
 * whole page. It must stand directly in the element.
 */
export const onceOpened = directive(OnceOpened);

function makeContent(details: HTMLDetailsElement): void {
  unopened.get(details)?.();
  unopened.delete(details);
}

/** Opens every closed `<details>` element, with those in its content. Returns what it has opened. */
export function unfold(root: ParentNode): HTMLDetailsElement[] {
  const closed = [...root.querySelectorAll('details')].filter(({ open }) => !open);
  return closed.flatMap((details) => {
    details.open = true;
    const isNew = unopened.has(details);
    makeContent(details);
    return isNew ? [details, ...unfold(details)] : [details];
  });
}

/** Rows shown at once, before one asks for those before them. */
const PIECE = 100;

/** A long list, newest first: the first rows, and the rest in pieces that are made when they are opened. */
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
