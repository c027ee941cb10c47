import type { LeftOut } from '@mhb-kit/core/request';
import { MhbError } from '@mhb-kit/core/error';
import { isNationalId, nationalIdKind } from '@mhb-kit/core/identity';
import { personParameters, type PersonParameter } from './fhir/capabilities.js';
import {
  createFhirClient,
  isNotUnderstood,
  type FhirClient,
  type FhirClientOptions,
} from './fhir/fhir-client.js';
import { referredTypes, sectionMappings } from './fhir/fhir-rows.js';
import { LeftOutCount } from './fhir/left-out.js';
import { withBinaries } from './fhir/binaries.js';
import { subjectOf, takeOwn } from './fhir/own-resources.js';
import { systemClock } from '../scheduling/clock.js';
import { createPatientRegister } from './fhir/patient-register.js';
import { createRecordSet, idIn } from './fhir/record-set.js';
import type { Identifier, Patient, Reference, Resource, ResourceType } from './fhir/resources.js';
import { createSharedAnswers } from './fhir/shared-answers.js';
import type { Subject } from './fhir/subject.js';
import type { IdentifyingSource } from '../register/register.js';

export interface FhirSourceOptions extends FhirClientOptions {
  /**
   * How records are queried.
   * - `search`: queries each resource type separately, so that a failure delays only the categories concerned.
   * - `everything`: calls `Patient/$everything` once per request.
   */
  readonly method: 'search' | 'everything';
  /**
   * The `system` of the national ID in `Patient.identifier`. Defaults to the systems that TW Core defines for
   * citizens and for residents.
   */
  readonly identifierSystem?: string;
  /** The `system` of the NHI card's number in `Patient.identifier`, if the server stores it. */
  readonly cardNumberSystem?: string;
  /** The `system` of the household number (戶號) in `Patient.identifier`, if the server stores it. */
  readonly householdNumberSystem?: string;
  /** The number of entries requested per page. Defaults to 100. */
  readonly pageSize?: number;
  /** How long a response is shared with the other categories of a request, in milliseconds. Defaults to 20,000. */
  readonly shareFor?: number;
}

/**
 * The identifier systems of TW Core for numbers issued by the Ministry of the Interior and by the National
 * Immigration Agency.
 */
const identifierSystems = { citizen: 'http://www.moi.gov.tw', resident: 'http://www.immigration.gov.tw' };
const SHARED_FOR_MS = 20_000;
/** The number of resources requested by id in one call, so that the ids fit into a URL. */
const IDS_AT_ONCE = 50;
const PATIENTS_IN_A_PAGE = 20;

/**
 * The resources that a server returned about one person, and what was left out because it was missing or belonged
 * to someone else.
 */
