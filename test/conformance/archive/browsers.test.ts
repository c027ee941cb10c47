import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { missingBrowser, serve, visit } from './browser.mjs';
import { conformanceCases } from './cases.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

describe.each(['chromium', 'firefox'] as const)('archive conformance in %s', (browser) => {
  const missing = missingBrowser(browser);

  it.each([
    ['on the page', 'page', conformanceCases.length],
    ['without WebAssembly', 'script', conformanceCases.length],
    ['in a worker', 'worker', 28],
  ])(
    `%s${missing === undefined ? '' : ` (skipped: ${missing})`}`,
    { timeout: 180_000, skip: missing !== undefined },
    async (_, how, atLeast) => {
      const server = await serve(
        {
          '/page.js': here('page.mjs'),
          '/worker.js': here('../../../packages/core/dist/archive/worker.js'),
        },
        (path) => (path === '/cases.json' ? JSON.stringify(conformanceCases) : undefined),
      );
      try {
        const result = await visit(browser, server, `how=${how}`);
        expect(result.wrong).toEqual({});
        expect(result.ran).toBeGreaterThanOrEqual(atLeast);
        expect(result.webAssembly).toBe(how === 'script' ? 'undefined' : 'object');
      } finally {
        server.close();
      }
    },
  );
});
