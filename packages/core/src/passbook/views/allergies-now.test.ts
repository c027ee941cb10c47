import { expect, it } from 'vitest';
import { writeFhir } from '../fhir/index.js';
import { readPassbook } from '../read/read.js';
import { listAllergiesNow } from './allergies-now.js';
import { describeHealth } from './health-now.js';
import { listMedications } from './medications.js';

const supplied = (day: string, code: string, name: string) => ({
  'r1.3': '0501110514',
  'r1.4': '明德醫院',
  'r1.5': day,
  'r1.7': day,
  r1_1: [{ 'r1_1.1': code, 'r1_1.2': name, 'r1_1.3': '56', 'r1_1.4': '28' }],
});

/** A drug that was dispensed on May 10 for four weeks, and on May 20 in a different strength. */
const bdata = {
  'b1.1': 'A22345****',
  'b1.2': '20260601',
  r1: [
    supplied('20260510', 'AC35790100', 'AMOXICILLIN CAPSULES 250MG'),
    supplied('20260520', 'AC35791100', 'AMOXICILLIN CAPSULES 500MG'),
  ],
  r4: [{ 'r4.1': '20250101', 'r4.2': 'Penicillin', 'r4.5': '明德醫院' }],
};

it('reports a possibly replaced drug that conflicts with an allergy, identically on pages, on paper, on the command line and in FHIR', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ myhealthbank: { bdata } }));
  const { passbook } = await readPassbook([{ name: 'p.json', bytes }]);
  const today = '2026-05-25';
  const medications = listMedications(passbook, { today });
  expect(medications.replaced.map(({ display }) => display)).toEqual(['AMOXICILLIN CAPSULES 250MG']);
  const names = (conflicts: ReturnType<typeof listAllergiesNow>['conflicts']) =>
    conflicts.map(({ medication }) => medication.display).sort();
  const both = ['AMOXICILLIN CAPSULES 250MG', 'AMOXICILLIN CAPSULES 500MG'];
  expect(names(listAllergiesNow(passbook, medications).conflicts)).toEqual(both);
  expect(names(describeHealth(passbook, { today }).allergies.conflicts)).toEqual(both);
  const summary = JSON.stringify(
    writeFhir(passbook, { profile: 'ips', now: new Date('2026-05-25T12:00:00+08:00') }),
  );
  for (const name of both) expect(summary).toMatch(new RegExp(`${name}[^"]*(?:Penicillin|盤尼西林)`));
});
