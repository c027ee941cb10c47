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
   * `search`: each kind of resource by itself, so that one that fails makes only its categories late. `everything`:
   * `Patient/$everything`, once a request.
   */
  readonly method: 'search' | 'everything';
  /** The system of the national ID in `Patient.identifier`; default: TW Core's, of citizens and of residents. */
  readonly identifierSystem?: string;
  /** The system under which `Patient.identifier` holds the number of the NHI card, if it does. */
  readonly cardNumberSystem?: string;
  /** The system under which `Patient.identifier` holds the household number (戶號), if it does. */
  readonly householdNumberSystem?: string;
  /** Entries asked for in one page; default 100. */
  readonly pageSize?: number;
  /** For how long, in milliseconds, an answer serves the other categories of a request; default 20,000. */
  readonly shareFor?: number;
}

/** TW Core: the Ministry of the Interior's numbers, and the National Immigration Agency's. */
const identifierSystems = { citizen: 'http://www.moi.gov.tw', resident: 'http://www.immigration.gov.tw' };
const SHARED_FOR_MS = 20_000;
/** Resources asked for by id in one call: what an address may hold. */
const IDS_AT_ONCE = 50;
const PATIENTS_IN_A_PAGE = 20;

/** What a server gave of one person, and what of it is not theirs or not there. */
interface Loaded {
  readonly resources: readonly Resource[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Records of a FHIR R4 server: a hospital's own, or one that stands before its system. Whatever the server answers, only what says to
 * be of this person is taken (`strangerTo`), and only what says something that happened (`verdictOn`).
 */
export function createFhirSource(options: FhirSourceOptions): IdentifyingSource {
  const client = createFhirClient(options);
  const { method, pageSize = 100 } = options;
  const shared = createSharedAnswers(options.shareFor ?? SHARED_FOR_MS);
  const systemFor = (nationalId: string): string => options.identifierSystem ?? systemOf(nationalId);

  /** Everybody who has this ID number: more than one where a server keeps a person twice. */
  async function subjectsOf(nationalId: string, signal: AbortSignal): Promise<readonly Subject[]> {
    const system = systemFor(nationalId);
    const found: Subject[] = [];
    const identifier = encodeURIComponent(`${system}|${nationalId}`);
    // A server that does not know the parameter answers with everybody: nobody's records but this person's.
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
    if (answer === null) throw new MhbError('service-unavailable', 'The FHIR server has no patients');
    const standing = found.filter(({ patient }) => !isReplaced(patient));
    return standing.length > 0 ? standing : found;
  }

  async function subjectOfRecords(nationalId: string, signal: AbortSignal): Promise<Subject | null> {
    return shared(`patient ${nationalId}`, async () => {
      const [subject, ...others] = await subjectsOf(nationalId, signal);
      // Whose records are whose cannot be told; that there are none would be untrue.
      if (others.length > 0)
        throw new MhbError('service-unavailable', 'The FHIR server has one ID number for several patients');
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
      // A server that does not say what it can do may still refuse a parameter that it does not know.
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

/** All of them, or the first failure once none is still on its way: nobody who asks again meets what came of this. */
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

/** A Patient that another one has taken the place of, as after two were found to be one. */
const isReplaced = ({ active, link }: Patient): boolean =>
  active === false || (Array.isArray(link) && link.some((each) => each?.type === 'replaced-by'));

/** What resources refer to and the answers did not bring along: facilities, drugs, specimens. */
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
