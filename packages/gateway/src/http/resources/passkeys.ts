import Type from 'typebox';
import { MhbError } from '@mhb-kit/core/error';
import {
  passkeyEnrolmentStatuses,
  type AnswerOf,
  type BodyOf,
  type CompletedPasskeyEnrolment,
  type OpenedPasskeyEnrolment,
  type Passkey,
  type PasskeyCompletion,
  type PasskeyCreationOptions,
  type PasskeyEnrolment,
  type PasskeyEnrolmentState,
  type PasskeyLoginOptions,
} from '@mhb-kit/core/gateway';
import type { Audit } from '../../audit/audit.js';
import type { PasskeyEnrolments } from '../../passkeys/enrolments.js';
import type { Passkeys } from '../../passkeys/passkeys.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import type { Embedders } from '../../embedders/embedders.js';
import {
  contract,
  exampleToken,
  id,
  idParameters,
  inSession,
  instant,
  noContent,
  nullableText,
  opaqueToken,
  password,
  proofHeaders,
} from '../schema.js';
import { base64url, credentialId } from './passkey-credential.js';
import { assurance } from './session-view.js';

const challenge = Type.String({ minLength: 43, maxLength: 128 });
const timeout = Type.Integer({ description: 'The time limit in milliseconds' });

const loginOptionsSchema = contract<PasskeyLoginOptions>('PasskeyLoginOptions')(
  Type.Object({ challenge, rpId: Type.String(), timeout, userVerification: Type.Literal('required') }),
);

const passkeyListSchema = contract<AnswerOf<'GET /v1/account/passkeys'>>('PasskeyList')(
  Type.Object({
    passkeys: Type.Array(
      contract<Passkey>('Passkey')(
        Type.Object({
          id,
          name: Type.String(),
          assurance,
          synced: Type.Boolean({
            description:
              'Whether the passkey is synced to the person’s other devices, for example through iCloud Keychain',
          }),
          addedAt: instant('When the passkey was added'),
          lastUsedAt: Type.Union([instant('When the passkey was last used to log in'), Type.Null()]),
        }),
      ),
    ),
  }),
);

const beginningSchema = contract<BodyOf<'POST /v1/account/passkey-enrolments'>>('PasskeyBeginning')(
  Type.Object(
    { currentPassword: password },
    { additionalProperties: false, examples: [{ currentPassword: 'tamsui88' }] },
  ),
);

const enrolmentSchema = contract<PasskeyEnrolment>('PasskeyEnrolment')(
  Type.Object({
    id,
    ticket: opaqueToken,
    address: Type.String({
      description: 'The address of a page of the gateway, with the ticket in the fragment',
    }),
    expiresAt: instant('When the ticket expires'),
  }),
);

const stateSchema = contract<PasskeyEnrolmentState>('PasskeyEnrolmentState')(
  Type.Object({ status: Type.Enum(passkeyEnrolmentStatuses) }),
);

const confirmationSchema = contract<BodyOf<'POST /v1/account/passkey-enrolments/{id}/confirmations'>>(
  'PasskeyConfirmation',
)(
  Type.Object(
    { code: Type.String({ pattern: '^\\d{4}$' }) },
    { additionalProperties: false, examples: [{ code: '4821' }] },
  ),
);

const openingSchema = contract<BodyOf<'POST /v1/passkey-enrolments/openings'>>('PasskeyOpening')(
  Type.Object({ ticket: opaqueToken }, { additionalProperties: false, examples: [{ ticket: exampleToken }] }),
);

