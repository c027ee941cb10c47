import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { maskNationalId, type LocalDate } from '@mhb-kit/core/identity';
import { readPassbook, writeFhir } from '@mhb-kit/core/passbook';
import type { InventedPerson } from '../people/index.js';

/**
 * A FHIR R4 server over HTTP for tests. Clients can read and search invented people's records in TW Core's
 * profiles, page by page. The server is part of this package, so it responds as the standard requires, which a
 * hospital's product might not do.
 */
export interface FhirServer {
  /** The base URL of the server, `http://127.0.0.1:…/fhir`. */
  readonly url: string;
  /** The path and query of each request so far. */
  readonly requests: readonly string[];
  /** Sets the responses to requests whose path begins with `path`; `null` restores the correct responses. */
  behave(path: string, behaviour: FhirBehaviour | null): void;
  stop(): Promise<void>;
}

export interface FhirBehaviour {
  /**
   * The status of the response, which contains no records. Without a status, the server does not respond at all.
   */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The number of requests that are affected; by default, all requests. */
  readonly times?: number;
}

export interface FhirServerOptions {
  readonly people: readonly InventedPerson[];
  /** The last day of the people's records. */
  readonly until: LocalDate;
  /** If set, requests must contain this token as `Authorization: Bearer …`. */
  readonly token?: string;
}

interface Resource {
  readonly resourceType: string;
  readonly id: string;
}

interface Person {
  readonly nationalId: string;
  readonly id: string;
  readonly resources: readonly Resource[];
}

const MAX_PAGE = 50;

export async function startFhirServer({ people, until, token }: FhirServerOptions): Promise<FhirServer> {
  const records = await Promise.all(people.map((person) => recordsOf(person, until)));
  const requests: string[] = [];
  const behaviours = new Map<string, { behaviour: FhirBehaviour; left: number }>();
  let base = '';

  function misbehaves(path: string, response: ServerResponse): boolean {
    const found = [...behaviours].find(([prefix]) => path.startsWith(prefix));
    if (found === undefined) return false;
    const [prefix, planned] = found;
    const { status, headers = {}, body = outcome('The test has made this server fail') } = planned.behaviour;
    planned.left -= 1;
    if (planned.left <= 0) behaviours.delete(prefix);
    if (status !== undefined) send(response, status, body, headers);
    return true;
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', base);
    const path = url.pathname.slice('/fhir/'.length);
    requests.push(`${path}${url.search}`);
    if (misbehaves(path, response)) return;
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`) {
      send(response, 401, outcome('Not authorized'));
      return;
    }
    const found = select(path, url.searchParams, records);
    if (found === null) send(response, 404, outcome('Not found'));
    else send(response, 200, pageOf(found, url));
  }

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${base}/fhir`,
    requests,
    behave(path, behaviour) {
      if (behaviour === null) behaviours.delete(path);
      else behaviours.set(path, { behaviour, left: behaviour.times ?? Infinity });
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Returns a person's records as resources that refer to each other as on a server, for example with `Encounter/…`.
 */
async function recordsOf(person: InventedPerson, until: LocalDate): Promise<Person> {
  const bdata = { 'b1.1': maskNationalId(person.nationalId), ...person.history(until) };
  const bytes = new TextEncoder().encode(JSON.stringify({ myhealthbank: { bdata } }));
  const { passbook } = await readPassbook([{ name: 'history.json', bytes }]);
  const bundle = writeFhir(passbook, {
    profile: 'twcore',
    identity: { nationalId: person.nationalId, name: person.name, birthDate: person.birthDate },
    now: new Date(`${until}T00:00:00+08:00`),
  });
  const types = new Map(bundle.entry.map(({ fullUrl, resource }) => [fullUrl, resource.resourceType]));
  const text = JSON.stringify(bundle.entry.map(({ resource }) => resource)).replaceAll(
    /"reference":"(urn:uuid:([0-9a-f-]{36}))"/g,
    (_, fullUrl: string, id: string) => `"reference":"${types.get(fullUrl) ?? 'Resource'}/${id}"`,
  );
  const resources = JSON.parse(text) as readonly Resource[];
  const patient = resources.find(({ resourceType }) => resourceType === 'Patient');
  return { nationalId: person.nationalId, id: patient?.id ?? '', resources };
}

/** Returns the resources for a path and its parameters, or `null` if there is no such path. */
function select(
  path: string,
  parameters: URLSearchParams,
  people: readonly Person[],
): readonly Resource[] | null {
  const everything = /^Patient\/([\w-]+)\/\$everything$/.exec(path);
  if (everything !== null) return people.find(({ id }) => id === everything[1])?.resources ?? null;
  if (!/^[A-Z]\w+$/.test(path)) return null;
  const ofType = (resources: readonly Resource[]): readonly Resource[] =>
    resources.filter(({ resourceType }) => resourceType === path);
  const identifier = parameters.get('identifier');
  if (identifier !== null) {
    const value = identifier.split('|')[1];
    return ofType(people.filter(({ nationalId }) => nationalId === value).flatMap((each) => each.resources));
  }
  const patient = parameters.get('patient');
  if (patient !== null) {
    return ofType(people.filter(({ id }) => id === patient).flatMap((each) => each.resources));
  }
  const ids = parameters.get('_id')?.split(',') ?? [];
  return ofType(people.flatMap((each) => each.resources)).filter(({ id }) => ids.includes(id));
}

/** Returns one page of a searchset, with a link to the next page. */
function pageOf(resources: readonly Resource[], url: URL): object {
  const size = Math.min(MAX_PAGE, Number(url.searchParams.get('_count') ?? MAX_PAGE) || MAX_PAGE);
  const from = Number(url.searchParams.get('_offset') ?? 0);
  const next = new URL(url);
  next.searchParams.set('_offset', String(from + size));
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    link: [
      { relation: 'self', url: url.href },
      ...(from + size < resources.length ? [{ relation: 'next', url: next.href }] : []),
    ],
    entry: resources.slice(from, from + size).map((resource) => ({
      fullUrl: `${url.origin}/fhir/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  };
}

const outcome = (text: string): object => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: 'processing', diagnostics: text }],
});

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/fhir+json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
