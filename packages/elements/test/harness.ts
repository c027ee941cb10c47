/**
 * Helpers for the tests of components: finding, reading and filling in elements inside a component's shadow
 * tree.
 */

/** The first matching element; a test that waits for one to appear or disappear compares with `null`. */
export const find = <T extends HTMLElement>(element: Element, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector)!;

/** The text of a component, with single spaces. */
export const words = (element: Element): string => element.shadowRoot!.textContent.replace(/\s+/g, ' ');

/** Fills in fields by their ids without events, because forms are read when they are submitted. */
export function type(element: Element, values: Readonly<Record<string, string>>): void {
  for (const [id, value] of Object.entries(values)) find<HTMLInputElement>(element, `#${id}`).value = value;
}
