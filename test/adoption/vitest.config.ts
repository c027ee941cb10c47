import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What an adopter gets: packages, examples, documentation. Without the framework projects, which install for minutes. */
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
