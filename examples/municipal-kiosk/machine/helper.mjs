import { createServer } from 'node:http';
import { saveToStick, stickIsThere } from './stick.mjs';

/**
 * Does what the kiosk's page cannot do itself, on 127.0.0.1 and only for that page: write to the USB stick,
 * and end the session.
 *
 * - `GET /v1/stick` → `{"present": true, "removable": true}`; a folder, for trials, cannot be removed
 * - `PUT /v1/stick/健康存摺_1150415.zip` → 201 when it has been written to the stick
 * - `POST /v1/end` → 202, and then the browser is closed
 */

/**
 * @typedef {object} HelperOptions
 * @property {number} port 0 uses a free port
 * @property {string} origin the page's origin, compared exactly
 * @property {string} stick
 * @property {boolean} mustBeMounted
 * @property {() => void} onEnd
 * @property {() => void} [onWord] called for every request of the page, which shows that it is alive
 */

/** @param {HelperOptions} options */
export async function startHelper({ port, origin, stick, mustBeMounted, onEnd, onWord }) {
  const server = createServer((request, response) => {
    // An error in one answer must not end the session.
    serve(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async function serve(request, response) {
    const { port: own } = /** @type {import('node:net').AddressInfo} */ (server.address());
    const answer = (/** @type {number} */ status, /** @type {object} */ body = {}) =>
      response
        .writeHead(status, {
          'access-control-allow-origin': origin,
          'cache-control': 'no-store',
          'content-type': 'application/json',
          vary: 'Origin',
        })
        .end(JSON.stringify(body));

    // Another page, or this one under a DNS name of somebody else.
    if (request.headers.origin !== origin || request.headers.host !== `127.0.0.1:${own}`) {
      response.writeHead(403).end();
      return;
    }
    onWord?.();
    if (request.method === 'OPTIONS') {
      response.setHeader('access-control-allow-methods', 'GET, PUT, POST');
      response.setHeader('access-control-allow-headers', 'content-type');
      response.setHeader('access-control-allow-private-network', 'true');
      answer(200);
      return;
    }
    // Not `new URL`, which interprets `//` as the start of a host and throws.
    const [path = ''] = (request.url ?? '').split('?', 1);
    const name = /^\/v1\/stick\/([^/]+)$/.exec(path)?.[1];
    if (request.method === 'GET' && path === '/v1/stick') {
      answer(200, { present: await stickIsThere(stick, mustBeMounted), removable: mustBeMounted });
    } else if (request.method === 'PUT' && name !== undefined) {
      const outcome = await saveToStick({ stick, mustBeMounted, name, content: request });
      answer({ saved: 201, 'no-stick': 409, full: 507, refused: 400, failed: 500 }[outcome], { outcome });
    } else if (request.method === 'POST' && path === '/v1/end') {
      answer(202);
      onEnd();
    } else {
      answer(404);
    }
  }

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  return {
    port: /** @type {import('node:net').AddressInfo} */ (server.address()).port,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}
