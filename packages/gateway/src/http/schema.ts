import type { Readable } from 'node:stream';
import Type, { type Static, type TSchema } from 'typebox';
import { errorTexts, type MhbErrorCode } from '@mhb-kit/core/error-messages';
import { MOBILE_PATTERN, TELEPHONE_PATTERN } from '@mhb-kit/core/identity';
import type { Problem } from './problems.js';

/**
 * Defines named schemas, which must match the types that they describe, and parts that several schemas share. The
 * contracts in `@mhb-kit/core/gateway` and `…/request` explain each field.
 */

/** A type with `readonly` removed at every depth, because JSON has no such concept. */
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * True if two types are the same apart from `readonly`: they have the same fields with the same values, and the
 * same fields are optional.
 */
export type Same<A, B> = Identical<Mutable<A>, Mutable<B>>;

/** The names of the fields in which two types differ. */
type Difference<A, B> = {
  [K in keyof A | keyof B]: K extends keyof A & keyof B
    ? Same<Pick<A, K>, Pick<B, K>> extends true
      ? never
      : K
    : K;
}[keyof A | keyof B];

/**
 * Accepts a schema of exactly the type `T`. For any other schema, requires a property that no schema has, so that
 * the compiler reports the fields that differ.
 */
type Describing<T, S extends TSchema> =
  Same<Static<S>, T> extends true
    ? unknown
    : { readonly 'the schema differs from the type in': Difference<Static<S>, T> };

/** The key under which a reference stores the schema that it refers to. */
export const definition = Symbol('definition');

/** A reference to a schema that appears only once in the OpenAPI document, under its name. */
export type NamedSchema<T> = Type.TUnsafe<T> & { readonly [definition]: TSchema & { readonly $id: string } };

/** Creates the named schema of a type. A schema that differs from the type does not compile. */
export function contract<T>(name: string) {
  return <S extends TSchema>(schema: S & Describing<T, S>): NamedSchema<T> => ({
    ...reference<T>(name),
    [definition]: { $id: name, ...schema },
  });
}

/** Creates a reference to a schema by its name, which a schema can also use to refer to itself. */
export function reference<T>(name: string): Type.TUnsafe<T> {
  return Type.Unsafe<T>({ $ref: `${name}#` });
}

export const problem = contract<Problem>('Problem')(
  Type.Object(
    {
      type: Type.String({ description: 'urn:mhb-kit:problem:<code>' }),
      title: Type.String({ description: 'A sentence to show to the person, in the language of the request' }),
      status: Type.Integer(),
      code: Type.Enum(Object.keys(errorTexts) as MhbErrorCode[]),
      retriable: Type.Boolean(),
      details: Type.Record(
        Type.String(),
        Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
      ),
    },
    { description: 'Problem details (RFC 9457)' },
  ),
);

/** Describes a streamed body with a given media type. */
export function stream(description: string, mediaType: string) {
  return { description, content: { [mediaType]: { schema: Type.Unsafe<Readable>({ type: 'string' }) } } };
}

export const day = (description: string) =>
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description, examples: ['2026-03-05'] });
export const month = Type.String({ pattern: '^\\d{4}-(?:0[1-9]|1[0-2])$', examples: ['2026-03'] });
export const instant = (description: string) => Type.String({ format: 'date-time', description });
export const id = Type.String({ format: 'uuid' });
export const nullableText = (description: string) => Type.Union([Type.String({ description }), Type.Null()]);

export const nationalId = Type.String({ minLength: 10, maxLength: 10 });
/** A password of any form, regardless of the policy for new passwords. */
export const password = Type.String({ minLength: 1, maxLength: 64 });
export const email = Type.String({ format: 'email', maxLength: 254 });
export const mobile = Type.String({ pattern: MOBILE_PATTERN });
export const telephone = Type.Union([Type.String({ pattern: TELEPHONE_PATTERN }), Type.Null()]);
/** A code sent by text message. */
export const sixDigits = Type.String({ pattern: '^\\d{6}$' });
/** A token of 256 bits in base64url. */
export const opaqueToken = Type.String({ pattern: '^[\\w-]{43}$' });
export const exampleToken = 'Qm9va3Mgb2YgaGVhbHRoIGFyZSBmb3IgcGVvcGxlLiE';

/** A person as shown in sessions and accounts, with the ID number and the name partly masked. */
export const shownPerson = Type.Object({ nationalId: Type.String(), name: Type.String() });

export const idParameters = Type.Object({ id });

/** The headers of a call with a proof of possession. */
export const proofHeaders = Type.Object({
  dpop: Type.Optional(
    Type.String({
      maxLength: 4096,
      description: 'Proof of possession (RFC 9449), ES256, with a nonce that the gateway has issued',
    }),
  ),
});

export const conditionalHeaders = Type.Object({
  ...proofHeaders.properties,
  'if-none-match': Type.Optional(Type.String({ maxLength: 512 })),
});

/** The parts of a route's schema that every route in a session has. */
export const inSession = { security: [{ dpop: [] }], headers: proofHeaders };

export const noContent = Type.Null();
