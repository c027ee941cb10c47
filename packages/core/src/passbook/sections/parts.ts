import type { Coded, Label, Organization, PartialDate, RawRow } from '../record/record.js';
import { readNumber, rowsOf, textOf, type FieldReader } from '../values/values.js';
import {
  label,
  type Field,
  type FieldType,
  type KeysOf,
  type NestedList,
  type Part,
  type Parts,
  type PlacedParts,
  type ValuesOf,
} from './field.js';

/** Functions that define the fields of sections, one function for each way to read a field. */

type Options = Pick<Field, 'unit' | 'detail' | 'analyte'>;

/** Options for a field that appears only in the record's details, not in the summary table. */
export const detail = { detail: true } as const;

type Read<V> = (row: RawRow, key: string, read: FieldReader) => V;
type Single<V> = (name: number | string, zhHant: string, en: string, options?: Options) => Part<V, string>;

/** Creates a part with one field. `name` is the number of the field, or its name if it has no number. */
const single =
  <V>(type: FieldType, readValue: Read<V>, always: Pick<Field, 'zeroIsNone'> = {}): Single<V> =>
  (name, zhHant, en, options) => ({
    at(list) {
      const key = `${list}.${name}`;
      return {
        fields: [{ key, label: label(zhHant, en), type, ...always, ...options }],
        keys: key,
        read: (row, read) => readValue(row, key, read),
      };
    },
  });

/**
 * The year from which an end date means "no end yet". If a stay or an order has not ended, files contain a date in
 * the year 9999, or in the year 999 of the ROC calendar.
 */
const OPEN_END_FROM = '2200';

const readEnd: Read<PartialDate | null> = (row, key, read) => {
  const end = read.date(row, key);
  return end !== null && end >= OPEN_END_FROM ? null : end;
};

/** Reads words, and returns `null` for the number 0, which means that nothing was measured. */
const readWords: Read<string | null> = (row, key) => {
  const words = textOf(row, key);
  return words !== null && readNumber(words) === 0 ? null : words;
};

const readAmount: Read<number | null> = (row, key, read) => read.number(row, key);
const zeroIsNone = { zeroIsNone: true } as const;

export const text = single('text', textOf);
export const code = single('code', textOf);
export const date = single('date', (row, key, read) => read.date(row, key));
/** The end date of something that might still be in progress. */
export const endDate = single('date', readEnd);
export const month = single('month', (row, key, read) => read.month(row, key));
export const timestamp = single('timestamp', (row, key, read) => read.timestamp(row, key));
export const number = single('number', readAmount);
export const amount = single('amount', readAmount);
export const points = single('points', readAmount);
export const days = single('days', readAmount);
/** A measured value. The value 0 means that nothing was measured. */
export const measured = single('number', (row, key, read) => read.measurement(row, key), zeroIsNone);
/** A measurement in words. The value in the file is 0 if no measurement was taken. */
export const measuredWords = single('text', readWords, zeroIsNone);

const numberOf = ({ key }: Field): number => {
  const name = Number(key.slice(key.lastIndexOf('.') + 1));
  return Number.isNaN(name) ? Infinity : name;
};

/** The parts of a section or list after their keys have been assigned. */
export interface Placed<P extends Parts> {
  readonly parts: PlacedParts<P>;
  readonly keys: KeysOf<P>;
  /** All fields, sorted so that fields with numbers come first, in file order, followed by fields with names. */
  readonly fields: readonly Field[];
  readonly nested: NestedList | undefined;
  /** The analytes of the numeric fields, as pairs of a value's name and the analyte's id in the analyte table. */
  readonly analytes: readonly (readonly [name: string, analyte: string])[];
  /** Reads the value of every part of a row, by name. */
  readonly read: (row: RawRow, read: FieldReader) => ValuesOf<P>;
}

