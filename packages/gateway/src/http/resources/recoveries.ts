import Type from 'typebox';
import type {
  BodyOf,
  MobileRecoveryConfirmation,
  MobileRecoveryOpening,
  MobileRecoveryRequest,
  OpenedMobileRecovery,
  RecoveryConfirmation,
  RecoveryRequest,
} from '@mhb-kit/core/gateway';
import type { MobileRecoveries } from '../../self-service/mobile-recoveries.js';
import type { Recoveries } from '../../self-service/recoveries.js';
import type { Suspensions } from '../../self-service/suspensions.js';
import type { App } from '../app.js';
import { evenly } from '../even-time.js';
import {
  contract,
  day,
  exampleToken,
  instant,
  mobile,
  nationalId,
  noContent,
  opaqueToken,
  password,
  sixDigits,
  proofHeaders,
} from '../schema.js';
import {
  acceptReading,
  cardReadingSchema,
  exampleReading,
  readingProblems,
  type ReadingParts,
} from './card-reading.js';
import { taken } from './registrations.js';
import { codeRequestSchema } from './sessions.js';

const householdNumber = Type.String({ minLength: 1, maxLength: 20, description: '戶號' });
const birthDate = day('Date of birth');

const recoverySchema = contract<RecoveryRequest>('RecoveryRequest')(
  Type.Object(
    {
      card: cardReadingSchema,
      password,
      householdNumber,
      birthDate,
      formerNationalId: Type.Union([nationalId, Type.Null()], {
        description: 'The ID number with which the account was opened; null if it is the number on the card',
      }),
    },
    {
      additionalProperties: false,
      examples: [
        {
          card: exampleReading,
          password: 'tamsui88',
          householdNumber: 'F1234567',
          birthDate: '1990-05-17',
          formerNationalId: null,
        },
      ],
    },
  ),
);

const recoveryConfirmationSchema = contract<RecoveryConfirmation>('RecoveryConfirmation')(
  Type.Object(
    { handle: opaqueToken, code: sixDigits },
    { additionalProperties: false, examples: [{ handle: exampleToken, code: '482913' }] },
  ),
);

const mobileRecoverySchema = contract<MobileRecoveryRequest>('MobileRecoveryRequest')(
  Type.Object(
    { card: cardReadingSchema, password, householdNumber, birthDate, mobile },
    {
      additionalProperties: false,
      examples: [
        {
          card: exampleReading,
          password: 'tamsui88',
          householdNumber: 'F1234567',
          birthDate: '1990-05-17',
          mobile: '0912345678',
        },
      ],
    },
  ),
);

/** People type this ticket, so the schema accepts any text, and wrong input is reported as `ticket-invalid`. */
const letterCode = Type.String({ minLength: 1, maxLength: 64 });
const exampleLetterCode = 'FTWS-CZ8M-M180-JKJY';

const mobileOpeningSchema = contract<MobileRecoveryOpening>('MobileRecoveryOpening')(
  Type.Object(
    { card: cardReadingSchema, letterCode },
    { additionalProperties: false, examples: [{ card: exampleReading, letterCode: exampleLetterCode }] },
  ),
);

const openedMobileRecoverySchema = contract<OpenedMobileRecovery>('OpenedMobileRecovery')(
  Type.Object({
    mobile: Type.String({ description: 'The last three digits of the mobile number' }),
    codeExpiresAt: instant('When the code expires'),
  }),
);

const mobileConfirmationSchema = contract<MobileRecoveryConfirmation>('MobileRecoveryConfirmation')(
  Type.Object(
    { card: cardReadingSchema, letterCode, code: sixDigits },
    {
      additionalProperties: false,
      examples: [{ card: exampleReading, letterCode: exampleLetterCode, code: '482913' }],
    },
  ),
);

const suspensionSchema = contract<BodyOf<'POST /v1/suspensions'>>('Suspension')(
  Type.Object(
    { nationalId, password },
    { additionalProperties: false, examples: [{ nationalId: 'A123456789', password: 'tamsui88' }] },
  ),
);

export interface RecoveriesParts extends ReadingParts {
  readonly recoveries: Recoveries;
  readonly mobileRecoveries: MobileRecoveries;
  readonly suspensions: Suspensions;
  /**
   * The maximum number of these calls per minute from one network; each requires a password hash, a message, or
   * both.
   */
  readonly loginsPerMinute: number;
}

