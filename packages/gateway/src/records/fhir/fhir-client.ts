import { setTimeout as pause } from 'node:timers/promises';
import { MhbError } from '@mhb-kit/core/error';
import { SECOND } from '../../clock.js';
import type { Bundle, Resource } from './resources.js';

/** Reads from a FHIR R4 server: pages followed, busy servers waited for, one time limit a call. */
export interface FhirClient {
  /** Every resource of a search or operation: `Encounter?patient=12`, `Patient/12/$everything`. */
  search(path: string, signal: AbortSignal): Promise<readonly Resource[]>;
}

export interface FhirClientOptions {
  /** `https://fhir.hospital.example.tw/r4` */
  readonly baseUrl: string;
  /** Sent as `Authorization: Bearer …`. */
  readonly token?: string;
  /** Of one call, in milliseconds; default 10,000. */
  readonly callTimeout?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** A call is made this often before its category is left to the request's next attempt. */
const TRIES = 4;
const FIRST_PAUSE = 0.25 * SECOND;
/** A server that wants more time than this is asked again by the request's next attempt. */
const LONGEST_PAUSE = 10 * SECOND;
/** Far more than a person's records of two years; a server whose pages never end must not hold a worker. */
const MAX_PAGES = 500;

export function createFhirClient(options: FhirClientOptions): FhirClient {
  const base = new URL(options.baseUrl.endsWith('/') ? options.baseUrl : `${options.baseUrl}/`);
  const fetch = options.fetch ?? globalThis.fetch;
  const headers = {
    Accept: 'application/fhir+json',
    ...(options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` }),
  };

  async function getBundle(url: URL, signal: AbortSignal): Promise<Bundle> {
    for (let attempt = 1; ; attempt += 1) {
      const limit = AbortSignal.timeout(options.callTimeout ?? 10 * SECOND);
      let wait = FIRST_PAUSE * 2 ** (attempt - 1);
      try {
        const response = await fetch(url, {
          headers,
          redirect: 'error',
          signal: AbortSignal.any([signal, limit]),
        });
        if (response.ok) return readBundle(await response.json());
        await response.body?.cancel();
        if (!isPassing(response.status)) throw refused(response.status);
        wait = Math.max(wait, retryAfter(response.headers.get('retry-after')));
      } catch (error) {
        if (signal.aborted || error instanceof MhbError) throw error;
      }
      if (attempt === TRIES || wait > LONGEST_PAUSE) {
        throw new MhbError('service-unavailable', 'The FHIR server does not answer', { retriable: true });
      }
      await pause(wait, undefined, { signal });
    }
  }

  return {
    async search(path, signal) {
      const resources: Resource[] = [];
      let next: URL | null = new URL(path, base);
      for (let page = 0; next !== null; page += 1) {
        // The token goes nowhere else, whatever the server writes into a link.
        if (page === MAX_PAGES || next.origin !== base.origin) throw refused(null);
        const bundle = await getBundle(next, signal);
        for (const { resource } of bundle.entry ?? []) if (resource !== undefined) resources.push(resource);
        const link = bundle.link?.find(({ relation }) => relation === 'next')?.url;
        next = link === undefined ? null : new URL(link, base);
      }
      return resources;
    },
  };
}

/** Whether it is worth asking again (RFC 9110): timeouts, too many requests, and failures of the server. */
const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** `Retry-After` (RFC 9110 §10.2.3), seconds or a date, in milliseconds. */
function retryAfter(header: string | null): number {
  if (header === null) return 0;
  if (/^\d+$/.test(header)) return Number(header) * SECOND;
  const instant = Date.parse(header);
  return Number.isNaN(instant) ? 0 : Math.max(0, instant - Date.now());
}

function readBundle(value: unknown): Bundle {
  const bundle = value as Bundle | null;
  if (bundle?.resourceType !== 'Bundle') throw refused(null);
  return bundle;
}

const refused = (status: number | null): MhbError =>
  new MhbError('service-unavailable', 'The FHIR server does not give what it was asked for', {
    details: status === null ? {} : { status },
  });
