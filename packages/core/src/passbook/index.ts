export { analyteOf, analytes, type Analyte, type AnalyteId, type NamedResult } from './analytes/analytes.js';
export type { Specimen } from './analytes/entry.js';
export * from './fhir/index.js';
export type { DrugRoute } from './record/record.js';
export type {
  DrugGroupId,
  DrugTableExtension,
  GroupRow,
  IngredientId,
  IngredientRow,
} from './ingredients/index.js';
export { fingerprint } from './model/fingerprint.js';
export { mergePassbooks, mergePassbooksInTurns } from './model/merge.js';
export * from './model/model.js';
export {
  noteTexts,
  type FileFormat,
  type FileReport,
  type LeftOutCode,
  type NoteCode,
  type ReadingNote,
  type ReadingReport,
} from './record/notes.js';
export { isChronicPrescription, kindOfOrder, type OrderKind } from './record/orders.js';
export {
  countRecords,
  passbookArchiveLimits,
  readPassbook,
  type PassbookFile,
  type ReadingProgress,
  type ReadOptions,
  type ReadResult,
} from './read/read.js';
export { PassbookWorker, type CreateWorker, type WorkerOptions } from './in-worker/passbook-worker.js';
export { readPassbookInWorker, type WorkerReadOptions } from './in-worker/read-in-worker.js';
export { listCodedTermsInWorker } from './in-worker/terms-in-worker.js';
export { viewInWorker } from './in-worker/view-in-worker.js';
export { dateOfRow } from './model/date-of-row.js';
export {
  positionIn,
  positionOf,
  readResultValue,
  type Position,
  type ResultValue,
} from './results/position.js';
export { parseQuantity, type Comparator, type Quantity } from './results/quantity.js';
export { type RangeCondition, type RangeSubject } from './results/range-condition.js';
export {
  parseReferenceRange,
  type Bound,
  type Interval,
  type ReferencePart,
  type ReferenceRange,
  type ReferenceStage,
} from './results/reference-range.js';
export {
  advanceDirectives,
  allergyIntolerances,
  chineseMedicineClaims,
  declarations,
  dentalClaims,
  diagnosticReports,
  dischargeSummaries,
  headerFields,
  hepatitisVisitFieldsOfTable,
  immunizations,
  inpatientClaims,
  isStanding,
  laboratoryResults,
  outpatientClaims,
  preventiveCheckups,
  recordsOfKind,
  sectionFields,
  sectionOf,
  sections,
} from './sections/index.js';
export {
  isAbnormalFinding,
  isUnmeasured,
  listAdvanceDirectives,
  listDischargeSummaries,
  listImmunizations,
  listPreventiveCare,
  listProgrammes,
  waistInCentimetres,
  type AnyProgramme,
  type PreventiveCare,
  type Screening,
  type Vaccination,
} from './views/care.js';
export {
  findAllergyConflicts,
  listAllergies,
  listAllergyStatements,
  type Allergy,
  type AllergyConflict,
  type AllergyGroup,
  type AllergyStatement,
} from './views/allergies.js';
export { listAllergiesNow, type AllergiesNow } from './views/allergies-now.js';
export { describeHealth, type HealthNow, type HealthOptions } from './views/health-now.js';
export type {
  CheckupFinding,
  FollowUpCard,
  Glance,
  GlanceCard,
  MeasuredCard,
  MedicationsCard,
  ProblemsCard,
} from './views/glance/glance.js';
export type { Movement } from './views/glance/movements.js';
export type { MoneyCard, Spent } from './views/glance/money.js';
export type { NextDate } from './views/glance/next-dates.js';
export { listStays, type Problem } from './views/glance/problems.js';
export { isCollection } from './views/glance/refills.js';
export { hasColumns, impressionOf, reportKindOf, reportKinds, type ReportKind } from './views/report-text.js';
export { listReports, type Report } from './views/reports.js';
export { summarizeCosts, type CostSummary } from './views/costs.js';
export { listDentalTreatments, toothChart, type DentalTreatment } from './views/dental.js';
export { listEncounters, type Encounter, type EncounterClass } from './views/encounters.js';
export {
  listLaboratory,
  listLaboratorySeries,
  type LaboratoryListing,
  type LaboratoryOptions,
  type LaboratoryPoint,
  type LaboratorySeries,
} from './views/laboratory.js';
export { isUnitInferred } from './views/laboratory-units.js';
export {
  keyAnalytes,
  listResultsNow,
  newestDecided,
  waitsForAge,
  type CurrentResult,
  type ResultsNow,
  type ResultsNowOptions,
} from './views/results-now.js';
export type { Medication, MedicationState, Replacement, SupplyOverlap } from './views/medication.js';
export { listMedications, type MedicationList, type MedicationOptions } from './views/medications.js';
export { type MedicationSupply } from './views/supplies.js';
export { type DuplicateTherapy } from './views/duplicates.js';
export { readDate } from './values/values.js';
export { listSection, recordsOf, type SectionListing } from './views/section.js';
export {
  viewInTurns,
  type PassbookLists,
  type PassbookViews,
  type ViewOptions,
} from './views/all/in-turns.js';
export {
  listPreventiveServices,
  personBorn,
  type FollowUp,
  type PreventivePerson,
  type PreventiveService,
  type PreventiveServiceId,
} from './views/preventive-schedule.js';
export { findRevisions, type Revisable, type Revisions } from './views/revisions.js';
export {
  createSearchIndex,
  type SearchIndex,
  type SearchOptions,
  type SearchResult,
} from './views/search/search.js';
export type { AnswerGroup, AnswerItems, AnswerKind, Answers } from './views/search/answers.js';
export { foldText, isInPeriod, type SearchPeriod, type SearchQuery } from './views/search/query.js';
export {
  listTimeline,
  summarize,
  type Overview,
  type SectionSummary,
  type TimelineEntry,
  type TimelineKind,
  type TimelineListing,
} from './views/timeline.js';
export { writeCalendar, type CalendarEntry, type CalendarOptions } from './write/write-calendar.js';
export { writeCsv, type CsvFile, type CsvOptions } from './write/write-csv.js';
export { writePassbookInWorker, type WorkerWriteOptions } from './in-worker/write-in-worker.js';
export { writeFiles, type FileRequest, type WrittenFile } from './files/write-files.js';
export {
  disclaimer,
  writeSectionHtml,
  type SectionPageOptions,
  type SectionRows,
} from './write/write-html.js';
export { writeJ2 } from './write/write-j2.js';
export { writeXlsx } from './write/write-xlsx.js';