/**
 * Adds the routes for people who cannot log in because they have a new card, a new ID number or a new phone, or
 * because their account is suspended. With these routes, people without their card can also suspend their account.
 */
export function addRecoveries(app: App, parts: RecoveriesParts): void {
  const { recoveries, mobileRecoveries, suspensions, embedders, loginsPerMinute } = parts;
  const callsPerMinute = loginsPerMinute;
  const tags = ['accounts'];

  app.post(
    '/v1/recoveries',
    {
      config: {
        callsPerMinute,
        problems: [
          'quota-reached',
          ...readingProblems,
          'login-failed',
          'too-many-attempts',
          'guesses-used-up',
          'identity-not-confirmed',
        ],
      },
      schema: {
        summary:
          'Start to assign another card to an account, or to resume a suspended account; a code is sent to the mobile number',
        description:
          'This is for people with a new card, a changed ID number (`formerNationalId`) or a suspended account. Nothing changes until the code has been entered and the register has confirmed the person’s identity.',
        tags,
        headers: proofHeaders,
        body: recoverySchema,
        response: { 202: codeRequestSchema },
      },
    },
    async (request, reply) => {
      const { card, ...rest } = request.body;
      const reading = await acceptReading(parts, card, request);
      const issued = await evenly(() => recoveries.begin(rest, reading, request.network));
      return reply.code(202).send({ ...issued, expiresAt: issued.expiresAt.toISOString() });
    },
  );

  app.post(
    '/v1/recoveries/confirmations',
    {
      config: {
        callsPerMinute,
        problems: ['direct-login-not-allowed', 'code-wrong', 'code-expired', 'identity-not-confirmed'],
      },
      schema: {
        summary:
          'Confirm the code; the new card then becomes valid, the previous card becomes invalid, and every session ends',
        tags,
        body: recoveryConfirmationSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      embedders.directPlace(request.headers.origin);
      const { handle, code } = request.body;
      await recoveries.confirm(handle, code);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/mobile-recoveries',
    {
      config: {
        callsPerMinute,
        problems: [
          ...readingProblems,
          'login-failed',
          'too-many-attempts',
          'guesses-used-up',
          'identity-not-confirmed',
        ],
      },
      schema: {
        summary:
          'After losing the phone, request a letter with a code; it is sent to the address in the operator’s records',
        tags,
        headers: proofHeaders,
        body: mobileRecoverySchema,
        response: taken,
      },
    },
    async (request, reply) => {
      const { card, ...rest } = request.body;
      const reading = await acceptReading(parts, card, request);
      await evenly(() => mobileRecoveries.request(rest, reading, request.network));
      return reply.code(202).send();
    },
  );

  app.post(
    '/v1/mobile-recoveries/openings',
    {
      config: { callsPerMinute, problems: [...readingProblems, 'ticket-invalid', 'quota-reached'] },
      schema: {
        summary: 'Enter the code from the letter; another code is then sent to the new number',
        tags,
        headers: proofHeaders,
        body: mobileOpeningSchema,
        response: { 200: openedMobileRecoverySchema },
      },
    },
    async (request) => {
      const { card, letterCode: typed } = request.body;
      return mobileRecoveries.open(typed, await acceptReading(parts, card, request));
    },
  );

  app.post(
    '/v1/mobile-recoveries/confirmations',
    {
      config: {
        callsPerMinute,
        problems: [...readingProblems, 'ticket-invalid', 'code-wrong', 'code-expired'],
      },
      schema: {
        summary: 'Confirm the new number with the code that was sent to it; every session ends',
        tags,
        headers: proofHeaders,
        body: mobileConfirmationSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const { card, letterCode: typed, code } = request.body;
      await mobileRecoveries.confirm(typed, code, await acceptReading(parts, card, request));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/suspensions',
    {
      config: {
        callsPerMinute,
        problems: ['direct-login-not-allowed', 'login-failed', 'too-many-attempts', 'guesses-used-up'],
      },
      schema: {
        summary: 'Suspend an account without using its card, for example if the card was lost',
        tags,
        body: suspensionSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      embedders.directPlace(request.headers.origin);
      const { nationalId: typed, password: secret } = request.body;
      await evenly(() => suspensions.suspend(typed, secret, request.network));
      return reply.code(204).send(null);
    },
  );
}
