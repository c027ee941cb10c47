import {
  BitString,
  Integer,
  ObjectIdentifier,
  OctetString,
  PrintableString,
  Sequence,
  Set as Asn1Set,
  Utf8String,
} from 'asn1js';
import {
  AccessDescription,
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  CertificateRevocationList,
  Extension,
  Extensions,
  ExtKeyUsage,
  GeneralName,
  InfoAccess,
  RevokedCertificate,
  Time,
} from 'pkijs';

/** An authority of the test PKI. The PKI is structured like Taiwan's GPKI, but nobody trusts it. */
export interface TestAuthority {
  /** The certificate in DER. */
  readonly certificate: Uint8Array;
  readonly privateKey: CryptoKey;
  issue(options?: IssueOptions): Promise<TestCertificate>;
  /** Returns a revocation list in DER that contains these serial numbers. */
  revoke(serials: readonly number[], options?: RevocationListOptions): Promise<Uint8Array>;
}

export interface RevocationListOptions {
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date;
  readonly extensions?: readonly Extension[];
}

export interface TestCertificate {
  /** The certificate in DER. */
  readonly certificate: Uint8Array;
  readonly serial: number;
  readonly privateKey: CryptoKey;
}

export interface IssueOptions {
  readonly name?: string;
  /** The last four digits of the national ID, in the form that MOICA uses. */
  readonly lastFour?: string;
  readonly subjectSerialNumber?: string;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly usage?: 'digitalSignature' | 'keyEncipherment';
  readonly policy?: string;
  readonly isAuthority?: boolean;
  /** The address for revocation requests (authority information access). */
  readonly ocspUrl?: string;
  /**
   * An additional purpose of the certificate's key. For example, `1.3.6.1.5.5.7.3.9` permits it to sign OCSP
   * responses for the issuer.
   */
  readonly extendedUsage?: string;
  /** The hash function used in the authority's signatures; SHA-256 by default. */
  readonly hash?: 'SHA-1' | 'SHA-256';
}

/**
 * A root and three generations of its authority. Like MOICA's, the generations have the same subject name and
 * differ only in their keys.
 */
export interface TestPki {
  readonly roots: readonly Uint8Array[];
  readonly generations: readonly [TestAuthority, TestAuthority, TestAuthority];
}

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
};
const YEAR_MS = 31_557_600_000;
const USAGE_BITS = { digitalSignature: 0x80, keyEncipherment: 0x20, authority: 0x06 } as const;

let nextSerial = 0x1000;

interface Issuer {
  readonly certificate: Certificate;
  readonly keys: Pick<CryptoKeyPair, 'privateKey'>;
}

/** Creates three generations of one authority under one root, like those of MOICA under GRCA. */
export async function createTestPki(now: Date = new Date()): Promise<TestPki> {
  const root = await createAuthority('行政院', '測試總憑證管理中心', null, now);
  const generations = await Promise.all(
    [1, 2, 3].map(async () =>
      authorityOf(await createAuthority('行政院', '測試憑證管理中心', root, now), now),
    ),
  );
  const [first, second, third] = generations;
  if (first === undefined || second === undefined || third === undefined) throw new Error('unreachable');
  return { roots: [derOf(root.certificate)], generations: [first, second, third] };
}

async function createAuthority(
  organization: string,
  unit: string,
  issuer: Issuer | null,
  now: Date,
): Promise<Issuer> {
  const keys = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const certificate = await buildCertificate({
    subject: [
      ['2.5.4.6', new PrintableString({ value: 'TW' })],
      ['2.5.4.10', new Utf8String({ value: organization })],
      ['2.5.4.11', new Utf8String({ value: unit })],
    ],
    publicKey: keys.publicKey,
    issuer,
    signingKey: issuer?.keys.privateKey ?? keys.privateKey,
    notBefore: new Date(now.getTime() - YEAR_MS),
    notAfter: new Date(now.getTime() + 10 * YEAR_MS),
    extensions: [basicConstraints(true), keyUsage(USAGE_BITS.authority)],
  });
  return { certificate: certificate.certificate, keys };
}

/**
 * Returns an authority that signs with the certificate of a card holder. Every verifier must reject the
 * certificates that it issues.
 */
export const issuingLeaf = (
  { certificate, privateKey }: TestCertificate,
  now: Date = new Date(),
): TestAuthority =>
  authorityOf(
    { certificate: Certificate.fromBER(Uint8Array.from(certificate).buffer), keys: { privateKey } },
    now,
  );

