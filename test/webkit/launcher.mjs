import { startWebKit } from './driver.mjs';

/**
 * WebKit for web-test-runner. Its commands (`setViewport`, `sendKeys`, `sendMouse`) know pages of Puppeteer, so this is
 * such a page, with the methods that they call. WebDriver cannot emulate media; tests that need it are skipped.
 * @returns {import('@web/test-runner-core').BrowserLauncher & { getPage(): object }}
 */
export function webKitLauncher() {
  /** @type {Promise<Awaited<ReturnType<typeof startWebKit>>> | undefined} */
  let starting;
  const started = () => (starting ??= startWebKit());
  /** @type {string | undefined} */
  let active;

  const page = {
    setViewport: async (/** @type {{ width: number, height: number }} */ { width, height }) =>
      (await started()).resize(width, height),
    keyboard: {
      type: async (/** @type {string} */ text) => (await started()).press([...text]),
      press: async (/** @type {string} */ key) => (await started()).press([key]),
    },
    mouse: {
      move: async (/** @type {number} */ x, /** @type {number} */ y) => (await started()).point(x, y),
    },
  };

  return {
    name: 'WebKit',
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, url) {
      active = id;
      const browser = await started();
      await browser.resize(800, 600);
      await browser.open(url);
    },
    isActive: (id) => active === id,
    getBrowserUrl: async () => (await started()).address(),
    getPage: () => page,
    async stopSession() {
      active = undefined;
      await (await started()).open('about:blank');
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('There is no debugging in WebKit')),
    stop: async () => (await starting)?.stop(),
  };
}
