import Type from 'typebox';
import type { MhbErrorCode } from '@mhb-kit/core/error';

/** The schema of a signature with a Citizen Digital Certificate; several request bodies contain it. */

export const certificateToken = Type.Object(
  {
    format: Type.Literal('tw-cdc:1'),
    algorithm: Type.Enum(['RS256', 'ES256']),
    unverifiedCertificate: Type.String({
      maxLength: 10_000,
      description: 'The certificate as DER, in base64',
    }),
    signature: Type.String({
      maxLength: 1_024,
      description: 'Signature over SHA256(origin) || SHA256(nonce), in base64',
    }),
    producer: Type.String({ maxLength: 200 }),
    attestation: Type.Optional(
      Type.String({
        maxLength: 2_048,
        description: 'Compact JWS that proves that the bridge supplied the origin',
      }),
    ),
  },
  { additionalProperties: false },
);

export const certificateProblems: readonly MhbErrorCode[] = [
  'login-method-unavailable',
  'cert-invalid',
  'cert-expired',
  'cert-not-yet-valid',
  'cert-wrong-purpose',
  'cert-untrusted',
  'cert-revoked',
  'revocation-unavailable',
  'signature-invalid',
  'id-mismatch',
];
