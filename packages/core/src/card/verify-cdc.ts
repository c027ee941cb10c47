import type { Certificate } from 'pkijs';
import { toHex } from '../encoding.js';
import { MhbError } from '../error.js';
import {
  extension,
  findIssuer,
  hasKeyUsage,
  isAuthority,
  KEY_USAGE,
  keyIdentifier,
  parseCertificate,
  requireValidAt,
  type CertificateAuthorities,
} from './certificate-authorities.js';
import { digest, signedClaims, type BridgeKey } from './bridge-proof.js';
import type { CdcToken } from './contract.js';
import type { RevocationCheck, RevocationState } from './revocation.js';

export type { BridgeKey } from './bridge-proof.js';
export { keyIdentifier, parseCertificate, type CertificateAuthorities } from './certificate-authorities.js';
export type { OcspFault } from './ocsp.js';
export {
  inTurn,
  ocspCheck,
  revocationLists,
  type AskResponder,
  type CertificateInQuestion,
  type DownloadList,
  type OcspCheckOptions,
  type RefreshedList,
  type RevocationCheck,
  type RevocationLists,
  type RevocationListsOptions,
  type RevocationState,
} from './revocation.js';
export { readRevocationList, type RevocationList } from './revocation-list.js';

export interface VerifyCdcOptions {
  /** The verifier's own origin. It comes from the verifier's configuration, never from the token or the page. */
  readonly origin: string;
  /**
   * The challenge of this session. The caller must already have removed it from its store, so that nobody can
   * use it again.
   */
  readonly nonce: string;
  /** The national ID that the person typed. Its last four digits are compared with those in the certificate. */
  readonly nationalId: string;
  readonly authorities: CertificateAuthorities;
  /** The check for revocation, such as `inTurn(ocspCheck(), lists.check)`. */
  readonly isRevoked: RevocationCheck;
  /**
   * The bridges that the operator has enrolled. With this option, one of them must vouch for the signature. A
   * component that signs any data that a page sends (HiPKI) can be made to produce a signature that looks as
   * if a bridge had made it. Without this option, no verifier can distinguish such a signature from a real
   * one.
   */
  readonly bridges?: readonly BridgeKey[];
  /**
   * Certificate policies, of which the certificate must have at least one. Defaults to assurance level 3 of
   * the GPKI.
   */
  readonly policies?: readonly string[];
  readonly now?: Date;
}

/**
 * The person who logged in, identified only as far as the certificate allows. The certificate contains only
 * the last four digits of the national ID.
 */
export interface CdcIdentity {
  readonly name: string;
  /** The number that MOICA has assigned to the person (16 digits). */
  readonly subjectSerialNumber: string;
  /**
   * The value that enrollment binds to an account. It consists of the authority's key identifier and the
   * subject serial number. The last four digits alone would match one person in ten thousand.
   */
  readonly binding: string;
}

/** Maximum length of a certificate in a token, in Base64 characters. MOICA's certificates have about 2,000. */
const MAX_CERTIFICATE_CHARACTERS = 10_000;
/**
 * OID 2.16.886.101.0.3.3 stands for assurance level 3 of Taiwan's government PKI, which requires the person
 * to apply at a counter.
 */
const ASSURANCE_LEVEL_3 = '2.16.886.101.0.3.3';
const CERTIFICATE_POLICIES = '2.5.29.32';
const SUBJECT_DIRECTORY_ATTRIBUTES = '2.5.29.9';
/** The OID of the MOICA attribute that contains the last four digits of the national ID. */
const LAST_FOUR_DIGITS = '2.16.886.1.100.2.51';
const COMMON_NAME = '2.5.4.3';
const SERIAL_NUMBER = '2.5.4.5';

/**
 * Verifies a login with the Citizen Digital Certificate. Runs the cheaper checks first.
 * @throws {MhbError} `cert-invalid`, `cert-expired`, `cert-not-yet-valid`, `cert-wrong-purpose`,
 *   `cert-untrusted`, `cert-revoked`, `revocation-unavailable`, `signature-invalid`, `assurance-too-low`,
 *   `id-mismatch`
 */
