import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { MhbError } from '@mhb-kit/core/error';
import {
  sessionAssurances,
  type CardReading,
  type Challenge,
  type SessionAssurance,
} from '@mhb-kit/core/gateway';
import { normalizeNationalId } from '@mhb-kit/core/identity';
import { newSecret } from './secrets.js';
import { later, MINUTE, type Clock } from './time.js';

const CHALLENGE_LIFETIME = 3 * MINUTE;

export const isAtLeast = (assurance: SessionAssurance, minimum: SessionAssurance): boolean =>
  sessionAssurances.indexOf(assurance) >= sessionAssurances.indexOf(minimum);

export interface EnrolledBridge {
  readonly name: string;
  /** The bridge's public device key, on the P-256 curve. */
  readonly publicJwk: JWK;
}

export interface AcceptedReading {
  readonly nationalId: string;
  readonly cardNumber: string;
  readonly assurance: SessionAssurance;
  /** The thumbprint of the bridge that signed the reading; `null` if no bridge signed it. */
  readonly bridge: string | null;
  /** The name that the bridge read; `null` if the reading is not attested or the name is truncated. */
  readonly name: string | null;
}

interface Attested {
  readonly bridge: string;
  readonly enrolled: boolean;
  readonly name: string | null;
}

interface AttestationClaims {
  readonly basic?: Readonly<Record<string, unknown>>;
  readonly nonce?: unknown;
  readonly origin?: unknown;
}

/** The caller that requests or uses a challenge. */
export interface Caller {
  /** The thumbprint of the key in the call's proof. */
  readonly key: string;
  /** The page's origin, or the gateway's own origin if the call names none. */
  readonly origin: string;
}

/** Issues challenges, and verifies the card readings made for them. */
export class CardReadings {
  readonly #clock: Clock;
  readonly #minimum: SessionAssurance;
  readonly #bridges: readonly EnrolledBridge[];
  readonly #challenges = new Map<string, Caller & { readonly expiresAt: Date }>();

  constructor(clock: Clock, minimum: SessionAssurance, bridges: readonly EnrolledBridge[]) {
    this.#clock = clock;
    this.#minimum = minimum;
    this.#bridges = bridges;
  }

  challenge(caller: Caller): Challenge {
    const nonce = newSecret();
    const expiresAt = later(this.#clock(), CHALLENGE_LIFETIME);
    this.#challenges.set(nonce, { ...caller, expiresAt });
    return { nonce, expiresAt: expiresAt.toISOString() };
  }

  /** Consumes a challenge. @throws {MhbError} `challenge-expired` */
  consume(nonce: string, { key, origin }: Caller): void {
    const issued = this.#challenges.get(nonce);
    const isTheirs = issued?.key === key && issued.origin === origin;
    if (!isTheirs || issued.expiresAt <= this.#clock())
      throw new MhbError('challenge-expired', 'The challenge is unknown, used, expired or from another page');
    this.#challenges.delete(nonce);
  }

  /** @throws {MhbError} `challenge-expired`, `attestation-refused`, `assurance-too-low` */
  async accept(reading: CardReading, caller: Caller): Promise<AcceptedReading> {
    this.consume(reading.nonce, caller);
    const attested = await this.#attested(reading, caller.origin);
    const assurance = attested?.enrolled === true ? 'card-read-enrolled' : 'card-read';
    // A code by SMS can raise a reading to `card-read-confirmed`, but no further.
    if (!isAtLeast(assurance, this.#minimum) && this.#minimum !== 'card-read-confirmed')
      throw new MhbError('assurance-too-low', 'The operator requires a stronger proof of identity', {
        details: { assurance, minimumAssurance: this.#minimum },
      });
    return {
      nationalId: normalizeNationalId(reading.nationalId),
      cardNumber: reading.cardNumber,
      assurance,
      bridge: attested?.bridge ?? null,
      name: attested?.name ?? null,
    };
  }

  async #attested(reading: CardReading, origin: string): Promise<Attested | null> {
    const { attestation, cardNumber, nationalId, nonce } = reading;
    if (attestation === null) return null;
    try {
      const { kid, jwk, typ } = decodeProtectedHeader(attestation);
      const enrolled = await this.#enrolled(kid);
      const key = enrolled ?? jwk;
      if (key === undefined) return null;
      if (typ !== 'nhi-reading+jwt') throw new Error('Not a reading');
      const { payload } = await compactVerify(attestation, await importJWK(key, 'ES256'), {
        algorithms: ['ES256'],
      });
      const claims = JSON.parse(new TextDecoder().decode(payload)) as AttestationClaims;
      const { basic = {} } = claims;
      if (
        basic['cardNumber'] !== cardNumber ||
        basic['nationalId'] !== nationalId ||
        claims.nonce !== nonce ||
        claims.origin !== origin
      )
        throw new Error('The attestation is for another reading');
      return {
        bridge: await calculateJwkThumbprint(key),
        enrolled: enrolled !== undefined,
        name: typeof basic['name'] === 'string' && basic['nameQuality'] === 'ok' ? basic['name'] : null,
      };
    } catch (cause) {
      throw new MhbError('attestation-refused', 'The attestation of the card reading is not valid', {
        cause,
      });
    }
  }

  async #enrolled(kid: string | undefined): Promise<JWK | undefined> {
    for (const { publicJwk } of this.#bridges)
      if ((await calculateJwkThumbprint(publicJwk)) === kid) return publicJwk;
    return undefined;
  }
}
