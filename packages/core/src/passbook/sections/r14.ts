import type { RawRow } from '../record/record.js';
import { readNumber, textOf } from '../values/values.js';
import { label, type Field, type ValuesOf } from './field.js';
import { measured, place, rowsReadBy, text } from './parts.js';
import { lastSeen, programmeFields, visitFields, visitsLabel } from './programmes.js';
import { section, type RecordOf } from './section.js';

const before = {
  ...visitFields,
  hepatitisType: text(3, '肝炎類型', 'Type of hepatitis'),
  hepatitisBSurfaceAntigen: text(4, 'Ｂ型肝炎表面抗原', 'HBsAg'),
  hepatitisBEAntigen: text(5, 'Ｂ型肝炎e抗原', 'HBeAg'),
};

/** The last three fields of a visit, from the given field number on. */
const after = (first: number) => ({
  ast: measured(first, 'GOT', 'GOT (AST)', { analyte: 'ast' }),
  alt: measured(first + 1, 'GPT', 'GPT (ALT)', { analyte: 'alt' }),
  ultrasound: text(first + 2, '腹部超音波結果', 'Abdominal ultrasound'),
});

/** Follows the NHI's samples. */
const visitParts = { ...before, hepatitisCAntibody: text(6, 'Ｃ型肝炎抗體', 'Anti-HCV'), ...after(7) };

/**
 * The NHI's table lists eight fields of a visit; its samples have nine. Rows without a ninth field and with a
 * number in the sixth follow the table: from the sixth field on, they contain the same values except
 * anti-HCV.
 */
const LIST = 'r14_1';
const ofTable = place({ ...before, ...after(6) }, LIST);
export const hepatitisVisitFieldsOfTable: readonly Field[] = ofTable.fields;

export const hepatitisProgrammes = section({
  key: 'r14',
  fileKey: 'R14',
  label: label('Ｂ、Ｃ型肝炎追蹤資料', 'Hepatitis B and C follow-up'),
  recordLabel: label('Ｂ、Ｃ型肝炎追蹤', 'Hepatitis B and C program'),
  heading: /肝炎/,
  pages: ['programmes'],
  kind: 'programme',
  fields: {
    ...programmeFields,
    visits: rowsReadBy(visitsLabel, visitParts, (placed) => {
      return (row, read): HepatitisVisit => {
        if (!followsTable(row)) return placed.read(row, read);
        read.note('hepatitis-eight-fields', LIST);
        return { ...ofTable.read(row, read), hepatitisCAntibody: null };
      };
    }),
  },
  date: lastSeen,
});

export type HepatitisProgramme = RecordOf<typeof hepatitisProgrammes>;
export type HepatitisVisit = ValuesOf<typeof visitParts>;

/**
 * Whether a row of hepatitis visits has eight fields, as in the NHI's table, instead of nine, as in its samples.
 * Such a row has no ninth field. In addition, its sixth field is a number (with nine fields it is "positive" or
 * "negative"), or its eighth is not (with nine fields it is a number).
 */
function followsTable(row: RawRow): boolean {
  if (row[`${LIST}.9`] !== undefined) return false;
  const [sixth, eighth] = [textOf(row, `${LIST}.6`), textOf(row, `${LIST}.8`)];
  if (sixth !== null) return readNumber(sixth) !== null;
  return eighth !== null && readNumber(eighth) === null;
}

/** Whether a nested row is a visit with eight fields. */
export const isEightFieldVisit = (row: RawRow): boolean =>
  row[ofTable.keys.stage] !== undefined && followsTable(row);
