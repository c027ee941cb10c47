import { normalizeOrderCode } from '../analytes/analytes.js';
import type { DiagnosticReport, Passbook } from '../model/model.js';
import { diagnosticReports } from '../sections/index.js';
import { reportsOf, type Report } from '../views/reports.js';
import { encounterReference } from './claims.js';
import { isLaboratoryOrder } from './codes.js';
import type { ResourceCollector } from './collector.js';
import type { DerivedViews } from './derived-views.js';
import { coding, dateElement, fhirText, orNone, type JsonObject } from './resource.js';
import { systems } from './terminology.js';

/** Converts reports of imaging and pathology, whose findings are in words. */

/**
 * Derives the kind of report from its chapter in the fee schedule: 25 is pathology, and 32 to 34 are radiology.
 */
function serviceOf({ order: { code } }: Pick<DiagnosticReport, 'order'>): JsonObject {
  if (code?.startsWith('25') === true)
    return coding(systems.diagnosticService, 'PAT', 'Pathology (gross & histopath, not surgical)');
  return code !== null && /^3[2-4]/.test(code)
    ? coding(systems.diagnosticService, 'RAD', 'Radiology')
    : coding(systems.diagnosticService, 'OTH', 'Other');
}

/**
 * Returns `null` if a report must not declare a profile. TW Core's reports accept only orders from its list of
 * laboratory tests, which does not contain imaging and pathology.
 */
export const reportKind = (order: string | null, { profile }: ResourceCollector): undefined | null =>
  profile === 'ips' || isLaboratoryOrder(order === null ? null : normalizeOrderCode(order))
    ? undefined
    : null;

export function addReports(
  passbook: Passbook,
  { revisions, visitOf }: DerivedViews,
  resources: ResourceCollector,
): JsonObject[] {
  // A summary contains only current records, and its profile accepts only final reports.
  const revised =
    resources.profile === 'ips'
      ? []
      : passbook.sections[diagnosticReports.key]
          .filter((report) => revisions.has(report))
          .map((report): Report => ({ ...report, records: [report] }));
  return [...reportsOf(passbook, revisions), ...revised].map((report) => {
    const performer = resources.organization(report.performer);
    const [newest] = report.records;
    return resources.add(
      'DiagnosticReport',
      resources.keyOf(report.records),
      {
        identifier: resources.identifiers(report.records),
        status: newest !== undefined && revisions.has(newest) ? 'entered-in-error' : 'final',
        category: [{ coding: [serviceOf(report)] }],
        code: resources.wording.order(report.order),
        subject: resources.patient,
        encounter: encounterReference(visitOf(report), resources),
        ...dateElement('effectiveDateTime', report.date),
        issued: orNone(newest?.uploadedAt ?? null),
        performer: performer === undefined ? [] : [performer],
        conclusion: report.text === null ? undefined : fhirText(report.text),
      },
      reportKind(report.order.code, resources),
    );
  });
}