interface Loaded {
  readonly resources: readonly Resource[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Reads records from a FHIR R4 server, which may be a hospital's own server or a facade of its system. Uses only
 * resources that state that they belong to this person (`strangerTo`) and that describe something that happened
 * (`verdictOn`).
 */
export function createFhirSource(options: FhirSourceOptions): IdentifyingSource {
  const client = createFhirClient(options);
  const { method, pageSize = 100 } = options;
  const shared = createSharedAnswers(options.shareFor ?? SHARED_FOR_MS);
  const systemFor = (nationalId: string): string => options.identifierSystem ?? systemOf(nationalId);

  /**
   * Finds all Patient resources with this ID number. There are several if the server has duplicate entries for a
   * person.
   */
  async function subjectsOf(nationalId: string, signal: AbortSignal): Promise<readonly Subject[]> {
    const system = systemFor(nationalId);
    const found: Subject[] = [];
    const identifier = encodeURIComponent(`${system}|${nationalId}`);
    // A server that does not know the search parameter returns every Patient, so those without this ID number are
    // skipped.
    const answer = await client.search(
      `Patient?identifier=${identifier}&_count=${PATIENTS_IN_A_PAGE}`,
      signal,
      (resource, fullUrl) => {
        if (!hasIdentifier(resource, system, nationalId)) return [];
        if (found.every(({ patient }) => patient.id !== resource.id))
          found.push(subjectOf(resource, client.base, fullUrl, { nationalId, system }));
        return [];
      },
    );
    if (answer === null)
      throw new MhbError('service-unavailable', 'The FHIR server does not offer the Patient resource');
    const standing = found.filter(({ patient }) => !isReplaced(patient));
    return standing.length > 0 ? standing : found;
  }

  async function subjectOfRecords(nationalId: string, signal: AbortSignal): Promise<Subject | null> {
    return shared(`patient ${nationalId}`, async () => {
      const [subject, ...others] = await subjectsOf(nationalId, signal);
      // It is unknown which of the patients this person is, but reporting that there are no records would be
      // wrong.
      if (others.length > 0)
        throw new MhbError(
          'service-unavailable',
          'The FHIR server has several patients with the same ID number',
        );
      return subject ?? null;
    });
  }

  async function loadType(subject: Subject, type: ResourceType, signal: AbortSignal): Promise<Loaded> {
    const leftOut = new LeftOutCount();
    const [parameter, other] = personParameters(type, await client.capabilities(signal));
    const ask = (name: PersonParameter): Promise<readonly Resource[] | null> => {
      const person = name === 'subject' ? `Patient/${subject.patient.id ?? ''}` : (subject.patient.id ?? '');
      return client.search(`${type}?${name}=${person}&_count=${pageSize}`, signal, takeOwn(subject, leftOut));
    };
    const found = await ask(parameter).catch((error: unknown) => {
      // A server that does not state its capabilities might still refuse an unknown parameter.
      if (!isNotUnderstood(error)) throw error;
      return ask(other);
    });
    if (found === null) leftOut.add(type, 'not-offered');
    const resources = await withBinaries(found ?? [], subject, client, signal);
    return { resources, leftOut: leftOut.list() };
  }

  async function loadEverything(subject: Subject, signal: AbortSignal): Promise<Loaded> {
    const leftOut = new LeftOutCount();
    const path = `Patient/${subject.patient.id ?? ''}/$everything?_count=${pageSize}`;
    const found = await client.search(path, signal, takeOwn(subject, leftOut));
    const resources = await withBinaries(found ?? [], subject, client, signal);
    return { resources, leftOut: leftOut.list() };
  }

  async function load(
    subject: Subject,
    types: readonly ResourceType[],
    signal: AbortSignal,
  ): Promise<Loaded> {
    const id = subject.patient.id ?? '';
    const parts =
      method === 'everything'
        ? [await shared(`everything ${id}`, () => loadEverything(subject, signal))]
        : await allSettled(
            types.map((type) => shared(`${type} ${id}`, () => loadType(subject, type, signal))),
          );
    const resources = parts.flatMap((part) => part.resources);
    const referred = await referredBy(resources, subject, client, signal);
    return {
      resources: [...resources, ...referred, subject.patient],
      leftOut: parts.flatMap(({ leftOut }) => leftOut),
    };
  }

  return {
    register: createPatientRegister(
      async (nationalId, signal) => {
        const [subject, ...others] = await subjectsOf(nationalId, signal);
        return others.length > 0 ? null : (subject?.patient ?? null);
      },
      options,
      systemClock,
    ),
    async records({ nationalId, category, signal, onLeftOut }) {
      const sections = category.sections.filter((section) => section in sectionMappings);
      if (sections.length === 0 || !isNationalId(nationalId)) return {};
      const subject = await subjectOfRecords(nationalId, signal);
      if (subject === null) return {};
      const mappings = sections.flatMap((section) => sectionMappings[section] ?? []);
      const types = [...new Set(mappings.flatMap((mapping) => mapping.types))];
      const loaded = await load(subject, types, signal);
      const records = createRecordSet([
        ...new Map(loaded.resources.map((each) => [`${each.resourceType}/${each.id ?? ''}`, each])).values(),
      ]);
      const rows = Object.fromEntries(
        sections.map((section) => [section, sectionMappings[section]?.rows(records) ?? []]),
      );
      const told = new Set<string>(mappings.flatMap(({ tells }) => tells));
      onLeftOut?.([...loaded.leftOut, ...records.leftOut()].filter(({ type }) => told.has(type)));
      return rows;
    },
  };
}

/**
 * Waits until all promises have settled, and then returns the results or throws the first failure. This way, a
 * later attempt never overlaps with this one.
 */
async function allSettled<T>(answers: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(answers);
  return Promise.all(answers);
}

const systemOf = (nationalId: string): string =>
  nationalIdKind(nationalId) === 'citizen' ? identifierSystems.citizen : identifierSystems.resident;

function hasIdentifier(resource: Resource, system: string, nationalId: string): resource is Patient {
  if (resource.resourceType !== 'Patient' || typeof resource.id !== 'string') return false;
  const { identifier } = resource as Patient;
  return (
    Array.isArray(identifier) &&
    identifier.some(
      (each: Identifier | null) =>
        each?.value === nationalId && (each.system === undefined || each.system === system),
    )
  );
}

/**
 * Checks whether another Patient has replaced this one, for example after two were found to be the same person.
 */
const isReplaced = ({ active, link }: Patient): boolean =>
  active === false || (Array.isArray(link) && link.some((each) => each?.type === 'replaced-by'));

/**
 * Fetches facilities, drugs and specimens that are missing from the responses although other resources refer to
 * them.
 */
async function referredBy(
  resources: readonly Resource[],
  subject: Subject,
  client: FhirClient,
  signal: AbortSignal,
): Promise<readonly Resource[]> {
  const present = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id ?? ''}`));
  const wanted = new Map<ResourceType, Set<string>>(referredTypes.map((type) => [type, new Set()]));
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { reference } = value as { reference?: unknown };
    if (typeof reference === 'string')
      for (const [type, ids] of wanted) {
        const id = idIn(type, value as Reference);
        if (id !== null && !reference.startsWith('urn:') && !present.has(`${type}/${id}`)) ids.add(id);
      }
    for (const inner of Object.values(value)) look(inner);
  };
  resources.forEach(look);
  const found: Resource[] = [];
  for (const [type, ids] of wanted) {
    const list = [...ids];
    const own = takeOwn(subject, new LeftOutCount());
    for (let at = 0; at < list.length; at += IDS_AT_ONCE) {
      const some = list.slice(at, at + IDS_AT_ONCE);
      const answer = await client.search(
        `${type}?_id=${some.join(',')}&_count=${IDS_AT_ONCE}`,
        signal,
        (resource, fullUrl) =>
          resource.resourceType === type && some.includes(resource.id ?? '') ? own(resource, fullUrl) : [],
      );
      found.push(...(answer ?? []));
    }
  }
  return found;
}
