import { taipeiDate, type LocalDate } from '../../identity/index.js';
import type { AnyRecord, Passbook } from '../model/model.js';
import { allergyIntolerances, definitionOf } from '../sections/index.js';
import { atOnce, type Steps } from '../steps/steps.js';
import { addCheckups } from './checkups.js';
import { claimSteps } from './claims.js';
import { identifySteps, ResourceCollector } from './collector.js';
import { addConditions } from './conditions.js';
import { contentId } from './content-id.js';
import { derivedViewSteps } from './derived-views.js';
import { addSummary } from './ips.js';
import type { FhirIdentity } from './fhir-identity.js';
import { addPatient } from './identity.js';
import { laboratoryResultSteps } from './laboratory.js';
import { addAdvanceDirectives, addAllergies, addDischargeSummaries, addImmunizations } from './person.js';
import { addProgrammes } from './programmes.js';
import { addReports } from './reports.js';
import { addScreenings } from './screenings.js';
import { compact, type Bundle } from './resource.js';
import { profiles, systems, type FhirProfile } from './terminology.js';
import { addDetectedIssues, listConflicts } from './warnings.js';
import { languageTags, type FhirLanguage, type FhirTerms } from './wording.js';

export interface FhirOptions {
  /**
   * With `twcore`, the bundle is a collection of everything, in TW Core's profiles where they exist. With `ips`,
   * the result is an International Patient Summary: a document for a physician abroad, without visits or claims.
   */
  readonly profile: FhirProfile;
  /**
   * The language of names, titles and narratives. Defaults to Chinese. Text that a facility has written is not
   * translated, except for some frequent phrases.
   */
  readonly language?: FhirLanguage;
  /** Names of codes, in addition to the names in the file and in this package. */
  readonly terms?: FhirTerms;
  /**
   * The person's identity, for recipients who have to recognize the patient. Without it, the bundle contains no
   * name.
   */
  readonly identity?: FhirIdentity;
  /**
   * The time at which the bundle was created. It also determines which drugs count as current. Defaults to now.
   */
  readonly now?: Date;
}

/**
 * Converts the passbook to a FHIR R4 bundle. The ids of resources are derived from their content, so they are
 * the same in every export. A resource that was created from a record refers to the record by `identifier`.
 * `findUnmapped` lists the records without a resource.
 */
export function writeFhir(passbook: Passbook, options: FhirOptions): Bundle {
  return atOnce(fhirSteps(passbook, options));
}

export function* fhirSteps(
  passbook: Passbook,
  { profile, language = 'zh-Hant', terms = {}, identity = {}, now = new Date() }: FhirOptions,
): Steps<Bundle> {
  const recordIds = yield* identifySteps(passbook);
  const resources = new ResourceCollector(profile, passbook, { language, terms, identity, recordIds });
  const today: LocalDate = taipeiDate(now);
  const timestamp = now.toISOString();
  const views = yield* derivedViewSteps(passbook, today);
  addPatient(passbook, resources);
  const composition = profile === 'ips' ? addSummary(passbook, views, timestamp, resources) : null;
  if (profile === 'twcore') {
    yield* claimSteps(views, resources);
    addConditions(views, resources);
    yield;
    addAllergies(passbook, resources);
    addAdvanceDirectives(passbook, resources);
    addImmunizations(passbook, resources);
    yield* laboratoryResultSteps(views, resources);
    addReports(passbook, views, resources);
    yield;
    addCheckups(passbook, views, resources);
    yield;
    addScreenings(passbook, resources);
    addProgrammes(passbook, resources);
    addDischargeSummaries(passbook, resources);
    addDetectedIssues(listConflicts(passbook, views), resources);
  }
  yield;
  const entries = profile === 'ips' ? resources.referredEntries : resources.entries;
  const bundleProfile = profiles[profile]['Bundle'];
  const id = contentId(`Bundle ${profile} ${timestamp} ${entries.map(({ fullUrl }) => fullUrl).join(' ')}`);
  return compact({
    resourceType: 'Bundle',
    id,
    meta: bundleProfile === undefined ? undefined : { profile: [bundleProfile] },
    language: languageTags[language],
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` },
    type: profile === 'ips' ? 'document' : 'collection',
    timestamp,
    // The first entry of a document must be its composition.
    entry: [...entries].sort(
      (a, b) =>
        Number(b.fullUrl === composition?.['reference']) - Number(a.fullUrl === composition?.['reference']),
    ),
  });
}

/**
 * The reason why a record has no resource: it is not about health, it belongs to an unknown section, it states
 * that there is no allergy, or it does not belong in a patient summary.
 */
export type UnmappedReason = 'not-clinical' | 'unknown-section' | 'states-none' | 'not-in-summary';

export interface UnmappedRecord {
  readonly record: AnyRecord;
  readonly reason: UnmappedReason;
}

/** Examines a bundle and returns the records that have no resource in it. */
export function findUnmapped(passbook: Passbook, bundle: Bundle): UnmappedRecord[] {
  const named = new Set<string>();
  for (const { resource } of bundle.entry) {
    const identifiers = resource['identifier'];
    if (!Array.isArray(identifiers)) continue;
    for (const identifier of identifiers as readonly {
      readonly system?: string;
      readonly value?: string;
    }[]) {
      if (identifier.system === systems.record) named.add(String(identifier.value).split('#')[0] ?? '');
    }
  }
  const resources = new ResourceCollector('twcore', passbook);
  const unknown = new Set<AnyRecord>(Object.values(passbook.unknownSections).flat());
  const all = [...Object.values<readonly AnyRecord[]>(passbook.sections).flat(), ...unknown];
  return all
    .filter((record) => !named.has(resources.recordId(record)))
    .map((record) => ({
      record,
      reason: unknown.has(record)
        ? 'unknown-section'
        : definitionOf(record.section)?.notClinical === true
          ? 'not-clinical'
          : record.section === allergyIntolerances.key
            ? 'states-none'
            : 'not-in-summary',
    }));
}
