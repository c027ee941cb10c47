import { isDrugCode } from '../orders.js';

/**
 * Canonical URLs. TW Core: implementation guide `tw.gov.mohw.twcore` (profiles of 0.3.x, unchanged in 1.0.0). IPS:
 * `hl7.fhir.uv.ips` 2.0.0. Everything under hl7.org and loinc.org: FHIR R4 (4.0.1).
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
  diagnosis: twcoreSystem('icd-10-cm-2023-tw'),
  diagnosisIcd9: 'http://hl7.org/fhir/sid/icd-9-cm',
  procedure: twcoreSystem('icd-10-pcs-2023-tw'),
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
  emptyReason: hl7System('list-empty-reason'),
  /** Of ours: names the passbook record behind a resource. */
  record: 'urn:uuid:5b1f6e0a-8a53-4f0e-9c39-0f3f5b7d2c11',
  /** Of ours: codes of the J2 file that no public code system has, written as `field=code`. */
  field: 'urn:uuid:d0a7c6f2-5f0b-47a5-8f2b-7c8f0f6ee4a2',
} as const;

export const extensions = {
  dataAbsent: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  rendered: 'http://hl7.org/fhir/StructureDefinition/rendered-value',
} as const;

/** Profiles by what a resource is in the passbook; what a guide has no profile for is plain R4. */
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
    'Observation/laboratory': ips('Observation-results-laboratory-pathology-uv-ips'),
  },
};

/** The system of a diagnosis code: files of before 2016 hold ICD-9-CM, whose codes of diseases begin with a digit. */
export function diagnosisSystem(code: string): string {
  return /^\d/.test(code) ? systems.diagnosisIcd9 : systems.diagnosis;
}

/** The system of a procedure code: ICD-10-PCS has seven characters; anything else is an order code of the NHI. */
export function procedureSystem(code: string): string {
  return /^[0-9A-HJ-NP-Z]{7}$/.test(code) && !/^[A-Z]\d{6}$/.test(code) ? systems.procedure : systems.order;
}

export function orderSystem(code: string): string {
  if (isDrugCode(code)) return systems.drug;
  return /^[A-Z]\d{6}$/.test(code) ? systems.chineseDrug : systems.order;
}

/** LOINC and UCUM of what check-ups and programmes measure, by the name of the field in the model. */
export interface Measurement {
  readonly loinc: string;
  readonly display: string;
  readonly text: string;
  /** UCUM, where the file's description states it or the quantity knows no other unit. */
  readonly unit?: string;
  readonly category: 'laboratory' | 'vital-signs';
}

const laboratory = (loinc: string, display: string, text: string, unit?: string): Measurement => ({
  loinc,
  display,
  text,
  category: 'laboratory',
  ...(unit === undefined ? {} : { unit }),
});
const vital = (loinc: string, display: string, text: string, unit: string): Measurement => ({
  loinc,
  display,
  text,
  unit,
  category: 'vital-signs',
});

/** Check-up (r10): the NHI's description gives units, save for the waist. */
export const checkupMeasurements = {
  height: vital('8302-2', 'Body height', '身高', 'cm'),
  weight: vital('29463-7', 'Body weight', '體重', 'kg'),
  bodyMassIndex: vital('39156-5', 'Body mass index (BMI) [Ratio]', '身體質量指數', 'kg/m2'),
  totalCholesterol: laboratory('2093-3', 'Cholesterol [Mass/volume] in Serum or Plasma', '總膽固醇', 'mg/dL'),
  triglycerides: laboratory('2571-8', 'Triglyceride [Mass/volume] in Serum or Plasma', '三酸甘油酯', 'mg/dL'),
  hdlCholesterol: laboratory(
    '2085-9',
    'Cholesterol in HDL [Mass/volume] in Serum or Plasma',
    '高密度脂蛋白膽固醇',
    'mg/dL',
  ),
  ldlCholesterol: laboratory(
    '2089-1',
    'Cholesterol in LDL [Mass/volume] in Serum or Plasma',
    '低密度脂蛋白膽固醇',
    'mg/dL',
  ),
  fastingGlucose: laboratory(
    '1558-6',
    'Fasting glucose [Mass/volume] in Serum or Plasma',
    '飯前血糖',
    'mg/dL',
  ),
  ureaNitrogen: laboratory('3094-0', 'Urea nitrogen [Mass/volume] in Serum or Plasma', '尿素氮', 'mg/dL'),
  creatinine: laboratory('2160-0', 'Creatinine [Mass/volume] in Serum or Plasma', '肌酸酐', 'mg/dL'),
  glomerularFiltrationRate: laboratory(
    '33914-3',
    'Glomerular filtration rate/1.73 sq M.predicted',
    '腎絲球過濾率',
    'mL/min/{1.73_m2}',
  ),
  ast: laboratory(
    '1920-8',
    'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma',
    'SGOT',
    '[IU]/L',
  ),
  alt: laboratory(
    '1742-6',
    'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma',
    'SGPT',
    '[IU]/L',
  ),
} as const satisfies Record<string, Measurement>;

/** Programme visits (r12–r14): the file states no units, and none are made up. */
export const programmeMeasurements = {
  hba1c: laboratory('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', '醣化血紅素'),
  ldlCholesterol: laboratory(
    '2089-1',
    'Cholesterol in LDL [Mass/volume] in Serum or Plasma',
    '低密度脂蛋白膽固醇',
  ),
  fastingGlucose: laboratory('1558-6', 'Fasting glucose [Mass/volume] in Serum or Plasma', '飯前血糖'),
  creatinine: laboratory('2160-0', 'Creatinine [Mass/volume] in Serum or Plasma', '肌酸酐'),
  glomerularFiltrationRate: laboratory(
    '33914-3',
    'Glomerular filtration rate/1.73 sq M.predicted',
    '腎絲球過濾率',
  ),
  triglycerides: laboratory('2571-8', 'Triglyceride [Mass/volume] in Serum or Plasma', '三酸甘油酯'),
  urineMicroalbumin: laboratory('14957-5', 'Microalbumin [Mass/volume] in Urine', '尿液微量白蛋白'),
  urineProteinCreatinineRatio: laboratory(
    '2890-2',
    'Protein/Creatinine [Mass Ratio] in Urine',
    '尿蛋白與肌酸酐比值',
  ),
  ast: laboratory(
    '1920-8',
    'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma',
    'GOT',
  ),
  alt: laboratory('1742-6', 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma', 'GPT'),
} as const satisfies Record<string, Measurement>;

/** Results that are words. */
export const wordMeasurements = {
  hepatitisBSurfaceAntigen: laboratory(
    '5195-3',
    'Hepatitis B virus surface Ag [Presence] in Serum',
    'Ｂ型肝炎表面抗原',
  ),
  hepatitisBEAntigen: laboratory(
    '13954-3',
    'Hepatitis B virus e Ag [Presence] in Serum or Plasma by Immunoassay',
    'Ｂ型肝炎e抗原',
  ),
  hepatitisCAntibody: laboratory('16128-1', 'Hepatitis C virus Ab [Presence] in Serum', 'Ｃ型肝炎抗體'),
  urineProtein: laboratory('20454-5', 'Protein [Presence] in Urine by Test strip', '尿液蛋白質'),
} as const satisfies Record<string, Measurement>;
