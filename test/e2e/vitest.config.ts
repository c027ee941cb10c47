import { defineConfig } from 'vitest/config';

/** Whole journeys: the running product in a real browser. One at a time, since the reader is one. */
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  test: { include: ['*.test.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 },
});
