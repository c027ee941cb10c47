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

/** A certificate whose chain and signature have been verified, so its contents can be trusted. */
export interface CertificateInQuestion {
  readonly certificate: Certificate;
  /** The pinned authority that issued it. */
  readonly issuer: Certificate;
  /** Hex of the DER integer. */
  readonly serialNumber: string;
  /** Subject key identifier of the issuer, hex. */
  readonly issuerKeyId: string;
}

/**
 * - `good`, `revoked`: according to its authority
 * - `unknown`: its authority reported that it does not know the certificate, so the certificate must not be
 * trusted
 * - `unavailable`: this source cannot report a status at the moment; another source may be able to
 */
export type RevocationState = 'good' | 'revoked' | 'unknown' | 'unavailable';

/** Whether a certificate has been revoked. Never rejects. */
export type RevocationCheck = (certificate: CertificateInQuestion, at: Date) => Promise<RevocationState>;

/**
 * Queries the sources in turn until one returns a status: `inTurn(ocspCheck(), lists.check)` uses the daily
 * list if the responder is unavailable.
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

/** Sends a request (DER) to a responder and resolves to its response (DER). Rejects if that fails. */
export type AskResponder = (url: string, request: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;

export interface OcspCheckOptions extends Partial<OcspFreshness> {
  /** Defaults to POST by `fetch` (RFC 6960 appendix A.1). */
  readonly ask?: AskResponder;
  /**
   * The responder of an authority, by the authority's key identifier (hex). By default the address in the
   * certificate.
   */
  readonly responders?: Readonly<Record<string, string>>;
  /** How long a responder may take, in milliseconds. Defaults to 5,000. */
  readonly timeoutMs?: number;
  /** Called with the reason why a response was rejected, for the log; contains no personal data. */
  readonly onFault?: (fault: OcspFault) => void;
}

/**
 * Asks the authority's responder (RFC 6960). By default a response is accepted if it repeats our nonce and
 * its `thisUpdate` is at most two minutes old; the responder's clock may be 15 minutes ahead.
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

/** A response contains at most a chain of three certificates: a few kilobytes. */
const MAX_ANSWER_BYTES = 65_536;

const postToResponder: AskResponder = async (url, request, signal) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' },
    body: Uint8Array.from(request),
    // A response is signed, so its source does not matter; but a responder must not redirect us.
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

/** Downloads the complete revocation list (DER) of an authority, given its key identifier (hex). */
export type DownloadList = (issuerKeyId: string, signal: AbortSignal) => Promise<Uint8Array>;

export interface RevocationListsOptions {
  readonly authorities: CertificateAuthorities;
  readonly download: DownloadList;
  /**
   * The time limit of one download, in milliseconds. Ten minutes by default, because the lists are 20 MB in
   * size.
   */
  readonly timeoutMs?: number;
}

export interface RefreshedList {
  readonly issuerKeyId: string;
  /**
   * `kept`: no new list was available, and the earlier one is still valid. `missing`: there is no valid list.
   */
  readonly outcome: 'refreshed' | 'kept' | 'missing';
  /** Number of revoked certificates. */
  readonly size: number;
  readonly nextUpdate: Date | null;
}

export interface RevocationLists {
  /**
   * Downloads and reads the lists of all authorities. Run it at the start and once a day, never during a
   * login. Never rejects.
   */
  refresh(at?: Date): Promise<readonly RefreshedList[]>;
  readonly check: RevocationCheck;
}

/**
 * The complete daily lists, held in memory, so that a login only has to look up its serial number and does
 * not wait.
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
      // An attacker who supplies last week's list could make a revoked certificate valid again.
      if (earlier === undefined || list.thisUpdate >= earlier.thisUpdate) {
        held.set(issuerKeyId, list);
        outcome = 'refreshed';
      }
    } catch {
      // The earlier list is used until it expires.
    }
    const list = held.get(issuerKeyId);
    return { issuerKeyId, outcome, size: list?.size ?? 0, nextUpdate: list?.nextUpdate ?? null };
  };

  return {
    async refresh(at = new Date()) {
      const outcomes: RefreshedList[] = [];
      // One list after the other, because loading two lists of 20 MB at once would need 40 MB of memory.
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
