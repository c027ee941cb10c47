/**
 * How a gateway fulfils a request, as pure functions: which records lie in a category's window, what can be selected, and
 * which files an archive holds. Where records come from, how they are kept and who may ask is the gateway's own.
 */
export { archiveFiles, type ArchiveContents, type ArchiveFile, type RecordsReader } from './archive-files.js';
export { outcomeOf } from './outcome.js';
export { toRawRecords, type RawRecords } from './raw-rows.js';
export { recordDate, withinWindow } from './record-date.js';
export type { RecordQuery, RecordRow, RecordSource, SectionRecords } from './record-source.js';
export { resolveSelection } from './selection.js';
export { privateVisits, withoutPrivate, type PrivateVisits } from './withholding.js';
