import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { MhbError } from '@mhb-kit/core/error';
import fastify from 'fastify';

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * @typedef {object} KioskSiteSettings
 * @property {string} gateway
 * @property {readonly number[]} bridgePorts where the card bridge may be found on the kiosk
 * @property {string} helper where the kiosk's own computer answers, as `http://127.0.0.1:17795`
 * @property {number} idleSeconds without a sign of life until the warning
 * @property {number} warningSeconds that it leaves for an answer
 */

/**
 * The municipal office's web server for its kiosks: static pages under a strict Content-Security-Policy.
 * @param {object} options
 * @param {number} options.port
 * @param {KioskSiteSettings} options.settings read at every request
 * @throws {MhbError} `port-in-use`
 */
export async function startKioskSite({ port, settings }) {
  const app = fastify({ forceCloseConnections: true });
  const policy = () =>
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' blob:",
      `connect-src 'self' ${settings.gateway} ${settings.helper} ${settings.bridgePorts.map((one) => `ws://127.0.0.1:${one}`).join(' ')}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html mhb-workers',
    ].join('; ');

  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'content-security-policy': policy(),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      // A page that is stored nowhere cannot be gone back to.
      'cache-control': 'no-store',
    });
  });
  app.register(fastifyStatic, { root: path('public'), cacheControl: false });
  app.register(fastifyStatic, {
    root: path('../../packages/elements/dist/cdn'),
    prefix: '/mhb/',
    decorateReply: false,
    cacheControl: false,
  });
  app.get('/settings.json', () => {
    const { gateway, helper, idleSeconds, warningSeconds } = settings;
    return { gateway, helper, idleSeconds, warningSeconds };
  });

  const address = new URL(
    await app.listen({ port, host: '127.0.0.1' }).catch((error) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new MhbError('port-in-use', 'The kiosk site cannot listen', { details: { port }, cause: error });
    }),
  );
  return { url: `http://localhost:${address.port}`, stop: () => app.close() };
}
