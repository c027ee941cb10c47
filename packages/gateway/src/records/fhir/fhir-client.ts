import { setTimeout as pause } from 'node:timers/promises';
import { MhbError } from '@mhb-kit/core/error';
import { SECOND } from '../../scheduling/clock.js';
import { capabilitiesOf, type Capabilities } from './capabilities.js';
import type { Bundle, BundleEntry, Resource } from './resources.js';

/**
 * Reads from a FHIR R4 server. Follows links to further pages, waits for busy servers, and limits the time of each
 * call.
 */
export interface FhirClient {
  /** The base address of the server, with a trailing slash. */
  readonly base: URL;
  /**
   * Returns every resource that `take` selects from a search or operation (`Encounter?patient=12`,
   * `Patient/12/$everything`), each only once. Returns `null` if the server does not offer the resource type.
   */
  search(path: string, signal: AbortSignal, take?: Take): Promise<readonly Resource[] | null>;
  /** Returns one resource (`Binary/12`), or `null` if the server does not have it or refuses to return it. */
  read(path: string, signal: AbortSignal): Promise<Resource | null>;
  /**
   * Returns the server's capability statement, or `null` if it has none. It is requested at most once in ten
   * minutes.
   */
  capabilities(signal: AbortSignal): Promise<Capabilities | null>;
}

/** Selects which part of an entry to keep. By default, the entry's resource is kept. */
export type Take = (resource: Resource, fullUrl: string | undefined) => readonly Resource[];

