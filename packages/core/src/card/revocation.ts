import type { Certificate } from 'pkijs';
import { keyIdentifier, parseCertificate, type CertificateAuthorities } from './certificate-authorities.js';
import {
  OCSP_NONCE_BYTES,
  OcspError,
  ocspQuestion,
  ocspUrls,
  readOcspAnswer,
  type OcspFault,
  type OcspFreshness,
} from './ocsp.js';
import { readRevocationList, type RevocationList } from './revocation-list.js';

/** A certificate whose chain and signature have been verified, so that its contents can be trusted. */
export interface CertificateInQuestion {
  readonly certificate: Certificate;
  /** Certificate of the pinned authority that issued this certificate. */
  readonly issuer: Certificate;
  /** Serial number, as the hexadecimal form of its DER integer. */
  readonly serialNumber: string;
  /** Subject key identifier of the issuer, in hexadecimal. */
  readonly issuerKeyId: string;
}

/**
 * - `good`, `revoked`: the status according to the certificate's authority
 * - `unknown`: the authority reported that it does not know the certificate, so the certificate must not be
 *   trusted
 * - `unavailable`: this source cannot report a status at the moment; another source may be able to
 */
export type RevocationState = 'good' | 'revoked' | 'unknown' | 'unavailable';

/** Checks whether a certificate has been revoked. Never rejects. */
export type RevocationCheck = (certificate: CertificateInQuestion, at: Date) => Promise<RevocationState>;

/**
 * Queries the sources in turn until one of them returns a status. For example,
 * `inTurn(ocspCheck(), lists.check)` uses the daily list if the responder is unavailable.
 */
export const inTurn =
  (...checks: readonly RevocationCheck[]): RevocationCheck =>
  async (certificate, at) => {
    for (const check of checks) {
      const state = await check(certificate, at);
      if (state !== 'unavailable') return state;
    }
    return 'unavailable';
  };

/** Sends a request (DER) to a responder and resolves to the response (DER). Rejects if the request fails. */
export type AskResponder = (url: string, request: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;

export interface OcspCheckOptions extends Partial<OcspFreshness> {
  /** Sends the request. Defaults to POST by `fetch` (RFC 6960 appendix A.1). */
  readonly ask?: AskResponder;
  /**
   * Addresses of responders, keyed by the authority's key identifier (hexadecimal). Defaults to the address
   * in the certificate.
   */
  readonly responders?: Readonly<Record<string, string>>;
  /** How long a responder may take, in milliseconds. Defaults to 5,000. */
  readonly timeoutMs?: number;
  /** Receives the reason why a response was rejected, for the log. It contains no personal data. */
  readonly onFault?: (fault: OcspFault) => void;
}

/**
 * Creates a check that asks the authority's responder (RFC 6960). By default, a response is accepted only if
 * it repeats our nonce and its `thisUpdate` is at most two minutes old. The responder's clock may be up to 15
 * minutes ahead.
 */
export function ocspCheck({
  ask = postToResponder,
  responders = {},
  timeoutMs = 5000,
  maxAgeMs = 120_000,
  skewMs = 900_000,
  requireNonce = true,
  onFault,
}: OcspCheckOptions = {}): RevocationCheck {
  return async ({ certificate, issuer, issuerKeyId }, at) => {
    const url = responders[issuerKeyId] ?? ocspUrls(certificate)[0];
    if (url === undefined) return 'unavailable';
    try {
      const nonce = crypto.getRandomValues(new Uint8Array(OCSP_NONCE_BYTES));
      const question = await ocspQuestion(certificate, issuer, nonce);
      const answer = await ask(url, question.request, AbortSignal.timeout(timeoutMs)).catch(
        (cause: unknown) => {
          throw new OcspError('unreachable', { cause });
        },
      );
      return await readOcspAnswer(answer, question, at, { maxAgeMs, skewMs, requireNonce });
    } catch (error) {
      onFault?.(error instanceof OcspError ? error.fault : 'malformed');
      return 'unavailable';
    }
  };
}

/**
 * Maximum size of a response. A response contains at most a chain of three certificates, which takes a few
 * kilobytes.
 */
const MAX_ANSWER_BYTES = 65_536;

const postToResponder: AskResponder = async (url, request, signal) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' },
    body: Uint8Array.from(request),
    // Refuse redirects. Although the source of a signed response does not matter, a responder must not send
    // us to another address.
    redirect: 'error',
    signal,
  });
  if (!response.ok) throw new Error(`The responder answered ${response.status}`);
  return limitedBody(response, MAX_ANSWER_BYTES);
};

