import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:adoption`: new projects of other frameworks, from tarballs to the page in Chromium. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: { include: ['*.test.ts'], fileParallelism: false, testTimeout: 600_000, hookTimeout: 600_000 },
});
