import { examinationFields, examinedOn, type Examination } from './examinations.js';
import { label } from './field.js';
import { code, detail, text } from './parts.js';
import { sectionBuiltBy } from './section.js';

export interface LaboratoryResult extends Examination<'r7'> {
  /** The name that the hospital uses for the analyte. */
  readonly analyte: string | null;
  /** The result as written in the file, such as `7.3`, `陰性`, `1:40 SP` or `>300`. */
  readonly value: string | null;
  /** The reference range as written in the file. `parseReferenceRange` reads it. */
  readonly referenceRange: string | null;
  /**
   * The unit in UCUM notation, or as the laboratory writes it. Present only if the source has a field for the
   * unit, which the NHI's passbooks do not have.
   */
  readonly unit: string | null;
  /**
   * The laboratory's own judgment of the result (HL7 v3 ObservationInterpretation: `H`, `LL`, `POS` …). Like
   * `unit`, it is present only in some sources.
   */
  readonly flag: string | null;
  /** The specimen. Like `unit`, it is present only in some sources. */
  readonly specimen: string | null;
  /** The LOINC code of the test. Like `unit`, it is present only in some sources. */
  readonly loinc: string | null;
}

export const laboratoryResults = sectionBuiltBy(
  {
    key: 'r7',
    label: label('檢驗檢查結果', 'Laboratory results'),
    heading: /檢驗/,
    headingRank: 1,
    pages: ['laboratory'],
    kind: 'examination',
    revisionKey: ({ order, analyte }: LaboratoryResult) => [order.code, analyte],
    fields: {
      ...examinationFields,
      analyte: text(10, '檢驗項目名稱', 'Analyte'),
      value: text(11, '結果值', 'Result'),
      referenceRange: text(12, '參考值', 'Reference range'),
      // This project defines these fields. A hospital's own server can send this information with a result, but
      // the NHI's files have no fields for it.
      unit: text('unit', '單位', 'Unit', detail),
      flag: code('flag', '判讀註記', 'Flag', detail),
      specimen: text('specimen', '檢體', 'Specimen', detail),
      loinc: code('loinc', 'LOINC', 'LOINC', detail),
    },
  },
  ({ parts }) =>
    (row, sources, read): LaboratoryResult => {
      const encounteredOn = parts.encounteredOn.read(row, read);
      const effectiveOn = parts.effectiveOn.read(row, read);
      return {
        section: 'r7',
        date: examinedOn({ effectiveOn, encounteredOn }),
        sources,
        raw: row,
        performer: parts.performer.read(row, read),
        encounteredOn,
        effectiveOn,
        uploadedAt: parts.uploadedAt.read(row, read),
        order: parts.order.read(row, read),
        analyte: parts.analyte.read(row, read),
        value: parts.value.read(row, read),
        referenceRange: parts.referenceRange.read(row, read),
        unit: parts.unit.read(row, read),
        flag: parts.flag.read(row, read),
        specimen: parts.specimen.read(row, read),
        loinc: parts.loinc.read(row, read),
      };
    },
);
