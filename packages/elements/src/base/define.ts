declare global {
  /** Every tag that our scripts have tried to register. A tag that occurs twice comes from two copies of our scripts. */
  var mhbElements: string[] | undefined;
}

/**
 * Registers a component, once. If a page loads two copies of this package (a portal and a plug-in), the first
 * one is used, because a name can be defined only once and existing elements belong to it.
 */
export function define(tag: string, elementClass: CustomElementConstructor): void {
  (globalThis.mhbElements ??= []).push(tag);
  if (customElements.get(tag) === undefined) customElements.define(tag, elementClass);
}
