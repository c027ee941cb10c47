import { toHex } from '../encoding.js';
import { OctetString } from 'asn1js';
import {
  BasicOCSPResponse,
  CertID,
  Extension,
  OCSPRequest,
  OCSPResponse,
  type Certificate,
  type RelativeDistinguishedNames,
} from 'pkijs';
import { extension, hasIssued, hasKeyUsage, KEY_USAGE, signedBy } from './certificate-authorities.js';

/** A request to a responder (RFC 6960 §4.1), with the data needed to check the response. */
export interface OcspQuestion {
  /** DER. */
  readonly request: Uint8Array;
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  readonly nonce: Uint8Array;
}

export type OcspStatus = 'good' | 'revoked' | 'unknown';

/** The reason why a response was rejected, for the operator's log. It contains no personal data. */
export type OcspFault =
  | 'unreachable'
  | 'malformed'
  | 'not-successful'
  | 'other-certificate'
  | 'wrong-signature'
  | 'not-authorised'
  | 'wrong-nonce'
  | 'not-fresh';

export class OcspError extends Error {
  readonly fault: OcspFault;

  constructor(fault: OcspFault, options?: ErrorOptions) {
    super(`OCSP: ${fault}`, options);
    this.fault = fault;
  }
}

export interface OcspFreshness {
  /** Maximum age of `thisUpdate`, in milliseconds. */
  readonly maxAgeMs: number;
  /** How far ahead the responder's clock may be, in milliseconds. */
  readonly skewMs: number;
  /** Whether the response must repeat the nonce. A response with a different nonce is always rejected. */
  readonly requireNonce: boolean;
}

/** Length of a nonce. According to RFC 8954 §2.1, every responder that supports nonces must accept 32 octets. */
export const OCSP_NONCE_BYTES = 32;

const NONCE = '1.3.6.1.5.5.7.48.1.2';
const BASIC_RESPONSE = '1.3.6.1.5.5.7.48.1.1';
const SUCCESSFUL = 0;
const AUTHORITY_INFORMATION_ACCESS = '1.3.6.1.5.5.7.1.1';
const ACCESS_OCSP = '1.3.6.1.5.5.7.48.1';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
/**
 * Statuses, indexed by the context tag that identifies the alternative of the choice `certStatus` (RFC 6960
 * §4.2.1).
 */
const STATUS_BY_TAG: readonly OcspStatus[] = ['good', 'revoked', 'unknown'];

/**
 * Creates a request about a certificate. The request uses SHA-1, which every responder supports. The hash
 * only identifies the certificate and proves nothing.
 */
export async function ocspQuestion(
  certificate: Certificate,
  issuer: Certificate,
  nonce: Uint8Array,
): Promise<OcspQuestion> {
  const request = new OCSPRequest();
  await request.createForCertificate(certificate, { hashAlgorithm: 'SHA-1', issuerCertificate: issuer });
  request.tbsRequest.requestExtensions = [new Extension({ extnID: NONCE, extnValue: nonceValue(nonce) })];
  return { request: new Uint8Array(request.toSchema(true).toBER()), certificate, issuer, nonce };
}

