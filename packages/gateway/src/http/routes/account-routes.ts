import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { PasswordResets } from '../../accounts/password-resets.js';
import type { Registrations } from '../../accounts/registrations.js';
import type { AcceptedReading, CardReading, CardReadings } from '../../sessions/card-readings.js';
import { networkOf } from '../../sessions/login-throttle.js';
import type { App } from '../app.js';
import type { Embedders } from '../embedders.js';
import { evenly } from '../even-time.js';
import {
  applicationSchema,
  confirmationSchema,
  openedApplicationSchema,
  passwordChoiceSchema,
  problemSchema,
  cardReadingSchema,
  ref,
  ticketSchema,
} from '../schemas.js';

export interface AccountRoutesParts {
  readonly registrations: Registrations;
  readonly passwordResets: PasswordResets;
  readonly readings: CardReadings;
  readonly embedders: Embedders;
  /** Of one network: each of these calls costs a password hash, a message, or both. */
  readonly loginsPerMinute: number;
}

/** What answers alike whether or not there is such a person. */
const accepted = { 202: Type.Null({ description: 'Taken; more goes by mail' }), default: ref(problemSchema) };
const done = { 204: Type.Null(), default: ref(problemSchema) };

export function addAccountRoutes(app: App, parts: AccountRoutesParts): void {
  const { registrations, passwordResets, readings, embedders, loginsPerMinute } = parts;
  const config = { rateLimit: { max: loginsPerMinute, timeWindow: '1 minute' } };
  const tags = ['accounts'];
  const accept = (reading: CardReading, request: FastifyRequest): Promise<AcceptedReading> =>
    readings.accept(reading, embedders.directPlace(request.headers.origin).origin);

  app.post(
    '/v1/registrations',
    {
      config,
      schema: {
        summary: 'Apply for an account (健保卡網路服務註冊)',
        description:
          'A mail with a link follows, valid five days. Answers alike for those registered already.',
        tags,
        body: ref(applicationSchema),
        response: accepted,
      },
    },
    async (request, reply) => {
      const { card, ...application } = request.body;
      const reading = await accept(card, request);
      await evenly(() => registrations.apply(application, reading));
      return reply.code(202).send(null);
    },
  );

  app.post(
    '/v1/registrations/reminders',
    {
      config,
      schema: {
        summary: 'Send the mail again (重寄確認信); the old link dies',
        tags,
        body: ref(cardReadingSchema),
        response: accepted,
      },
    },
    async (request, reply) => {
      const reading = await accept(request.body, request);
      await evenly(() => registrations.remind(reading));
      return reply.code(202).send(null);
    },
  );

  app.post(
    '/v1/registrations/openings',
    {
      config,
      schema: {
        summary: 'The link was opened, or its ticket typed: send a code to the mobile',
        tags,
        body: ref(ticketSchema),
        response: { 200: ref(openedApplicationSchema), default: ref(problemSchema) },
      },
    },
    (request) => registrations.open(request.body.ticket),
  );

  app.post(
    '/v1/registrations/confirmations',
    {
      config,
      schema: {
        summary: 'Confirm with card and code; the account is active',
        tags,
        body: ref(confirmationSchema),
        response: done,
      },
    },
    async (request, reply) => {
      const { ticket, code, card } = request.body;
      await registrations.confirm(ticket, code, await accept(card, request));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/password-resets',
    {
      config,
      schema: {
        summary: 'Forgotten password (忘記密碼): mail a one-time password',
        tags,
        body: ref(cardReadingSchema),
        response: accepted,
      },
    },
    async (request, reply) => {
      const reading = await accept(request.body, request);
      await evenly(() => passwordResets.request(reading));
      return reply.code(202).send(null);
    },
  );

  app.post(
    '/v1/password-resets/completions',
    {
      config,
      schema: {
        summary: 'Choose a new password with the card and the one-time password; every session ends',
        tags,
        body: ref(passwordChoiceSchema),
        response: done,
      },
    },
    async (request, reply) => {
      const { card, oneTimePassword, newPassword } = request.body;
      const reading = await accept(card, request);
      await evenly(() =>
        passwordResets.complete(reading, oneTimePassword, newPassword, networkOf(request.ip)),
      );
      return reply.code(204).send(null);
    },
  );
}