export function place<P extends Parts>(parts: P, list: string): Placed<P> {
  const all = Object.entries(parts).map(([name, part]) => [name, part.at(list)] as const);
  return {
    parts: Object.fromEntries(all) as unknown as PlacedParts<P>,
    keys: Object.fromEntries(all.map(([name, { keys }]) => [name, keys])) as unknown as KeysOf<P>,
    fields: all.flatMap(([, { fields }]) => fields).sort((a, b) => numberOf(a) - numberOf(b) || 0),
    nested: all.find(([, { nested }]) => nested)?.[1].nested,
    analytes: all.flatMap(([name, { fields, analytes = [] }]) => [
      ...fields.flatMap(({ analyte }) => (analyte === undefined ? [] : [[name, analyte] as const])),
      ...analytes,
    ]),
    read(row, read) {
      const values: Record<string, unknown> = {};
      for (const [name, part] of all) values[name] = part.read(row, read);
      return values as unknown as ValuesOf<P>;
    },
  };
}

/** Combines several fields into a part that has one value. */
export const combined = <P extends Parts, V>(
  parts: P,
  value: (values: ValuesOf<P>) => V,
): Part<V, KeysOf<P>> => ({
  at(list) {
    const placed = place(parts, list);
    return { ...placed, read: (row, read) => value(placed.read(row, read)) };
  },
});

/** The keys of the field of a code and of the field of its text. */
export interface CodedKeys {
  readonly code: string;
  readonly display: string;
}

/** Combines the field of a code and the field of its text. */
export const coded = (
  codeField: Part<string | null, string>,
  display: Part<string | null, string>,
): Part<Coded | null, CodedKeys> =>
  combined({ code: codeField, display }, (values) =>
    values.code === null && values.display === null ? null : values,
  );

export const period = <P extends Readonly<Record<'start' | 'end', Part<PartialDate | null, string>>>>(
  parts: P,
): Part<ValuesOf<P>, KeysOf<P>> => combined(parts, (values) => values);

const facilityParts = {
  divisionCode: code(1, '業務組別', 'NHI division code', detail),
  division: text(2, '健保署服務單位', 'NHI division', detail),
  code: code(3, '醫事機構代碼', 'Facility code', detail),
  name: text(4, '醫事機構', 'Facility'),
};

/** Fields 1–4 of every section with claims, which contain the NHI division and the facility. */
export const facility: Part<Organization, KeysOf<typeof facilityParts>> = {
  at(list) {
    const placed = place(facilityParts, list);
    const { keys } = placed;
    return {
      ...placed,
      // Rows that name the same facility share one object.
      read: (row, read) =>
        read.organization(
          textOf(row, keys.code),
          textOf(row, keys.name),
          textOf(row, keys.divisionCode),
          textOf(row, keys.division),
        ),
    };
  },
};

type OrganizationPart = Part<string | null, string>;
interface OrganizationTexts {
  readonly code: string | null;
  readonly name: string | null;
  readonly areaCode?: string | null;
  readonly telephone?: string | null;
  readonly address?: string | null;
}

/** Combines the fields of a facility that has a phone number or an address but no division. */
export const organization = <P extends Parts & { readonly [N in keyof OrganizationTexts]: OrganizationPart }>(
  parts: P,
): Part<Organization, KeysOf<P>> =>
  combined(parts, (values): Organization => {
    const {
      code: facilityCode,
      name,
      areaCode = null,
      telephone = null,
      address = null,
    } = values as unknown as OrganizationTexts;
    return {
      code: facilityCode,
      name,
      division: null,
      telephone: [areaCode, telephone].filter((part) => part !== null).join('-') || null,
      address,
    };
  });

type Rows<P extends Parts, V> = Part<readonly V[], { readonly list: string } & KeysOf<P>>;

/**
 * Creates a part for nested rows. The caller supplies the function that reads a row, because the result contains
 * more than the values of the parts.
 */
export const rowsReadBy = <P extends Parts, V>(
  name: Label,
  parts: P,
  reader: (placed: Placed<P>) => (row: RawRow, read: FieldReader) => V,
): Rows<P, V> => ({
  at(section) {
    const list = `${section}_1`;
    const placed = place(parts, list);
    const readRow = reader(placed);
    return {
      fields: [],
      keys: { list, ...placed.keys },
      nested: { key: list, label: name, fields: placed.fields },
      analytes: placed.analytes,
      read: (row, read) => rowsOf(row, list).map((each) => readRow(each, read)),
    };
  },
});

/** Creates a part for the nested rows of a record. Their key is the section's key followed by `_1`. */
export const rows = <P extends Parts>(name: Label, parts: P): Rows<P, ValuesOf<P>> =>
  rowsReadBy(name, parts, (placed) => placed.read);
