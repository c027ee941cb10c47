import { taipeiDate, type LocalDate } from '../../identity/index.js';
import type { AnyRecord, Passbook } from '../model.js';
import { addClaims, addConditions } from './claims.js';
import { ResourceCollector } from './collector.js';
import { contentId } from './content-id.js';
import { addSummary } from './ips.js';
import {
  addCheckups,
  addLaboratoryResults,
  addProgrammes,
  addReports,
  addScreenings,
} from './observations.js';
import {
  addAdvanceDirectives,
  addAllergies,
  addDischargeSummaries,
  addImmunizations,
  addPatient,
  type FhirPatient,
} from './person.js';
import { compact, type Bundle } from './resource.js';
import { profiles, systems, type FhirProfile } from './terminology.js';

export interface FhirOptions {
  /**
   * `twcore`: a collection of everything, in TW Core's profiles where it has one. `ips`: an International Patient Summary,
   * a document for a physician abroad, without visits and claims.
   */
  readonly profile: FhirProfile;
  /** What is known of the person beyond the file. */
  readonly patient?: FhirPatient;
  /** When the bundle is made; now unless told. Judges which drugs are current. */
  readonly now?: Date;
}

/**
 * The passbook as a FHIR R4 bundle. Resources have ids that follow from their content, so that exporting twice gives the
 * same ids; every one that comes from a record names it by `identifier`, and `findUnmapped` tells which records have none.
 */
export function writeFhir(
  passbook: Passbook,
  { profile, patient = {}, now = new Date() }: FhirOptions,
): Bundle {
  const resources = new ResourceCollector(profile, passbook);
  const today: LocalDate = taipeiDate(now);
  const timestamp = now.toISOString();
  addPatient(passbook, patient, resources);
  const composition = profile === 'ips' ? addSummary(passbook, today, timestamp, resources) : null;
  if (profile === 'twcore') {
    addClaims(passbook, resources);
    addConditions(passbook, resources);
    addAllergies(passbook, resources);
    addAdvanceDirectives(passbook, resources);
    addImmunizations(passbook, resources);
    addLaboratoryResults(passbook, resources);
    addReports(passbook, resources);
    addCheckups(passbook, resources);
    addScreenings(passbook, resources);
    addProgrammes(passbook, resources);
    addDischargeSummaries(passbook, resources);
  }
  const { entries } = resources;
  const bundleProfile = profiles[profile]['Bundle'];
  const id = contentId(`Bundle ${profile} ${timestamp} ${entries.map(({ fullUrl }) => fullUrl).join(' ')}`);
  return compact({
    resourceType: 'Bundle',
    id,
    meta: bundleProfile === undefined ? undefined : { profile: [bundleProfile] },
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` },
    type: profile === 'ips' ? 'document' : 'collection',
    timestamp,
    // A document begins with its composition.
    entry: [...entries].sort(
      (a, b) =>
        Number(b.fullUrl === composition?.['reference']) - Number(a.fullUrl === composition?.['reference']),
    ),
  });
}

/** Why a record has no resource: not about health, unknown to us, or no part of a patient summary. */
export type UnmappedReason = 'not-clinical' | 'unknown-section' | 'not-in-summary';

export interface UnmappedRecord {
  readonly record: AnyRecord;
  readonly reason: UnmappedReason;
}

const notClinical = new Set(['r0', 'card-status', 'premium-billing', 'premium-payment']);

/** The records of which a bundle of this passbook says nothing, found by looking into the bundle. */
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
        : notClinical.has(record.section)
          ? 'not-clinical'
          : 'not-in-summary',
    }));
}
