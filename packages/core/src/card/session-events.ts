import type { CardSessionEvents } from './contract.js';

type Listener<K extends keyof CardSessionEvents> = (value: CardSessionEvents[K]) => void;

/** Manages the listeners of a card session. */
export class SessionEvents {
  readonly #listeners: { readonly [K in keyof CardSessionEvents]: Set<Listener<K>> } = {
    readers: new Set(),
    progress: new Set(),
    pin: new Set(),
    closed: new Set(),
  };

  /** Adds a listener and returns a function that removes it. */
  on<K extends keyof CardSessionEvents>(event: K, listener: Listener<K>): () => void {
    this.#listeners[event].add(listener);
    return () => {
      this.#listeners[event].delete(listener);
    };
  }

  emit<K extends keyof CardSessionEvents>(event: K, value: CardSessionEvents[K]): void {
    for (const listener of this.#listeners[event]) listener(value);
  }
}
