import Type from 'typebox';
import { categoryClasses, type Category, type WindowRule } from '@mhb-kit/core/request';

/**
 * Defines the changes that an operator can make to the NHI's catalogue: different windows, additional categories,
 * and omitted categories.
 */

const closed = { additionalProperties: false };
const days = Type.Integer({ minimum: 0, maximum: 366 });
const kind = <K extends string>(name: K) => ({ kind: Type.Literal(name) });

/** See `WindowRule` for the meaning of each kind. */
const windowRule = Type.Union([
  Type.Object(kind('card-status'), closed),
  Type.Object(kind('published-months'), closed),
  Type.Object({ ...kind('year-before'), lagDays: days }, closed),
  Type.Object(
    { ...kind('months-before'), years: Type.Integer({ minimum: 1, maximum: 100 }), lagDays: days },
    closed,
  ),
  Type.Object(
    {
      ...kind('since'),
      date: Type.String({
        format: 'date',
        description: 'The first day of the range',
        examples: ['2015-01-01'],
      }),
    },
    closed,
  ),
  Type.Object(kind('all'), closed),
]);

const id = Type.String({ pattern: '^[a-z][a-z0-9-]{1,63}$' });

export const category = Type.Object(
  {
    id,
    class: Type.Enum(categoryClasses),
    label: Type.Object(
      {
        'zh-Hant': Type.String({
          pattern: '^[^\\u0000-\\u001f\\u007f\\\\/:*?"<>|]{1,40}$',
          description: 'Also used as the name of the category’s file in the archive',
        }),
        en: Type.String({ minLength: 1, maxLength: 80 }),
      },
      closed,
    ),
    monthly: Type.Boolean({ description: 'Whether people can request single months' }),
    window: windowRule,
    sections: Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]{1,63}$' }), {
      minItems: 1,
      description:
        'The keys of the passbook sections that contain the category’s records. Each key is either a key of J2 or a key that the operator has chosen',
    }),
  },
  closed,
);

export const catalogueChanges = Type.Object(
  {
    windows: Type.Optional(
      Type.Record(Type.String(), windowRule, {
        description: 'For each category, the range of dates that replaces the default',
      }),
    ),
    added: Type.Optional(
      Type.Array(category, {
        description: 'Categories that the request table shows after the NHI’s own categories',
      }),
    ),
    omitted: Type.Optional(Type.Array(id, { description: 'Categories that people cannot request' })),
  },
  closed,
);

export interface CatalogueChanges {
  /** The windows that replace the defaults, by category. */
  readonly windows?: Readonly<Record<string, WindowRule>>;
  /** Additional categories, which follow the categories of the NHI. */
  readonly added?: readonly Category[];
  /** The ids of categories that are not offered. */
  readonly omitted?: readonly string[];
}
