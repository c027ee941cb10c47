import { describe, expect, it } from 'vitest';
import type { ServedResource } from '@mhb-kit/testkit/hospital-server';
import { listAllergies, listLaboratorySeries } from '@mhb-kit/core/passbook';
import { Definitions } from '../fhir/definitions.js';
import { fetchAll, nationalId, type Fetched } from './support.js';

/**
 * The example instances of the International Patient Summary as a hospital's records. They were written by
 * others; the expected results were derived by hand.
 */

const profilesFolder = process.env['MHB_PROFILES'];

let loaded: Definitions['examples'] | undefined;
const examples = (): Definitions['examples'] => (loaded ??= Definitions.load(profilesFolder ?? '').examples);

interface Entry {
  readonly fullUrl?: string;
  readonly resource: ServedResource;
}

const example = (name: string): ServedResource & { readonly entry?: readonly Entry[] } => {
  const found = examples().find(({ file }) => file.endsWith(`/${name}.json`));
  if (found === undefined) throw new Error(`There is no example ${name}.`);
  return found.resource as unknown as ServedResource & { readonly entry?: readonly Entry[] };
};

/** The example's person with an ID number by which they can be found. */
const numbered = (patient: ServedResource): ServedResource => ({
  ...patient,
  ...{ identifier: [{ system: 'http://www.moi.gov.tw', value: nationalId }] },
});

/** A bundle as the server returns it, with the addresses of its entries. */
function fetchBundle(name: string): Promise<Fetched> {
  const entry = (example(name).entry ?? []).map((each) =>
    each.resource.resourceType === 'Patient' ? { ...each, resource: numbered(each.resource) } : each,
  );
  return fetchAll([], {
    source: { method: 'everything' },
    server: { misbehave: ({ honest }) => ({ body: { ...honest, link: [], entry } }) },
  });
}

const values = ({ passbook }: Fetched) =>
  passbook.sections.r7.map(({ loinc, value, unit }) => [loinc, value, unit]);

describe.skipIf(profilesFolder === undefined)(
  'examples of the patient summary (where MHB_PROFILES names the guides)',
  () => {
    it('are read completely: a summary with drugs, problems, allergies, results and a vaccination', async () => {
      const fetched = await fetchBundle('Bundle-IPS-examples-Bundle-with-immunization');
      expect(fetched.failed).toEqual([]);
      expect(values(fetched)).toEqual([
        ['882-1', 'Blood group A Rh(D) positive', null],
        ['945-6', 'Positive', null],
        ['1018-1', 'Positive', null],
        ['1156-9', 'Negative', null],
        ['17856-6', '7.5', '%'],
        ['42803-7', 'Methicillin resistant Staphylococcus aureus', null],
      ]);
      expect(listAllergies(fetched.passbook)).toHaveLength(1);
      expect(fetched.text).toMatch(/anastrozole/);
      expect(fetched.text).toMatch(/Black Cohosh Extract herbal supplement/);
      expect(fetched.text).toMatch(/（已緩解）/);
      expect(fetched.passbook.sections.r6).toHaveLength(1);
      expect(fetched.leftOut).toEqual([{ type: 'AllergyIntolerance', reason: 'states-none', count: 1 }]);
      expect(
        listLaboratorySeries(fetched.passbook).find(({ analyte }) => analyte?.id === 'hba1c')?.points[0]
          ?.quantity?.value,
      ).toBe(7.5);
    });

    it('state that nothing is known, which is neither a problem, a drug nor an allergy', async () => {
      const fetched = await fetchBundle('Bundle-bundle-no-info-required-sections');
      expect(fetched.failed).toEqual([]);
      expect(fetched.text).not.toMatch(/No information/);
      expect(fetched.passbook.sections.r6.map(({ date }) => date)).toEqual(['2020-07-03', '2019-06-03']);
      expect(fetched.leftOut.map(({ type, reason }) => [type, reason]).sort()).toEqual([
        ['AllergyIntolerance', 'states-none'],
        ['Condition', 'states-none'],
        ['MedicationStatement', 'states-none'],
      ]);
    });

    it('one by one: only those of the person in question', async () => {
      const all = examples()
        .map(({ resource }) => resource as unknown as ServedResource)
        .filter(({ resourceType }) => resourceType !== 'Bundle');
      const person = all.find(({ id }) => id === 'eumfh-39-07');
      expect(person).toBeDefined();
      const served = all.map((each) =>
        each.resourceType === 'Patient' && each.id === 'eumfh-39-07' ? numbered(each) : each,
      );
      const fetched = await fetchAll(served, { server: { ignoresParameters: true } });
      expect(fetched.failed).toEqual([]);
      expect(values(fetched).sort()).toEqual([
        ['16112-5', 'Estrogen receptor positive tumor', null],
        ['17856-6', '7.5', '%'],
        ['2160-0', '2.46', 'mg/dL'],
      ]);
      const creatinine = listLaboratorySeries(fetched.passbook).find(
        ({ analyte }) => analyte?.id === 'creatinine',
      );
      expect(creatinine?.points[0]).toMatchObject({ position: 'above', unit: 'mg/dL' });
      expect(fetched.text).toMatch(/Acute myocardial infarction of anterior wall/);
      expect(fetched.text).toMatch(/Simvastatin 40 MG/);
      expect(fetched.text).toMatch(/STENT Implantation/);
      // Penicillin, the urine, the vaccine and the pregnancy belong to two other people.
      expect(fetched.text).not.toMatch(/penicillin|Leukocytes|Bordetella|Pregnan|smok/i);
      expect(listAllergies(fetched.passbook)).toEqual([]);
    });
  },
);
