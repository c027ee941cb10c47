import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Everything that runs in Node: unit tests beside their source, and what spans packages. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: [
      'packages/{core,card-bridge,gateway,cli,testkit}/src/**/*.test.ts',
      'test/{conformance,trust}/**/*.test.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
