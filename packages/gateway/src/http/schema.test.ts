import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import type { ContentBlock } from '@mhb-kit/core/gateway';
import { contract, reference, type Same } from './schema.js';

/** Each line that must not compile is an error that `contract` must detect. */

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
    // @ts-expect-error: without `note`
    visit(Type.Object(less));
    // @ts-expect-error: with `extra`
    visit(Type.Object({ ...fields, extra: Type.String() }));
    // @ts-expect-error: an additional optional field is a difference, too
    visit(Type.Object({ ...fields, extra: Type.Optional(Type.String()) }));
    // @ts-expect-error: `remark` for `note`
    visit(Type.Object({ ...less, remark: note }));
  });

  it('does not compile if optional and required fields differ', () => {
    // @ts-expect-error: `id` optional
    visit(Type.Object({ ...fields, id: Type.Optional(Type.String()) }));
    // @ts-expect-error: `end` required
    visit(Type.Object({ ...fields, end: Type.Object({ day: Type.String() }) }));
    const end = Type.Optional(Type.Object({ day: Type.String(), open: Type.Boolean() }));
    // @ts-expect-error: `open` required, within a field
    visit(Type.Object({ ...fields, end }));
    // @ts-expect-error: absent is not undefined
    contract<{ readonly a: string | undefined }>('A')(Type.Object({ a: Type.Optional(Type.String()) }));
    // @ts-expect-error: null is not undefined either
    contract<{ readonly a: string | null }>('A')(Type.Object({ a: Type.Optional(Type.String()) }));
  });

  it('does not compile with other values', () => {
    // @ts-expect-error: one literal fewer
    visit(Type.Object({ ...fields, kind: Type.Enum(['clinic']) }));
    // @ts-expect-error: one literal more
    visit(Type.Object({ ...fields, kind: Type.Enum(['clinic', 'hospital', 'home']) }));
    // @ts-expect-error: wider than the two
    visit(Type.Object({ ...fields, kind: Type.String() }));
    // @ts-expect-error: never null
    visit(Type.Object({ ...fields, note: Type.String() }));
    // @ts-expect-error: a string, not a list
    visit(Type.Object({ ...fields, months: Type.String() }));
    // @ts-expect-error: a list of something else
    visit(Type.Object({ ...fields, months: Type.Array(Type.Number()) }));
    // @ts-expect-error: anything at all
    visit(Type.Object({ ...fields, id: Type.Unknown() }));
  });

  it('compares the members of unions, records and templates', () => {
    type Window = { readonly kind: 'all' } | { readonly kind: 'since'; readonly date: string };
    const all = Type.Object({ kind: Type.Literal('all') });
    const since = Type.Object({ kind: Type.Literal('since'), date: Type.String() });
    const window = contract<Window>('Window');
    window(Type.Union([since, all]));
    // @ts-expect-error: one member fewer
    window(all);
    // @ts-expect-error: members folded into one
    window(Type.Object({ kind: Type.Enum(['all', 'since']), date: Type.Optional(Type.String()) }));
    // @ts-expect-error: one field fewer in one member
    window(Type.Union([all, Type.Object({ kind: Type.Literal('since') })]));

    const pages = contract<Readonly<Record<string, Visit>>>('Pages');
    pages(Type.Record(Type.String(), visit(Type.Object(fields))));
    // @ts-expect-error: other values
    pages(Type.Record(Type.String(), Type.String()));

    contract<`${string}-id`>('Suffix')(Type.Unsafe<`${string}-id`>({ type: 'string' }));
    // @ts-expect-error: any string
    contract<`${string}-id`>('Suffix')(Type.String());
  });

  it('compares a recursive type at its first level', () => {
    interface Tree {
      readonly children: readonly Tree[];
    }
    contract<Tree>('Tree')(Type.Object({ children: Type.Array(reference<Tree>('Tree')) }));
    // @ts-expect-error: children of another kind
    contract<Tree>('Tree')(Type.Object({ children: Type.Array(reference<ContentBlock>('ContentBlock')) }));
  });

  it('distinguishes a subset from the whole', () => {
    const same: [Same<{ a: 1 }, { readonly a: 1 }>, Same<'a' | 'b', 'b' | 'a'>] = [true, true];
    const different: [Same<{ a: 1 }, { a: 1; b: 2 }>, Same<{ a: 1; b: 2 }, { a: 1 }>, Same<'a', 'a' | 'b'>] =
      [false, false, false];
    expect([...same, ...different].filter(Boolean)).toHaveLength(2);
  });
});
