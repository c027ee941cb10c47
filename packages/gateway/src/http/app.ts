import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit, { type RateLimitPluginOptions } from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import type { Logger } from 'pino';
import { MhbError } from '@mhb-kit/core/error';
import { networkOf } from '../sessions/login-throttle.js';
import type { Proofs } from '../sessions/proofs.js';
import type { Metrics } from '../metrics.js';
import type { Embedders } from './embedders.js';
import { lazySerializers } from './lazy-serializers.js';
import { documented } from './operation-problems.js';
import { sendProblem } from './problems.js';
import { namedSchemas } from './schemas.js';

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export interface AppOptions {
  readonly logger: Logger | false;
  readonly trustProxy: boolean | string;
  readonly embedders: Embedders;
  readonly publicUrl: () => string;
  readonly requestsPerMinute: number;
  /** Where calls are counted; default: in this process alone. */
  readonly limitStore?: RateLimitPluginOptions['store'];
  readonly proofs: Proofs;
  readonly metrics: Metrics;
}

const BODY_LIMIT = 64 * 1024;

/** Headers that a page of another origin may read. */
const exposedHeaders = [
  'Accept-Ranges',
  'Content-Disposition',
  'Content-Language',
  'Content-Location',
  'Content-Range',
  'DPoP-Nonce',
  'ETag',
  'Expires',
  'Location',
  'Retry-After',
  'WWW-Authenticate',
  'X-Progress',
];

/** A fastify instance with everything that is the same for all routes. */
export async function createApp(options: AppOptions): Promise<App> {
  const { logger, trustProxy, embedders, publicUrl, requestsPerMinute, limitStore, proofs, metrics } =
    options;
  const { origins } = embedders;
  const app = Fastify({
    ...(logger === false ? {} : { loggerInstance: logger as FastifyBaseLogger }),
    // Its lines would carry addresses and identifiers; the access log below does not.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy,
    bodyLimit: BODY_LIMIT,
    exposeHeadRoutes: false,
    schemaController: { compilersFactory: { buildSerializer: lazySerializers() } },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new MhbError('not-found', 'No such resource'), request, reply),
  );

  for (const schema of namedSchemas) app.addSchema(schema);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'My Health Bank gateway',
        description: 'Sessions, requests and sealed archives behind the widgets of mhb-kit.',
        version: '1',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          dpop: { type: 'http', scheme: 'DPoP', description: 'Access token bound to a key (RFC 9449)' },
        },
      },
    },
    transform: ({ schema, url, route: { method } }) => ({
      schema: documented(schema, String(method), url),
      url,
    }),
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `schema-${index}`),
    },
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"] },
    },
    strictTransportSecurity: publicUrl().startsWith('https:') && {
      maxAge: 63_072_000,
      includeSubDomains: true,
    },
  });
  await app.register(cors, {
    origin: (origin, answer) => answer(null, origin !== undefined && origins.has(origin)),
    methods: ['GET', 'POST', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'Accept-Language',
      'Authorization',
      'Content-Type',
      'DPoP',
      'Idempotency-Key',
      'If-None-Match',
      'If-Range',
      'Range',
    ],
    exposedHeaders,
    credentials: false,
    maxAge: 600,
  });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: ({ ip }) => networkOf(ip),
    ...(limitStore === undefined ? {} : { store: limitStore }),
  });

  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (origin === undefined || origins.has(origin) || origin === publicUrl()) return done();
    // A page may read why it is refused, which is all that is sent, instead of finding the service unreachable.
    if (request.method !== 'OPTIONS') void reply.header('Access-Control-Allow-Origin', origin);
    done(new MhbError('embedder-not-registered', 'The origin is not registered'));
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    void reply.header('DPoP-Nonce', proofs.currentNonce());
    if (!reply.hasHeader('Cache-Control')) void reply.header('Cache-Control', 'no-store');
    done(null, payload);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime);
    request.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
    done();
  });
  return app;
}
