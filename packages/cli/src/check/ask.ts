import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface Answer {
  /** The address that responded, after any redirects. */
  readonly url: string;
  readonly status: number;
  /** Headers keyed by lowercase name. Several values of the same header are joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface AskOptions {
  /** Origin of the page on whose behalf the request claims to be sent. */
  readonly origin?: string;
  readonly accept?: string;
  readonly acceptAnyCertificate: boolean;
  readonly signal: AbortSignal;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_REDIRECTS = 5;

/**
 * Sends a GET request with an `Origin` header, which `fetch` does not allow. Returns `null` if there is no
 * response, or if the response never ends.
 */
export async function ask(url: string, options: AskOptions): Promise<Answer | null> {
  let address = url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    if (!/^https?:/.test(address)) return null;
    const answer = await askOnce(address, options).catch(() => null);
    options.signal.throwIfAborted();
    const location = answer?.headers['location'];
    if (answer === null || location === undefined || answer.status < 300 || answer.status > 399)
      return answer;
    if (!URL.canParse(location, address)) return answer;
    address = new URL(location, address).href;
  }
  return null;
}

function askOnce(
  url: string,
  { origin, accept = '*/*', acceptAnyCertificate, signal }: AskOptions,
): Promise<Answer> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  // Browsers resolve names under `localhost` to the computer itself, but not every operating system does.
  const address = new URL(url);
  const isLocal = address.hostname.endsWith('.localhost');
  const { host } = address;
  if (isLocal) address.hostname = 'localhost';
  return new Promise((resolve, reject) => {
    const headers = {
      accept,
      'user-agent': 'mhb-check',
      ...(origin === undefined ? {} : { origin }),
      ...(isLocal ? { host } : {}),
    };
    const either = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    request(address, { headers, signal: either, rejectUnauthorized: !acceptAnyCertificate }, (response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > MAX_BYTES) response.destroy(new Error('Too long'));
        else parts.push(part);
      });
      response.on('error', reject);
      response.on('end', () => {
        const named = Object.entries(response.headersDistinct).map(
          ([name, values = []]) => [name, values.join(', ')] as const,
        );
        resolve({
          url,
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(named),
          body: Buffer.concat(parts),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}