/** Returns the addresses of responders that a certificate contains. */
export function ocspUrls(certificate: Certificate): string[] {
  const access = extension(certificate, AUTHORITY_INFORMATION_ACCESS) as {
    accessDescriptions?: readonly { accessMethod: string; accessLocation: { value: unknown } }[];
  } | null;
  return (access?.accessDescriptions ?? [])
    .filter(({ accessMethod }) => accessMethod === ACCESS_OCSP)
    .map(({ accessLocation }) => accessLocation.value)
    .filter((url): url is string => typeof url === 'string' && /^https?:\/\//.test(url));
}

/**
 * Returns the certificate's status according to a responder's response. The response must be signed by the
 * issuer itself or by a responder that this issuer has appointed. It must also be current, and refer to this
 * certificate and this request.
 * @throws {OcspError}
 */
export async function readOcspAnswer(
  der: Uint8Array,
  question: OcspQuestion,
  at: Date,
  { maxAgeMs, skewMs, requireNonce }: OcspFreshness,
): Promise<OcspStatus> {
  const answer = parseAnswer(der);
  const { responses, responseExtensions = [] } = answer.tbsResponseData;
  const own = await Promise.all(responses.map(({ certID }) => isAbout(certID, question)));
  const [entry, another] = responses.filter((_, index) => own[index]);
  if (entry === undefined || another !== undefined) throw new OcspError('other-certificate');
  await requireSignature(answer, question.issuer, at);

  const given = responseExtensions.find(({ extnID }) => extnID === NONCE)?.extnValue.valueBlock.valueHexView;
  const expected = toHex(new Uint8Array(nonceValue(question.nonce)));
  if (given === undefined ? requireNonce : toHex(given) !== expected) throw new OcspError('wrong-nonce');

  const { thisUpdate, nextUpdate } = entry;
  const tooOld = at.getTime() - thisUpdate.getTime() > maxAgeMs;
  const fromTheFuture = thisUpdate.getTime() - at.getTime() > skewMs;
  if (tooOld || fromTheFuture || (nextUpdate !== undefined && nextUpdate < at))
    throw new OcspError('not-fresh');

  const { tagNumber } = (entry.certStatus as { idBlock: { tagNumber: number } }).idBlock;
  const status = STATUS_BY_TAG[tagNumber];
  if (status === undefined) throw new OcspError('malformed');
  return status;
}

function parseAnswer(der: Uint8Array): BasicOCSPResponse {
  try {
    const { responseStatus, responseBytes } = OCSPResponse.fromBER(Uint8Array.from(der).buffer);
    if (responseStatus.valueBlock.valueDec !== SUCCESSFUL) throw new OcspError('not-successful');
    if (responseBytes?.responseType !== BASIC_RESPONSE) throw new OcspError('malformed');
    return BasicOCSPResponse.fromBER(new Uint8Array(responseBytes.response.valueBlock.valueHexView));
  } catch (cause) {
    throw cause instanceof OcspError ? cause : new OcspError('malformed', { cause });
  }
}

/**
 * Checks whether a response names the same authority, by name and key, and the same serial number. The key
 * matters because all generations of the authority have the same name.
 */
async function isAbout(stated: CertID, { certificate, issuer }: OcspQuestion): Promise<boolean> {
  const own = new CertID();
  await own.createForCertificate(certificate, { hashAlgorithm: 'SHA-1', issuerCertificate: issuer });
  return stated.isEqual(own);
}

async function requireSignature(answer: BasicOCSPResponse, issuer: Certificate, at: Date) {
  const { tbsResponseData, signatureAlgorithm, signature: signatureValue } = answer;
  const data = Uint8Array.from(tbsResponseData.tbsView);
  const named = await Promise.all(
    [issuer, ...(answer.certs ?? [])].map(async (candidate) =>
      (await isNamed(candidate, tbsResponseData.responderID)) ? candidate : null,
    ),
  );
  let fault: OcspFault = 'not-authorised';
  for (const signer of named) {
    if (signer === null || !(await mayAnswerFor(issuer, signer, at))) continue;
    fault = 'wrong-signature';
    if (await signedBy(signer, data, { signatureAlgorithm, signatureValue })) return;
  }
  throw new OcspError(fault);
}

/**
 * Checks whether a certificate belongs to the responder, which the response identifies by its subject or by
 * the SHA-1 hash of its key.
 */
async function isNamed(candidate: Certificate, responder: unknown): Promise<boolean> {
  if (!(responder instanceof OctetString))
    return candidate.subject.isEqual(responder as RelativeDistinguishedNames);
  const key = candidate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  const digest = await crypto.subtle.digest('SHA-1', Uint8Array.from(key));
  return toHex(new Uint8Array(digest)) === toHex(responder.valueBlock.valueHexView);
}

/**
 * Checks whether a signer may respond for the issuer (RFC 6960 §4.2.2.2). The signer must be the issuer
 * itself or hold a valid certificate that this issuer issued for this purpose.
 */
async function mayAnswerFor(issuer: Certificate, signer: Certificate, at: Date): Promise<boolean> {
  if (signer === issuer) return true;
  const purposes = extension(signer, EXTENDED_KEY_USAGE) as { keyPurposes?: readonly string[] } | null;
  return (
    purposes?.keyPurposes?.includes(OCSP_SIGNING) === true &&
    hasKeyUsage(signer, KEY_USAGE.digitalSignature) &&
    at >= signer.notBefore.value &&
    at <= signer.notAfter.value &&
    (await hasIssued(issuer, signer))
  );
}

const nonceValue = (nonce: Uint8Array): ArrayBuffer => new OctetString({ valueHex: nonce }).toBER();
