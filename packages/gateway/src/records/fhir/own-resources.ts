import type { LeftOutCount } from './left-out.js';
import type { Take } from './fhir-client.js';
import type { Patient, Reference, Resource } from './resources.js';
import { strangerTo, type Subject } from './subject.js';

/** The person of a Patient, in all the ways in which resources of that server may name them. */
export function subjectOf(
  patient: Patient,
  base: URL,
  fullUrl: string | undefined,
  identifier: { readonly nationalId: string; readonly system: string },
): Subject {
  const addresses = [`${base.href}Patient/${patient.id ?? ''}`, ...(fullUrl === undefined ? [] : [fullUrl])];
  return { patient, addresses: new Set(addresses), ...identifier };
}

/** Keeps of an answer what is this person's, with the results that a report contains; counts what is not. */
export function takeOwn(subject: Subject, leftOut: LeftOutCount): Take {
  const bases = [...subject.addresses].flatMap((address) => {
    const [base] = address.split(`Patient/${subject.patient.id ?? ''}`, 1);
    return base === undefined || base === address ? [] : [base];
  });
  return (resource, fullUrl) => {
    const stranger = strangerness(subject, resource);
    if (stranger !== null) {
      // That a server answers with another person's Patient tells nothing of what is missing.
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
    // What does not say in a readable form whose it is, is nobody's.
    return 'no-subject';
  }
}

/** In a bundle that is no server's, the address of the entry is what others refer to. */
function named(resource: Resource, fullUrl: string | undefined): Resource {
  return resource.id === undefined && fullUrl?.startsWith('urn:uuid:') === true
    ? { ...resource, id: fullUrl.slice('urn:uuid:'.length) }
    : resource;
}

/** Absolute references to this server as relative ones; those to others stay, and lead nowhere. */
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

/** Observations inside a report are its results; without a subject of their own they are of the report's. */
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
      // Where it does not say, it was measured when and where the report says.
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
