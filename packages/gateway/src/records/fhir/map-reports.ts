import type { RecordRow } from '@mhb-kit/core/fulfilment';
import { diagnosticReports, dischargeSummaries } from '@mhb-kit/core/passbook';
import { documentsLine, readAttachments } from './attachments.js';
import {
  codeOf,
  inCategory,
  labelOf,
  loincOf,
  orderCodeOf,
  toJ2Date,
  toJ2Timestamp,
  wordsOf,
} from './concepts.js';
import { textOfHtml } from './html-text.js';
import { resultOf, whenOf } from './map-results.js';
import type { RecordSet } from './record-set.js';
import type { DiagnosticReport, Resource } from './resources.js';
import { filled } from './rows.js';

/**
 * Converts imaging and pathology reports, and laboratory reports that contain more than their results, to rows
 * with their text.
 */

const { keys } = diagnosticReports;
const { keys: summaryKeys } = dischargeSummaries;

/** The category codes (v2-0074 and LOINC) of reports whose content is in separate results. */
const laboratory = new Set(['LAB', 'laboratory', 'CH', 'HM', 'BG', '26436-6']);

export function reports(records: RecordSet): readonly RecordRow[] {
  return records.map('DiagnosticReport', (report) => {
    const { code: concept, category, performer, issued, encounter, presentedForm = [], result = [] } = report;
    const attached = readAttachments(presentedForm);
    const { text: body, documents, kept } = attached;
    const isLaboratory = inCategory(category, laboratory);
    const said = wordsIn(report, body);
    const text = [
      said ||
        (isLaboratory && documents.length === 0 && result.length > 0 ? '' : otherWords(report, records)),
      documentsLine(attached),
    ]
      .filter((part) => part !== '')
      .join('\n\n');
    if (text === '') {
      // A laboratory report can consist only of its results, which are in a different section.
      if (!isLaboratory || result.length === 0) records.leaveOut(report, 'no-value');
      return [];
    }
    if (said === '' && documents.length > (kept === null ? 0 : 1)) records.leaveOut(report, 'unreadable');
    const visit = records.find('Encounter', encounter, report);
    const { code, name } = records.facility([...(performer ?? []), visit?.serviceProvider], report);
    const { day, time } = whenOf(report);
    return [
      filled({
        [keys.performer.code]: code,
        [keys.performer.name]: name,
        [keys.encounteredOn]: toJ2Date(visit?.period?.start) || day || toJ2Date(issued),
        [keys.effectiveOn]: day || toJ2Date(issued),
        [keys.uploadedAt]: toJ2Timestamp(issued) || time,
        [keys.order.code]: orderCodeOf(concept) || loincOf(concept),
        [keys.order.display]: labelOf(concept),
        [keys.text]: text,
        [keys.document]: kept ?? '',
      }),
    ];
  });
}

/** Joins the conclusion, its codes and the whole text, without repetitions. */
function wordsIn({ conclusion = '', conclusionCode = [] }: DiagnosticReport, body: string): string {
  const parts = [conclusion.trim(), ...conclusionCode.map(labelOf), body].filter((part) => part !== '');
  return parts
    .filter((part, index) => !parts.some((other, at) => at !== index && isIn(part, index, other, at)))
    .join('\n\n');
}

const isIn = (part: string, index: number, other: string, at: number): boolean =>
  part === other ? at < index : other.includes(part);

/** Returns the findings that the report refers to or, if there are none, the report's narrative. */
function otherWords(report: DiagnosticReport, records: RecordSet): string {
  const findings = (report.result ?? []).flatMap((reference) => {
    const found = records.find('Observation', reference, report);
    const value = found === undefined ? '' : resultOf(found);
    return value === '' ? [] : [`${labelOf(found?.code)}：${value}`];
  });
  return findings.length > 0 ? findings.join('\n') : narrativeOf(report);
}

const narrativeOf = ({ text }: Resource): string =>
  text?.div === undefined || text.status === 'empty' ? '' : textOfHtml(text.div);

/** The codes of discharge summaries: LOINC 18842-5, and the codes for different kinds of facilities. */
const summaryTypes = new Set(['18842-5', '34105-7', '11490-0', '28655-9', '34106-5', '68595-8']);

export function summaries(records: RecordSet): readonly RecordRow[] {
  return records.map('DocumentReference', (document) => {
    const { type, custodian, content = [], context, date, description = '' } = document;
    const isSummary =
      type?.coding?.some(({ code }) => summaryTypes.has(code ?? '')) === true ||
      /出院病[歷摘]|出院摘要|discharge summary/i.test(wordsOf(type));
    if (!isSummary) {
      records.leaveOut(document, codeOf(type) === '' && wordsOf(type) === '' ? 'unreadable' : 'no-place');
      return [];
    }
    const attached = readAttachments(
      content.flatMap(({ attachment }) => (attachment === undefined ? [] : [attachment])),
    );
    const { text, documents, kept } = attached;
    const said = text || narrativeOf(document) || description;
    if (text === '' && (kept === null || documents.length > 1)) records.leaveOut(document, 'unreadable');
    const visit = records.find('Encounter', context?.encounter?.[0], document);
    const { code, name } = records.facility([custodian, visit?.serviceProvider], document);
    const { start, end } = context?.period ?? visit?.period ?? {};
    return [
      filled({
        [summaryKeys.serviceProvider.code]: code,
        [summaryKeys.serviceProvider.name]: name,
        [summaryKeys.period.start]: toJ2Date(start),
        [summaryKeys.period.end]: toJ2Date(end ?? date),
        [summaryKeys.course]: [said, documentsLine(attached)].filter((part) => part !== '').join('\n\n'),
        [summaryKeys.document]: kept ?? '',
      }),
    ];
  });
}
