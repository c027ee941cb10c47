import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Everything that runs in Node: unit tests next to their sources, and tests of several packages together. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: [
      'packages/{core,knowledge,card-bridge,gateway,cli,testkit}/src/**/*.test.ts',
      'test/{bench,conformance,trust,truth}/**/*.test.ts',
    ],
    // Most of them wait for databases, browsers and readers: with only two, a third of two processors was
    // idle. Each of them has its own services, on separate ports.
    maxWorkers: 3,
    // Limits only end tests that hang, because on a busy machine everything takes several times as long.
    expect: { poll: { timeout: 120_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
