import { define } from '../base/define.js';

/** Fetches the class of a component. */
export type Loader = () => Promise<CustomElementConstructor>;

/** Responds to requests from the components inside it, and therefore has to exist before them. */
const PROVIDER = 'mhb-provider';

/**
 * Registers the components that the page contains, now or later; others are not fetched. Elements inside the
 * page's own shadow roots are not found.
 * @param loaders by tag
 * @returns a function that stops looking
 */
export function loadWhenFound(loaders: Readonly<Record<string, Loader>>): () => void {
  const waiting = new Map(Object.entries(loaders));

  const register = async (found: readonly (readonly [string, Loader])[]): Promise<void> => {
    const classes = found.map(async ([tag, load]) => [tag, await load()] as const);
    // Register them together, because components that appear one after the other would move each other. A
    // component whose script cannot be fetched does not block the others.
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
