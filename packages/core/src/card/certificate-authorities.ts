import type { BitString } from 'asn1js';
import { Certificate, getCrypto, type AlgorithmIdentifier } from 'pkijs';
import { toHex } from '../encoding.js';
import { MhbError } from '../error.js';

/**
 * The certification authorities that a verifier trusts. Their certificates are pinned, because no system's
 * trust store contains them.
 */
export interface CertificateAuthorities {
  /** Certificates of the roots (GRCA-G2, GRCA-G3 …) in DER. */
  readonly roots: readonly Uint8Array[];
  /**
   * Certificates of the intermediates (MOICA-G2, MOICA-G3 …) in DER. They all have the same subject name, so
   * they are distinguished by their keys, never by their names.
   */
  readonly intermediates: readonly Uint8Array[];
}

/** @throws {MhbError} `cert-invalid` */
export function parseCertificate(der: Uint8Array): Certificate {
  try {
    return Certificate.fromBER(Uint8Array.from(der).buffer);
  } catch (cause) {
    throw new MhbError('cert-invalid', 'Not an X.509 certificate', { cause });
  }
}

/**
 * Finds the pinned intermediate that issued a certificate. The key identifier selects the intermediate, which
 * is then verified up to a pinned root at the given time. The path has exactly two steps, which are checked
 * explicitly instead of by a general chain builder.
 * @throws {MhbError} `cert-untrusted`, `cert-expired`, `cert-not-yet-valid`
 */
export async function findIssuer(
  leaf: Certificate,
  { roots, intermediates }: CertificateAuthorities,
  at: Date,
): Promise<Certificate> {
  const issuer = await issuerAmong(leaf, intermediates.map(parseCertificate));
  requireAuthority(issuer);
  requireValidAt(issuer, at);
  const root = await issuerAmong(issuer, roots.map(parseCertificate));
  requireAuthority(root);
  requireValidAt(root, at);
  return issuer;
}

async function issuerAmong(
  certificate: Certificate,
  candidates: readonly Certificate[],
): Promise<Certificate> {
  for (const issuer of candidates) if (await hasIssued(issuer, certificate)) return issuer;
  throw new MhbError('cert-untrusted', 'No pinned authority issued this certificate');
}

/**
 * Checks whether an authority signed a certificate and the certificate names this authority by its key
 * identifier.
 */
export const hasIssued = async (issuer: Certificate, certificate: Certificate): Promise<boolean> => {
  const named = keyIdentifier(certificate, AUTHORITY_KEY_IDENTIFIER);
  return (
    named !== null &&
    named === keyIdentifier(issuer) &&
    signedBy(issuer, new Uint8Array(certificate.tbsView), certificate)
  );
};

/**
 * Signature algorithms that are accepted for certificates, revocation lists and OCSP responses: RSA (PKCS #1
 * v1.5) and ECDSA, each with SHA-256, SHA-384 or SHA-512. SHA-1 is excluded, because signatures over it can
 * be forged.
 */
const SIGNATURE_ALGORITHMS: readonly string[] = [
  ...['1.2.840.113549.1.1.11', '1.2.840.113549.1.1.12', '1.2.840.113549.1.1.13'],
  ...['1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3', '1.2.840.10045.4.3.4'],
];

/** Checks whether the key of a certificate signed the data. */
export async function signedBy(
  signer: Certificate,
  data: BufferSource,
  stated: {
    readonly signatureAlgorithm: AlgorithmIdentifier;
    readonly signatureValue: BitString;
  },
): Promise<boolean> {
  const { signatureAlgorithm, signatureValue } = stated;
  if (!SIGNATURE_ALGORITHMS.includes(signatureAlgorithm.algorithmId)) return false;
  try {
    return await getCrypto(true).verifyWithPublicKey(
      data,
      signatureValue,
      signer.subjectPublicKeyInfo,
      signatureAlgorithm,
    );
  } catch {
    // The key's type differs from that of the signature.
    return false;
  }
}

/** @throws {MhbError} `cert-expired`, `cert-not-yet-valid` */
export function requireValidAt(certificate: Certificate, at: Date): void {
  if (at < certificate.notBefore.value) throw new MhbError('cert-not-yet-valid');
  if (at > certificate.notAfter.value) throw new MhbError('cert-expired');
}

function requireAuthority(certificate: Certificate) {
  if (!isAuthority(certificate) || !hasKeyUsage(certificate, KEY_USAGE.keyCertSign)) {
    throw new MhbError('cert-untrusted', 'A pinned certificate does not belong to a certificate authority');
  }
}

const SUBJECT_KEY_IDENTIFIER = '2.5.29.14';
const AUTHORITY_KEY_IDENTIFIER = '2.5.29.35';

/** Returns the parsed extension, or `null` if the certificate does not have it. */
export function extension(certificate: Certificate, oid: string): unknown {
  return certificate.extensions?.find(({ extnID }) => extnID === oid)?.parsedValue ?? null;
}

/** Returns the subject or authority key identifier in hexadecimal. */
export function keyIdentifier(certificate: Certificate, oid: string = SUBJECT_KEY_IDENTIFIER): string | null {
  const parsed = extension(certificate, oid) as {
    keyIdentifier?: { valueBlock: { valueHexView: Uint8Array } };
    valueBlock?: { valueHexView: Uint8Array };
  } | null;
  const bytes = oid === AUTHORITY_KEY_IDENTIFIER ? parsed?.keyIdentifier?.valueBlock : parsed?.valueBlock;
  return bytes === undefined ? null : toHex(bytes.valueHexView);
}

export const isAuthority = (certificate: Certificate): boolean =>
  (extension(certificate, '2.5.29.19') as { cA?: boolean } | null)?.cA === true;

/** Bits in the first byte of the key usage extension (RFC 5280 §4.2.1.3). */
export const KEY_USAGE = { digitalSignature: 0x80, keyCertSign: 0x04 } as const;

export function hasKeyUsage(certificate: Certificate, bit: number): boolean {
  const usage = extension(certificate, '2.5.29.15') as { valueBlock: { valueHexView: Uint8Array } } | null;
  return ((usage?.valueBlock.valueHexView[0] ?? 0) & bit) !== 0;
}
