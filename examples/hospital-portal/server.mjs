import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { MhbError } from '@mhb-kit/core/error';
import { people } from '@mhb-kit/testkit';
import fastify from 'fastify';

const here = new URL('.', import.meta.url);
const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, here));

/**
 * The card tray that a demonstration has instead of a real reader.
 * @typedef {object} CardTray
 * @property {readonly { id: string, label: { zh: string, en: string } }[]} cards
 * @property {() => string} inserted id of the card in the reader
 * @property {(id: string) => void} insert
 */

/** The text that a person has to type. @param {import('@mhb-kit/testkit').InventedPerson} person */
const typedFor = ({ name, story, nationalId, password, birthDate, ...person }) => ({
  name,
  story,
  nationalId,
  password,
  birthDate,
  householdNumber: person.householdNumber,
  registeredAddress: person.registeredAddress,
  mobile: person.mobile,
  email: person.email,
});

/** A message without the HTML of mails, which the page does not show. @param {import('@mhb-kit/gateway').Message} message */
const shownMessage = ({ channel, to, text, ...more }) => ({
  channel,
  to,
  text,
  subject: 'subject' in more ? more.subject : null,
});

/**
 * The hospital's web server: static pages with a strict Content-Security-Policy, on a separate origin.
 * @param {object} options
 * @param {number} options.port
 * @param {{ gateway: string }} options.settings the address of the gateway, read for every request
 * @param {CardTray | null} options.tray
 * @param {{ pin: string, browserLink: () => Promise<string> } | null} [options.certificate] how the certificate in the
 *   tray is used
 * @param {() => readonly import('@mhb-kit/gateway').Message[]} [options.messages] what the demonstration has sent
 * @throws {MhbError} `port-in-use`
 */
export async function startPortal({ port, settings, tray, messages = () => [], certificate = null }) {
  const app = fastify({ forceCloseConnections: true });
  const policy = () =>
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' blob:",
      // The card bridge is not listed, because in connect mode only the gateway's own page connects to it.
      `connect-src 'self' ${settings.gateway}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html mhb-workers',
    ].join('; ');

  app.addHook('onSend', async (request, reply) => {
    // The viewer is a single file with its own, stricter policy; only what a file cannot set itself is added.
    const isViewer = request.url.startsWith('/viewer/');
    reply.headers({
      'content-security-policy': isViewer ? "frame-ancestors 'none'" : policy(),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    });
  });

  app.register(fastifyStatic, { root: path('public') });
  app.register(fastifyStatic, {
    root: path('../viewer-only/dist'),
    prefix: '/viewer/',
    decorateReply: false,
  });
  // The components and the SDK, as a hospital would copy them from the packages.
  app.register(fastifyStatic, {
    root: path('../../packages/elements/dist/cdn'),
    prefix: '/mhb/',
    decorateReply: false,
  });
  app.register(fastifyStatic, {
    root: path('../../packages/core/dist/cdn'),
    prefix: '/mhb-core/',
    decorateReply: false,
  });
  app.get('/settings.json', () => ({ gateway: settings.gateway }));

  app.get('/demo/people', () => ({ people: people.map(typedFor), pin: certificate?.pin ?? null }));
  // A browser that the bridge does not know cannot answer in its window, where the PIN is typed.
  app.get('/demo/bridge', async (_request, reply) =>
    certificate === null ? reply.code(404).send({}) : reply.redirect(await certificate.browserLink()),
  );
  app.get('/demo/messages', () => messages().map(shownMessage).reverse());
  app.get('/demo/cards', (_request, reply) =>
    tray === null ? reply.code(404).send({}) : { cards: tray.cards, inserted: tray.inserted() },
  );
  if (tray !== null) {
    const known = tray.cards.map(({ id }) => id);
    app.post(
      '/demo/cards',
      {
        schema: {
          body: {
            type: 'object',
            required: ['insert'],
            properties: { insert: { type: 'string', enum: known } },
          },
        },
      },
      (request) => {
        tray.insert(/** @type {{ insert: string }} */ (request.body).insert);
        return {};
      },
    );
  }

  const address = new URL(
    await app.listen({ port, host: '127.0.0.1' }).catch((error) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new MhbError('port-in-use', 'The hospital portal cannot listen', {
        details: { port },
        cause: error,
      });
    }),
  );
  return { url: `http://localhost:${address.port}`, stop: () => app.close() };
}
