import { MhbError } from '@mhb-kit/core/error';
import type { BodyOf, Operation } from '@mhb-kit/core/gateway';
import { MOBILE_PATTERN, TELEPHONE_PATTERN } from '@mhb-kit/core/identity';

/**
 * Checks a request body. For mistakes that a page can make, the check is as strict as the schemas of the real
 * gateway.
 */
export type Check = (value: unknown) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

export const text =
  (longest: number, shortest = 1): Check =>
  (value) =>
    typeof value === 'string' && value.length >= shortest && value.length <= longest;
export const isBoolean: Check = (value) => typeof value === 'boolean';
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
/** Creates a check that a value is an object with only these members, each of which passes its own check. */
export const shape =
  (members: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((name) => name in members) &&
    Object.entries(members).every(([name, check]) =>
      check((value as Readonly<Record<string, unknown>>)[name]),
    );

export const password = text(64);
export const code = matches(/^\d{6}$/);
export const fourDigits = matches(/^\d{4}$/);
/** Checks whether a value is a 256-bit secret in base64url. */
export const secret = matches(/^[\w-]{43}$/);
export const month = matches(/^\d{4}-(?:0[1-9]|1[0-2])$/);
export const mobile = matches(new RegExp(MOBILE_PATTERN));
export const telephone = orNull(matches(new RegExp(TELEPHONE_PATTERN)));
export const email = matches(/^[^\s@]+@[^\s@]+\.[^\s@.]+$/);

const reading: Readonly<Record<string, Check>> = {
  nonce: matches(/^.{43,128}$/),
  cardNumber: matches(/^\d{12}$/),
  nationalId: matches(/^.{10}$/),
  attestation: orNull(text(4096)),
};
export const cardReading = shape(reading);
const cardCredentials = shape({ method: (value) => value === 'nhi-card', password, ...reading });
const certificateCredentials = shape({
  method: (value) => value === 'certificate',
  nonce: matches(/^.{43,128}$/),
  nationalId: matches(/^.{10}$/),
  token: (value) => typeof value === 'object' && value !== null,
});

export const certificate = shape({
  nonce: matches(/^.{43,128}$/),
  token: (value) => typeof value === 'object' && value !== null,
});

const isText = (value: unknown): boolean => typeof value === 'string';

const passkeyCredentials = shape({
  method: (value) => value === 'passkey',
  credential: shape({
    id: isText,
    response: shape({
      clientDataJSON: isText,
      authenticatorData: isText,
      signature: isText,
      userHandle: (value) => value === null || isText(value),
    }),
  }),
});

export const loginCredentials: Check = (value) =>
  cardCredentials(value) || certificateCredentials(value) || passkeyCredentials(value);

/**
 * Returns the body of a call, with core's type for the operation.
 * @throws {MhbError} `invalid-request`
 */
export function read<Name extends Operation>(
  { body }: { readonly body: unknown },
  check: Check,
): BodyOf<Name> {
  if (!check(body)) throw new MhbError('invalid-request', 'The format of the request is not valid');
  return body as BodyOf<Name>;
}
