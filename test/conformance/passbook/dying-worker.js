import { serveCalls } from '../../../packages/core/dist/calls/index.js';

/** A worker that starts normally and ends with its first call, which no event reports. */
serveCalls(/** @type {any} */ (globalThis), {
  answer() {
    globalThis.close();
    return new Promise(() => undefined);
  },
});