async function limitedBody({ body }: Response, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > limit) throw new Error('The answer is too long');
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Downloads the complete revocation list (DER) of the authority with the given key identifier (hexadecimal). */
export type DownloadList = (issuerKeyId: string, signal: AbortSignal) => Promise<Uint8Array>;

export interface RevocationListsOptions {
  readonly authorities: CertificateAuthorities;
  readonly download: DownloadList;
  /**
   * Time limit of one download, in milliseconds. Defaults to ten minutes, because the lists are 20 MB in
   * size.
   */
  readonly timeoutMs?: number;
}

export interface RefreshedList {
  readonly issuerKeyId: string;
  /**
   * `kept` means that no newer list was available but the earlier list is still valid. `missing` means that
   * there is no valid list.
   */
  readonly outcome: 'refreshed' | 'kept' | 'missing';
  /** Number of revoked certificates. */
  readonly size: number;
  readonly nextUpdate: Date | null;
}

export interface RevocationLists {
  /**
   * Downloads and reads the lists of all authorities. Call this at startup and once a day, never during a login.
   * Never rejects.
   */
  refresh(at?: Date): Promise<readonly RefreshedList[]>;
  readonly check: RevocationCheck;
}

/**
 * Holds the complete daily lists in memory, so that a login only has to look up a serial number and does not
 * wait.
 */
export function revocationLists({
  authorities,
  download,
  timeoutMs = 600_000,
}: RevocationListsOptions): RevocationLists {
  const issuers = authorities.intermediates.map(parseCertificate);
  const held = new Map<string, RevocationList>();
  const counts = (list: RevocationList | undefined, at: Date): list is RevocationList =>
    list !== undefined && at <= list.nextUpdate;

  const refreshOne = async (issuer: Certificate, at: Date): Promise<RefreshedList> => {
    const issuerKeyId = keyIdentifier(issuer) ?? '';
    const earlier = held.get(issuerKeyId);
    let outcome: RefreshedList['outcome'] = counts(earlier, at) ? 'kept' : 'missing';
    try {
      const der = await download(issuerKeyId, AbortSignal.timeout(timeoutMs));
      const list = await readRevocationList(der, issuer, at);
      // Ignore older lists, because an attacker who supplies last week's list could make a revoked
      // certificate valid again.
      if (earlier === undefined || list.thisUpdate >= earlier.thisUpdate) {
        held.set(issuerKeyId, list);
        outcome = 'refreshed';
      }
    } catch {
      // Keep using the earlier list until it expires.
    }
    const list = held.get(issuerKeyId);
    return { issuerKeyId, outcome, size: list?.size ?? 0, nextUpdate: list?.nextUpdate ?? null };
  };

  return {
    async refresh(at = new Date()) {
      const outcomes: RefreshedList[] = [];
      // Refresh one list after another, because loading two lists of 20 MB at once would need 40 MB of
      // memory.
      for (const issuer of issuers) outcomes.push(await refreshOne(issuer, at));
      return outcomes;
    },
    check({ serialNumber, issuerKeyId }, at) {
      const list = held.get(issuerKeyId);
      if (!counts(list, at)) return Promise.resolve('unavailable');
      return Promise.resolve(list.has(serialNumber) ? 'revoked' : 'good');
    },
  };
}
