import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A FHIR R4 server over HTTP with resources from any origin. It can behave like other products or like a broken
 * server. For example, it can reject a parameter or a type, return endless pages, state false facts, drop the
 * connection, or return other people's records.
 */
export interface HospitalServer {
  /** The base URL of the server, `http://127.0.0.1:…/fhir`. */
  readonly url: string;
  /** The number of responses so far. */
  readonly answers: number;
  stop(): Promise<void>;
}

export interface ServedResource {
  readonly resourceType: string;
  readonly id?: string;
}

export interface HospitalServerOptions {
  /** The resources of all people. */
  readonly resources: readonly ServedResource[];
  /** The resource types that the server does not support. */
  readonly unsupported?: readonly string[];
  /**
   * The parameters by which a person's resources can be searched. Any other parameter causes an error if the
   * client requests strict handling (`handling=strict`).
   */
  readonly personParameters?: readonly ('patient' | 'subject')[];
  /** Whether the server has a capability statement at `metadata`. */
  readonly statesCapabilities?: boolean;
  /** Whether the server ignores parameters, as FHIR allows. */
  readonly ignoresParameters?: boolean;
  readonly pageSize?: number;
  /** Called before each response. If it returns `null`, the server sends the correct response. */
  readonly misbehave?: (question: HospitalQuestion) => Misbehaviour | null;
}

export interface HospitalQuestion {
  /** The resource type, such as `Observation`. */
  readonly type: string;
  readonly parameters: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** The number of earlier requests. */
  readonly number: number;
  /** The correct response. */
  readonly honest: SearchSet;
  readonly base: string;
}

export interface SearchSet {
  readonly resourceType: 'Bundle';
  readonly type: string;
  readonly total?: number;
  readonly link?: readonly { readonly relation: string; readonly url: string }[];
  readonly entry: readonly { readonly fullUrl?: string; readonly resource: ServedResource }[];
}

export interface Misbehaviour {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body of the response. A string is sent unchanged. */
  readonly body?: unknown;
  /** The number of body bytes after which the connection breaks. */
  readonly breaksAfter?: number;
}

export async function startHospitalServer(options: HospitalServerOptions): Promise<HospitalServer> {
  const { unsupported = [], misbehave, statesCapabilities = false } = options;
  let base = '';
  let answers = 0;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', base);
    const path = url.pathname.replace(/^\/fhir\/?/, '');
    const type = path.split('/')[0] ?? '';
    const number = answers;
    answers += 1;
    if (path === 'metadata') {
      if (statesCapabilities) send(response, { status: 200, body: capabilities(options) });
      else send(response, { status: 404, body: outcome('not-found') });
      return;
    }
    const honest = pageOf(select(path, url.searchParams, options), url, base, options.pageSize);
    const { headers } = request;
    const bad = misbehave?.({ type, parameters: url.searchParams, headers, number, honest, base }) ?? null;
    if (bad !== null) send(response, bad);
    else if (unsupported.includes(type)) send(response, { status: 404, body: outcome('not-supported') });
    else if (/^[A-Za-z]+\/[^/$]+$/.test(path)) send(response, readOne(path, options));
    else if (!isUnderstood(url.searchParams, headers, options))
      send(response, { status: 400, body: outcome('invalid') });
    else send(response, { status: 200, body: honest });
  }

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  return {
    url: base,
    get answers() {
      return answers;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isUnderstood(
  parameters: URLSearchParams,
  headers: IncomingMessage['headers'],
  { personParameters = ['patient', 'subject'], ignoresParameters = false }: HospitalServerOptions,
): boolean {
  if (ignoresParameters || headers.prefer !== 'handling=strict') return true;
  const known = new Set<string>(['identifier', '_id', '_count', '_offset', ...personParameters]);
  return [...parameters.keys()].every((key) => known.has(key));
}

/** Returns the response for one resource, such as `Binary/12`. */
function readOne(path: string, { resources }: HospitalServerOptions): Misbehaviour {
  const found = resources.find(({ resourceType, id }) => `${resourceType}/${id ?? ''}` === path);
  return found === undefined ? { status: 404, body: outcome('not-found') } : { status: 200, body: found };
}

/**
 * Returns the resources for a path and its parameters, which are the resources of a person, one resource by id, or
 * all resources of a type.
 */
function select(
  path: string,
  parameters: URLSearchParams,
  options: HospitalServerOptions,
): readonly ServedResource[] {
  const { resources, ignoresParameters = false, personParameters = ['patient', 'subject'] } = options;
  const [type = '', id, operation] = path.split('/');
  if (operation === '$everything')
    return resources.filter((each) => each.id === id || belongsTo(each, `Patient/${id ?? ''}`));
  const ofType = resources.filter(({ resourceType }) => resourceType === type);
  if (ignoresParameters) return ofType;
  const identifier = parameters.get('identifier');
  const ids = parameters.get('_id')?.split(',');
  const [person] = personParameters.flatMap((name) => parameters.get(name) ?? []);
  return ofType
    .filter((each) => identifier === null || hasIdentifier(each, identifier))
    .filter((each) => ids === undefined || ids.includes(each.id ?? ''))
    .filter(
      (each) => person === undefined || belongsTo(each, person.includes('/') ? person : `Patient/${person}`),
    );
}

const belongsTo = (resource: ServedResource, patient: string): boolean => {
  const { subject, patient: other } = resource as { subject?: Reference; patient?: Reference };
  return (subject ?? other)?.reference?.endsWith(patient) === true;
};

interface Reference {
  readonly reference?: string;
}

const hasIdentifier = (resource: ServedResource, wanted: string): boolean => {
  const [system, value] = wanted.split('|');
  const { identifier = [] } = resource as { identifier?: readonly { system?: string; value?: string }[] };
  return identifier.some((each) => each.value === value && each.system === system);
};

const PAGE = 50;

function pageOf(resources: readonly ServedResource[], url: URL, base: string, pageSize = PAGE): SearchSet {
  const size = Math.min(pageSize, Number(url.searchParams.get('_count') ?? pageSize) || pageSize);
  const from = Number(url.searchParams.get('_offset') ?? 0);
  const next = new URL(url);
  next.searchParams.set('_offset', String(from + size));
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    link: from + size < resources.length ? [{ relation: 'next', url: next.href }] : [],
    entry: resources.slice(from, from + size).map((resource) => ({
      ...(resource.id === undefined ? {} : { fullUrl: `${base}/${resource.resourceType}/${resource.id}` }),
      resource,
    })),
  };
}

function capabilities({
  resources,
  unsupported = [],
  personParameters = ['patient'],
}: HospitalServerOptions): object {
  const types = new Set(resources.map(({ resourceType }) => resourceType));
  const listed = [...types].filter((type) => !unsupported.includes(type));
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    fhirVersion: '4.0.1',
    rest: [
      {
        mode: 'server',
        resource: listed.map((type) => ({
          type,
          searchParam: personParameters.map((name) => ({ name, type: 'reference' })),
        })),
      },
    ],
  };
}

const outcome = (code: string): object => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code }],
});

function send(
  response: ServerResponse,
  { status = 200, headers = {}, body = '', breaksAfter }: Misbehaviour,
): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  if (breaksAfter === undefined) {
    response.writeHead(status, { 'Content-Type': 'application/fhir+json', ...headers });
    response.end(text);
    return;
  }
  response.writeHead(status, {
    'Content-Type': 'application/fhir+json',
    'Content-Length': String(Buffer.byteLength(text)),
    ...headers,
  });
  response.write(Buffer.from(text).subarray(0, breaksAfter), () => response.destroy());
}
