import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that leave nothing behind in their process: they share one, which loads the packages once. */
const LIGHT = [
  'packages/{core,knowledge,gateway,cli,testkit}/src/**/*.test.ts',
  'test/conformance/{archive,family,fhir-source,knowledge,passbook,share}/**/*.test.ts',
];

/** Everything that runs in Node: unit tests beside their source, and what spans packages. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      { extends: true, test: { name: 'light', include: LIGHT, isolate: false } },
      // They start databases, services and readers, whose memory only the end of a process frees.
      {
        extends: true,
        test: {
          name: 'services',
          // Their databases live for seconds: to optimize PostgreSQL's WebAssembly costs more than it saves.
          execArgv: ['--liftoff-only'],
          include: [
            'packages/card-bridge/src/**/*.test.ts',
            'test/{bench,conformance,trust,truth}/**/*.test.ts',
          ],
          exclude: LIGHT,
        },
      },
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
