import { taipeiDate } from '@mhb-kit/core/identity';
import type {
  CodeableConcept,
  Organization,
  Reference,
  Resource,
  ResourceType,
  ResourceTypes,
} from './resources.js';

/** The resources of one person, and what the mapping asks of them. */
export interface RecordSet {
  /** Those of a type that count: nothing entered in error. */
  of<T extends ResourceType>(type: T): readonly ResourceTypes[T][];
  find<T extends ResourceType>(type: T, reference: Reference | undefined): ResourceTypes[T] | undefined;
  /** Facility code and name behind a reference. */
  facility(reference: Reference | undefined): { readonly code: string; readonly name: string };
}

const withdrawn = new Set(['entered-in-error', 'cancelled', 'not-done']);

export function createRecordSet(resources: readonly Resource[]): RecordSet {
  const counted = resources.filter(({ status }) => status === undefined || !withdrawn.has(status));
  const byReference = new Map(counted.map((each) => [`${each.resourceType}/${each.id ?? ''}`, each]));

  function find<T extends ResourceType>(
    type: T,
    reference: Reference | undefined,
  ): ResourceTypes[T] | undefined {
    const id = idIn(type, reference);
    return id === null ? undefined : (byReference.get(`${type}/${id}`) as ResourceTypes[T] | undefined);
  }
  return {
    of: <T extends ResourceType>(type: T) =>
      counted.filter(({ resourceType }) => resourceType === type) as unknown as readonly ResourceTypes[T][],
    find,
    facility(reference) {
      const organization = find('Organization', reference);
      return {
        code: facilityCode(organization),
        name: organization?.name ?? reference?.display ?? '',
      };
    },
  };
}

/** The id that a reference to a resource of a type carries: relative, absolute or `urn:uuid:`. */
export function idIn(type: string, reference: Reference | undefined): string | null {
  const text = reference?.reference ?? '';
  if (text.startsWith('urn:uuid:')) return text.slice('urn:uuid:'.length);
  const match = /(?:^|\/)([A-Z]\w+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/.*)?$/.exec(text);
  return match?.[1] === type ? (match[2] ?? null) : null;
}

/** 醫事機構代碼: ten characters; TW Core keeps it in an identifier of the organization. */
const facilityCode = (organization: Organization | undefined): string =>
  organization?.identifier?.find(({ value }) => /^\d{10}$/.test(value ?? ''))?.value ?? '';

/** `20260305` for a FHIR date or dateTime, by the Taipei day of an instant; shorter where the date is. */
export function toJ2Date(date: string | undefined): string {
  if (date === undefined) return '';
  const day = date.includes('T') ? (Number.isNaN(Date.parse(date)) ? '' : taipeiDate(new Date(date))) : date;
  return day.replaceAll('-', '');
}

export const wordsOf = (concept: CodeableConcept | undefined): string =>
  concept?.text ?? concept?.coding?.find(({ display }) => display !== undefined)?.display ?? '';

/** The code of a concept in the first of some systems (a part of their URL), else its first. */
export function codeOf(concept: CodeableConcept | undefined, ...systems: readonly string[]): string {
  const codings = concept?.coding ?? [];
  for (const system of systems) {
    const found = codings.find((each) => each.system?.includes(system) === true);
    if (found?.code !== undefined) return found.code;
  }
  return codings.find(({ code }) => code !== undefined)?.code ?? '';
}
