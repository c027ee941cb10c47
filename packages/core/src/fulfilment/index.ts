/**
 * Pure functions with which a gateway fulfills a request. They determine which records are within a category's
 * window, what can be selected, and which files an archive contains. The gateway itself decides where records
 * come from, how they are stored, and who may request them.
 */
export { archiveFiles, type ArchiveContents, type ArchiveFile, type RecordsReader } from './archive-files.js';
export { outcomeOf } from './outcome.js';
export { toRawRecords, type RawRecords } from './raw-rows.js';
export { recordDate, withinWindow } from './record-date.js';
export type { RecordQuery, RecordRow, RecordSource, SectionRecords } from './record-source.js';
export { resolveSelection } from './selection.js';
export { privateVisits, withoutPrivate, type PrivateVisits } from './withholding.js';
