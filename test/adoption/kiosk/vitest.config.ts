import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The kiosk's computer in a virtual display; one at a time, since its ports and its reader are one. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['*.test.ts'],
    fileParallelism: false,
    // The usual second is short on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
