import { MhbError } from '@mhb-kit/core/error';

/** A call as passed to its handler. */
export interface Call {
  readonly method: string;
  /** The address without its query, as in the proof. */
  readonly url: string;
  readonly headers: Headers;
  readonly query: URLSearchParams;
  /** The parsed JSON, or `undefined` if there is no body. */
  readonly body: unknown;
  /** The id or token in the path; empty if the path contains none. */
  readonly id: string;
  readonly signal: AbortSignal;
}

export type Handler = (call: Call) => Response | Promise<Response>;

/** Handlers, keyed by method and path template, such as `GET /v1/requests/{id}`. */
export type Handlers<Name extends string = string> = Readonly<Record<Name, Handler>>;

/** The variable part of a path. */
const PLACE = /\{\w+\}/;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export interface Match<Name extends string> {
  readonly name: Name;
  readonly id: string;
}

/**
 * Creates a function that finds the operation of a call. A fixed path takes precedence over a path with an `{id}`.
 */
export function createRouter<Name extends string>(
  handlers: Partial<Handlers<Name>>,
): (method: string, path: string) => Match<Name> {
  const routes = (Object.keys(handlers) as Name[])
    .sort((one, other) => Number(PLACE.test(one)) - Number(PLACE.test(other)))
    .map((name) => {
      const [method = '', template = ''] = name.split(' ');
      return { name, method, pattern: new RegExp(`^${template.replace(PLACE, '([^/]+)')}$`) };
    });
  return (method, path) => {
    for (const route of routes) {
      const match = route.method === method ? route.pattern.exec(path) : null;
      if (match === null) continue;
      const [, segment] = match;
      if (segment === undefined) return { name: route.name, id: '' };
      const id = decodeURIComponent(segment);
      if (route.name.includes('{id}') && !UUID.test(id))
        throw new MhbError('invalid-request', 'The id is not a UUID');
      return { name: route.name, id };
    }
    throw new MhbError('not-found', 'No such resource');
  };
}
