import { define } from '../base/define.js';

/** Fetches the class of a component. */
export type Loader = () => Promise<CustomElementConstructor>;

/** The provider responds to requests from the components inside it, so it must be registered before them. */
const PROVIDER = 'mhb-provider';

/**
 * Fetches and registers each component as soon as the page contains it. Other components are not fetched.
 * Components inside shadow roots of the page are not found.
 * @param loaders functions that fetch the components, by tag
 * @returns a function that stops looking
 */
export function loadWhenFound(loaders: Readonly<Record<string, Loader>>): () => void {
  const waiting = new Map(Object.entries(loaders));

  const register = async (found: readonly (readonly [string, Loader])[]): Promise<void> => {
    const classes = found.map(async ([tag, load]) => [tag, await load()] as const);
    // The components are registered together, because the page would jump if they appeared one after the other. If
    // the script of one component cannot be fetched, the other components are registered anyway.
    await Promise.allSettled(classes);
    for (const each of classes) each.then(([tag, elementClass]) => define(tag, elementClass), reportError);
  };

  const find = (): void => {
    const tags = new Set([...document.querySelectorAll(':not(:defined)')].map(({ localName }) => localName));
    const inOrder = tags.has(PROVIDER)
      ? [PROVIDER, ...[...tags].filter((tag) => tag !== PROVIDER)]
      : [...tags];
    const found = inOrder.flatMap((tag) => {
      const load = waiting.get(tag);
      waiting.delete(tag);
      return load === undefined ? [] : [[tag, load] as const];
    });
    if (found.length > 0) void register(found);
    if (waiting.size === 0) observer.disconnect();
  };

  const observer = new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => addedNodes.length > 0)) find();
  });
  observer.observe(document, { childList: true, subtree: true });
  find();
  return () => {
    observer.disconnect();
  };
}
