import type { CardReading, SessionAssurance } from '@mhb-kit/core/gateway';
import { normalizeNationalId } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import { isAtLeast, tooLow } from './assurance.js';
import type { Attestations } from './attestation.js';
import type { Caller, Challenges } from './challenges.js';

export interface AcceptedReading {
  readonly nationalId: string;
  readonly cardNumber: string;
  readonly assurance: SessionAssurance;
  /** The thumbprint of the bridge that signed the reading; `null` if no bridge signed it. */
  readonly bridge: string | null;
  /**
   * The name that a bridge read from the card; `null` if the name is not attested or not suitable for comparison.
   */
  readonly name: string | null;
}

export interface CardReadings {
  /**
   * Consumes the challenge and determines the assurance of the reading. Whether a reading is refused does not
   * depend on any account. A reading below the operator's minimum is accepted if a code by SMS could raise it to
   * that minimum.
   * @throws {MhbError} `challenge-expired`, `attestation-refused`, `assurance-too-low`
   */
  accept(reading: CardReading, caller: Caller): Promise<AcceptedReading>;
}

/** @param minimum The lowest assurance that the operator accepts. */
export function createCardReadings(
  challenges: Challenges,
  attestations: Attestations,
  minimum: SessionAssurance,
): CardReadings {
  return {
    async accept({ nationalId, cardNumber, nonce, attestation }, caller) {
      if (!(await challenges.consume(nonce, caller))) {
        throw new MhbError(
          'challenge-expired',
          'The challenge is unknown, used, expired or from another page',
        );
      }
      const attested = await attestations.verify(attestation, {
        nationalId,
        cardNumber,
        nonce,
        origin: caller.origin,
      });
      const assurance: SessionAssurance = attested?.enrolled === true ? 'card-read-enrolled' : 'card-read';
      if (!isAtLeast(assurance, minimum) && minimum !== 'card-read-confirmed')
        throw tooLow(assurance, minimum);
      return {
        nationalId: normalizeNationalId(nationalId),
        cardNumber,
        assurance,
        bridge: attested?.bridge ?? null,
        name: attested?.name ?? null,
      };
    },
  };
}