export async function verifyCdcToken(token: CdcToken, options: VerifyCdcOptions): Promise<CdcIdentity> {
  const {
    bridges,
    origin,
    nonce,
    nationalId,
    authorities,
    isRevoked,
    policies = [ASSURANCE_LEVEL_3],
    now = new Date(),
  } = options;
  if (
    (token.format as string) !== 'tw-cdc:1' ||
    token.unverifiedCertificate.length > MAX_CERTIFICATE_CHARACTERS
  ) {
    throw new MhbError('cert-invalid', 'The token is not in the expected format');
  }
  const certificate = parseCertificate(fromBase64(token.unverifiedCertificate));
  requireValidAt(certificate, now);
  requirePurpose(certificate, policies);
  const issuer = await findIssuer(certificate, authorities, now);
  if (!(await signatureFits(token, certificate, await signedCdcData(origin, nonce)))) {
    throw new MhbError('signature-invalid', 'The signature was not made for this site and this login');
  }
  if (bridges !== undefined && !(await isVouchedFor(token, bridges, origin, nonce))) {
    throw new MhbError('assurance-too-low', 'No enrolled bridge vouches for this signature');
  }
  if (lastFourDigits(certificate) !== nationalId.slice(-4)) {
    throw new MhbError('id-mismatch', 'The certificate belongs to a different national ID');
  }
  // Check this last, because the check might use the network. It then runs only for a person who holds the key,
  // not for every certificate that someone sends.
  const issuerKeyId = keyIdentifier(issuer) ?? '';
  const serialNumber = toHex(certificate.serialNumber.valueBlock.valueHexView);
  requireNotRevoked(await isRevoked({ certificate, issuer, serialNumber, issuerKeyId }, now));
  const subjectSerialNumber = subjectText(certificate, SERIAL_NUMBER);
  return {
    name: subjectText(certificate, COMMON_NAME),
    subjectSerialNumber,
    binding: `${issuerKeyId}:${subjectSerialNumber}`,
  };
}

/** Returns the data that the card signs: `SHA256(origin) || SHA256(nonce)`. */
export async function signedCdcData(origin: string, nonce: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await Promise.all(
    [origin, nonce].map((text) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  );
  return Uint8Array.from(parts.flatMap((part) => [...new Uint8Array(part)]));
}

function requirePurpose(certificate: Certificate, policies: readonly string[]) {
  const stated = extension(certificate, CERTIFICATE_POLICIES) as {
    certificatePolicies?: readonly { policyIdentifier: string }[];
  } | null;
  const allowed = stated?.certificatePolicies?.some(({ policyIdentifier }) =>
    policies.includes(policyIdentifier),
  );
  if (isAuthority(certificate) || !hasKeyUsage(certificate, KEY_USAGE.digitalSignature) || allowed !== true) {
    throw new MhbError('cert-wrong-purpose', 'The certificate is not meant for logging in');
  }
}

function requireNotRevoked(state: RevocationState) {
  if (state === 'revoked') throw new MhbError('cert-revoked');
  if (state === 'unknown')
    throw new MhbError('cert-untrusted', 'The issuing authority does not know this certificate');
  if (state === 'unavailable') throw new MhbError('revocation-unavailable');
}

async function signatureFits(
  token: CdcToken,
  certificate: Certificate,
  data: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const algorithm =
    token.algorithm === 'ES256'
      ? { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  try {
    const spki = certificate.subjectPublicKeyInfo.toSchema().toBER();
    const key = await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify']);
    return await crypto.subtle.verify(algorithm, key, fromBase64(token.signature), data);
  } catch {
    // The key's type differs from the type that the token states.
    return false;
  }
}

async function isVouchedFor(
  { attestation, signature }: CdcToken,
  bridges: readonly BridgeKey[],
  origin: string,
  nonce: string,
): Promise<boolean> {
  const own = await digest(fromBase64(signature));
  for (const bridge of bridges) {
    const claims = await signedClaims(attestation ?? '', 'cdc-signature+jwt', bridge).catch(() => null);
    if (claims?.['signature'] === own && claims['origin'] === origin && claims['nonce'] === nonce)
      return true;
  }
  return false;
}

/**
 * Returns the last four digits from the subject directory attributes. If the certificate has none, returns an
 * empty string, which matches no ID.
 */
function lastFourDigits(certificate: Certificate): string {
  const parsed = extension(certificate, SUBJECT_DIRECTORY_ATTRIBUTES) as {
    attributes?: readonly { type: string; values: readonly { valueBlock: { value?: unknown } }[] }[];
  } | null;
  const value = parsed?.attributes?.find(({ type }) => type === LAST_FOUR_DIGITS)?.values[0]?.valueBlock
    .value;
  return typeof value === 'string' ? value : '';
}

function subjectText(certificate: Certificate, oid: string): string {
  const value: unknown = certificate.subject.typesAndValues.find(({ type }) => type === oid)?.value.valueBlock
    .value;
  return typeof value === 'string' ? value : '';
}

/** @throws {MhbError} `cert-invalid` */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch (cause) {
    throw new MhbError('cert-invalid', 'Not base64', { cause });
  }
}
