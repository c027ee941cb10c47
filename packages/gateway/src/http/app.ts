import cors, { type FastifyCorsOptions } from '@fastify/cors';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import type { Logger } from 'pino';
import { MhbError } from '@mhb-kit/core/error';
import type { Proofs } from '../sessions/proofs.js';
import { SECOND } from '../scheduling/clock.js';
import type { Metrics } from '../monitoring/metrics.js';
import type { CallPace } from './call-pace.js';
import type { Embedders } from '../embedders/embedders.js';
import { lazySerializers, lazyValidators } from './lazy-compilers.js';
import { documented } from './documented.js';
import type { Network } from '../limits/networks.js';
import { sendProblem } from './problems.js';
import { definition, problem, type NamedSchema } from './schema.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Whether pages of any origin may call this route and read the response. For such a route, knowing the address
     * is enough to get access; there is no other credential.
     */
    readonly anyOrigin?: boolean;
  }
}

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
  readonly networkOf: (address: string) => Network;
  readonly callPace: CallPace;
  /** The time limit for receiving a call, in seconds. */
  readonly secondsToSend: number;
  readonly proofs: Proofs;
  readonly metrics: Metrics;
}

const BODY_LIMIT = 64 * 1024;

/** The CORS options for the routes that pages of any website may call to receive SMART Health Links. */
const forAnyOrigin: FastifyCorsOptions = {
  origin: '*',
  methods: ['GET', 'POST'],
  allowedHeaders: ['Content-Type'],
  exposedHeaders: ['Retry-After'],
  credentials: false,
  maxAge: 600,
};

/** Response headers that a page of another origin may read. */
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

/**
 * Checks whether pages of any origin may make this call. A preflight request has no route, so it is recognized by
 * its address.
 */
const isForAnyOrigin = ({ method, url, routeOptions }: FastifyRequest): boolean =>
  method === 'OPTIONS' ? /^\/v1\/manifest(?:s|-files)\//.test(url) : routeOptions.config.anyOrigin === true;

/** Creates a fastify instance with everything that all routes have in common. */
export async function createApp(options: AppOptions): Promise<App> {
  const { logger, trustProxy, embedders, publicUrl, networkOf, callPace, proofs, metrics } = options;
  const { origins } = embedders;
  const forEmbedders: FastifyCorsOptions = {
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
      'Management-Key',
      'Range',
    ],
    exposedHeaders,
    credentials: false,
    maxAge: 600,
  };
  const sendingMs = options.secondsToSend * SECOND;
  const app = Fastify({
    ...(logger === false ? {} : { loggerInstance: logger as FastifyBaseLogger }),
    // Fastify's own log lines are disabled because they would contain addresses and identifiers. The access log
    // below contains neither.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy,
    bodyLimit: BODY_LIMIT,
    // This limit applies only to incoming data; a response or a stream can take as long as it needs.
    requestTimeout: sendingMs,
    // Node compares `requestTimeout` with `headersTimeout` when it creates the server. Fastify would set the
    // former only afterwards, so both are passed here.
    http: {
      requestTimeout: sendingMs,
      headersTimeout: sendingMs,
      connectionsCheckingInterval: Math.min(5 * SECOND, sendingMs),
    },
    exposeHeadRoutes: false,
    schemaController: { compilersFactory: { buildSerializer: lazySerializers() } },
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setValidatorCompiler(lazyValidators(() => app.getSchemas()));
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new MhbError('not-found', 'No such resource'), request, reply),
  );

  registerNamedSchemas(app, problem);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'My Health Bank gateway',
        description: 'Sessions, requests and sealed archives for the components of mhb-kit.',
        version: '1',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          dpop: { type: 'http', scheme: 'DPoP', description: 'Access token bound to a key (RFC 9449)' },
        },
      },
    },
    transform: ({ schema, url, route: { method, config } }) => ({
      schema: documented(schema, { method: String(method), url, problems: config?.problems ?? [] }),
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
    delegator: (request, answer) => answer(null, isForAnyOrigin(request) ? forAnyOrigin : forEmbedders),
  });
  app.decorateRequest('network', null as unknown as Network);
  app.addHook('onRequest', async (request) => {
    request.network = networkOf(request.ip);
    await callPace.admit(request);
  });

  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (isForAnyOrigin(request)) return done();
    if (origin === undefined || origins.has(origin) || origin === publicUrl()) return done();
    // The page is allowed to read the reason for the refusal. Otherwise, it could not tell the refusal from an
    // outage. The page receives nothing else.
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

/**
 * Registers the schemas in `always`, and the named schemas that each route refers to, so that fastify and the
 * OpenAPI document can resolve them.
 */
function registerNamedSchemas(app: App, ...always: readonly NamedSchema<unknown>[]): void {
  function register(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    if (definition in value) {
      const schema = (value as NamedSchema<unknown>)[definition];
      if (app.getSchema(schema.$id) !== undefined) return;
      app.addSchema(schema);
      register(schema);
    }
    for (const each of Object.values(value)) register(each);
  }
  register(always);
  app.addHook('onRoute', ({ schema }) => register(schema));
}
