import Type from 'typebox';
import type { Challenge } from '@mhb-kit/core/gateway';
import type { Challenges } from '../../sessions/challenges.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import { contract, instant, proofHeaders } from '../schema.js';

const challengeSchema = contract<Challenge>('Challenge')(
  Type.Object({
    nonce: Type.String({ minLength: 43, maxLength: 128 }),
    expiresAt: instant('When the challenge expires'),
  }),
);

export interface ChallengesParts {
  readonly challenges: Challenges;
  readonly authentication: Authentication;
}

export function addChallenges(app: App, { challenges, authentication }: ChallengesParts): void {
  app.post(
    '/v1/challenges',
    {
      schema: {
        summary: 'A challenge for one card reading',
        description:
          'The challenge can be used only once, within three minutes, with the key that signed the proof, and from the origin that requested it.',
        tags: ['sessions'],
        headers: proofHeaders,
        response: { 201: challengeSchema },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await challenges.issue(await authentication.caller(request))),
  );
}