const authorityOf = (issuer: Issuer, now: Date): TestAuthority => ({
  certificate: derOf(issuer.certificate),
  privateKey: issuer.keys.privateKey,
  async issue({
    name = '王小明',
    lastFour = '6789',
    subjectSerialNumber = '0000000112345678',
    notBefore = new Date(now.getTime() - YEAR_MS / 2),
    notAfter = new Date(now.getTime() + 4 * YEAR_MS),
    usage = 'digitalSignature',
    policy = '2.16.886.101.0.3.3',
    isAuthority = false,
    ocspUrl,
    extendedUsage,
    hash = 'SHA-256',
  } = {}) {
    const keys = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
    const { certificate, serial } = await buildCertificate({
      subject: [
        ['2.5.4.6', new PrintableString({ value: 'TW' })],
        ['2.5.4.3', new Utf8String({ value: name })],
        ['2.5.4.5', new PrintableString({ value: subjectSerialNumber })],
      ],
      publicKey: keys.publicKey,
      issuer,
      signingKey: issuer.keys.privateKey,
      notBefore,
      notAfter,
      hash,
      extensions: [
        basicConstraints(isAuthority),
        keyUsage(USAGE_BITS[usage]),
        certificatePolicies(policy),
        lastFourDigits(lastFour),
        ...(ocspUrl === undefined ? [] : [responderAt(ocspUrl)]),
        ...(extendedUsage === undefined ? [] : [extendedKeyUsage(extendedUsage)]),
      ],
    });
    return { certificate: derOf(certificate), serial, privateKey: keys.privateKey };
  },
  async revoke(
    serials,
    {
      thisUpdate = new Date(now.getTime() - 3_600_000),
      nextUpdate = new Date(now.getTime() + 86_400_000),
      extensions = [],
    } = {},
  ) {
    const list = new CertificateRevocationList({
      version: 1,
      issuer: issuer.certificate.subject,
      thisUpdate: new Time({ type: 0, value: thisUpdate }),
      nextUpdate: new Time({ type: 0, value: nextUpdate }),
    });
    if (extensions.length > 0) list.crlExtensions = new Extensions({ extensions: [...extensions] });
    if (serials.length > 0) {
      list.revokedCertificates = serials.map(
        (serial) =>
          new RevokedCertificate({
            userCertificate: new Integer({ value: serial }),
            revocationDate: new Time({ type: 0, value: thisUpdate }),
          }),
      );
    }
    await list.sign(issuer.keys.privateKey, 'SHA-256');
    return new Uint8Array(list.toSchema().toBER());
  },
});

interface CertificateParts {
  readonly subject: readonly (readonly [string, PrintableString | Utf8String])[];
  readonly publicKey: CryptoKey;
  readonly issuer: Issuer | null;
  readonly signingKey: CryptoKey;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly Extension[];
  readonly hash?: string;
}

async function buildCertificate(
  parts: CertificateParts,
): Promise<{ certificate: Certificate; serial: number }> {
  const certificate = new Certificate();
  const serial = nextSerial++;
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: serial });
  certificate.subject.typesAndValues = parts.subject.map(
    ([type, value]) => new AttributeTypeAndValue({ type, value }),
  );
  certificate.issuer.typesAndValues =
    parts.issuer?.certificate.subject.typesAndValues ?? certificate.subject.typesAndValues;
  certificate.notBefore = new Time({ type: 0, value: parts.notBefore });
  certificate.notAfter = new Time({ type: 0, value: parts.notAfter });
  await certificate.subjectPublicKeyInfo.importKey(parts.publicKey);
  const own = await keyIdentifierOf(certificate);
  const authority = parts.issuer === null ? own : await keyIdentifierOf(parts.issuer.certificate);
  certificate.extensions = [
    ...parts.extensions,
    encode('2.5.29.14', new OctetString({ valueHex: own })),
    encode(
      '2.5.29.35',
      new AuthorityKeyIdentifier({ keyIdentifier: new OctetString({ valueHex: authority }) }).toSchema(),
    ),
  ];
  const hash = parts.hash ?? 'SHA-256';
  await certificate.sign(await keyFor(hash, parts.signingKey), hash);
  return { certificate, serial };
}

/** Returns the key for use with a certain hash function, because WebCrypto binds each key to one hash function. */
export async function keyFor(hash: string, key: CryptoKey): Promise<CryptoKey> {
  if ((key.algorithm as RsaHashedKeyAlgorithm).hash.name === hash) return key;
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', key);
  return crypto.subtle.importKey('pkcs8', pkcs8, { ...RSA, hash }, false, ['sign']);
}

/** Returns the SHA-1 hash of the public key (RFC 5280 §4.2.1.2). */
const keyIdentifierOf = ({ subjectPublicKeyInfo }: Certificate): Promise<ArrayBuffer> =>
  crypto.subtle.digest(
    'SHA-1',
    Uint8Array.from(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView),
  );

const encode = (extnID: string, value: { toBER(): ArrayBuffer }, critical = false): Extension =>
  new Extension({ extnID, critical, extnValue: value.toBER() });

const basicConstraints = (cA: boolean): Extension =>
  encode('2.5.29.19', new BasicConstraints({ cA }).toSchema(), true);
const keyUsage = (bits: number): Extension =>
  encode('2.5.29.15', new BitString({ valueHex: Uint8Array.of(bits).buffer }), true);
const certificatePolicies = (policy: string): Extension =>
  encode(
    '2.5.29.32',
    new Sequence({ value: [new Sequence({ value: [new ObjectIdentifier({ value: policy })] })] }),
  );
const extendedKeyUsage = (purpose: string): Extension =>
  encode('2.5.29.37', new ExtKeyUsage({ keyPurposes: [purpose] }).toSchema());
const responderAt = (url: string): Extension =>
  encode(
    '1.3.6.1.5.5.7.1.1',
    new InfoAccess({
      accessDescriptions: [
        new AccessDescription({
          accessMethod: '1.3.6.1.5.5.7.48.1',
          accessLocation: new GeneralName({ type: 6, value: url }),
        }),
      ],
    }).toSchema(),
  );
const lastFourDigits = (digits: string): Extension =>
  encode(
    '2.5.29.9',
    new Sequence({
      value: [
        new Sequence({
          value: [
            new ObjectIdentifier({ value: '2.16.886.1.100.2.51' }),
            new Asn1Set({ value: [new PrintableString({ value: digits })] }),
          ],
        }),
      ],
    }),
  );

const derOf = (certificate: Certificate): Uint8Array => new Uint8Array(certificate.toSchema(true).toBER());
