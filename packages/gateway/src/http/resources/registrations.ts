import Type from 'typebox';
import type { CdcIdentity } from '@mhb-kit/core/card/verify-cdc';
import { MhbError } from '@mhb-kit/core/error';
import type {
  ApplicantCertificate,
  BodyOf,
  OpenedApplication,
  RegistrationApplication,
  RegistrationConfirmation,
} from '@mhb-kit/core/gateway';
import type { Registrations } from '../../self-service/registrations.js';
import type { Caller } from '../../sessions/challenges.js';
import type { Certificates } from '../../sessions/certificates.js';
import type { App } from '../app.js';
import { evenly } from '../even-time.js';
import {
  contract,
  day,
  email,
  exampleToken,
  instant,
  mobile,
  noContent,
  password,
  shownPerson,
  sixDigits,
  telephone,
  proofHeaders,
} from '../schema.js';
import {
  acceptReading,
  cardReadingFields,
  cardReadingSchema,
  exampleReading,
  readingProblems,
  type ReadingParts,
} from './card-reading.js';
import { certificateProblems, certificateToken } from './certificate.js';

const applicationSchema = contract<RegistrationApplication>('RegistrationApplication')(
  Type.Object(
    {
      card: cardReadingSchema,
      name: Type.String({ minLength: 1, maxLength: 60 }),
      householdNumber: Type.String({ minLength: 1, maxLength: 20, description: '戶號' }),
      registeredAddress: Type.String({ minLength: 1, maxLength: 100, description: '戶籍鄉鎮里鄰' }),
      birthDate: day('Date of birth'),
      password,
      telephone,
      mobile,
      email,
      alternateEmail: Type.Union([email, Type.Null()]),
      certificate: Type.Optional(
        Type.Object(
          { nonce: cardReadingFields.nonce, token: certificateToken },
          {
            additionalProperties: false,
            description:
              'A certificate that proves the person’s identity and replaces the check against the register',
          },
        ),
      ),
      clientId: Type.Optional(
        Type.String({
          maxLength: 60,
          description: 'The website that sent the person; unknown websites are ignored',
        }),
      ),
    },
    {
      additionalProperties: false,
      examples: [
        {
          card: exampleReading,
          name: '王曉明',
          householdNumber: 'F1234567',
          registeredAddress: '新北市淡水區民生里三鄰',
          birthDate: '1990-05-17',
          password: 'tamsui88',
          telephone: null,
          mobile: '0912345678',
          email: 'ming@example.tw',
          alternateEmail: null,
        },
      ],
    },
  ),
);

/**
 * People can type this ticket instead of opening the link, so the schema accepts any text, and wrong input is
 * reported as `ticket-invalid`.
 */
const ticket = Type.String({ minLength: 1, maxLength: 64 });

export const ticketSchema = contract<BodyOf<'POST /v1/registrations/openings'>>('RegistrationTicket')(
  Type.Object({ ticket }, { additionalProperties: false, examples: [{ ticket: exampleToken }] }),
);

const openedApplicationSchema = contract<OpenedApplication>('OpenedApplication')(
  Type.Object({
    person: shownPerson,
    mobile: Type.String({ description: 'The last three digits of the mobile number' }),
    codeExpiresAt: instant('When the code expires'),
  }),
);

const confirmationSchema = contract<RegistrationConfirmation>('RegistrationConfirmation')(
  Type.Object(
    { ticket, code: sixDigits, card: cardReadingSchema },
    {
      additionalProperties: false,
      examples: [{ ticket: exampleToken, code: '482913', card: exampleReading }],
    },
  ),
);

/** The response for accepted calls, which is the same whether or not the person exists. */
export const taken = {
  202: Type.Unsafe<undefined>(Type.Null({ description: 'Accepted; further steps are sent by e-mail' })),
};

export interface RegistrationsParts extends ReadingParts {
  readonly registrations: Registrations;
  /** `null` if this gateway accepts no certificates. */
  readonly certificates: Certificates | null;
  /**
   * The maximum number of these calls per minute from one network; each requires a password hash, a message, or
   * both.
   */
  readonly loginsPerMinute: number;
}

export function addRegistrations(app: App, parts: RegistrationsParts): void {
  const { registrations, loginsPerMinute } = parts;
  const callsPerMinute = loginsPerMinute;
  const tags = ['accounts'];

  async function verified(
    { nonce, token }: ApplicantCertificate,
    nationalId: string,
    caller: Caller,
  ): Promise<CdcIdentity> {
    if (parts.certificates === null)
      throw new MhbError('login-method-unavailable', 'No certificates are accepted here');
    return parts.certificates.verify({ nonce, nationalId, token }, caller);
  }

  app.post(
    '/v1/registrations',
    {
      config: {
        callsPerMinute,
        problems: [
          ...readingProblems,
          ...certificateProblems,
          'password-not-acceptable',
          'password-guessable',
          'card-mismatch',
          'too-many-attempts',
        ],
      },
      schema: {
        summary: 'Apply for an account (健保卡網路服務註冊)',
        description:
          'The response is the same for everybody. The result is then sent by e-mail: people who match the operator’s records get a link that is valid for five days, and everybody else gets advice.',
        tags,
        headers: proofHeaders,
        body: applicationSchema,
        response: taken,
      },
    },
    async (request, reply) => {
      const { card, certificate, clientId, ...application } = request.body;
      parts.embedders.directPlace(request.headers.origin);
      const caller = await parts.authentication.caller(request);
      const reading = await acceptReading(parts, card, request, caller);
      const proof =
        certificate === undefined ? null : await verified(certificate, reading.nationalId, caller);
      const sender = clientId === undefined ? null : (parts.embedders.find(clientId)?.id ?? null);
      await evenly(() => registrations.apply({ ...application, sender }, reading, proof));
      return reply.code(202).send();
    },
  );

  app.post(
    '/v1/registrations/reminders',
    {
      config: { callsPerMinute, problems: readingProblems },
      schema: {
        summary: 'Send the confirmation e-mail again (重寄確認信); the previous link becomes invalid',
        tags,
        headers: proofHeaders,
        body: cardReadingSchema,
        response: taken,
      },
    },
    async (request, reply) => {
      const reading = await acceptReading(parts, request.body, request);
      await evenly(() => registrations.remind(reading));
      return reply.code(202).send();
    },
  );

  app.post(
    '/v1/registrations/openings',
    {
      config: { callsPerMinute, problems: ['ticket-invalid', 'quota-reached'] },
      schema: {
        summary:
          'Open the link or enter the ticket from the e-mail; a code is then sent to the mobile number',
        tags,
        body: ticketSchema,
        response: { 200: openedApplicationSchema },
      },
    },
    (request) => registrations.open(request.body.ticket),
  );

  app.post(
    '/v1/registrations/confirmations',
    {
      config: {
        callsPerMinute,
        problems: [...readingProblems, 'code-wrong', 'code-expired', 'ticket-invalid', 'card-mismatch'],
      },
      schema: {
        summary: 'Confirm the registration with the card and the code; the account then becomes active',
        tags,
        headers: proofHeaders,
        body: confirmationSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const { ticket, code, card } = request.body;
      await registrations.confirm(ticket, code, await acceptReading(parts, card, request));
      return reply.code(204).send(null);
    },
  );
}
