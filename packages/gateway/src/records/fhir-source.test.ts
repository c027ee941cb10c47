import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maskNationalId } from '@mhb-kit/core/identity';
import { listEncounters, readPassbook, type Passbook } from '@mhb-kit/core/passbook';
import { defaultCatalogue, type Category } from '@mhb-kit/core/request';
import { startFhirServer, type FhirServer } from '@mhb-kit/testkit/fhir-server';
import { people, type InventedPerson } from '@mhb-kit/testkit/people';
import { createFhirSource } from './fhir-source.js';
import type { RecordRow } from '@mhb-kit/core/fulfilment';

const until = '2026-03-05';
const [lin, wang, nguyen] = people as [InventedPerson, InventedPerson, InventedPerson];

let server: FhirServer;
beforeEach(async () => {
  server = await startFhirServer({ people, until, token: 'secret' });
});
afterEach(() => server.stop());

const source = (method: 'search' | 'everything' = 'search', callTimeout = 2_000) =>
  createFhirSource({ baseUrl: server.url, token: 'secret', method, callTimeout, pageSize: 20 });

const categoryOf = (section: string): Category =>
  defaultCatalogue.find(({ sections }) => sections.includes(section))!;

const query = (person: InventedPerson, section: string) => ({
  nationalId: person.nationalId,
  category: categoryOf(section),
  window: null,
  signal: AbortSignal.timeout(300_000),
});

async function passbookOf(person: InventedPerson, sections: object): Promise<Passbook> {
  const bdata = { 'b1.1': maskNationalId(person.nationalId), ...sections };
  const bytes = new TextEncoder().encode(JSON.stringify({ myhealthbank: { bdata } }));
  return (await readPassbook([{ name: 'x.json', bytes }])).passbook;
}

/** For each section, the values of a row that the tests compare after parsing the passbook. */
const essence: Readonly<Record<string, (row: RecordRow) => unknown>> = {
  // In FHIR, a dispense has its own day, but no visit and no diagnosis.
  r1: (row) => (row['r1.6'] ? [row['r1.3'], row['r1.6']] : [row['r1.3'], row['r1.5'], row['r1.8']]),
  r2: (row) => [row['r2.3'], row['r2.5'], row['r2.6'], row['r2.10']],
  r3: (row) => [row['r3.3'], row['r3.5'], row['r3.7']],
  r4: (row) => [row['r4.1'], row['r4.2']],
  r6: (row) => [row['r6.1'], row['r6.3'], row['r6.5']],
  // A result reported through two channels is one observation with one of the two names. Numbers are compared as
  // numbers.
  r7: (row) => [row['r7.3'], row['r7.6'], Number.parseFloat(String(row['r7.11'])) || row['r7.11']],
  r8: (row) => [row['r8.3'], row['r8.6'], row['r8.10']],
  r9: (row) => [row['r9.3'], row['r9.5'], row['r9.7']],
};

const sorted = (rows: readonly unknown[]): string[] =>
  [...new Set(rows.map((row) => JSON.stringify(row)))].sort();

describe.each(['search', 'everything'] as const)('records of a FHIR server by %s', (method) => {
  it.each(Object.keys(essence))('gives what a passbook holds in %s', async (section) => {
    for (const person of [lin, wang]) {
      const original = (person.history(until)[section] ?? []) as readonly RecordRow[];
      const rows = (await source(method).records(query(person, section)))[section] ?? [];
      expect(sorted(rows.map(essence[section]!))).toEqual(sorted(original.map(essence[section]!)));
    }
  });

  it('returns orders and amounts with the visit', async () => {
    const rows = (await source(method).records(query(lin, 'r1')))['r1'] ?? [];
    const passbook = await passbookOf(lin, { r1: rows });
    const original = await passbookOf(lin, { r1: lin.history(until)['r1'] });
    const claims = (book: Passbook) =>
      listEncounters(book).flatMap((visit) => (visit.class === 'dispense' ? [] : visit.claims));
    const total = (book: Passbook, of: 'copayment' | 'points') =>
      claims(book).reduce((sum, claim) => sum + (claim[of] ?? 0), 0);
    expect(total(passbook, 'copayment')).toBe(total(original, 'copayment'));
    expect(total(passbook, 'points')).toBe(total(original, 'points'));
    const drugs = (book: Passbook) =>
      claims(book)
        .filter((claim) => claim.section !== 'r1' || claim.kind !== 'dispense')
        .flatMap(({ orders }) => orders.filter(({ daysSupplied }) => (daysSupplied ?? 0) > 0))
        .map(({ code, quantity, daysSupplied }) => [code, quantity, daysSupplied]);
    expect(drugs(passbook).length).toBeGreaterThan(10);
    expect(sorted(drugs(passbook))).toEqual(sorted(drugs(original)));
  });

  it('returns nothing for unknown people, and for what such a server does not have', async () => {
    expect(await source(method).records(query({ ...lin, nationalId: 'F131104093' }, 'r1'))).toEqual({});
    expect(await source(method).records(query(lin, 'premium-billing'))).toEqual({});
    expect((await source(method).records(query(nguyen, 'r1')))['r1']).toEqual([]);
  });
});

