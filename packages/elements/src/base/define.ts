declare global {
  /**
   * All tags that our scripts have tried to register. If a page loads two copies of our scripts, a tag occurs
   * twice.
   */
  var mhbElements: string[] | undefined;
}

/**
 * Registers a component unless its tag is already registered. If a page loads two copies of this package (one
 * for a portal, one for a plug-in), the first copy is used, because a tag can be registered only once.
 */
export function define(tag: string, elementClass: CustomElementConstructor): void {
  (globalThis.mhbElements ??= []).push(tag);
  if (customElements.get(tag) === undefined) customElements.define(tag, elementClass);
}
