import type { ManifestVerdict } from '@mhb-kit/core/manifest';
import type { FileReport, ReadingReport } from '@mhb-kit/core/passbook';

/** What is known of where an archive came from. */
export interface CheckedArchive {
  readonly name: string;
  readonly verdict: ManifestVerdict;
}

export const emptyReport: ReadingReport = { files: [], records: 0, notes: [] };

/** What two readings, one after the other, have to say. */
export const joinReports = (earlier: ReadingReport, later: ReadingReport): ReadingReport => ({
  files: [...earlier.files, ...later.files],
  records: later.records,
  notes: [...earlier.notes, ...later.notes],
});

/** Files of the report that were not read. */
export const leftOutFiles = ({ files }: ReadingReport): readonly FileReport[] =>
  files.filter(({ leftOut }) => leftOut !== null);
