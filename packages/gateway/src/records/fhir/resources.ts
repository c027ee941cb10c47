/** The parts of FHIR R4 (4.0.1) resources that the passbook takes up. Everything may be absent. */

export interface Coding {
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
}

export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

export interface Reference {
  /** `Encounter/12`, an absolute address, or `urn:uuid:…` within a bundle. */
  readonly reference?: string;
  readonly display?: string;
}

export interface Period {
  readonly start?: string;
  readonly end?: string;
}

export interface Quantity {
  readonly value?: number;
  readonly comparator?: string;
  readonly unit?: string;
}

export interface Resource {
  readonly resourceType: string;
  readonly id?: string;
  readonly status?: string;
}

export interface Patient extends Resource {
  readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
}

export interface Organization extends Resource {
  readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
  readonly name?: string;
}

export interface Encounter extends Resource {
  readonly class?: Coding;
  readonly type?: readonly CodeableConcept[];
  readonly serviceType?: CodeableConcept;
  readonly period?: Period;
  readonly reasonCode?: readonly CodeableConcept[];
  readonly diagnosis?: readonly { readonly condition?: Reference; readonly rank?: number }[];
  readonly serviceProvider?: Reference;
}

export interface Condition extends Resource {
  readonly code?: CodeableConcept;
  readonly encounter?: Reference;
}

export interface MedicationRequest extends Resource {
  readonly medicationCodeableConcept?: CodeableConcept;
  readonly encounter?: Reference;
  readonly authoredOn?: string;
  readonly dispenseRequest?: { readonly quantity?: Quantity; readonly expectedSupplyDuration?: Quantity };
}

export interface Procedure extends Resource {
  readonly code?: CodeableConcept;
  readonly encounter?: Reference;
  readonly performedDateTime?: string;
  readonly performedPeriod?: Period;
}

export interface ExplanationOfBenefit extends Resource {
  readonly item?: readonly {
    readonly encounter?: readonly Reference[];
    readonly adjudication?: readonly {
      readonly category?: CodeableConcept;
      readonly amount?: { readonly value?: number };
      readonly value?: number;
    }[];
  }[];
}

export interface AllergyIntolerance extends Resource {
  readonly code?: CodeableConcept;
  readonly recordedDate?: string;
  readonly onsetDateTime?: string;
  readonly recorder?: Reference;
  readonly reaction?: readonly {
    readonly manifestation?: readonly CodeableConcept[];
    readonly description?: string;
    readonly severity?: string;
  }[];
}

export interface Consent extends Resource {
  readonly category?: readonly CodeableConcept[];
  readonly scope?: CodeableConcept;
  readonly dateTime?: string;
}

export interface Immunization extends Resource {
  readonly vaccineCode?: CodeableConcept;
  readonly occurrenceDateTime?: string;
  readonly lotNumber?: string;
  readonly performer?: readonly { readonly actor?: Reference }[];
}

export interface Observation extends Resource {
  readonly category?: readonly CodeableConcept[];
  readonly code?: CodeableConcept;
  readonly effectiveDateTime?: string;
  readonly effectivePeriod?: Period;
  readonly issued?: string;
  readonly encounter?: Reference;
  readonly performer?: readonly Reference[];
  readonly valueQuantity?: Quantity;
  readonly valueString?: string;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly referenceRange?: readonly {
    readonly low?: Quantity;
    readonly high?: Quantity;
    readonly text?: string;
  }[];
}

export interface Attachment {
  readonly contentType?: string;
  /** base64 */
  readonly data?: string;
}

export interface DiagnosticReport extends Resource {
  readonly category?: readonly CodeableConcept[];
  readonly code?: CodeableConcept;
  readonly effectiveDateTime?: string;
  readonly effectivePeriod?: Period;
  readonly issued?: string;
  readonly performer?: readonly Reference[];
  readonly conclusion?: string;
  readonly presentedForm?: readonly Attachment[];
}

export interface DocumentReference extends Resource {
  readonly type?: CodeableConcept;
  readonly custodian?: Reference;
  readonly content?: readonly { readonly attachment?: Attachment }[];
  readonly context?: { readonly period?: Period };
  readonly date?: string;
}

/** The resources by type; types that are none of these are not asked for. */
export interface ResourceTypes {
  readonly Patient: Patient;
  readonly Organization: Organization;
  readonly Encounter: Encounter;
  readonly Condition: Condition;
  readonly MedicationRequest: MedicationRequest;
  readonly Procedure: Procedure;
  readonly ExplanationOfBenefit: ExplanationOfBenefit;
  readonly AllergyIntolerance: AllergyIntolerance;
  readonly Consent: Consent;
  readonly Immunization: Immunization;
  readonly Observation: Observation;
  readonly DiagnosticReport: DiagnosticReport;
  readonly DocumentReference: DocumentReference;
}

export type ResourceType = keyof ResourceTypes;

export interface Bundle {
  readonly resourceType: 'Bundle';
  readonly link?: readonly { readonly relation?: string; readonly url?: string }[];
  readonly entry?: readonly { readonly fullUrl?: string; readonly resource?: Resource }[];
}
