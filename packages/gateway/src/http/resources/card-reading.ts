import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { MhbErrorCode } from '@mhb-kit/core/error';
import type { CardReading } from '@mhb-kit/core/gateway';
import type { AcceptedReading, CardReadings } from '../../sessions/card-readings.js';
import type { Caller } from '../../sessions/challenges.js';
import type { Authentication } from '../authenticate.js';
import type { Embedders } from '../../embedders/embedders.js';
import { contract, exampleToken, nationalId } from '../schema.js';

/** The schema of a card reading that a page made for a challenge; several request bodies contain it. */

export const cardReadingFields = {
  nonce: Type.String({ minLength: 43, maxLength: 128, description: 'A challenge that this gateway issued' }),
  cardNumber: Type.String({ pattern: '^\\d{12}$' }),
  nationalId,
  attestation: Type.Union([Type.String({ maxLength: 4096 }), Type.Null()]),
};

/** An example reading of a fictitious person's card. */
export const exampleReading = {
  nonce: exampleToken,
  cardNumber: '000012345678',
  nationalId: 'A123456789',
  attestation: null,
};

export const cardReadingSchema = contract<CardReading>('CardReading')(
  Type.Object(cardReadingFields, { additionalProperties: false, examples: [exampleReading] }),
);

export const readingProblems: readonly MhbErrorCode[] = [
  'challenge-expired',
  'attestation-refused',
  'assurance-too-low',
  'direct-login-not-allowed',
];

export interface ReadingParts {
  readonly readings: CardReadings;
  readonly embedders: Embedders;
  readonly authentication: Authentication;
}

/**
 * Accepts a reading sent by one of the gateway’s own pages, or by a website that is allowed to process secrets.
 * @param caller the caller, if the caller's proof has already been verified; a proof can be used only once
 */
export async function acceptReading(
  { readings, embedders, authentication }: ReadingParts,
  reading: CardReading,
  request: FastifyRequest,
  caller?: Caller,
): Promise<AcceptedReading> {
  embedders.directPlace(request.headers.origin);
  return readings.accept(reading, caller ?? (await authentication.caller(request)));
}
