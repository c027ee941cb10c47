import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';

/** Component tests in a real browser. They import the packages by name, so they test what users get: `dist`. */
export default {
  rootDir: new URL('..', import.meta.url).pathname,
  files: 'packages/elements/src/**/*.test.ts',
  nodeResolve: true,
  concurrency: 1,
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: new URL('../packages/elements/tsconfig.json', import.meta.url).pathname,
    }),
  ],
  // axe's first run in a cold browser takes seconds.
  testFramework: { config: { timeout: 15_000 } },
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--disable-dev-shm-usage',
          '--disable-background-networking',
          '--no-first-run',
        ],
      },
    }),
  ],
};
