import { expect, it } from 'vitest';
import { startHospitalServer, type HospitalServerOptions } from '@mhb-kit/testkit/hospital-server';
import { describeTrial, tryServer } from './try-server.js';

const patient = {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [{ system: 'http://www.moi.gov.tw', value: 'A223456781' }],
};
const visit = { resourceType: 'Encounter', id: 'e1', subject: { reference: 'Patient/p1' } };

async function trial(options: Partial<HospitalServerOptions> = {}) {
  const server = await startHospitalServer({ resources: [patient, visit], ...options });
  const { signal } = new AbortController();
  const found = await tryServer(
    { baseUrl: server.url, method: 'search', wait: () => Promise.resolve() },
    signal,
  );
  await server.stop();
  return { ...found, ...describeTrial(found) };
}

it('accepts a server that answers every query', async () => {
  expect(await trial()).toEqual({
    ok: true,
    text: 'the FHIR server answers',
    notOffered: [],
    refused: [],
    careless: [],
  });
});

it('names the types that a server does not have', async () => {
  const { ok, text } = await trial({ unsupported: ['Consent', 'ExplanationOfBenefit'] });
  expect(ok).toBe(true);
  expect(text).toContain('their data is missing: ExplanationOfBenefit, Consent');
});

it('makes every query that the source will make, and names the refused queries', async () => {
  const { ok, text, refused } = await trial({
    misbehave: ({ type }) => (type === 'MedicationDispense' ? { status: 403, body: '' } : null),
  });
  expect(ok).toBe(false);
  expect(refused.map(({ type }) => type)).toEqual(['MedicationDispense']);
  expect(text).toContain('MedicationDispense');
});

it('notices that a server ignores the person in the query', async () => {
  const { ok, text } = await trial({ ignoresParameters: true });
  expect(ok).toBe(false);
  expect(text).toContain('Patient, Encounter');
});

it('does not accept a server without patients', async () => {
  expect((await trial({ unsupported: ['Patient'] })).ok).toBe(false);
});
