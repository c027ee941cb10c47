import Type from 'typebox';
import type { PasskeyAssertion } from '@mhb-kit/core/gateway';
import { contract } from '../schema.js';

/** The schema of a signature with a passkey; several request bodies contain it. */

export const base64url = (maxLength: number) => Type.String({ pattern: '^[\\w-]+$', maxLength });
/** A credential id of at most 1,023 bytes (WebAuthn §4), in base64url. */
export const credentialId = base64url(1_364);

export const passkeyAssertion = contract<PasskeyAssertion>('PasskeyAssertion')(
  Type.Object(
    {
      id: credentialId,
      response: Type.Object(
        {
          clientDataJSON: base64url(4_096),
          authenticatorData: base64url(4_096),
          signature: base64url(2_048),
          userHandle: Type.Union([Type.String({ pattern: '^[\\w-]*$', maxLength: 128 }), Type.Null()]),
        },
        { additionalProperties: false },
      ),
    },
    { additionalProperties: false },
  ),
);
