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

/** A certificate whose chain and signature have been found good, so that its contents may be acted upon. */
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
 * - `good`, `revoked`: as said by its authority
 * - `unknown`: its authority answered, and has never heard of it: it is not to be trusted
 * - `unavailable`: this source cannot tell at the moment; another may
 */
export type RevocationState = 'good' | 'revoked' | 'unknown' | 'unavailable';

/** Whether a certificate has been revoked. Never rejects. */
export type RevocationCheck = (certificate: CertificateInQuestion, at: Date) => Promise<RevocationState>;

/** The first of these that can tell decides: `inTurn(ocspCheck(), lists.check)` falls back to the list of the day. */
export const inTurn =
  (...checks: readonly RevocationCheck[]): RevocationCheck =>
  async (certificate, at) => {
    for (const check of checks) {
      const state = await check(certificate, at);
      if (state !== 'unavailable') return state;
    }
    return 'unavailable';
  };

/** Sends a request (DER) to a responder and brings its answer (DER) back. Rejects where it cannot. */
export type AskResponder = (url: string, request: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;

export interface OcspCheckOptions extends Partial<OcspFreshness> {
  /** Default: POST by `fetch` (RFC 6960 appendix A.1). */
  readonly ask?: AskResponder;
  /** The responder of an authority, by its key identifier (hex). Default: where the certificate says. */
  readonly responders?: Readonly<Record<string, string>>;
  /** How long a responder may take, in milliseconds. Default 5,000. */
  readonly timeoutMs?: number;
  /** Told why an answer did not count, for the log; names no person. */
  readonly onFault?: (fault: OcspFault) => void;
}

/**
 * Asks the authority's responder (RFC 6960). By default an answer counts when it repeats our nonce and its `thisUpdate` is
 * at most two minutes old; the responder's clock may be 15 minutes ahead.
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

/** An answer holds one certificate at most, or a chain of three: some kilobytes. */
const MAX_ANSWER_BYTES = 65_536;

const postToResponder: AskResponder = async (url, request, signal) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' },
    body: Uint8Array.from(request),
    // An answer is signed, wherever it comes from; but a responder does not send us elsewhere.
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

/** Brings an authority's complete revocation list (DER), by the authority's key identifier (hex). */
export type DownloadList = (issuerKeyId: string, signal: AbortSignal) => Promise<Uint8Array>;

export interface RevocationListsOptions {
  readonly authorities: CertificateAuthorities;
  readonly download: DownloadList;
  /** How long one download may take, in milliseconds. Default ten minutes: lists have 20 MB. */
  readonly timeoutMs?: number;
}

export interface RefreshedList {
  readonly issuerKeyId: string;
  /** `kept`: a new one could not be had, the earlier one still counts. `missing`: nothing counts. */
  readonly outcome: 'refreshed' | 'kept' | 'missing';
  /** Number of revoked certificates. */
  readonly size: number;
  readonly nextUpdate: Date | null;
}

export interface RevocationLists {
  /** Fetches and reads every authority's list. For a job once a day and at the start, never for a login. Never rejects. */
  refresh(at?: Date): Promise<readonly RefreshedList[]>;
  readonly check: RevocationCheck;
}

/** The complete lists of the day, held in memory: a login looks its serial number up and waits for nothing. */
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
      // Who could hand us a list of last week would give a revoked certificate its life back.
      if (earlier === undefined || list.thisUpdate >= earlier.thisUpdate) {
        held.set(issuerKeyId, list);
        outcome = 'refreshed';
      }
    } catch {
      // The earlier one counts until its own time is over.
    }
    const list = held.get(issuerKeyId);
    return { issuerKeyId, outcome, size: list?.size ?? 0, nextUpdate: list?.nextUpdate ?? null };
  };

  return {
    async refresh(at = new Date()) {
      const outcomes: RefreshedList[] = [];
      // One after the other: two lists of 20 MB at once would be 40.
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
