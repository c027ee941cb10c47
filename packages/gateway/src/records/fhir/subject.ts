import type { LeftOutReason } from '@mhb-kit/core/request';
import type { Identifier, Patient, Reference, Resource } from './resources.js';

/** One person, with all addresses by which a server's resources may refer to the person. */
export interface Subject {
  readonly patient: Patient;
  /** The addresses of the Patient resource: `https://…/Patient/12` and `urn:uuid:…`. */
  readonly addresses: ReadonlySet<string>;
  readonly nationalId: string;
  /** The `system` of the national ID in `Patient.identifier`. */
  readonly system: string;
}

/** The fields in which resources of the different types name their subject. */
const subjectFields = ['subject', 'patient', 'beneficiary', 'individual'] as const;

/**
 * The types of resources that have no subject. Such a resource is used only if a resource of the person refers to
 * it.
 */
const ofNobody: ReadonlySet<string> = new Set([
  'Organization',
  'Medication',
  'Location',
  'Practitioner',
  'PractitionerRole',
  'Binary',
]);

type Fields = Readonly<Record<string, unknown>>;

/**
 * Returns the reason why a resource does not belong to this person; `null` if it does. The query does not prove
 * whose resources the response contains, because a server might ignore an unknown parameter (FHIR R4, search,
 * "Handling errors").
 */
export function strangerTo(subject: Subject, resource: Resource): LeftOutReason | null {
  if (ofNobody.has(resource.resourceType)) return null;
  if (resource.resourceType === 'Patient') return resource.id === subject.patient.id ? null : 'other-person';
  const fields = resource as unknown as Fields;
  const named = subjectFields.flatMap((field) => fields[field] ?? []) as Reference[];
  if (named.length === 0) return 'no-subject';
  if (!named.every((each) => isOf(subject, each, resource))) return 'other-person';
  // `focus` names what was actually observed, such as the fetus, the donor or the mother.
  const focus = (fields['focus'] ?? []) as readonly Reference[];
  return focus.every((each) => isOf(subject, each, resource)) ? null : 'other-person';
}

function isOf(subject: Subject, reference: Reference, within: Resource): boolean {
  const { reference: address, identifier, type } = reference as Reference & { type?: string };
  if (type !== undefined && type !== 'Patient') return false;
  if (identifier !== undefined && claimsAnother(subject, identifier)) return false;
  if (address === undefined) return identifier !== undefined && isNational(subject, identifier);
  if (address.startsWith('#')) {
    const contained = within.contained?.find(({ id }) => `#${id ?? ''}` === address);
    return (
      contained?.resourceType === 'Patient' &&
      (contained as Patient).identifier?.some((each) => isNational(subject, each)) === true &&
      !(contained as Patient).identifier?.some((each) => claimsAnother(subject, each))
    );
  }
  const [withoutVersion = ''] = address.split('/_history/', 1);
  return withoutVersion === `Patient/${subject.patient.id ?? ''}` || subject.addresses.has(withoutVersion);
}

const isNational = ({ system, nationalId }: Subject, identifier: Identifier): boolean =>
  identifier.value === nationalId && (identifier.system === undefined || identifier.system === system);

/** Checks whether an identifier is the national ID of another person. */
const claimsAnother = ({ system, nationalId }: Subject, identifier: Identifier): boolean =>
  identifier.system === system && identifier.value !== undefined && identifier.value !== nationalId;
