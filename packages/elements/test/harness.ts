/** What the tests of components share: finding, reading and filling in inside a component's shadow tree. */

/** The first element that matches; a test that waits for one to come or go compares with `null`. */
export const find = <T extends HTMLElement>(element: Element, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector)!;

/** What is written in a component, with single spaces. */
export const words = (element: Element): string => element.shadowRoot!.textContent.replace(/\s+/g, ' ');

/** Fills in fields by their ids, without telling the component: forms are read when they are sent. */
export function type(element: Element, values: Readonly<Record<string, string>>): void {
  for (const [id, value] of Object.entries(values)) find<HTMLInputElement>(element, `#${id}`).value = value;
}
