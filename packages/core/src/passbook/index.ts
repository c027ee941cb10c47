export { analytes, type Analyte } from './analytes.js';
export * from './fhir/index.js';
export { mergePassbooks, mergePassbooksInTurns } from './merge.js';
export * from './model.js';
export {
  noteTexts,
  type FileFormat,
  type FileReport,
  type NoteCode,
  type ReadingNote,
  type ReadingReport,
} from './notes.js';
export { isChronicPrescription, kindOfOrder, type OrderKind } from './orders.js';
export {
  readPassbook,
  type PassbookFile,
  type ReadingProgress,
  type ReadOptions,
  type ReadResult,
} from './read.js';
export { readPassbookInWorker, type WorkerReadOptions } from './read-in-worker.js';
export { dateOfRow } from './records.js';
export {
  parseQuantity,
  parseReferenceRange,
  positionIn,
  type Bound,
  type Interval,
  type Quantity,
  type ReferenceRange,
  type ReferenceStage,
} from './reference-range.js';
export {
  headerFields,
  hepatitisVisitFieldsOfTable,
  sectionFields,
  sectionOf,
  sections,
  type Field,
  type FieldType,
  type Label,
  type NestedList,
  type Section,
  type SectionKey,
} from './sections.js';
export {
  listAdvanceDirectives,
  listAllergies,
  listDischargeSummaries,
  listImmunizations,
  listPreventiveCare,
  listProgrammes,
  waistInCentimetres,
  type AnyProgramme,
  type PreventiveCare,
  type Screening,
} from './views/care.js';
export { summarizeCosts, type CostSummary } from './views/costs.js';
export { listDentalTreatments, toothChart, type DentalTreatment } from './views/dental.js';
export { listEncounters, type Encounter, type EncounterClass } from './views/encounters.js';
export { listLaboratorySeries, type LaboratoryPoint, type LaboratorySeries } from './views/laboratory.js';
export {
  listMedications,
  type Medication,
  type MedicationList,
  type MedicationOptions,
  type MedicationSupply,
  type SupplyOverlap,
} from './views/medications.js';
export { listSection, type SectionListing } from './views/section.js';
export { viewInTurns, type PassbookViews, type ViewOptions } from './views/in-turns.js';
export { listPreventiveServices, type PreventiveService } from './views/preventive-schedule.js';
export { findRevisions, type Revisable, type Revisions } from './views/revisions.js';
export {
  createSearchIndex,
  type SearchIndex,
  type SearchOptions,
  type SearchResult,
} from './views/search.js';
export {
  listTimeline,
  summarize,
  type Overview,
  type SectionSummary,
  type TimelineEntry,
  type TimelineKind,
  type TimelineListing,
} from './views/timeline.js';
export { writeCsv, type CsvFile, type CsvOptions } from './write-csv.js';
export { disclaimer, writeSectionHtml, type SectionPageOptions, type SectionRows } from './write-html.js';
export { writeJ2 } from './write-j2.js';