const creationOptionsSchema = contract<PasskeyCreationOptions>('PasskeyCreationOptions')(
  Type.Object({
    challenge,
    rp: Type.Object({ id: Type.String(), name: Type.String() }),
    user: Type.Object({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
    pubKeyCredParams: Type.Array(Type.Object({ type: Type.Literal('public-key'), alg: Type.Integer() })),
    timeout,
    excludeCredentials: Type.Array(Type.Object({ type: Type.Literal('public-key'), id: Type.String() })),
    authenticatorSelection: Type.Object({
      residentKey: Type.Literal('required'),
      requireResidentKey: Type.Literal(true),
      userVerification: Type.Literal('required'),
    }),
    attestation: Type.Literal('none'),
  }),
);

const openedSchema = contract<OpenedPasskeyEnrolment>('OpenedPasskeyEnrolment')(
  Type.Object({
    person: Type.Object({ name: Type.String({ examples: ['王○明'] }) }),
    embedder: nullableText(
      'Name of the website on which the enrollment began; null if it was a page of the gateway',
    ),
    options: creationOptionsSchema,
  }),
);

const completionSchema = contract<PasskeyCompletion>('PasskeyCompletion')(
  Type.Object(
    {
      ticket: opaqueToken,
      name: Type.String({ minLength: 1, maxLength: 40 }),
      credential: Type.Object(
        {
          id: credentialId,
          response: Type.Object(
            { clientDataJSON: base64url(4_096), attestationObject: base64url(16_384) },
            { additionalProperties: false },
          ),
        },
        { additionalProperties: false },
      ),
    },
    { additionalProperties: false },
  ),
);

const completedSchema = contract<CompletedPasskeyEnrolment>('CompletedPasskeyEnrolment')(
  Type.Object({
    code: nullableText(
      'Four digits to confirm in the session that began the enrollment; null if the passkey is already valid',
    ),
  }),
);

export interface PasskeysParts {
  /** `null` if the operator has not enabled passkeys. */
  readonly passkeys: Pick<PasskeyRoom, 'keys' | 'enrolments'> | null;
  readonly authentication: Authentication;
  readonly embedders: Embedders;
  readonly audit: Audit;
  /** The maximum number of these calls per minute from one network. */
  readonly loginsPerMinute: number;
}

export interface PasskeyRoom {
  readonly keys: Passkeys;
  readonly enrolments: PasskeyEnrolments;
}

/**
 * Adds the routes for logging in with a passkey, for managing an account's passkeys, and for adding one on a
 * device.
 */
export function addPasskeys(app: App, parts: PasskeysParts): void {
  const { passkeys, authentication, embedders, audit, loginsPerMinute: callsPerMinute } = parts;
  const tags = ['passkeys'];
  const off = 'login-method-unavailable';

  function room(): PasskeyRoom {
    if (passkeys === null) throw new MhbError(off, 'No passkeys are accepted here');
    return passkeys;
  }

  app.post(
    '/v1/passkey-challenges',
    {
      config: { problems: [off, 'direct-login-not-allowed'] },
      schema: {
        summary: 'A challenge for one login with a passkey',
        description:
          'The challenge can be used only once, within three minutes, with the key that signed the proof, and from the origin that requested it. Send the device’s response to POST /v1/sessions.',
        tags,
        headers: proofHeaders,
        response: { 201: loginOptionsSchema },
      },
    },
    async (request, reply) => {
      embedders.directPlace(request.headers.origin);
      const caller = await authentication.caller(request);
      return reply.code(201).send(await room().keys.loginOptions(caller));
    },
  );

  app.get(
    '/v1/account/passkeys',
    {
      config: { problems: [off] },
      schema: {
        summary: 'Passkeys of this person',
        tags,
        ...inSession,
        response: { 200: passkeyListSchema },
      },
    },
    async (request) => {
      const { id: sessionId, accountId } = await authentication.session(request, 'account');
      const list = await room().keys.list(accountId);
      await audit({ action: 'account.read', accountId, sessionId, subject: null });
      return { passkeys: [...list] };
    },
  );

  app.delete(
    '/v1/account/passkeys/:id',
    {
      config: { problems: [off, 'not-found'] },
      schema: {
        summary: 'Remove a passkey and end the sessions that it opened',
        tags,
        ...inSession,
        params: idParameters,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const { id: sessionId, accountId } = await authentication.session(request, 'account');
      if (!(await room().keys.remove(accountId, request.params.id, sessionId)))
        throw new MhbError('not-found', 'This person has no such passkey');
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/account/passkey-enrolments',
    {
      config: {
        callsPerMinute,
        problems: [
          off,
          'stronger-login-required',
          'assurance-too-low',
          'quota-reached',
          'login-failed',
          'too-many-attempts',
          'guesses-used-up',
        ],
      },
      schema: {
        summary: 'Start to add a passkey',
        description:
          'The session must have been opened with a card or a certificate, and the person must enter the password again. The passkey has the same assurance as that session. Any other enrollment that is in progress becomes invalid.',
        tags,
        ...inSession,
        body: beginningSchema,
        response: { 201: enrolmentSchema },
      },
    },
    async (request, reply) => {
      const session = await authentication.session(request, 'account');
      const { currentPassword } = request.body;
      return reply.code(201).send(await room().enrolments.begin(session, currentPassword, request.network));
    },
  );

  app.get(
    '/v1/account/passkey-enrolments/:id',
    {
      config: { problems: [off, 'not-found'] },
      schema: {
        summary: 'The state of an enrollment that began in this session',
        tags,
        ...inSession,
        params: idParameters,
        response: { 200: stateSchema },
      },
    },
    async (request) => {
      const session = await authentication.session(request, 'account');
      return room().enrolments.state(session, request.params.id);
    },
  );

  app.post(
    '/v1/account/passkey-enrolments/:id/confirmations',
    {
      config: {
        callsPerMinute,
        problems: [off, 'code-wrong', 'code-expired', 'ticket-invalid', 'passkey-refused'],
      },
      schema: {
        summary:
          'Confirm the code that the other device shows; the passkey on that device then becomes valid',
        tags,
        ...inSession,
        params: idParameters,
        body: confirmationSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const session = await authentication.session(request, 'account');
      await room().enrolments.confirm(session, request.params.id, request.body.code);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/passkey-enrolments/openings',
    {
      config: { callsPerMinute, problems: [off, 'ticket-invalid', 'not-found'] },
      schema: {
        summary:
          'Open a ticket on the device that will store the passkey; after that, only that device can continue',
        tags,
        headers: proofHeaders,
        body: openingSchema,
        response: { 200: openedSchema },
      },
    },
    async (request) => {
      const caller = await authentication.caller(request);
      const opened = await room().enrolments.open(request.body.ticket, caller);
      const { embedder } = opened;
      return { ...opened, embedder: embedder === null ? null : (embedders.find(embedder)?.name ?? embedder) };
    },
  );

  app.post(
    '/v1/passkey-enrolments/completions',
    {
      config: { callsPerMinute, problems: [off, 'ticket-invalid', 'challenge-expired', 'passkey-refused'] },
      schema: {
        summary: 'Complete the enrollment after the device has created the passkey',
        tags,
        headers: proofHeaders,
        body: completionSchema,
        response: { 200: completedSchema },
      },
    },
    async (request) => {
      const caller = await authentication.caller(request);
      return { code: await room().enrolments.complete(request.body, caller) };
    },
  );
}
