import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Everything that runs in Node: unit tests beside their source, and what spans packages. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: [
      'packages/{core,card-bridge,gateway,cli,testkit}/src/**/*.test.ts',
      'test/{bench,conformance,trust}/**/*.test.ts',
    ],
    // Most of them wait for databases, browsers and readers rather than compute. Each has its own, on ports of its own.
    maxWorkers: 2,
    // The usual second is short on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
