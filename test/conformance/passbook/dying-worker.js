import { serveCalls } from '../../../packages/core/dist/calls/index.js';

/** A worker that starts as it should and is gone with its first call: no event tells the page. */
serveCalls(/** @type {any} */ (globalThis), {
  answer() {
    globalThis.close();
    return new Promise(() => undefined);
  },
});
