import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:adoption`: fresh projects of other frameworks, from tarballs to what Chromium shows. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: { include: ['*.test.ts'], fileParallelism: false, testTimeout: 600_000, hookTimeout: 600_000 },
});
