import type { LeftOut, LeftOutReason } from '@mhb-kit/core/request';
import { LeftOutCount } from './left-out.js';
import type { Organization, Patient, Reference, Resource, ResourceType, ResourceTypes } from './resources.js';
import { verdictOn } from './status.js';

/** The resources of one person, with the queries that the mapping to rows needs. */
export interface RecordSet {
  /** The person's Patient resource; `undefined` if the server did not return exactly one. */
  readonly patient: Patient | undefined;
  /** Returns the valid resources of a type, that is, without those entered in error, planned or refuted. */
  of<T extends ResourceType>(type: T): readonly ResourceTypes[T][];
  /**
   * Maps each valid resource of a type to rows. A resource that cannot be mapped is counted as left out and does
   * not affect other resources.
   */
  map<T extends ResourceType, R>(type: T, rows: (resource: ResourceTypes[T]) => readonly R[]): readonly R[];
  /**
   * Returns the resource that a reference names, if the resource is valid. `within` is the resource that might
   * contain it.
   */
  find<T extends ResourceType>(
    type: T,
    reference: Reference | undefined,
    within?: Resource,
  ): ResourceTypes[T] | undefined;
  /** Checks whether a reference names a resource that exists but was left out. */
  isLeftOut(type: ResourceType, reference: Reference | undefined): boolean;
  /**
   * Returns the facility code and name from the first reference that names a facility rather than a person, a ward
   * or a device.
   */
  facility(references: readonly (Reference | undefined)[], within?: Resource): Facility;
  /** Counts a resource that does not become a row. Each resource is counted only once. */
  leaveOut(resource: Resource, reason: LeftOutReason): void;
  leftOut(): readonly LeftOut[];
}

export interface Facility {
  /** The facility code; an empty string if the server does not state it. */
  readonly code: string;
  readonly name: string;
}

/** @param resources the resources of only one person, and the resources that they refer to */
export function createRecordSet(resources: readonly Resource[]): RecordSet {
  const reasons = new Map<Resource, LeftOutReason>();
  const counted: Resource[] = [];
  for (const resource of resources) {
    const verdict = attempt(() => verdictOn(resource), 'unreadable');
    if (verdict === null) counted.push(resource);
    else reasons.set(resource, verdict);
  }
  const named = ({ resourceType, id }: Resource): string => `${resourceType}/${id ?? ''}`;
  const byReference = new Map(counted.map((each) => [named(each), each]));
  const uncounted = new Set([...reasons.keys()].map(named));
  const patients = counted.filter(({ resourceType }) => resourceType === 'Patient');
  const of = <T extends ResourceType>(type: T) =>
    counted.filter(({ resourceType }) => resourceType === type) as unknown as readonly ResourceTypes[T][];

  function find<T extends ResourceType>(
    type: T,
    reference: Reference | undefined,
    within?: Resource,
  ): ResourceTypes[T] | undefined {
    const address = reference?.reference;
    if (address?.startsWith('#') === true) {
      const contained = within?.contained?.find(
        (each) => each.resourceType === type && `#${each.id ?? ''}` === address,
      );
      return contained !== undefined && verdictOn(contained) === null
        ? (contained as unknown as ResourceTypes[T])
        : undefined;
    }
    const id = idIn(type, reference);
    return id === null ? undefined : (byReference.get(`${type}/${id}`) as ResourceTypes[T] | undefined);
  }

  function leaveOut(resource: Resource, reason: LeftOutReason): void {
    if (!reasons.has(resource)) reasons.set(resource, reason);
  }

  return {
    // If the server returned several Patient resources, none of them is used.
    patient: patients.length === 1 ? (patients[0] as Patient) : undefined,
    of,
    map(type, rows) {
      return of(type).flatMap((resource) => {
        const made = attempt(() => rows(resource), null);
        if (made === null) leaveOut(resource, 'unreadable');
        return made ?? [];
      });
    },
    find,
    isLeftOut(type, reference) {
      const id = idIn(type, reference);
      return id !== null && uncounted.has(`${type}/${id}`);
    },
    facility(references, within) {
      for (const reference of references) {
        const organization = find('Organization', reference, within);
        const name = organization?.name ?? (isFacility(reference) ? (reference?.display ?? '') : '');
        const code = facilityCode(organization);
        if (name !== '' || code !== '') return { code, name };
      }
      return { code: '', name: '' };
    },
    leaveOut,
    leftOut() {
      const count = new LeftOutCount();
      for (const [{ resourceType }, reason] of reasons) count.add(resourceType, reason);
      return count.list();
    },
  };
}

/**
 * Runs a function, and returns `otherwise` if it throws. A server can return data of any form, so an exception
 * must affect only one resource.
 */
function attempt<T, F>(work: () => T, otherwise: F): T | F {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/**
 * Returns the id in a reference to a resource of a type, if the reference is relative or starts with `urn:uuid:`.
 * An absolute address belongs to another server, because addresses on this server have already been made relative.
 */
export function idIn(type: string, reference: Reference | undefined): string | null {
  const text = reference?.reference ?? '';
  if (text.startsWith('urn:uuid:')) return text.slice('urn:uuid:'.length);
  const [, named, id = ''] = /^([A-Za-z]+)\/([\w.-]{1,64})(?:\/_history\/[\w.-]+)?$/.exec(text) ?? [];
  return named === type ? id : null;
}

/**
 * Checks whether a reference names a facility. A reference that has only a display text is assumed to name a
 * facility.
 */
function isFacility(reference: Reference | undefined): boolean {
  const { reference: address, type } = (reference ?? {}) as Reference & { readonly type?: string };
  return (
    (type ?? 'Organization') === 'Organization' &&
    (address === undefined || /(?:^|\/)Organization\//.test(address))
  );
}

/** Returns the facility code (醫事機構代碼) of ten digits, which TW Core stores in an identifier of the organization. */
const facilityCode = (organization: Organization | undefined): string =>
  organization?.identifier?.find(({ value }) => /^\d{10}$/.test(value ?? ''))?.value ?? '';
