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

/** Collects the resources of one bundle, and the record from which each was created. */
export class ResourceCollector {
  readonly profile: FhirProfile;
  readonly patient: JsonObject;
  /** The person's identity, if known. */
  readonly identity: FhirIdentity;
  /** Names in the language of the bundle. */
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

  /** Omits facilities that nothing refers to, because a document must not contain them. */
  get referredEntries(): readonly BundleEntry[] {
    const referred = new Set(this.entries.flatMap(({ resource }) => referencesIn(resource)));
    return this.entries.filter(
      ({ fullUrl, resource }) => resource.resourceType !== 'Organization' || referred.has(fullUrl),
    );
  }

  /**
   * Adds a resource whose id is derived from `key`, so that it is the same in every export, and returns a
   * reference to it. `kind` selects among the profiles of one type; `null` claims none, for resources that a
   * profile would not accept.
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

  /** A reference to the resource that was added under a key; `undefined` if there is none. */
  reference(resourceType: string, key: string): JsonObject | undefined {
    const fullUrl = `urn:uuid:${contentId(`${resourceType} ${key}`)}`;
    return this.#entries.has(fullUrl) ? { reference: fullUrl } : undefined;
  }

  /** A key for a resource that represents several records. */
  keyOf(records: readonly AnyRecord[]): string {
    return records
      .map((record) => this.recordId(record))
      .sort()
      .join(' ');
  }

  /** The identifiers by which a resource names the records it was created from. */
  identifiers(records: readonly AnyRecord[], part = ''): JsonObject[] {
    return records.map((record) => ({
      system: systems.record,
      value: part === '' ? this.recordId(record) : `${this.recordId(record)}#${part}`,
    }));
  }

  recordId(record: AnyRecord): string {
    return this.#recordIds.get(record) ?? contentId(`${record.section} ${fingerprint(record.raw)}`);
  }

  /** A facility, added once for all records that name it; `undefined` if it has neither a code nor a name. */
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

  /** A facility of which the file gives only the name. */
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
 * One id per record, the same in every download that contains the record. Identical rows are distinguished by
 * a number.
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
