import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import type { ContentBlock } from '@mhb-kit/core/gateway';
import { contract, reference, type Same } from './schema.js';

/** Each line marked `@ts-expect-error` contains an error that `contract` must detect. */

interface Visit {
  readonly id: string;
  readonly kind: 'clinic' | 'hospital';
  readonly months: readonly string[];
  readonly note: string | null;
  readonly end?: { readonly day: string; readonly open?: boolean };
}

const fields = {
  id: Type.String(),
  kind: Type.Enum(['clinic', 'hospital']),
  months: Type.Array(Type.String()),
  note: Type.Union([Type.String(), Type.Null()]),
  end: Type.Optional(Type.Object({ day: Type.String(), open: Type.Optional(Type.Boolean()) })),
};
const visit = contract<Visit>('Visit');

describe('a schema with a name', () => {
  it('equals its type, ignoring readonly', () => {
    expect(JSON.parse(JSON.stringify(visit(Type.Object(fields))))).toEqual({ $ref: 'Visit#' });
    expect(JSON.parse(JSON.stringify(visit(Type.Object(fields, { additionalProperties: false }))))).toEqual({
      $ref: 'Visit#',
    });
  });

  it('does not compile with an extra, missing or renamed field', () => {
    const { note, ...less } = fields;
    // @ts-expect-error: the field `note` is missing
    visit(Type.Object(less));
    // @ts-expect-error: there is an additional field `extra`
    visit(Type.Object({ ...fields, extra: Type.String() }));
    // @ts-expect-error: an additional field is an error even if it is optional
    visit(Type.Object({ ...fields, extra: Type.Optional(Type.String()) }));
    // @ts-expect-error: `note` is renamed to `remark`
    visit(Type.Object({ ...less, remark: note }));
  });

  it('does not compile if optional and required fields differ', () => {
    // @ts-expect-error: `id` is optional instead of required
    visit(Type.Object({ ...fields, id: Type.Optional(Type.String()) }));
    // @ts-expect-error: `end` is required instead of optional
    visit(Type.Object({ ...fields, end: Type.Object({ day: Type.String() }) }));
    const end = Type.Optional(Type.Object({ day: Type.String(), open: Type.Boolean() }));
    // @ts-expect-error: `open`, within a field, is required instead of optional
    visit(Type.Object({ ...fields, end }));
    // @ts-expect-error: an optional field may be absent, but `undefined` is a value
    contract<{ readonly a: string | undefined }>('A')(Type.Object({ a: Type.Optional(Type.String()) }));
    // @ts-expect-error: an optional field may be absent, but `null` is a value
    contract<{ readonly a: string | null }>('A')(Type.Object({ a: Type.Optional(Type.String()) }));
  });

  it('does not compile with other values', () => {
    // @ts-expect-error: one literal is missing
    visit(Type.Object({ ...fields, kind: Type.Enum(['clinic']) }));
    // @ts-expect-error: there is an additional literal
    visit(Type.Object({ ...fields, kind: Type.Enum(['clinic', 'hospital', 'home']) }));
    // @ts-expect-error: any string is allowed, not only the two literals
    visit(Type.Object({ ...fields, kind: Type.String() }));
    // @ts-expect-error: the schema does not allow null
    visit(Type.Object({ ...fields, note: Type.String() }));
    // @ts-expect-error: a string instead of a list
    visit(Type.Object({ ...fields, months: Type.String() }));
    // @ts-expect-error: a list of numbers instead of strings
    visit(Type.Object({ ...fields, months: Type.Array(Type.Number()) }));
    // @ts-expect-error: any value is allowed
    visit(Type.Object({ ...fields, id: Type.Unknown() }));
  });

  it('compares the members of unions, records and templates', () => {
    type Window = { readonly kind: 'all' } | { readonly kind: 'since'; readonly date: string };
    const all = Type.Object({ kind: Type.Literal('all') });
    const since = Type.Object({ kind: Type.Literal('since'), date: Type.String() });
    const window = contract<Window>('Window');
    window(Type.Union([since, all]));
    // @ts-expect-error: one member of the union is missing
    window(all);
    // @ts-expect-error: the members of the union are merged into one
    window(Type.Object({ kind: Type.Enum(['all', 'since']), date: Type.Optional(Type.String()) }));
    // @ts-expect-error: one member of the union lacks a field
    window(Type.Union([all, Type.Object({ kind: Type.Literal('since') })]));

    const pages = contract<Readonly<Record<string, Visit>>>('Pages');
    pages(Type.Record(Type.String(), visit(Type.Object(fields))));
    // @ts-expect-error: the values have another type
    pages(Type.Record(Type.String(), Type.String()));

    contract<`${string}-id`>('Suffix')(Type.Unsafe<`${string}-id`>({ type: 'string' }));
    // @ts-expect-error: the schema allows any string
    contract<`${string}-id`>('Suffix')(Type.String());
  });

  it('compares a recursive type at its first level', () => {
    interface Tree {
      readonly children: readonly Tree[];
    }
    contract<Tree>('Tree')(Type.Object({ children: Type.Array(reference<Tree>('Tree')) }));
    // @ts-expect-error: the children have another type
    contract<Tree>('Tree')(Type.Object({ children: Type.Array(reference<ContentBlock>('ContentBlock')) }));
  });

  it('distinguishes a subset from the whole', () => {
    const same: [Same<{ a: 1 }, { readonly a: 1 }>, Same<'a' | 'b', 'b' | 'a'>] = [true, true];
    const different: [Same<{ a: 1 }, { a: 1; b: 2 }>, Same<{ a: 1; b: 2 }, { a: 1 }>, Same<'a', 'a' | 'b'>] =
      [false, false, false];
    expect([...same, ...different].filter(Boolean)).toHaveLength(2);
  });
});