describe('a server with problems', () => {
  it('is read page by page', async () => {
    await source().records(query(lin, 'r7'));
    expect(server.requests.filter((each) => each.startsWith('Observation')).length).toBeGreaterThan(2);
  });

  it('is asked again after 503 and 429, at the time that it states', async () => {
    server.behave('Immunization', { status: 503, times: 2 });
    const begun = performance.now();
    expect((await source().records(query(lin, 'r6')))['r6']).not.toEqual([]);
    server.behave('AllergyIntolerance', { status: 429, headers: { 'Retry-After': '1' }, times: 1 });
    const before = performance.now();
    await source().records(query(wang, 'r4'));
    expect(performance.now() - before).toBeGreaterThan(990);
    expect(before - begun).toBeGreaterThan(700);
  });

  it('is not waited for longer than is reasonable', async () => {
    server.behave('Immunization', { status: 503, headers: { 'Retry-After': '3600' } });
    await expect(source().records(query(lin, 'r6'))).rejects.toMatchObject({ code: 'service-unavailable' });
    expect(server.requests.filter((each) => each.startsWith('Immunization'))).toHaveLength(1);
  });

  it('may hang: the call ends, and the next attempt succeeds', async () => {
    server.behave('Immunization', { times: 1 });
    expect((await source('search', 300).records(query(lin, 'r6')))['r6']).not.toEqual([]);
  });

  it('is no longer called when the request is canceled', async () => {
    server.behave('Immunization', {});
    const signal = AbortSignal.timeout(300);
    const patient = source('search', 3_600_000);
    await expect(patient.records({ ...query(lin, 'r6'), signal })).rejects.toThrow();
  });

  it.each([
    ['refuses', { status: 403 }],
    ['has no such operation', { status: 404 }],
    ['answers with something else', { status: 200, body: { resourceType: 'OperationOutcome' } }],
    ['answers with half a body', { status: 200, body: '{"resourceType":"Bundle","entry":[' }],
    [
      'leads somewhere else',
      {
        status: 200,
        body: { resourceType: 'Bundle', link: [{ relation: 'next', url: 'http://127.0.0.1:1/steal' }] },
      },
    ],
  ])('fails with a clear error when it %s', async (_, behaviour) => {
    server.behave('Immunization', behaviour);
    await expect(source('search', 300).records(query(lin, 'r6'))).rejects.toMatchObject({
      code: 'service-unavailable',
    });
  });

  it('is never called at another address, no matter what its links say', async () => {
    server.behave('Immunization', { status: 307, headers: { Location: 'AllergyIntolerance?patient=12' } });
    await expect(source().records(query(lin, 'r6'))).rejects.toMatchObject({ code: 'service-unavailable' });
    expect(server.requests.some((each) => each.startsWith('AllergyIntolerance'))).toBe(false);
  });

  it('that ignores the search parameter cannot add records of another person', async () => {
    const everybody = {
      resourceType: 'Bundle',
      entry: people.map(({ nationalId }) => ({
        resource: { resourceType: 'Patient', id: nationalId, identifier: [{ value: nationalId }] },
      })),
    };
    server.behave('Patient', { status: 200, body: everybody });
    server.behave('Immunization', { status: 200, body: { resourceType: 'Bundle' } });
    await source().records(query(lin, 'r6'));
    expect(server.requests.at(-1)).toContain(`patient=${lin.nationalId}`);
    expect(await source().records(query({ ...lin, nationalId: 'F131104093' }, 'r6'))).toEqual({});
  });

  it('is not called at all with an invalid ID number', async () => {
    expect(await source().records(query({ ...lin, nationalId: '*|*' }, 'r6'))).toEqual({});
    expect(server.requests).toEqual([]);
  });
});
