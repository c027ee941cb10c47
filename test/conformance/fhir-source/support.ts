import { readPassbook, type Passbook } from '@mhb-kit/core/passbook';
import { toRawRecords } from '@mhb-kit/core/fulfilment';
import { defaultCatalogue, type LeftOut } from '@mhb-kit/core/request';
import {
  startHospitalServer,
  type HospitalServerOptions,
  type ServedResource,
} from '@mhb-kit/testkit/hospital-server';
import { createFhirSource, type FhirSourceOptions } from '@mhb-kit/gateway';

/**
 * For tests: an invented person at a hospital, and everything that the source derives from the server's
 * answers.
 */

export const nationalId = 'A223456781';

export const patient = (over: object = {}): ServedResource => ({
  resourceType: 'Patient',
  id: 'p1',
  ...{ gender: 'female', birthDate: '1961-05-06' },
  ...{ identifier: [{ system: 'http://www.moi.gov.tw', value: nationalId }] },
  ...over,
});

export const hospital: ServedResource = {
  resourceType: 'Organization',
  id: 'o1',
  ...{ name: '明德綜合醫院', identifier: [{ value: '1101990017' }] },
};

/** A resource of the person. Types that do not use `subject` name the person in `fields`. */
export const own = (resourceType: string, id: string, fields: object = {}): ServedResource => ({
  resourceType,
  id,
  ...{ subject: { reference: 'Patient/p1' } },
  ...fields,
});

export const ofPatient = (resourceType: string, id: string, fields: object = {}): ServedResource => ({
  resourceType,
  id,
  ...{ patient: { reference: 'Patient/p1' } },
  ...fields,
});

export const visit = (id: string, day: string, fields: object = {}): ServedResource =>
  own('Encounter', id, {
    status: 'finished',
    class: { code: 'AMB' },
    period: { start: `${day}T09:00:00+08:00`, end: `${day}T09:20:00+08:00` },
    serviceProvider: { reference: 'Organization/o1' },
    ...fields,
  });

export const result = (id: string, name: string, fields: object): ServedResource =>
  own('Observation', id, {
    status: 'final',
    category: [{ coding: [{ code: 'laboratory' }] }],
    code: { text: name },
    effectiveDateTime: '2026-03-05T08:30:00+08:00',
    performer: [{ reference: 'Organization/o1' }],
    ...fields,
  });

export interface Fetched {
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly failed: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly passbook: Passbook;
  readonly text: string;
}

/** Fetches every category, like a request for all of them. */
export async function fetchAll(
  resources: readonly ServedResource[],
  {
    server = {},
    source = {},
  }: { server?: Partial<HospitalServerOptions>; source?: Partial<FhirSourceOptions> } = {},
): Promise<Fetched> {
  const running = await startHospitalServer({ resources, ...server });
  try {
    const fhir = createFhirSource({
      baseUrl: running.url,
      method: 'search',
      callTimeout: 5_000,
      wait: () => Promise.resolve(),
      ...source,
    });
    const rows: Record<string, readonly Readonly<Record<string, unknown>>[]> = {};
    const failed: string[] = [];
    const leftOut: LeftOut[] = [];
    for (const category of defaultCatalogue) {
      try {
        const signal = AbortSignal.timeout(60_000);
        const onLeftOut = (items: readonly LeftOut[]) => void leftOut.push(...items);
        const query = { nationalId, category, window: null, signal, onLeftOut };
        Object.assign(rows, toRawRecords(await fhir.records(query)));
      } catch (error) {
        const { code = String(error) } = error as { code?: string };
        failed.push(`${category.id}: ${code}`);
      }
    }
    return { rows, failed, leftOut, passbook: await passbookOf(rows), text: JSON.stringify(rows) };
  } finally {
    await running.stop();
  }
}

/** Reads the rows as a passbook of the person. */
async function passbookOf(rows: Fetched['rows']): Promise<Passbook> {
  const filled = Object.fromEntries(Object.entries(rows).filter(([, list]) => list.length > 0));
  const bdata = { 'b1.1': 'A22345****', 'b1.2': '20260415', ...filled };
  const bytes = new TextEncoder().encode(JSON.stringify({ myhealthbank: { bdata } }));
  return (await readPassbook([{ name: 'x.json', bytes }])).passbook;
}
