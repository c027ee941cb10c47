import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Everything that runs in Node: unit tests beside their source, and what spans packages. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: [
      'packages/{core,knowledge,card-bridge,gateway,cli,testkit}/src/**/*.test.ts',
      'test/{bench,conformance,trust,truth}/**/*.test.ts',
    ],
    // Most of them wait for databases, browsers and readers: with two, a third of two processors idled. Each has its own, on
    // ports of its own.
    maxWorkers: 3,
    // Limits only end tests that hang, because on a busy machine everything takes several times as long.
    expect: { poll: { timeout: 120_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
