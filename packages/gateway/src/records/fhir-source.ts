import { isNationalId, nationalIdKind } from '@mhb-kit/core/identity';
import { createFhirClient, type FhirClient, type FhirClientOptions } from './fhir/fhir-client.js';
import { sectionMappings } from './fhir/fhir-rows.js';
import { createRecordSet, idIn } from './fhir/record-set.js';
import type { Reference, Resource, ResourceType } from './fhir/resources.js';
import type { RecordSource } from './record-source.js';

export interface FhirSourceOptions extends FhirClientOptions {
  /**
   * `search`: each kind of resource by itself, so that one that fails makes only its categories late. `everything`:
   * `Patient/$everything`, once a request.
   */
  readonly method: 'search' | 'everything';
  /** The system of the national ID in `Patient.identifier`; default: TW Core's, of citizens and of residents. */
  readonly identifierSystem?: string;
  /** Entries asked for in one page; default 100. */
  readonly pageSize?: number;
}

/** TW Core: the Ministry of the Interior's numbers, and the National Immigration Agency's. */
const identifierSystems = { citizen: 'http://www.moi.gov.tw', resident: 'http://www.immigration.gov.tw' };
/** For how long the answer to `$everything` serves the other categories of a request. */
const SHARED_FOR_MS = 20_000;
/** Organizations asked for in one call: what an address may hold. */
const ORGANIZATIONS_AT_ONCE = 50;

/** Records of a FHIR R4 server: a hospital's own, or one that stands before its system. */
export function createFhirSource(options: FhirSourceOptions): RecordSource {
  const client = createFhirClient(options);
  const { method, identifierSystem, pageSize = 100 } = options;
  const shared = createSharedAnswers();

  const patientId = (nationalId: string, signal: AbortSignal): Promise<string | null> =>
    shared(`patient ${nationalId}`, async () => {
      const system = identifierSystem ?? systemOf(nationalId);
      const identifier = encodeURIComponent(`${system}|${nationalId}`);
      const found = await client.search(`Patient?identifier=${identifier}&_count=2`, signal);
      // A server that does not know the parameter answers with everybody: nobody's records but this person's.
      const own = found.filter((each) => hasIdentifier(each, nationalId));
      return own.length === 1 ? (own[0]?.id ?? null) : null;
    });

  async function load(
    patient: string,
    types: readonly ResourceType[],
    signal: AbortSignal,
  ): Promise<readonly Resource[]> {
    if (method === 'everything') {
      return shared(`everything ${patient}`, () =>
        client.search(`Patient/${patient}/$everything?_count=${pageSize}`, signal),
      );
    }
    const parts = await Promise.all(
      types.map((type) =>
        shared(`${type} ${patient}`, () =>
          client.search(`${type}?patient=${patient}&_count=${pageSize}`, signal),
        ),
      ),
    );
    const resources = parts.flat();
    return [...resources, ...(await organizationsOf(resources, client, signal))];
  }

  return {
    async records({ nationalId, category, signal }) {
      const sections = category.sections.filter((section) => section in sectionMappings);
      if (sections.length === 0 || !isNationalId(nationalId)) return {};
      const patient = await patientId(nationalId, signal);
      if (patient === null) return {};
      const types = [...new Set(sections.flatMap((section) => sectionMappings[section]?.types ?? []))];
      const records = createRecordSet(await load(patient, types, signal));
      return Object.fromEntries(
        sections.map((section) => [section, sectionMappings[section]?.rows(records) ?? []]),
      );
    },
  };
}

const systemOf = (nationalId: string): string =>
  nationalIdKind(nationalId) === 'citizen' ? identifierSystems.citizen : identifierSystems.resident;

const hasIdentifier = (resource: Resource, nationalId: string): boolean =>
  resource.resourceType === 'Patient' &&
  ((resource as { identifier?: readonly { value?: string }[] }).identifier ?? []).some(
    ({ value }) => value === nationalId,
  );

/** The organizations that resources refer to, where the answers did not bring them along. */
async function organizationsOf(
  resources: readonly Resource[],
  client: FhirClient,
  signal: AbortSignal,
): Promise<readonly Resource[]> {
  const present = new Set(
    resources.filter(({ resourceType }) => resourceType === 'Organization').map(({ id }) => id),
  );
  const wanted = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const id = idIn('Organization', value as Reference);
    if (id !== null && !present.has(id)) wanted.add(id);
    for (const inner of Object.values(value)) look(inner);
  };
  resources.forEach(look);
  const ids = [...wanted];
  const found: Resource[] = [];
  for (let at = 0; at < ids.length; at += ORGANIZATIONS_AT_ONCE) {
    const some = ids.slice(at, at + ORGANIZATIONS_AT_ONCE).join(',');
    found.push(...(await client.search(`Organization?_id=${some}&_count=${ORGANIZATIONS_AT_ONCE}`, signal)));
  }
  return found;
}

/**
 * One answer for the categories of a request that ask the same at about the same time. A failure is shared with nobody
 * who asks later; an answer is forgotten soon.
 */
function createSharedAnswers(): <T>(question: string, ask: () => Promise<T>) => Promise<T> {
  const answers = new Map<string, Promise<unknown>>();
  return <T>(question: string, ask: () => Promise<T>): Promise<T> => {
    const known = answers.get(question);
    if (known !== undefined) return known as Promise<T>;
    const answer = ask();
    answers.set(question, answer);
    answer.then(
      () => setTimeout(() => answers.delete(question), SHARED_FOR_MS).unref(),
      () => answers.delete(question),
    );
    return answer;
  };
}
