import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * The kiosk's computer on a virtual display; one at a time, because there is only one set of ports and one
 * reader.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['*.test.ts'],
    fileParallelism: false,
    // The default of one second is too short on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
