/**
 * Registers a component, once. A page may load two copies of us (a portal and a plug-in of it): the first one stays,
 * because a name can be defined only once and elements already on the page belong to it.
 */
export function define(tag: string, elementClass: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, elementClass);
}
