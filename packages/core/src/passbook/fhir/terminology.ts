/**
 * Canonical URLs. Those of TW Core are from the implementation guide `tw.gov.mohw.twcore` (profiles of 0.3.x,
 * unchanged in 1.0.0). Those of IPS are from `hl7.fhir.uv.ips` 1.1.0; the output also conforms to 2.0.0, which
 * renamed the profile of laboratory results. Everything under hl7.org and loinc.org is from FHIR R4 (4.0.1).
 */

export type FhirProfile = 'twcore' | 'ips';

const twcore = (name: string): string => `https://twcore.mohw.gov.tw/ig/twcore/StructureDefinition/${name}`;
const ips = (name: string): string => `http://hl7.org/fhir/uv/ips/StructureDefinition/${name}`;
const twcoreSystem = (name: string): string => `https://twcore.mohw.gov.tw/ig/twcore/CodeSystem/${name}`;
const hl7System = (name: string): string => `http://terminology.hl7.org/CodeSystem/${name}`;

export const systems = {
  drug: twcoreSystem('medication-nhi-tw'),
  chineseDrug: twcoreSystem('nhi-medication-ch-herb-tw'),
  order: twcoreSystem('medical-service-payment-tw'),
  /**
   * Taiwan's edition of the classification is unknown abroad, so a patient summary refers to the original
   * classification.
   */
  diagnosis: { twcore: twcoreSystem('icd-10-cm-2023-tw'), ips: 'http://hl7.org/fhir/sid/icd-10-cm' },
  diagnosisIcd9: { twcore: twcoreSystem('icd-9-cm-2001-tw'), ips: 'http://hl7.org/fhir/sid/icd-9-cm' },
  procedure: {
    twcore: twcoreSystem('icd-10-pcs-2023-tw'),
    ips: 'http://www.cms.gov/Medicare/Coding/ICD10',
  },
  procedureIcd9: 'http://hl7.org/fhir/sid/icd-9-cm',
  atc: 'http://www.whocc.no/atc',
  snomed: 'http://snomed.info/sct',
  facility: twcoreSystem('organization-identifier-tw'),
  citizen: 'http://www.moi.gov.tw',
  resident: 'http://www.immigration.gov.tw',
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
  identifierType: hl7System('v2-0203'),
  actCode: hl7System('v3-ActCode'),
  serviceType: hl7System('service-type'),
  department: twcoreSystem('medical-consultation-department-nhi-tw'),
  observationCategory: hl7System('observation-category'),
  conditionCategory: hl7System('condition-category'),
  diagnosticService: hl7System('v2-0074'),
  consentScope: hl7System('consentscope'),
  consentCategory: hl7System('consentcategorycodes'),
  claimType: hl7System('claim-type'),
  adjudication: hl7System('adjudication'),
  relationship: hl7System('subscriber-relationship'),
  courseOfTherapy: hl7System('medicationrequest-course-of-therapy'),
  allergyStatus: hl7System('allergyintolerance-clinical'),
  conditionStatus: hl7System('condition-clinical'),
  conditionVerification: hl7System('condition-ver-status'),
  interpretation: hl7System('v3-ObservationInterpretation'),
  dataAbsentReason: hl7System('data-absent-reason'),
  specimen: hl7System('v2-0487'),
  flagCategory: hl7System('flag-category'),
  absentOrUnknown: 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips',
  /** The system of identifiers that state from which passbook record a resource was created. */
  record: 'urn:uuid:5b1f6e0a-8a53-4f0e-9c39-0f3f5b7d2c11',
  /** Our own code system, whose codes mark information that was inferred and is not in the file. */
  conclusion: 'urn:uuid:0c1a2f53-6a2e-4d0b-9d5c-5a3d6e1f7b90',
  /**
   * Our own code system for codes of the J2 file that are in no public code system. They are written as
   * `field=code`.
   */
  field: 'urn:uuid:d0a7c6f2-5f0b-47a5-8f2b-7c8f0f6ee4a2',
} as const;

export const extensions = {
  dataAbsent: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  rendered: 'http://hl7.org/fhir/StructureDefinition/rendered-value',
  translation: 'http://hl7.org/fhir/StructureDefinition/translation',
} as const;

/**
 * The profiles, by what a resource represents in the passbook. If a guide has no suitable profile, the resource
 * is plain R4.
 */
export const profiles: Readonly<Record<FhirProfile, Readonly<Record<string, string>>>> = {
  twcore: {
    AllergyIntolerance: twcore('AllergyIntolerance-twcore'),
    Condition: twcore('Condition-twcore'),
    Coverage: twcore('Coverage-twcore'),
    DiagnosticReport: twcore('DiagnosticReport-twcore'),
    DocumentReference: twcore('DocumentReference-twcore'),
    Encounter: twcore('Encounter-twcore'),
    Immunization: twcore('Immunization-twcore'),
    MedicationDispense: twcore('MedicationDispense-twcore'),
    MedicationRequest: twcore('MedicationRequest-twcore'),
    Organization: twcore('Organization-twcore'),
    Patient: twcore('Patient-twcore'),
    Procedure: twcore('Procedure-twcore'),
    Specimen: twcore('Specimen-twcore'),
    'Observation/laboratory': twcore('Observation-laboratoryResult-twcore'),
    'Observation/vital-signs': twcore('Observation-vitalSigns-twcore'),
    'Observation/exam': twcore('Observation-clinical-result-twcore'),
  },
  ips: {
    AllergyIntolerance: ips('AllergyIntolerance-uv-ips'),
    Bundle: ips('Bundle-uv-ips'),
    Composition: ips('Composition-uv-ips'),
    Condition: ips('Condition-uv-ips'),
    DiagnosticReport: ips('DiagnosticReport-uv-ips'),
    Immunization: ips('Immunization-uv-ips'),
    MedicationStatement: ips('MedicationStatement-uv-ips'),
    Organization: ips('Organization-uv-ips'),
    Patient: ips('Patient-uv-ips'),
    Procedure: ips('Procedure-uv-ips'),
    'Observation/laboratory': ips('Observation-results-laboratory-uv-ips'),
    'Observation/vital-signs': 'http://hl7.org/fhir/StructureDefinition/vitalsigns',
    Specimen: ips('Specimen-uv-ips'),
  },
};
