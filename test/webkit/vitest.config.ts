import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Journeys in WebKitGTK. One at a time, because there is only one reader. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['*.test.ts'],
    fileParallelism: false,
    // Limits only end tests that hang, because on a busy machine everything takes several times as long.
    expect: { poll: { timeout: 120_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
