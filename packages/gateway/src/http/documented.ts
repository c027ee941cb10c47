import { MhbError, type MhbErrorCode } from '@mhb-kit/core/error';
import { problemOf } from './problems.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * The errors of this operation, in addition to those that every operation can return. The fuzz tests check
     * this list.
     */
    readonly problems?: readonly MhbErrorCode[];
  }
}

const everywhere: readonly MhbErrorCode[] = [
  'invalid-request',
  'embedder-not-registered',
  'too-many-requests',
  'internal',
  'service-unavailable',
];
const ofProofs: readonly MhbErrorCode[] = ['proof-refused', 'proof-nonce-required'];
const ofSessions: readonly MhbErrorCode[] = [
  'not-signed-in',
  'session-expired',
  'token-expired',
  'scope-missing',
];

interface RouteSchema {
  readonly hide?: boolean;
  readonly security?: readonly object[];
  readonly headers?: unknown;
  readonly response?: unknown;
}

interface Route {
  readonly method: string;
  /** The path, with parameters in fastify's notation: `/v1/requests/:id`. */
  readonly url: string;
  readonly problems: readonly MhbErrorCode[];
}

/** Completes a route's schema for the OpenAPI document by adding a name, and every error under its status. */
export function documented<T extends RouteSchema>(schema: T, { method, url, problems }: Route): T {
  if (schema.hide === true) return schema;
  const path = url.replaceAll(/:(\w+)/g, '{$1}');
  const codes = [
    ...everywhere,
    ...(takesProof(schema.headers) ? ofProofs : []),
    ...(schema.security === undefined ? [] : ofSessions),
    ...problems,
  ];
  const byStatus = new Map<number, Record<string, { readonly value: object }>>();
  for (const code of codes) {
    const value = problemOf(new MhbError(code), 'en');
    byStatus.set(value.status, { ...byStatus.get(value.status), [code]: { value } });
  }
  const refusals = [...byStatus].map(([status, examples]) => [
    String(status),
    {
      description: Object.keys(examples).join(', '),
      content: { 'application/problem+json': { schema: { $ref: 'Problem#' }, examples } },
    },
  ]);
  return {
    ...schema,
    operationId: nameOf(method, path),
    response: Object.fromEntries([...Object.entries(schema.response ?? {}), ...refusals]) as object,
  };
}

function takesProof(headers: unknown): boolean {
  const { properties = {} } = (headers ?? {}) as { readonly properties?: object };
  return 'dpop' in properties;
}

/** Returns the name of an operation, such as `getRequestsById`. */
function nameOf(method: string, path: string): string {
  const words =
    path
      .replace(/^\/(?:v1|\.well-known)/, '')
      .replaceAll('{', 'by-')
      .match(/[a-z0-9]+/gi) ?? [];
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
