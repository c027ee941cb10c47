import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { MhbError } from '@mhb-kit/core/error';
import fastify from 'fastify';

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * @typedef {object} KioskSiteSettings
 * @property {string} gateway
 * @property {readonly number[]} bridgePorts ports of the card bridge on the kiosk
 * @property {string} helper address of the helper on the kiosk's computer, such as `http://127.0.0.1:17795`
 * @property {number} idleSeconds time without activity before the warning
 * @property {number} warningSeconds time for an answer to the warning
 */

/**
 * The municipal office's web server for its kiosks: static pages with a strict Content-Security-Policy.
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
      // The browser cannot go back to a page that is not stored.
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
