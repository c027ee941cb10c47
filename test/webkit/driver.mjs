import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.mjs';

/**
 * WebKitGTK, the engine nearest to Safari that Debian packages, by W3C WebDriver. Only what the tests need.
 */

const DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';
const TYPELIB = '/usr/lib/x86_64-linux-gnu/girepository-1.0/WebKit2-4.1.typelib';
const window = fileURLToPath(new URL('window.py', import.meta.url));

/** @type {Readonly<Record<string, string>>} */
const needed = {
  'webkit2gtk-driver': DRIVER,
  xvfb: XVFB,
  'gir1.2-webkit2-4.1': TYPELIB,
  'python3-gi': '/usr/lib/python3/dist-packages/gi',
};
const lacking = Object.keys(needed).filter((name) => !existsSync(needed[name] ?? ''));

/** The reason why WebKit cannot be driven here; `null` if it can. */
export const webKitMissing = lacking.length === 0 ? null : `not installed: ${lacking.join(', ')}`;

/** How WebDriver writes keys that are not characters. @type {Readonly<Record<string, string>>} */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** The name of an element in an answer, by the specification. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const pause = (/** @type {number} */ milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Starts a virtual display and a browser with one window.
 * @param {{ printFolder?: string, certificates?: 'any' }} [options] `printFolder`: where `print()` writes PDF files;
 *   `certificates: 'any'`: accepts certificates that no authority has signed
 */
export async function startWebKit({ printFolder, certificates } = {}) {
  const display = `:${1000 + Math.floor(Math.random() * 9000)}`;
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    LANG: 'C.UTF-8',
    NO_AT_BRIDGE: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    ...(printFolder === undefined ? {} : { MHB_PRINT_FOLDER: printFolder }),
  };
  const children = [
    spawn(XVFB, [display, '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], { stdio: 'ignore' }),
    spawn(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env }),
  ];

  /** @template T @param {string} path @param {object} [body] @param {string} [method] @returns {Promise<T>} */
  const call = async (path, body, method = 'POST') => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = /** @type {{ value: unknown }} */ (await answer.json());
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return /** @type {T} */ (value);
  };

  for (let tries = 0; tries < 600; tries += 1) {
    const isReady = await call('/status', undefined, 'GET').then(
      () => true,
      () => false,
    );
    if (isReady) break;
    await pause(50);
  }
  const capabilities = {
    'webkitgtk:browserOptions': { binary: window, args: [] },
    timeouts: { script: 120_000 },
    ...(certificates === 'any' ? { acceptInsecureCerts: true } : {}),
  };
  /** @type {{ sessionId: string, capabilities: { browserVersion: string } }} */
  const session = await call('/session', { capabilities: { alwaysMatch: capabilities } });
  const at = `/session/${session.sessionId}`;

  return {
    version: session.capabilities.browserVersion,
    /** @param {string} url */
    open: (url) => call(`${at}/url`, { url }),
    /** @returns {Promise<string>} */
    address: () => call(`${at}/url`, undefined, 'GET'),
    /**
     * Runs a script in the page, in an async function. A failure in the page is an error here.
     * @param {string} script @param {readonly unknown[]} [args] `args` in the script
     * @template T @returns {Promise<T>}
     */
    async run(script, args = []) {
      /** @type {{ failure?: string, value: T }} */
      const { failure, value } = await call(`${at}/execute/async`, {
        script:
          'const done = arguments[1]; (async (args) => {' +
          `${script}})(arguments[0]).then((value) => done({ value: value ?? null }), (error) => done({ failure: String(error) }));`,
        args: [args],
      });
      if (failure !== undefined) throw new Error(failure);
      return value;
    },
    /** Sets the size of the page. @param {number} width @param {number} height */
    async resize(width, height) {
      await call(`${at}/window/rect`, { x: 0, y: 0, width, height });
      for (let tries = 0; tries < 100; tries += 1) {
        /** @type {[number, number]} */
        const [wide, high] = await call(`${at}/execute/sync`, {
          script: 'return [innerWidth, innerHeight]',
          args: [],
        });
        if (wide === width && high === height) return;
        await pause(20);
      }
      throw new Error(`The window does not become ${width} × ${height} pixels large`);
    },
    /** Presses keys one after the other. @param {readonly string[]} names characters, or names such as `Enter` */
    press: (names) =>
      call(`${at}/actions`, {
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: names.flatMap((name) => {
              const value = KEYS[name] ?? name;
              return [
                { type: 'keyDown', value },
                { type: 'keyUp', value },
              ];
            }),
          },
        ],
      }),
    /** Moves the mouse. @param {number} x @param {number} y */
    point: (x, y) =>
      call(`${at}/actions`, {
        actions: [{ type: 'pointer', id: 'mouse', actions: [{ type: 'pointerMove', duration: 0, x, y }] }],
      }),
    /**
     * Selects files in a file input.
     * @param {string} script returns the input @param {readonly string[]} paths
     */
    async choose(script, paths) {
      /** @type {Record<string, string>} */
      const found = await call(`${at}/execute/sync`, { script, args: [] });
      await call(`${at}/element/${found[ELEMENT]}/value`, { text: paths.join('\n') });
    },
    /** Presses an element, as a person does: with the right to open a window. @param {string} script returns it */
    async click(script) {
      /** @type {Record<string, string>} */
      const found = await call(`${at}/execute/sync`, { script, args: [] });
      await call(`${at}/element/${found[ELEMENT]}/click`, {});
    },
    /** A picture of the page as PNG. @returns {Promise<Buffer>} */
    picture: async () =>
      Buffer.from(/** @type {string} */ (await call(`${at}/screenshot`, undefined, 'GET')), 'base64'),
    async stop() {
      await call(at, undefined, 'DELETE').catch(() => undefined);
      for (const child of children.reverse()) child.kill();
    },
  };
}
