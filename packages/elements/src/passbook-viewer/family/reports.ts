import type { ManifestVerdict } from '@mhb-kit/core/manifest';
import type { FileReport, ReadingReport } from '@mhb-kit/core/passbook';

/** An archive's name, and the result of checking its signature. */
export interface CheckedArchive {
  readonly name: string;
  readonly verdict: ManifestVerdict;
}

export const emptyReport: ReadingReport = { files: [], records: 0, notes: [] };

/** Joins the reports of two readings. The number of records is that of the later reading. */
export const joinReports = (earlier: ReadingReport, later: ReadingReport): ReadingReport => ({
  files: [...earlier.files, ...later.files],
  records: later.records,
  notes: [...earlier.notes, ...later.notes],
});

/** Returns the files in a report that were not read. */
export const leftOutFiles = ({ files }: ReadingReport): readonly FileReport[] =>
  files.filter(({ leftOut }) => leftOut !== null);
