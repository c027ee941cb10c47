import Type from 'typebox';
import { representationKinds, sessionAssurances } from '@mhb-kit/core/gateway';
import { privateTopics } from '@mhb-kit/core/request';

/** The register that confirms the identity of applicants. */
const register = Type.Union(
  [
    Type.Object(
      {
        kind: Type.Literal('http'),
        url: Type.String({ pattern: '^https?://' }),
        authorization: Type.String({
          minLength: 8,
          description: 'This value is secret; set the environment variable instead',
        }),
        contacts: Type.Optional(Type.Boolean({ description: 'Whether the register contains contact data' })),
        timeoutSeconds: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 30 })),
      },
      { additionalProperties: false },
    ),
    Type.Object({ kind: Type.Literal('imported') }, { additionalProperties: false }),
    Type.Object({ kind: Type.Literal('records') }, { additionalProperties: false }),
  ],
  {
    description:
      'What serves as the operator’s register: an endpoint, an imported file, or the source that also supplies the records',
  },
);

/** How people can open accounts themselves. */
export const registrationSettings = Type.Object(
  {
    confirmationUrl: Type.Optional(
      Type.String({ pattern: '^https?://', description: "Default: the gateway's own page" }),
    ),
    mailAdviceDomains: Type.Optional(
      Type.Array(Type.String({ pattern: '^[\\w-]+(?:\\.[\\w-]+)+$' }), {
        description:
          'Mail domains that are known not to deliver e-mail from the service; the registration form advises against them',
      }),
    ),
    register: Type.Optional(register),
    attemptsPerDay: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'How many times a day a person can try to prove their identity. Default: 5',
      }),
    ),
    smtp: Type.Object(
      { url: Type.String({ pattern: '^smtps?://' }), from: Type.String({ minLength: 3 }) },
      { additionalProperties: false },
    ),
    sms: Type.Object(
      { url: Type.String({ pattern: '^https?://' }), authorization: Type.Optional(Type.String()) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

/** The settings for login with the Citizen Digital Certificate. */
export const certificateSettings = Type.Object(
  {
    roots: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    authorities: Type.Array(
      Type.Object(
        {
          certificate: Type.String({ minLength: 1 }),
          revocationList: Type.Optional(Type.String({ pattern: '^https?://' })),
          responder: Type.Optional(Type.String({ pattern: '^https?://' })),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    enrolledBridgesOnly: Type.Optional(Type.Boolean()),
    ocsp: Type.Optional(
      Type.Boolean({
        description:
          'Whether to ask the OCSP responders before using the daily revocation list. Default: `true`',
      }),
    ),
  },
  { additionalProperties: false, description: 'Login with the Citizen Digital Certificate' },
);

/** The settings for login with a passkey. */
export const passkeySettings = Type.Object(
  {
    rpId: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'The relying party of WebAuthn. Default: the host of `publicUrl`. Do not change this setting later, because existing passkeys would stop working',
      }),
    ),
    origins: Type.Optional(
      Type.Array(Type.String({ pattern: '^https?://[^/]+$' }), {
        description:
          'Origins under `rpId`, other than the gateway’s own, on whose pages people can log in with a passkey',
      }),
    ),
    enrolFrom: Type.Optional(
      Type.Enum(sessionAssurances, {
        description:
          'The lowest assurance level of a session in which a passkey can be added. Default: the value of `minimumAssurance`',
      }),
    ),
    syncedKeys: Type.Optional(
      Type.Enum(['accept', 'refuse'], {
        description:
          'Whether to accept synced passkeys, which also work on the person’s other devices. Default: `accept`',
      }),
    ),
  },
  {
    additionalProperties: false,
    description:
      'Login with a passkey that was added after a login with a card or certificate. This feature is off unless this object is present',
  },
);

/** Lets legal representatives read the passbooks of the people whom they represent. */
export const representationSettings = Type.Object(
  {
    kinds: Type.Optional(
      Type.Array(Type.Enum(representationKinds), {
        minItems: 1,
        description: 'The kinds of representatives that the operator records. Default: both',
      }),
    ),
    ageOfMajority: Type.Optional(
      Type.Integer({
        minimum: 12,
        maximum: 30,
        description: 'The age at which a parent’s representation ends. Default: 18',
      }),
    ),
    withheld: Type.Optional(
      Type.Array(Type.Enum(privateTopics), {
        description:
          'The topics that minors may keep private from their representatives. Default: all of them',
      }),
    ),
    withheldFromAge: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 30,
        description: 'The age from which these topics are withheld. Default: 0, which applies to every minor',
      }),
    ),
  },
  {
    additionalProperties: false,
    description:
      'Lets legal representatives read the records of the people they represent. This feature is off unless this object is present',
  },
);
