import type { DiagnosticReport, Passbook } from '../model/model.js';
import { facilityKey } from '../record/organizations.js';
import { diagnosticReports } from '../sections/index.js';
import { groupBy, newestFirst } from './order.js';
import { findRevisionsAmong, type Revisions } from './revisions.js';
import { sourcesOf } from './sources.js';

/** A report. It is listed once, no matter how often it was uploaded. */
export interface Report extends DiagnosticReport {
  /** All uploads of the report, newest first. The report itself is the upload whose text preserves the most. */
  readonly records: readonly DiagnosticReport[];
}

/**
 * Lists the reports on imaging and pathology, newest first. Reports that a later download replaced are left out.
 */
export function listReports(passbook: Passbook): Report[] {
  return reportsOf(
    passbook,
    findRevisionsAmong(passbook.sections[diagnosticReports.key], passbook.downloads),
  );
}

export function reportsOf({ sections }: Passbook, revisions: Revisions): Report[] {
  const reports = sections[diagnosticReports.key];
  const standing = revisions.size === 0 ? reports : reports.filter((report) => !revisions.has(report));
  return [...groupBy(standing, reportKey).values()]
    .map((records): Report => {
      const uploads = [...records].sort((a, b) => ((a.uploadedAt ?? '') < (b.uploadedAt ?? '') ? 1 : -1));
      // The uploads differ only in white space. The longest text is used, because line breaks and alignment are
      // worth keeping.
      const kept = uploads.reduce((best, each) =>
        (each.text?.length ?? 0) > (best.text?.length ?? 0) ? each : best,
      );
      return { ...kept, sources: sourcesOf(uploads), records: uploads };
    })
    .sort(newestFirst);
}

/**
 * Returns a key that is the same for all uploads of one report. Uploads may differ in the time of upload and in
 * white space.
 */
function reportKey({ date, performer, order, text }: DiagnosticReport): string {
  const words = text?.normalize('NFKC').replace(/\s+/g, '') ?? '';
  return JSON.stringify([date, facilityKey(performer), order.code ?? order.display, words]);
}
