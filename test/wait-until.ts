import { waitUntil as wait } from '@open-wc/testing';

/** Short enough for the runner's own limit to come later. */
const TIMEOUT_MS = 45_000;

/** The library's own waits one second, which a busy machine takes to fetch a component's words. */
export const waitUntil = (predicate: () => boolean, message?: string): Promise<void> =>
  wait(predicate, message, { timeout: TIMEOUT_MS });
