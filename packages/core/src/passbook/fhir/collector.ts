import { fingerprint } from '../fingerprint.js';
import type { AnyRecord, Organization, Passbook } from '../model.js';
import { compact, fhirText, type BundleEntry, type JsonObject, type Resource } from './resource.js';
import { profiles, systems, type FhirProfile } from './terminology.js';
import { contentId } from './content-id.js';

/** Collects the resources of one bundle and knows which record each came from. */
export class ResourceCollector {
  readonly profile: FhirProfile;
  readonly patient: JsonObject;
  readonly #entries = new Map<string, BundleEntry>();
  readonly #recordIds: ReadonlyMap<AnyRecord, string>;
  readonly #patientId: string;

  constructor(profile: FhirProfile, passbook: Passbook) {
    this.profile = profile;
    this.#recordIds = identifyRecords(passbook);
    this.#patientId = contentId(`Patient ${passbook.subjectId ?? ''}`);
    this.patient = { reference: `urn:uuid:${this.#patientId}` };
  }

  get entries(): readonly BundleEntry[] {
    return [...this.#entries.values()];
  }

  /** Adds a resource under an id that follows from `key`, the same in every export, and returns a reference to it. */
  add(resourceType: string, key: string, content: JsonObject, kind?: string): JsonObject {
    const id = resourceType === 'Patient' ? this.#patientId : contentId(`${resourceType} ${key}`);
    const fullUrl = `urn:uuid:${id}`;
    const profile = profiles[this.profile][kind === undefined ? resourceType : `${resourceType}/${kind}`];
    const resource: Resource = compact({
      resourceType,
      id,
      meta: profile === undefined ? undefined : { profile: [profile] },
      ...content,
    });
    if (!this.#entries.has(fullUrl)) this.#entries.set(fullUrl, { fullUrl, resource });
    return { reference: fullUrl };
  }

  /** The identifiers by which resources name the records they came from. */
  identifiers(records: readonly AnyRecord[], part = ''): JsonObject[] {
    return records.map((record) => ({
      system: systems.record,
      value: part === '' ? this.recordId(record) : `${this.recordId(record)}#${part}`,
    }));
  }

  recordId(record: AnyRecord): string {
    return this.#recordIds.get(record) ?? contentId(`${record.section} ${fingerprint(record.raw)}`);
  }

  /** A facility, once for all that name it; `undefined` where none is named. */
  organization({ code, name, telephone, address }: Organization): JsonObject | undefined {
    if (code === null && name === null) return undefined;
    return this.add('Organization', code ?? name ?? '', {
      identifier:
        code === null
          ? []
          : [
              {
                type: { coding: [{ system: systems.identifierType, code: 'PRN' }] },
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

/** An id a record, the same wherever the record is found; rows that say the same are told apart by their number. */
function identifyRecords({ sections, unknownSections }: Passbook): Map<AnyRecord, string> {
  const occurrences = new Map<string, number>();
  const all = [...Object.values<readonly AnyRecord[]>(sections), ...Object.values(unknownSections)].flat();
  return new Map(
    all.map((record) => {
      const content = `${record.section} ${fingerprint(record.raw)}`;
      const occurrence = occurrences.get(content) ?? 0;
      occurrences.set(content, occurrence + 1);
      return [record, contentId(occurrence === 0 ? content : `${content} ${occurrence}`)];
    }),
  );
}
