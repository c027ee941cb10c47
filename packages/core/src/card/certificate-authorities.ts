import type { BitString } from 'asn1js';
import { Certificate, getCrypto, type AlgorithmIdentifier } from 'pkijs';
import { toHex } from '../encoding.js';
import { MhbError } from '../error.js';

/**
 * The certification authorities that a verifier trusts. They are pinned, because no system's trust store
 * contains them.
 */
export interface CertificateAuthorities {
  /** GRCA-G2, GRCA-G3 …, DER. */
  readonly roots: readonly Uint8Array[];
  /**
   * MOICA-G2, MOICA-G3 …, DER. All have the same subject name, so they are distinguished by their keys, never
   * by name.
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
 * The pinned intermediate that issued a certificate, found by key identifier and verified up to a pinned root
 * at a given time. The path has exactly two steps and is checked explicitly, without a general chain builder.
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
 * Whether an authority signed a certificate, and the certificate names this authority by its key identifier.
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
 * Accepted signature algorithms of certificates, revocation lists and OCSP responses: RSA (PKCS #1 v1.5) and
 * ECDSA, with SHA-256, SHA-384 and SHA-512. Signatures over SHA-1 can be forged.
 */
const SIGNATURE_ALGORITHMS: readonly string[] = [
  ...['1.2.840.113549.1.1.11', '1.2.840.113549.1.1.12', '1.2.840.113549.1.1.13'],
  ...['1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3', '1.2.840.10045.4.3.4'],
];

/** Whether the data is signed with the key of a certificate. */
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
    // The key's type differs from the signature's.
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

/** A parsed extension, or `null`. */
export function extension(certificate: Certificate, oid: string): unknown {
  return certificate.extensions?.find(({ extnID }) => extnID === oid)?.parsedValue ?? null;
}

/** Subject or authority key identifier in hex. */
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

/** Bits of the key usage extension (RFC 5280 §4.2.1.3), in the first byte. */
export const KEY_USAGE = { digitalSignature: 0x80, keyCertSign: 0x04 } as const;

export function hasKeyUsage(certificate: Certificate, bit: number): boolean {
  const usage = extension(certificate, '2.5.29.15') as { valueBlock: { valueHexView: Uint8Array } } | null;
  return ((usage?.valueBlock.valueHexView[0] ?? 0) & bit) !== 0;
}
