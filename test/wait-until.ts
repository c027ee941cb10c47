import { waitUntil as wait } from '@open-wc/testing';

/** Shorter than the time limit of the runner. */
const TIMEOUT_MS = 45_000;

/**
 * The library's own function waits only one second, and a busy machine needs that long to load a component's
 * strings.
 */
export const waitUntil = (predicate: () => boolean, message?: string): Promise<void> =>
  wait(predicate, message, { timeout: TIMEOUT_MS });
