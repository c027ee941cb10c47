import { fingerprint } from '../model/fingerprint.js';
import type { AnyRecord, Organization, Passbook } from '../model/model.js';
import { atOnce, mapSteps, type Steps } from '../steps/steps.js';
import {
  coding,
  compact,
  fhirText,
  type BundleEntry,
  type Json,
  type JsonObject,
  type Resource,
} from './resource.js';
import { profiles, systems, type FhirProfile } from './terminology.js';
import { contentId } from './content-id.js';
import type { FhirIdentity } from './fhir-identity.js';
import { Wording, type FhirLanguage, type FhirTerms } from './wording.js';

export interface CollectorOptions {
  readonly language?: FhirLanguage;
  readonly terms?: FhirTerms;
  readonly identity?: FhirIdentity;
  /** The result of `identifySteps`, if it was computed beforehand. */
  readonly recordIds?: ReadonlyMap<AnyRecord, string>;
}

/** Collects the resources of one bundle, and creates the identifiers that state their source records. */
export class ResourceCollector {
  readonly profile: FhirProfile;
  readonly patient: JsonObject;
  /** The person's identity, as far as the caller knows it. */
  readonly identity: FhirIdentity;
  /** Provides names, and the display names of codes, in the language of the bundle. */
  readonly wording: Wording;
  readonly #entries = new Map<string, BundleEntry>();
  readonly #recordIds: ReadonlyMap<AnyRecord, string>;
  readonly #patientId: string;

  constructor(
    profile: FhirProfile,
    passbook: Passbook,
    {
      language = 'zh-Hant',
      terms = {},
      identity = {},
      recordIds = atOnce(identifySteps(passbook)),
    }: CollectorOptions = {},
  ) {
    this.profile = profile;
    this.identity = identity;
    this.wording = new Wording(profile, language, terms);
    this.#recordIds = recordIds;
    this.#patientId = contentId(`Patient ${passbook.subjectId ?? ''}`);
    this.patient = { reference: `urn:uuid:${this.#patientId}` };
  }

  get entries(): readonly BundleEntry[] {
    return [...this.#entries.values()];
  }

  /**
   * All entries except facilities to which no resource refers. A FHIR document must not contain such
   * facilities.
   */
  get referredEntries(): readonly BundleEntry[] {
    const referred = new Set(this.entries.flatMap(({ resource }) => referencesIn(resource)));
    return this.entries.filter(
      ({ fullUrl, resource }) => resource.resourceType !== 'Organization' || referred.has(fullUrl),
    );
  }

  /**
   * Adds a resource and returns a reference to it. Derives the resource's id from `key`, so that the id is the
   * same in every export. If a resource type has several profiles, `kind` selects one; `null` means that the
   * resource declares no profile, because it would not conform to any.
   */
  add(resourceType: string, key: string, content: JsonObject, kind?: string | null): JsonObject {
    const id = resourceType === 'Patient' ? this.#patientId : contentId(`${resourceType} ${key}`);
    const fullUrl = `urn:uuid:${id}`;
    const profile =
      kind === null
        ? undefined
        : profiles[this.profile][kind === undefined ? resourceType : `${resourceType}/${kind}`];
    const { meta, ...elements } = content;
    const resource: Resource = compact({
      resourceType,
      id,
      meta: metaOf(profile, meta as JsonObject | undefined),
      ...elements,
    });
    if (!this.#entries.has(fullUrl)) this.#entries.set(fullUrl, { fullUrl, resource });
    return { reference: fullUrl };
  }

  /** Returns a reference to the resource that was added with `key`; `undefined` if there is none. */
  reference(resourceType: string, key: string): JsonObject | undefined {
    const fullUrl = `urn:uuid:${contentId(`${resourceType} ${key}`)}`;
    return this.#entries.has(fullUrl) ? { reference: fullUrl } : undefined;
  }

  /** Returns a key for a resource that represents several records. */
  keyOf(records: readonly AnyRecord[]): string {
    return records
      .map((record) => this.recordId(record))
      .sort()
      .join(' ');
  }

  /** Returns the identifiers that state from which records a resource was created. */
  identifiers(records: readonly AnyRecord[], part = ''): JsonObject[] {
    return records.map((record) => ({
      system: systems.record,
      value: part === '' ? this.recordId(record) : `${this.recordId(record)}#${part}`,
    }));
  }

  recordId(record: AnyRecord): string {
    return this.#recordIds.get(record) ?? contentId(`${record.section} ${fingerprint(record.raw)}`);
  }

  /**
   * Adds a facility once for all records that name it, and returns a reference to it; `undefined` if the
   * facility has neither a code nor a name.
   */
  organization({ code, name, telephone, address }: Organization): JsonObject | undefined {
    if (code === null && name === null) return undefined;
    return this.add('Organization', code ?? name ?? '', {
      identifier:
        code === null
          ? []
          : [
              {
                type: { coding: [coding(systems.identifierType, 'PRN', 'Provider number')] },
                system: systems.facility,
                value: fhirText(code),
              },
            ],
      active: true,
      name: fhirText(name ?? code ?? ''),
      telecom: telephone === null ? [] : [{ system: 'phone', value: fhirText(telephone) }],
      address: address === null ? [] : [{ text: fhirText(address) }],
    });
  }

  /** Adds a facility of which the file states only the name. */
  namedOrganization(name: string | null): JsonObject | undefined {
    return this.organization({ code: null, name, division: null, telephone: null, address: null });
  }
}

function referencesIn(value: Json | undefined): string[] {
  if (typeof value !== 'object') return [];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(referencesIn);
  return Object.entries(value as JsonObject).flatMap(([key, inner]) =>
    key === 'reference' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  );
}

const metaOf = (profile: string | undefined, meta: JsonObject | undefined): JsonObject | undefined =>
  profile === undefined && meta === undefined
    ? undefined
    : compact({ profile: profile === undefined ? [] : [profile], ...meta });

/**
 * Computes an id for each record, which is the same in every download that contains the record. A number
 * distinguishes identical rows.
 */
export function* identifySteps({ sections, unknownSections }: Passbook): Steps<Map<AnyRecord, string>> {
  const occurrences = new Map<string, number>();
  const all = [...Object.values<readonly AnyRecord[]>(sections), ...Object.values(unknownSections)].flat();
  return new Map(
    yield* mapSteps(all, (record): [AnyRecord, string] => {
      const content = `${record.section} ${fingerprint(record.raw)}`;
      const occurrence = occurrences.get(content) ?? 0;
      occurrences.set(content, occurrence + 1);
      return [record, contentId(occurrence === 0 ? content : `${content} ${occurrence}`)];
    }),
  );
}
