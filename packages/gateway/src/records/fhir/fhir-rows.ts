import type { RecordRow } from '@mhb-kit/core/fulfilment';
import {
  advanceDirectives,
  allergyIntolerances,
  diagnosticReports,
  dischargeSummaries,
  immunizations,
  laboratoryResults,
} from '@mhb-kit/core/passbook';
import { reports, summaries } from './map-reports.js';
import { results } from './map-results.js';
import { allergies, directives, vaccinations } from './map-statements.js';
import { visits, visitSections } from './map-visits.js';
import type { RecordSet } from './record-set.js';
import type { ResourceType } from './resources.js';

/**
 * Converts FHIR R4 resources, whether they follow TW Core or another guide, to rows of one section of the
 * passbook. Sections whose data a hospital's server does not have (premiums, the card status, the NHI's care
 * programmes) have no mapping and remain empty.
 */
export interface SectionMapping {
  /** The resource types that the section reads, apart from the types that they refer to. */
  readonly types: readonly ResourceType[];
  /**
   * The types whose left-out resources are reported with this section. If several sections read a type, only one
   * of them reports it.
   */
  readonly tells: readonly ResourceType[];
  rows(records: RecordSet): readonly RecordRow[];
}

const visitTypes: readonly ResourceType[] = [
  'Encounter',
  'Condition',
  'MedicationRequest',
  'MedicationDispense',
  'MedicationStatement',
  'Procedure',
  'ExplanationOfBenefit',
];

/** The mapping of each section by its key in the passbook. */
export const sectionMappings: Readonly<Record<string, SectionMapping>> = {
  ...Object.fromEntries(
    visitSections.map((section, index) => [
      section,
      {
        types: visitTypes,
        tells: index === 0 ? visitTypes : [],
        rows: (records: RecordSet) => visits(records, section),
      },
    ]),
  ),
  [allergyIntolerances.key]: {
    types: ['AllergyIntolerance'],
    tells: ['AllergyIntolerance'],
    rows: allergies,
  },
  [advanceDirectives.key]: { types: ['Consent'], tells: ['Consent'], rows: directives },
  [immunizations.key]: { types: ['Immunization'], tells: ['Immunization'], rows: vaccinations },
  // Both sections read both types, because a report can contain its results, and results can contain the text of a
  // report.
  [laboratoryResults.key]: {
    types: ['Observation', 'DiagnosticReport'],
    tells: ['Observation'],
    rows: results,
  },
  [diagnosticReports.key]: {
    types: ['DiagnosticReport', 'Observation'],
    tells: ['DiagnosticReport'],
    rows: reports,
  },
  [dischargeSummaries.key]: { types: ['DocumentReference'], tells: ['DocumentReference'], rows: summaries },
};

/** All types that are requested for a person. */
export const askedTypes: readonly ResourceType[] = [
  ...new Set(Object.values(sectionMappings).flatMap(({ types }) => types)),
];

/** The types that other resources refer to. Resources of these types are fetched by id. */
export const referredTypes: readonly ResourceType[] = ['Organization', 'Medication', 'Specimen'];
