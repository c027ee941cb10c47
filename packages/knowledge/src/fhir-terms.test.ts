import { listCodedTerms, readPassbook, writeFhir } from '@mhb-kit/core/passbook';
import { describe, expect, it } from 'vitest';
import { describe as explain } from './describe.js';
import { fhirTerms } from './fhir-terms.js';

const bdata = {
  r1: [
    {
      'r1.3': '0501110514',
      'r1.4': '明德醫院',
      'r1.5': '20260410',
      'r1.7': '0001',
      'r1.8': 'E1165',
      'r1.9': '第二型糖尿病，伴有高血糖',
      // Only the block of this code is known.
      'r1.14': 'E700',
      'r1.15': '典型苯酮尿症',
      r1_1: [
        { 'r1_1.1': '09001C', 'r1_1.2': '總膽固醇', 'r1_1.3': '1', 'r1_1.4': '0' },
        { 'r1_1.1': 'AC11111100', 'r1_1.2': '甲錠', 'r1_1.3': '28', 'r1_1.4': '28' },
      ],
    },
  ],
};
const { passbook } = await readPassbook([
  { name: 'p.json', bytes: new TextEncoder().encode(JSON.stringify({ myhealthbank: { bdata } })) },
]);
const officialDrugs = {
  built: '2026-11-30',
  datasets: [],
  licence: { 'zh-Hant': '', en: '', url: '' },
  drugs: { AC11111100: { chinese: '甲錠', english: 'TESTOL TABLETS' } },
};

describe('English names for a bundle', () => {
  it.each(['twcore', 'ips'] as const)('are the same as on screens in %s', async (profile) => {
    const terms = await fhirTerms(listCodedTerms(passbook, profile), { officialDrugs });
    const diagnosis = await explain({ kind: 'diagnosis', code: 'E1165', on: null }, { language: 'en' });
    const order = await explain({ kind: 'order', code: '09001C' }, { language: 'en' });
    const names = Object.values(terms).flatMap((codes) => Object.values(codes).map(({ en }) => en));
    expect(names).toEqual(expect.arrayContaining([diagnosis?.name, order?.name, 'TESTOL TABLETS']));
    const bundle = JSON.stringify(writeFhir(passbook, { profile, language: 'en', terms }));
    expect(bundle).toContain(diagnosis?.name);
  });

  it('omit what is known only by its kind', async () => {
    const block = await explain({ kind: 'diagnosis', code: 'E700', on: null }, { language: 'en' });
    expect(block?.isOfKind).toBe(true);
    const terms = await fhirTerms(listCodedTerms(passbook, 'ips'));
    expect(JSON.stringify(terms)).not.toContain(block?.name);
    expect(JSON.stringify(terms)).not.toContain('TESTOL');
  });
});
