import { label } from './field.js';
import { code, date, detail, endDate, organization, period, text } from './parts.js';
import { section, type RecordOf } from './section.js';

/**
 * A section that this project defines, because the NHI has published no description. Our gateway writes it, and
 * `readPassbook` reads it.
 */
export const dischargeSummaries = section({
  key: 'discharge-summary',
  label: label('出院病歷摘要', 'Discharge summaries'),
  heading: /出院病歷?摘要?/,
  pages: ['discharges'],
  fields: {
    serviceProvider: organization({
      code: code('facility-code', '醫事機構代碼', 'Facility code', detail),
      name: text('facility', '醫事機構', 'Facility'),
    }),
    department: text('department', '科別', 'Department'),
    period: period({
      start: date('admitted-on', '入院日期', 'Admission date'),
      end: endDate('discharged-on', '出院日期', 'Discharge date'),
    }),
    admissionDiagnosis: text('admission-diagnosis', '入院診斷', 'Admission diagnosis'),
    dischargeDiagnosis: text('discharge-diagnosis', '出院診斷', 'Discharge diagnosis'),
    chiefComplaint: text('chief-complaint', '主訴', 'Chief complaint'),
    history: text('history', '病史', 'History'),
    course: text('course', '住院治療經過', 'Hospital course'),
    /** The name of a file that is stored next to the passbook, as for reports. */
    document: text('document', '病摘文件', 'Document', detail),
    procedures: text('procedures', '手術及處置', 'Procedures'),
    examinations: text('examinations', '檢驗及檢查', 'Examinations'),
    medications: text('medications', '出院用藥', 'Discharge medication'),
    condition: text('condition', '出院狀況', 'Condition at discharge'),
    instructions: text('instructions', '出院指示', 'Instructions'),
  },
  date: (summary) => summary.period.end ?? summary.period.start,
});

export type DischargeSummary = RecordOf<typeof dischargeSummaries>;