export interface FhirClientOptions {
  /** `https://fhir.hospital.example.tw/r4` */
  readonly baseUrl: string;
  /** The access token, which is sent as `Authorization: Bearer …`. */
  readonly token?: string;
  /**
   * Returns the current token, for servers whose tokens expire. `refused` is a token that the server did not
   * accept.
   */
  readonly authorize?: (signal: AbortSignal, refused?: string) => Promise<string>;
  /** The time limit for each call in milliseconds. Defaults to 10,000. */
  readonly callTimeout?: number;
  readonly fetch?: typeof globalThis.fetch;
  /** Waits before a call is repeated. Defaults to a function that waits for the given time. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * The maximum number of times that a call is made. After that, the category has to wait for the request's next
 * attempt.
 */
const TRIES = 4;
const FIRST_PAUSE = 0.25 * SECOND;
/**
 * The longest pause before a call is repeated. If a server asks for a longer pause, the call has to wait for the
 * request's next attempt.
 */
const LONGEST_PAUSE = 10 * SECOND;
/**
 * The maximum number of pages. A person's records of two years need far fewer; the limit prevents a server with
 * endless pages from blocking a worker.
 */
const MAX_PAGES = 500;
/** The number of consecutive pages without anything new after which the server is assumed to repeat itself. */
const MAX_IDLE_PAGES = 10;
/** The maximum size of one page in bytes. A page of 100 resources has about 200 kB. */
const MAX_PAGE_BYTES = 32 * 1024 * 1024;
/**
 * The maximum number of one person's resources, counted over all pages. `MAX_ENTRIES` limits these resources
 * together with those that have to be skipped to find them.
 */
const MAX_RESOURCES = 50_000;
const MAX_ENTRIES = 200_000;
const CAPABILITIES_HOLD = 600 * SECOND;

const takeAll: Take = (resource) => [resource];

export function createFhirClient(options: FhirClientOptions): FhirClient {
  const base = new URL(options.baseUrl.endsWith('/') ? options.baseUrl : `${options.baseUrl}/`);
  const fetch = options.fetch ?? globalThis.fetch;
  const wait = options.wait ?? ((milliseconds, signal) => pause(milliseconds, undefined, { signal }));
  let known: { readonly capabilities: Promise<Capabilities | null>; readonly until: number } | null = null;

  async function call(
    url: URL,
    token: string | undefined,
    signal: AbortSignal,
  ): Promise<{ readonly response: Response; readonly body: unknown }> {
    // `AbortSignal.timeout` is not used because its timer, and everything that the timer refers to, would outlive
    // the call.
    const ended = new AbortController();
    const end = (): void => ended.abort(signal.reason);
    const limit = setTimeout(() => ended.abort(), options.callTimeout ?? 10 * SECOND);
    signal.addEventListener('abort', end);
    try {
      signal.throwIfAborted();
      const response = await fetch(url, {
        headers: {
          Accept: 'application/fhir+json',
          // Without this header, a server that does not know a parameter might ignore it and return everyone's
          // records.
          Prefer: 'handling=strict',
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
        redirect: 'error',
        signal: ended.signal,
      });
      return { response, body: await readJson(response) };
    } finally {
      clearTimeout(limit);
      signal.removeEventListener('abort', end);
    }
  }

  /** Returns the response to a call, regardless of its status. Repeats calls to busy and failing servers. */
  async function get(url: URL, signal: AbortSignal): Promise<Answer> {
    let refused: string | undefined;
    for (let attempt = 1; ; attempt += 1) {
      let longer = FIRST_PAUSE * 2 ** (attempt - 1);
      try {
        const token =
          options.authorize === undefined ? options.token : await options.authorize(signal, refused);
        const { response, body } = await call(url, token, signal);
        const { status } = response;
        if (response.ok) return { status, body };
        if (status === 401 && options.authorize !== undefined && refused === undefined) {
          refused = token;
          longer = 0;
        } else if (!isPassing(status)) return { status, body };
        else longer = Math.max(longer, retryAfter(response.headers.get('retry-after')));
      } catch (error) {
        if (signal.aborted || error instanceof MhbError) throw error;
      }
      if (attempt === TRIES || longer > LONGEST_PAUSE) {
        throw new MhbError('service-unavailable', 'The FHIR server does not respond', { retriable: true });
      }
      await wait(longer, signal);
    }
  }

  /**
   * Only one request is made at a time, and it is not repeated if it fails, because queries can follow base R4
   * without the statement.
   */
  async function capabilities(signal: AbortSignal): Promise<Capabilities | null> {
    if (known === null || known.until < performance.now()) {
      const asked = askCapabilities(signal).catch(() => null);
      known = { capabilities: asked, until: performance.now() + CAPABILITIES_HOLD };
    }
    return known.capabilities;
  }

  async function askCapabilities(signal: AbortSignal): Promise<Capabilities | null> {
    const token = await options.authorize?.(signal);
    const { response, body } = await call(new URL('metadata', base), token ?? options.token, signal);
    return response.ok ? capabilitiesOf(body) : null;
  }

  /**
   * Checks whether the server refused a call because it does not offer the resource type, according to its
   * response or its capability statement.
   */
  async function isUnknownType(url: URL, { status, body }: Answer, signal: AbortSignal): Promise<boolean> {
    if (![400, 403, 404, 405, 501].includes(status)) return false;
    if (issuesOf(body).some(({ code }) => code === 'not-supported')) return true;
    const type = url.pathname.slice(base.pathname.length);
    if (!/^[A-Z][A-Za-z]+$/.test(type)) return false;
    const can = await capabilities(signal);
    return can !== null && !can.has(type);
  }

  /** Checks a link in a response. The token must not be sent to another server, whatever the link says. */
  function linked(link: string): URL {
    const next = URL.canParse(link, base) ? new URL(link, base) : null;
    const home = next?.pathname === base.pathname.slice(0, -1) || next?.pathname.startsWith(base.pathname);
    if (next === null || next.origin !== base.origin || home !== true || next.username !== '') {
      throw new MhbError(
        'service-unavailable',
        'The next page of the FHIR server is not under its base address',
      );
    }
    return next;
  }

  return {
    base,
    capabilities,
    async read(path, signal) {
      const { status, body } = await get(new URL(path, base), signal);
      const resource = body as Resource | null;
      return status === 200 && typeof resource?.resourceType === 'string' ? resource : null;
    },
    async search(path, signal, take = takeAll) {
      const kept = new Map<string, Resource>();
      const seen = new Set<string>();
      const asked = new Set<string>();
      let idle = 0;
      let unnamed = 0;
      let next: URL | null = new URL(path, base);
      for (let page = 0; next !== null; page += 1) {
        if (page === MAX_PAGES || asked.has(next.href)) throw endless();
        asked.add(next.href);
        const answer = await get(next, signal);
        if (answer.status !== 200) {
          if (page === 0 && (await isUnknownType(next, answer, signal))) return null;
          throw refusal(answer.status);
        }
        const bundle = bundleIn(answer.body);
        const before = seen.size + unnamed;
        for (const { resource, fullUrl } of entriesOf(bundle)) {
          seen.add(nameOf(resource) ?? String((unnamed += 1)));
          for (const each of take(resource, fullUrl)) {
            const name = nameOf(each) ?? `${each.resourceType} without id ${unnamed}`;
            if (!isOlder(each, kept.get(name))) kept.set(name, each);
          }
        }
        idle = seen.size + unnamed > before ? 0 : idle + 1;
        if (idle === MAX_IDLE_PAGES || kept.size > MAX_RESOURCES || seen.size > MAX_ENTRIES) throw endless();
        const link = bundle.link?.find(({ relation }) => relation === 'next')?.url;
        next = link === undefined ? null : linked(link);
      }
      return [...kept.values()];
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Checks whether a call should be repeated (RFC 9110), that is, after a timeout, too many requests, or a server
 * error.
 */
const isPassing = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501);

/** Converts `Retry-After` (RFC 9110 §10.2.3), which contains seconds or a date, to milliseconds from now. */
function retryAfter(header: string | null): number {
  if (header === null) return 0;
  if (/^\d+$/.test(header)) return Number(header) * SECOND;
  const instant = Date.parse(header);
  return Number.isNaN(instant) ? 0 : Math.max(0, instant - Date.now());
}

/**
 * Parses the body as JSON. Throws if it exceeds the maximum size of a page; returns `null` for a refusal that is
 * not JSON.
 */
async function readJson(response: Response): Promise<unknown> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_PAGE_BYTES) {
      throw new MhbError('service-unavailable', 'A page of the FHIR server is too large', {
        details: { bytes: MAX_PAGE_BYTES },
      });
    }
    text += decoder.decode(chunk as Uint8Array, { stream: true });
  }
  text += decoder.decode();
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (response.ok) throw error;
    return null;
  }
}

