import type { LeftOutReason } from '@mhb-kit/core/request';
import type {
  CodeableConcept,
  Consent,
  DocumentReference,
  ExplanationOfBenefit,
  MedicationDispense,
  MedicationRequest,
  Resource,
} from './resources.js';

/**
 * The reason why a resource is left out, or `null` if it describes something that happened and is valid. In FHIR,
 * each type has its own status field with its own codes (R4 4.0.1, the value sets on each resource's page). A
 * resource whose status code is not listed in this file is considered valid.
 */
type Verdict = LeftOutReason | null;

const withdrawn = 'withdrawn';
const unsettled = 'unsettled';

/**
 * For each type, the codes of `status` that exclude a resource, and the reason. A resource that was entered in
 * error is always excluded.
 */
const byStatus: Readonly<Record<string, Readonly<Record<string, LeftOutReason>>>> = {
  Encounter: { planned: unsettled, cancelled: withdrawn },
  MedicationRequest: { draft: unsettled, 'on-hold': unsettled, stopped: unsettled, cancelled: withdrawn },
  MedicationDispense: {
    preparation: unsettled,
    'on-hold': unsettled,
    stopped: unsettled,
    cancelled: withdrawn,
    declined: withdrawn,
  },
  MedicationStatement: {
    intended: unsettled,
    'on-hold': unsettled,
    stopped: unsettled,
    'not-taken': withdrawn,
  },
  Procedure: { preparation: unsettled, 'on-hold': unsettled, stopped: unsettled, 'not-done': withdrawn },
  Immunization: { 'not-done': withdrawn },
  Observation: { registered: unsettled, preliminary: unsettled, cancelled: withdrawn },
  DiagnosticReport: {
    registered: unsettled,
    partial: unsettled,
    preliminary: unsettled,
    cancelled: withdrawn,
  },
  DocumentReference: { superseded: withdrawn },
  Consent: { draft: unsettled, proposed: unsettled, rejected: withdrawn, inactive: withdrawn },
  ExplanationOfBenefit: { draft: unsettled, cancelled: withdrawn },
};

/**
 * The verification statuses of unconfirmed conditions. Allergies with these statuses are included, because missing
 * one could do harm.
 */
const suspected = ['unconfirmed', 'provisional', 'differential'];
/** The intents that make a request an order. Other intents are proposals, plans and options. */
const ordering = ['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order'];

const is = (concept: CodeableConcept | undefined, ...codes: readonly string[]): boolean =>
  concept?.coding?.some(({ code }) => codes.includes(code ?? '')) === true;

const inItsFields: Readonly<Record<string, (resource: Resource) => Verdict>> = {
  Condition: (resource) => {
    const { verificationStatus } = resource as { verificationStatus?: CodeableConcept };
    if (is(verificationStatus, 'refuted', 'entered-in-error')) return withdrawn;
    return is(verificationStatus, ...suspected) ? unsettled : null;
  },
  AllergyIntolerance: (resource) => {
    const { verificationStatus, clinicalStatus } = resource as {
      verificationStatus?: CodeableConcept;
      clinicalStatus?: CodeableConcept;
    };
    if (is(verificationStatus, 'refuted', 'entered-in-error')) return withdrawn;
    return is(clinicalStatus, 'inactive', 'resolved') ? withdrawn : null;
  },
  MedicationRequest: (resource) => {
    const { intent, doNotPerform } = resource as MedicationRequest;
    if (doNotPerform === true) return withdrawn;
    return intent === undefined || ordering.includes(intent) ? null : unsettled;
  },
  MedicationDispense: ({ status, ...resource }) =>
    status === 'in-progress' && (resource as MedicationDispense).whenHandedOver === undefined
      ? unsettled
      : null,
  DocumentReference: (resource) => {
    const { docStatus } = resource as DocumentReference;
    if (docStatus === 'entered-in-error') return withdrawn;
    return docStatus === 'preliminary' ? unsettled : null;
  },
  // A consent that denies something cannot be expressed in a passbook.
  Consent: (resource) => ((resource as Consent).provision?.type === 'deny' ? withdrawn : null),
  ExplanationOfBenefit: (resource) => {
    const { use } = resource as ExplanationOfBenefit;
    return use === undefined || use === 'claim' ? null : unsettled;
  },
};

/**
 * The SNOMED CT codes for "no known allergy" and similar statements. IPS has a separate code system for absent or
 * unknown information.
 */
const absences = ['716186003', '409137002', '428607008', '429625007', '1003774007', '787481007', '160245001'];

/** Checks whether a resource states that there is nothing, or that nothing is known. */
function statesNone(resource: Resource): boolean {
  const { code, vaccineCode, medicationCodeableConcept } = resource as {
    readonly code?: CodeableConcept;
    readonly vaccineCode?: CodeableConcept;
    readonly medicationCodeableConcept?: CodeableConcept;
  };
  return [code, vaccineCode, medicationCodeableConcept].some((concept) =>
    concept?.coding?.some(
      ({ system, code: named }) =>
        system?.includes('absent-unknown') === true ||
        absences.includes(named ?? '') ||
        /^no-(?:known-)?[a-z-]+-info$|^no-known-[a-z-]+$/.test(named ?? ''),
    ),
  );
}

/** Returns the reason why a resource is excluded; `null` if it is used. */
export function verdictOn(resource: Resource): Verdict {
  const { resourceType: type, status } = resource;
  if (status === 'entered-in-error') return withdrawn;
  const stated = status === undefined ? null : (byStatus[type]?.[status] ?? null);
  return stated ?? inItsFields[type]?.(resource) ?? (statesNone(resource) ? 'states-none' : null);
}
