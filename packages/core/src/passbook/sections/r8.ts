import { examinationFields, examinedOn } from './examinations.js';
import { label } from './field.js';
import { detail, text } from './parts.js';
import { section, type RecordOf } from './section.js';

export const diagnosticReports = section({
  key: 'r8',
  label: label('影像或病理檢查資料', 'Imaging and pathology reports'),
  heading: /影像|病理/,
  pages: ['reports'],
  kind: 'examination',
  revisionKey: ({ order }) => [order.code],
  fields: {
    ...examinationFields,
    text: text(10, '影像或病理報告內容', 'Report'),
    /**
     * The name of a file that is stored next to the passbook and contains the report. It is used if the hospital
     * has the report only as a document. This project defines the field.
     */
    document: text('document', '報告文件', 'Document', detail),
  },
  date: examinedOn,
});

export type DiagnosticReport = RecordOf<typeof diagnosticReports>;
