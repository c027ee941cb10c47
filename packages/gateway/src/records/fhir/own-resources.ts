import type { LeftOutCount } from './left-out.js';
import type { Take } from './fhir-client.js';
import type { Patient, Reference, Resource } from './resources.js';
import { strangerTo, type Subject } from './subject.js';

/** The person in a Patient resource, with all references by which that server's resources may name the person. */
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
 * Selects this person's resources from a response, including the results contained in a report, and counts
 * the others.
 */
export function takeOwn(subject: Subject, leftOut: LeftOutCount): Take {
  const bases = [...subject.addresses].flatMap((address) => {
    const [base] = address.split(`Patient/${subject.patient.id ?? ''}`, 1);
    return base === undefined || base === address ? [] : [base];
  });
  return (resource, fullUrl) => {
    const stranger = strangerness(subject, resource);
    if (stranger !== null) {
      // Another person's Patient resource in the response does not mean that a record is missing.
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

/** In a bundle that does not come from a server, other resources refer to the address of the entry. */
function named(resource: Resource, fullUrl: string | undefined): Resource {
  return resource.id === undefined && fullUrl?.startsWith('urn:uuid:') === true
    ? { ...resource, id: fullUrl.slice('urn:uuid:'.length) }
    : resource;
}

/**
 * Makes absolute references to this server relative; references to other servers stay and are not resolved.
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

/** Observations contained in a report are its results; those without a subject have the report's subject. */
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
      // An observation that does not state when and where it was made has the report's date and place.
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
