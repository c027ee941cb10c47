declare global {
  /** Every registration that a script of ours has tried: a tag that stands here twice comes from two copies of us. */
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
