import type { LeftOutCount } from './left-out.js';
import type { Take } from './fhir-client.js';
import type { Patient, Reference, Resource } from './resources.js';
import { strangerTo, type Subject } from './subject.js';

/**
 * Returns the person in a Patient resource, with all addresses by which the server's resources may refer to the
 * person.
 */
export function subjectOf(
  patient: Patient,
  base: URL,
  fullUrl: string | undefined,
  identifier: { readonly nationalId: string; readonly system: string },
): Subject {
  const addresses = [`${base.href}Patient/${patient.id ?? ''}`, ...(fullUrl === undefined ? [] : [fullUrl])];
  return { patient, addresses: new Set(addresses), ...identifier };
}

/**
 * Creates a function that selects this person's resources from a response, including the results contained in a
 * report, and counts the resources that it does not select.
 */
export function takeOwn(subject: Subject, leftOut: LeftOutCount): Take {
  const bases = [...subject.addresses].flatMap((address) => {
    const [base] = address.split(`Patient/${subject.patient.id ?? ''}`, 1);
    return base === undefined || base === address ? [] : [base];
  });
  return (resource, fullUrl) => {
    const stranger = strangerness(subject, resource);
    if (stranger !== null) {
      // If the response contains another person's Patient resource, no record is missing, so that resource is not
      // counted.
      if (resource.resourceType !== 'Patient') leftOut.add(resource.resourceType, stranger);
      return [];
    }
    const own = withLocalReferences(named(resource, fullUrl), bases) as Resource;
    return [own, ...containedResults(own, subject, leftOut)];
  };
}

function strangerness(subject: Subject, resource: Resource): ReturnType<typeof strangerTo> {
  try {
    return strangerTo(subject, resource);
  } catch {
    // A resource that does not clearly state its subject is not used.
    return 'no-subject';
  }
}

/**
 * Gives a resource without an id the id in the entry's address, because other resources in such a bundle refer to
 * that address.
 */
function named(resource: Resource, fullUrl: string | undefined): Resource {
  return resource.id === undefined && fullUrl?.startsWith('urn:uuid:') === true
    ? { ...resource, id: fullUrl.slice('urn:uuid:'.length) }
    : resource;
}

/**
 * Makes absolute references to this server relative. References to other servers remain unchanged and are not
 * resolved.
 */
function withLocalReferences(value: unknown, bases: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => withLocalReferences(each, bases));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== 'reference' || typeof inner !== 'string') return [key, withLocalReferences(inner, bases)];
      const base = bases.find((each) => inner.startsWith(each));
      return [key, base === undefined ? inner : inner.slice(base.length)];
    }),
  );
}

/**
 * Returns the Observations contained in a report, which are its results. An Observation without a subject gets the
 * report's subject.
 */
function containedResults(report: Resource, subject: Subject, leftOut: LeftOutCount): readonly Resource[] {
  if (report.resourceType !== 'DiagnosticReport' || !Array.isArray(report.contained)) return [];
  const whose = report as Resource & { readonly subject?: Reference };
  const found = report.contained.filter((each) => each?.resourceType === 'Observation') as Resource[];
  return found.flatMap((observation) => {
    const { effectiveDateTime, effectivePeriod, issued, performer, encounter } = report as unknown as Record<
      string,
      unknown
    >;
    const own = {
      subject: whose.subject,
      // An observation that does not state when and where it was made gets the report's date and place.
      ...defined({ effectiveDateTime, effectivePeriod, issued, performer, encounter }),
      ...observation,
      id: `${report.id ?? ''}.${observation.id ?? ''}`,
      contained: report.contained,
    } as unknown as Resource;
    const stranger = strangerness(subject, own);
    if (stranger !== null) leftOut.add('Observation', stranger);
    return stranger === null ? [own] : [];
  });
}

const defined = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
