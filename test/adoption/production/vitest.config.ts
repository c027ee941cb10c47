import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** One machine, set up step by step as in the guide; each test continues where the one before it ended. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['*.test.ts'],
    fileParallelism: false,
    bail: 1,
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 600_000,
    hookTimeout: 1_200_000,
  },
});
