import Type from 'typebox';
import type { PasswordChoice } from '@mhb-kit/core/gateway';
import type { PasswordResets } from '../../self-service/password-resets.js';
import type { App } from '../app.js';
import { evenly } from '../even-time.js';
import { contract, noContent, password, proofHeaders } from '../schema.js';
import {
  acceptReading,
  cardReadingSchema,
  exampleReading,
  readingProblems,
  type ReadingParts,
} from './card-reading.js';
import { taken } from './registrations.js';

const passwordChoiceSchema = contract<PasswordChoice>('PasswordChoice')(
  Type.Object(
    { card: cardReadingSchema, oneTimePassword: password, newPassword: password },
    {
      additionalProperties: false,
      examples: [{ card: exampleReading, oneTimePassword: 'k7Qm2xPz', newPassword: 'jiufen77' }],
    },
  ),
);

export interface PasswordResetsParts extends ReadingParts {
  readonly passwordResets: PasswordResets;
  /**
   * The maximum number of these calls per minute from one network; each requires a password hash, a message, or
   * both.
   */
  readonly loginsPerMinute: number;
}

export function addPasswordResets(app: App, parts: PasswordResetsParts): void {
  const { passwordResets, loginsPerMinute } = parts;
  const callsPerMinute = loginsPerMinute;
  const tags = ['accounts'];

  app.post(
    '/v1/password-resets',
    {
      config: { callsPerMinute, problems: readingProblems },
      schema: {
        summary: 'Forgotten password (忘記密碼): request a one-time password by e-mail',
        tags,
        headers: proofHeaders,
        body: cardReadingSchema,
        response: taken,
      },
    },
    async (request, reply) => {
      const reading = await acceptReading(parts, request.body, request);
      await evenly(() => passwordResets.request(reading));
      return reply.code(202).send();
    },
  );

  app.post(
    '/v1/password-resets/completions',
    {
      config: {
        callsPerMinute,
        problems: [
          ...readingProblems,
          'password-not-acceptable',
          'password-guessable',
          'login-failed',
          'too-many-attempts',
        ],
      },
      schema: {
        summary: 'Set a new password with the card and the one-time password; every session ends',
        tags,
        headers: proofHeaders,
        body: passwordChoiceSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const { card, oneTimePassword, newPassword } = request.body;
      const reading = await acceptReading(parts, card, request);
      await evenly(() => passwordResets.complete(reading, oneTimePassword, newPassword, request.network));
      return reply.code(204).send(null);
    },
  );
}
