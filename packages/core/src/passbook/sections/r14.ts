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

/** Creates the last three fields of a visit, starting at the given field number. */
const after = (first: number) => ({
  ast: measured(first, 'GOT', 'GOT (AST)', { analyte: 'ast' }),
  alt: measured(first + 1, 'GPT', 'GPT (ALT)', { analyte: 'alt' }),
  ultrasound: text(first + 2, '腹部超音波結果', 'Abdominal ultrasound'),
});

/** The nine fields of a visit, as in the NHI's samples. */
const visitParts = { ...before, hepatitisCAntibody: text(6, 'Ｃ型肝炎抗體', 'Anti-HCV'), ...after(7) };

/**
 * The nested list of visits. The NHI's table lists eight fields for a visit, but the NHI's samples contain nine. A
 * row that follows the table has no anti-HCV field, so each later value is one field earlier.
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
 * Checks whether a row of hepatitis visits has eight fields, as in the NHI's table, instead of nine, as in the
 * samples. Such a row has no ninth field. In addition, its sixth field is a number (with nine fields, it is
 * "positive" or "negative"), or its eighth field is not a number (with nine fields, it is one).
 */
function followsTable(row: RawRow): boolean {
  if (row[`${LIST}.9`] !== undefined) return false;
  const [sixth, eighth] = [textOf(row, `${LIST}.6`), textOf(row, `${LIST}.8`)];
  if (sixth !== null) return readNumber(sixth) !== null;
  return eighth !== null && readNumber(eighth) === null;
}

/** Checks whether a nested row is a visit with eight fields. */
export const isEightFieldVisit = (row: RawRow): boolean =>
  row[ofTable.keys.stage] !== undefined && followsTable(row);
