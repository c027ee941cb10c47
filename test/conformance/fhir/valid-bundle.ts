/**
 * A small bundle in TW Core's profiles, written by hand after the guide: an invented person, a visit, the
 * findings.
 */

const twcore = (name: string): object => ({
  profile: [`https://twcore.mohw.gov.tw/ig/twcore/StructureDefinition/${name}`],
});
const urn = (digit: number): string => `urn:uuid:00000000-0000-4000-8000-00000000000${digit}`;
const to = (digit: number): object => ({ reference: urn(digit) });
const coded = (system: string, code: string): object => ({ coding: [{ system, code }] });
const hl7 = (name: string): string => `http://terminology.hl7.org/CodeSystem/${name}`;
const loinc = (code: string): object => coded('http://loinc.org', code);
const millimetres = (value: number): object => ({
  value,
  unit: 'mmHg',
  system: 'http://unitsofmeasure.org',
  code: 'mm[Hg]',
});
const narrative = {
  status: 'generated',
  div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>陳美玲</p></div>',
};

const patient = {
  resourceType: 'Patient',
  id: 'patient',
  meta: twcore('Patient-twcore'),
  text: narrative,
  identifier: [
    {
      use: 'official',
      type: coded(hl7('v2-0203'), 'NNxxx'),
      system: 'http://www.moi.gov.tw',
      value: 'A223456781',
    },
  ],
  name: [{ use: 'official', text: '陳美玲' }],
  gender: 'female',
  birthDate: '1980-02-03',
};

const organization = {
  resourceType: 'Organization',
  id: 'clinic',
  meta: twcore('Organization-twcore'),
  text: narrative,
  name: '青禾診所',
};

const coverage = {
  resourceType: 'Coverage',
  id: 'insurance',
  meta: twcore('Coverage-twcore'),
  text: narrative,
  status: 'active',
  subscriberId: '000099000001',
  beneficiary: to(1),
  relationship: coded(hl7('subscriber-relationship'), 'self'),
  payor: [to(2)],
};

const condition = {
  resourceType: 'Condition',
  id: 'hypertension',
  meta: twcore('Condition-twcore'),
  text: narrative,
  clinicalStatus: coded(hl7('condition-clinical'), 'active'),
  category: [coded(hl7('condition-category'), 'encounter-diagnosis')],
  code: { text: '高血壓' },
  subject: to(1),
};

const potassium = {
  resourceType: 'Observation',
  id: 'potassium',
  meta: twcore('Observation-laboratoryResult-twcore'),
  text: narrative,
  status: 'final',
  category: [coded(hl7('observation-category'), 'laboratory')],
  code: {
    coding: [
      { system: 'http://loinc.org', code: '2823-3' },
      {
        system: 'https://twcore.mohw.gov.tw/ig/twcore/CodeSystem/medical-service-payment-tw',
        code: '09022C',
      },
    ],
  },
  subject: to(1),
  effectiveDateTime: '2026-03-02',
  performer: [to(2)],
  valueQuantity: { value: 4.1, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
};

const pressure = {
  resourceType: 'Observation',
  id: 'pressure',
  meta: twcore('Observation-bloodPressure-twcore'),
  text: narrative,
  status: 'final',
  category: [coded(hl7('observation-category'), 'vital-signs')],
  code: loinc('85354-9'),
  subject: to(1),
  effectiveDateTime: '2026-03-02',
  performer: [to(2)],
  component: [
    { code: loinc('8480-6'), valueQuantity: millimetres(128) },
    { code: loinc('8462-4'), valueQuantity: millimetres(82) },
  ],
};

const report = {
  resourceType: 'DiagnosticReport',
  id: 'report',
  meta: twcore('DiagnosticReport-twcore'),
  text: narrative,
  status: 'final',
  category: [coded(hl7('v2-0074'), 'LAB')],
  code: coded('https://twcore.mohw.gov.tw/ig/twcore/CodeSystem/medical-service-payment-tw', '09022C'),
  subject: to(1),
  effectiveDateTime: '2026-03-02',
  issued: '2026-03-02T10:00:00+08:00',
  performer: [to(2)],
  result: [to(5)],
};

export const validBundle = {
  resourceType: 'Bundle',
  id: 'valid',
  type: 'collection',
  timestamp: '2026-03-02T10:00:00+08:00',
  entry: [patient, organization, coverage, condition, potassium, pressure, report].map((resource, index) => ({
    fullUrl: urn(index + 1),
    resource,
  })),
};
