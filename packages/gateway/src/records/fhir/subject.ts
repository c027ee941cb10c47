import type { LeftOutReason } from '@mhb-kit/core/request';
import type { Identifier, Patient, Reference, Resource } from './resources.js';

/** One person, with all references by which a server's resources may name them. */
export interface Subject {
  readonly patient: Patient;
  /** `https://…/Patient/12` and `urn:uuid:…`: the addresses of the Patient resource. */
  readonly addresses: ReadonlySet<string>;
  readonly nationalId: string;
  /** The `system` of the national ID in `Patient.identifier`. */
  readonly system: string;
}

/** The field in which each type names its subject. */
const subjectFields = ['subject', 'patient', 'beneficiary', 'individual'] as const;

/** Resources without a subject: used only if a resource of the person refers to them. */
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
 * Whether a resource belongs to someone else: the reason, or `null` if it is this person's. A server may
 * ignore an unknown parameter (FHIR R4, search, "Handling errors"), so the query does not prove whose
 * resources the response contains.
 */
export function strangerTo(subject: Subject, resource: Resource): LeftOutReason | null {
  if (ofNobody.has(resource.resourceType)) return null;
  if (resource.resourceType === 'Patient') return resource.id === subject.patient.id ? null : 'other-person';
  const fields = resource as unknown as Fields;
  const named = subjectFields.flatMap((field) => fields[field] ?? []) as Reference[];
  if (named.length === 0) return 'no-subject';
  if (!named.every((each) => isOf(subject, each, resource))) return 'other-person';
  // The focus is what was actually observed: the fetus, the donor, the mother.
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

/** Whether an identifier is a national ID, but not this person's. */
const claimsAnother = ({ system, nationalId }: Subject, identifier: Identifier): boolean =>
  identifier.system === system && identifier.value !== undefined && identifier.value !== nationalId;
