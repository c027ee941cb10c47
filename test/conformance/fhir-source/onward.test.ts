import { expect, it } from 'vitest';
import { writeFhir } from '@mhb-kit/core/passbook';
import { fetchAll, patient, result } from './support.js';

/** Data from a hospital's server are exported unchanged. */
it('keeps LOINC and unit of a result, known here or not, and reports no stated unit as inferred', async () => {
  const coded = (id: string, code: string, text: string) =>
    result(id, text, {
      code: { coding: [{ system: 'http://loinc.org', code, display: text }], text },
      valueQuantity: { value: 5, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
    });
  const { passbook } = await fetchAll([
    patient(),
    coded('1', '2823-3', 'Potassium'),
    coded('2', '12345-5', '罕見檢驗'),
  ]);
  const bundle = writeFhir(passbook, { profile: 'twcore', now: new Date('2026-04-15T00:00:00Z') });
  const observations = bundle.entry
    .map(({ resource }) => resource)
    .filter(({ resourceType }) => resourceType === 'Observation');
  expect(observations).toHaveLength(2);
  const text = JSON.stringify(observations);
  for (const code of ['2823-3', '12345-5'])
    expect(text).toContain(`{"system":"http://loinc.org","code":"${code}"`);
  expect(observations.map((each) => (each as { valueQuantity?: object }).valueQuantity)).toEqual(
    [1, 2].map(() => ({ value: 5, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' })),
  );
  expect(observations.filter((each) => 'note' in each || 'extension' in each)).toEqual([]);
});