function bundleIn(body: unknown): Bundle {
  const bundle = body as Bundle | null;
  const { resourceType, entry, link } = bundle ?? {};
  const isList = (value: unknown): boolean => value === undefined || Array.isArray(value);
  if (bundle === null || resourceType !== 'Bundle' || !isList(entry) || !isList(link)) throw refusal(null);
  return bundle;
}

/**
 * Returns the entries that contain a resource. Throws if an entry is an OperationOutcome with an error, because
 * the response is then incomplete.
 */
function entriesOf({ entry = [] }: Bundle): { readonly resource: Resource; readonly fullUrl?: string }[] {
  return entry.flatMap((each: BundleEntry | null) => {
    const resource = each?.resource;
    if (typeof resource?.resourceType !== 'string') return [];
    if (resource.resourceType === 'OperationOutcome') {
      if (issuesOf(resource).some(({ severity }) => severity === 'error' || severity === 'fatal'))
        throw refusal(null);
      return [];
    }
    return [{ resource, ...(each?.fullUrl === undefined ? {} : { fullUrl: each.fullUrl }) }];
  });
}

interface Issue {
  readonly severity?: string;
  readonly code?: string;
}

function issuesOf(body: unknown): readonly Issue[] {
  const { resourceType, issue } = (body ?? {}) as { resourceType?: unknown; issue?: unknown };
  if (resourceType !== 'OperationOutcome' || !Array.isArray(issue)) return [];
  return issue.filter((each): each is Issue => typeof each === 'object' && each !== null);
}

const nameOf = ({ resourceType, id }: Resource): string | null =>
  typeof id === 'string' ? `${resourceType}/${id}` : null;

/**
 * Checks whether a copy of a resource is older than another copy, so that the newer one is used. If a date is
 * missing, the copy that came last is used.
 */
function isOlder(one: Resource, other: Resource | undefined): boolean {
  const [left, right] = [one.meta?.lastUpdated, other?.meta?.lastUpdated];
  return left !== undefined && right !== undefined && Date.parse(left) < Date.parse(right);
}

const endless = (): MhbError =>
  new MhbError('service-unavailable', 'The FHIR server returned an endless series of pages', {
    retriable: true,
  });

/** Checks whether a server refused a query because it did not understand the parameters. */
export const isNotUnderstood = (error: unknown): boolean =>
  error instanceof MhbError && error.details?.['status'] === 400;

const refusal = (status: number | null): MhbError =>
  new MhbError('service-unavailable', 'The FHIR server did not return the requested resources', {
    details: status === null ? {} : { status },
  });
