import Type, { type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { MhbError } from '@mhb-kit/core/error';
import { SECOND } from '../scheduling/clock.js';
import type { Register } from './register.js';

/**
 * Uses an HTTP endpoint of the operator as the register. The schemas of its requests and responses are published
 * in docs/reference/register.md.
 */

export interface HttpRegisterOptions {
  /**
   * The base URL, such as `https://register.example.tw/mhb/v1`. The gateway posts to `…/verifications` and
   * `…/contacts`.
   */
  readonly url: string;
  /** The value of the `Authorization` header, such as `Bearer …`. */
  readonly authorization: string;
  /** Whether the endpoint supports `…/contacts`. Defaults to false. */
  readonly contacts?: boolean;
  /** The time limit for each call in milliseconds. Defaults to 5,000. */
  readonly callTimeout?: number;
  readonly fetch?: typeof globalThis.fetch;
}

const text = (description: string) => Type.String({ minLength: 1, description });
const nullable = (description: string) =>
  Type.Union([Type.String({ minLength: 1 }), Type.Null()], { description });

/** The body posted to `…/verifications`. */
export const verificationSchema = Type.Object(
  {
    nationalId: text('National ID or resident number, in upper case'),
    cardNumber: Type.String({ pattern: '^\\d{12}$', description: 'Number on the NHI card' }),
    householdNumber: text('戶號'),
    birthDate: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Gregorian' }),
    name: text('As the person typed it'),
    registeredAddress: nullable('戶籍鄉鎮里鄰, as the person typed it; null: do not compare it'),
  },
  { additionalProperties: false },
);

/** The expected response. */
export const verificationAnswerSchema = Type.Object(
  { answer: Type.Enum(['match', 'no-match', 'see-a-person']) },
  { additionalProperties: false },
);

/** The body posted to `…/contacts`. */
export const contactQuestionSchema = Type.Object(
  { nationalId: text('As above') },
  { additionalProperties: false },
);

/** The expected response. A 404 means that nobody has that number, or that no contact is known. */
export const contactAnswerSchema = Type.Object(
  { email: nullable('Mailbox'), mobile: nullable('09xxxxxxxx'), postalAddress: nullable('For letters') },
  { additionalProperties: false },
);

/** The maximum length of a response in bytes; valid responses are far shorter. */
const LONGEST_ANSWER = 16 * 1024;

export function createHttpRegister(options: HttpRegisterOptions): Register {
  const { url, authorization, callTimeout = 5 * SECOND, contacts = false } = options;
  const fetch = options.fetch ?? globalThis.fetch;
  const base = url.replace(/\/+$/, '');

  /**
   * Posts a query, and returns the response; `null` if the status is 404. A response that does not match the
   * schema is treated as an outage.
   */
  async function ask<T extends TSchema>(
    path: string,
    question: unknown,
    schema: T,
    signal: AbortSignal,
  ): Promise<Static<T> | null> {
    let cause: unknown;
    try {
      const response = await fetch(`${base}/${path}`, {
        method: 'POST',
        redirect: 'error',
        headers: {
          Accept: 'application/json',
          Authorization: authorization,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(question),
        signal: AbortSignal.any([signal, AbortSignal.timeout(callTimeout)]),
      });
      if (response.status === 200) {
        const answer: unknown = JSON.parse(await readAtMost(response, LONGEST_ANSWER));
        if (Value.Check(schema, answer)) return answer;
      } else {
        await response.body?.cancel();
        if (response.status === 404) return null;
      }
    } catch (error) {
      cause = error;
    }
    throw unavailable(cause);
  }

  return {
    async verifyApplicant(applicant, signal) {
      const answer = await ask('verifications', applicant, verificationAnswerSchema, signal);
      // A wrong URL also returns 404, so this status does not prove that the person is unknown.
      if (answer === null) throw unavailable();
      return answer.answer;
    },
    ...(contacts
      ? {
          contactOnRecord: (nationalId, signal) =>
            ask('contacts', { nationalId }, contactAnswerSchema, signal),
        }
      : {}),
  };
}

/**
 * Reads a body as text.
 * @throws if the body is longer than the limit
 */
async function readAtMost(response: Response, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > limit) throw new Error('The answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const unavailable = (cause?: unknown): MhbError =>
  new MhbError('service-unavailable', 'The register does not respond', {
    retriable: true,
    ...(cause === undefined ? {} : { cause }),
  });
