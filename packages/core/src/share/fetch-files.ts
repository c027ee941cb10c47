import { MhbError } from '../error.js';
import { receivingLimits, type ReceivingLimits } from './limits.js';
import type { HealthLink } from './link.js';
import {
  readManifest,
  type ContentType,
  type Manifest,
  type ManifestFile,
  type ManifestRequest,
} from './manifest.js';

/** A file in the form in which the server stores it. */
export interface EncryptedFile {
  /**
   * The content type that the manifest states. If there is no manifest, it is `null`, because the file itself
   * states the type.
   */
  readonly contentType: ContentType | null;
  readonly jwe: string;
  readonly lastUpdated?: string;
  readonly fhirVersion?: string;
}

export interface FetchOptions extends ManifestRequest {
  /** The function that sends requests. The default is the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  readonly limits?: Partial<ReceivingLimits>;
  readonly now?: () => Date;
  readonly signal?: AbortSignal;
}

/**
 * How long an address in a manifest can be used: "SHALL NOT attempt to dereference a manifest's location link more
 * than one hour after requesting the manifest".
 */
const LOCATION_LIFE_MS = 3_600_000;

interface Calls {
  readonly options: FetchOptions;
  readonly limits: ReceivingLimits;
  readonly now: () => Date;
}

/**
 * Fetches the files of a link without decrypting them. A relay can do this too, because the key is not needed. If
 * the addresses of files have expired, a new manifest is requested once.
 *
 * @throws {MhbError} `health-link-gone`, `health-link-passcode-required`, `health-link-passcode-wrong` (with
 *   `remainingAttempts`), `health-link-unreachable`, `health-link-damaged`, `health-link-too-large`, `too-many-requests`,
 *   `cancelled`
 */
export async function fetchEncryptedFiles(
  link: Pick<HealthLink, 'url' | 'isDirect' | 'needsPasscode' | 'expiresAt'>,
  options: FetchOptions,
): Promise<EncryptedFile[]> {
  const { now = () => new Date(), passcode = '' } = options;
  const calls: Calls = { options, limits: { ...receivingLimits, ...options.limits }, now };
  if (link.expiresAt !== null && link.expiresAt <= now())
    throw new MhbError('health-link-gone', 'The link no longer works');
  if (link.isDirect) return [{ contentType: null, jwe: await fetchDirect(link.url, calls) }];
  if (link.needsPasscode && passcode === '')
    throw new MhbError('health-link-passcode-required', 'The link needs a passcode');
  for (let attempt = 1; ; attempt += 1) {
    const requestedAt = now().getTime();
    const { files } = await fetchManifest(link.url, calls);
    try {
      const fetched: EncryptedFile[] = [];
      for (const file of files) fetched.push(await withContent(file, requestedAt, calls));
      return fetched;
    } catch (error) {
      if (!(error instanceof LocationGone)) throw error;
      if (attempt === 2) throw new MhbError('health-link-gone', 'A file no longer exists', { cause: error });
    }
  }
}

/** Thrown if the address of a file has expired. A new manifest contains a new address. */
class LocationGone extends Error {}

async function withContent(file: ManifestFile, requestedAt: number, calls: Calls): Promise<EncryptedFile> {
  const { contentType, embedded, location = '', lastUpdated, fhirVersion } = file;
  const about = {
    contentType,
    ...(lastUpdated === undefined ? {} : { lastUpdated }),
    ...(fhirVersion === undefined ? {} : { fhirVersion }),
  };
  if (embedded !== undefined) return { ...about, jwe: embedded };
  if (calls.now().getTime() - requestedAt > LOCATION_LIFE_MS) throw new LocationGone();
  return { ...about, jwe: await call(location, { method: 'GET' }, calls, readFile) };

  async function readFile(response: Response): Promise<string> {
    if (response.ok) return textOf(response, calls.limits.bytesPerFile);
    if (response.status >= 400 && response.status < 500) throw new LocationGone();
    throw unreachable(response.status);
  }
}

/**
 * Requests the manifest: "SHALL retrieve a manifest by issuing a request to the url with: Method POST,
 * content-type application/json".
 */
function fetchManifest(url: string, calls: Calls): Promise<Manifest> {
  const { recipient, passcode, embeddedLengthMax } = calls.options;
  const body = JSON.stringify({
    recipient,
    ...(passcode === undefined || passcode === '' ? {} : { passcode }),
    ...(embeddedLengthMax === undefined ? {} : { embeddedLengthMax }),
  });
  const { files, bytesPerFile } = calls.limits;
  const request = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
  return call(url, request, calls, async (response) => {
    await refuse(response);
    return readManifest(jsonOf(await textOf(response, bytesPerFile)), files);
  });
}

/** Requests a single file. The `recipient` is part of the query, as the specification requires. */
function fetchDirect(url: string, calls: Calls): Promise<string> {
  const target = new URL(url);
  target.searchParams.set('recipient', calls.options.recipient);
  return call(target.href, { method: 'GET' }, calls, async (response) => {
    await refuse(response);
    return textOf(response, calls.limits.bytesPerFile);
  });
}

async function refuse(response: Response): Promise<void> {
  const { status } = response;
  if (response.ok) return;
  if (status === 401) throw await passcodeError(response);
  if (status === 404 || status === 410) throw new MhbError('health-link-gone', 'The link is not active');
  if (status === 429) {
    const seconds = Number(response.headers.get('Retry-After'));
    throw new MhbError('too-many-requests', 'The server asks to wait', {
      retriable: true,
      details: { retryAfterSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : 60 },
    });
  }
  throw unreachable(status);
}

async function passcodeError(response: Response): Promise<MhbError> {
  const body = await textOf(response, 65_536)
    .then(jsonOf)
    .catch(() => null);
  const { remainingAttempts = null } = (body ?? {}) as { readonly remainingAttempts?: unknown };
  return new MhbError('health-link-passcode-wrong', 'The passcode is wrong', {
    details: {
      remainingAttempts:
        typeof remainingAttempts === 'number' && remainingAttempts >= 0
          ? Math.floor(remainingAttempts)
          : null,
    },
  });
}

const unreachable = (status: number): MhbError =>
  new MhbError('health-link-unreachable', 'The server refused the request', {
    retriable: true,
    details: { status },
  });

/**
 * Sends a request. The time limit includes reading the body. No cookies are sent, redirects are not followed, and
 * the response is not cached.
 */
async function call<T>(
  url: string,
  request: RequestInit,
  { options, limits }: Calls,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const { fetch = globalThis.fetch, signal } = options;
  const limit = AbortSignal.timeout(limits.milliseconds);
  try {
    return await read(
      await fetch(url, {
        ...request,
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      }),
    );
  } catch (error) {
    if (signal?.aborted === true) throw new MhbError('cancelled', 'The call was cancelled', { cause: error });
    if (error instanceof MhbError || error instanceof LocationGone) throw error;
    throw new MhbError('health-link-unreachable', 'The server does not respond', {
      retriable: true,
      cause: error,
    });
  }
}

/**
 * Reads the body of a response as text.
 *
 * @throws {MhbError} `health-link-too-large` as soon as the limit is exceeded
 */
async function textOf(response: Response, mostBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > mostBytes) {
      await reader?.cancel();
      throw new MhbError('health-link-too-large', 'The server sent too much data');
    }
    text += decoder.decode(value, { stream: true });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MhbError('health-link-damaged', 'The server did not send JSON', { cause: error });
  }
}
