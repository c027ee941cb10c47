import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Whole journeys: the running product in a real browser. One at a time, since the reader is one. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['*.test.ts'],
    fileParallelism: false,
    // The usual second is short on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
