/**
 * The parts of FHIR R4 (4.0.1) resources that the passbook uses. Any part can be absent. A server can also return
 * data of another form. If mapping a resource throws for that reason, only that resource is unreadable.
 */

export interface Coding {
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
}

export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

export interface Identifier {
  readonly use?: string;
  readonly system?: string;
  readonly value?: string;
  readonly period?: Period;
}

export interface Reference {
  /** `Encounter/12`, an absolute address, `urn:uuid:…` within a bundle, or `#id` for a contained resource. */
  readonly reference?: string;
  /** A logical reference. */
  readonly identifier?: Identifier;
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
  readonly system?: string;
  readonly code?: string;
}

export interface Range {
  readonly low?: Quantity;
  readonly high?: Quantity;
}

export interface Narrative {
  readonly status?: string;
  /** XHTML */
  readonly div?: string;
}

export interface Resource {
  readonly resourceType: string;
  readonly id?: string;
  readonly meta?: { readonly lastUpdated?: string };
  readonly status?: string;
  readonly contained?: readonly Resource[];
  readonly text?: Narrative;
}

export interface Patient extends Resource {
  readonly active?: boolean;
  readonly identifier?: readonly Identifier[];
  readonly gender?: string;
  readonly birthDate?: string;
  readonly deceasedBoolean?: boolean;
  readonly deceasedDateTime?: string;
  readonly link?: readonly { readonly other?: Reference; readonly type?: string }[];
  readonly name?: readonly {
    readonly use?: string;
    readonly text?: string;
    readonly family?: string;
    readonly given?: readonly string[];
    readonly period?: Period;
  }[];
  readonly address?: readonly {
    readonly use?: string;
    readonly period?: Period;
    readonly text?: string;
    readonly city?: string;
    readonly district?: string;
    readonly line?: readonly string[];
  }[];
  readonly telecom?: readonly {
    readonly use?: string;
    readonly system?: string;
    readonly value?: string;
    readonly period?: Period;
  }[];
}

export interface Organization extends Resource {
  readonly identifier?: readonly Identifier[];
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
  readonly partOf?: Reference;
}

/** For `clinicalStatus`, `verificationStatus`. */
interface Verified {
  readonly clinicalStatus?: CodeableConcept;
  readonly verificationStatus?: CodeableConcept;
}

/** `onset[x]` */
interface WithOnset {
  readonly onsetDateTime?: string;
  readonly onsetPeriod?: Period;
  readonly onsetString?: string;
  readonly onsetAge?: Quantity;
  readonly onsetRange?: Range;
}

export interface Condition extends Resource, Verified, WithOnset {
  readonly code?: CodeableConcept;
  readonly encounter?: Reference;
  readonly recordedDate?: string;
  readonly asserter?: Reference;
}

/** `medication[x]` */
export interface WithMedication extends Resource {
  readonly medicationCodeableConcept?: CodeableConcept;
  readonly medicationReference?: Reference;
}

export interface Medication extends Resource {
  readonly code?: CodeableConcept;
  readonly ingredient?: readonly {
    readonly itemCodeableConcept?: CodeableConcept;
    readonly itemReference?: Reference;
  }[];
}

export interface Dosage {
  readonly timing?: {
    readonly repeat?: { readonly boundsDuration?: Quantity; readonly boundsPeriod?: Period };
  };
}

export interface MedicationRequest extends WithMedication {
  readonly intent?: string;
  readonly doNotPerform?: boolean;
  readonly encounter?: Reference;
  readonly authoredOn?: string;
  readonly requester?: Reference;
  readonly courseOfTherapyType?: CodeableConcept;
  readonly dosageInstruction?: readonly Dosage[];
  readonly dispenseRequest?: {
    readonly quantity?: Quantity;
    readonly expectedSupplyDuration?: Quantity;
    readonly validityPeriod?: Period;
    readonly performer?: Reference;
  };
}

export interface MedicationDispense extends WithMedication {
  readonly context?: Reference;
  readonly authorizingPrescription?: readonly Reference[];
  readonly performer?: readonly { readonly actor?: Reference }[];
  readonly location?: Reference;
  readonly quantity?: Quantity;
  readonly daysSupply?: Quantity;
  readonly whenPrepared?: string;
  readonly whenHandedOver?: string;
  readonly dosageInstruction?: readonly Dosage[];
}

export interface MedicationStatement extends WithMedication {
  readonly basedOn?: readonly Reference[];
  readonly derivedFrom?: readonly Reference[];
  readonly context?: Reference;
  readonly effectiveDateTime?: string;
  readonly effectivePeriod?: Period;
  readonly dateAsserted?: string;
  readonly informationSource?: Reference;
}

export interface Procedure extends Resource {
  readonly code?: CodeableConcept;
  readonly encounter?: Reference;
  readonly performedDateTime?: string;
  readonly performedPeriod?: Period;
  readonly performer?: readonly { readonly actor?: Reference; readonly onBehalfOf?: Reference }[];
}

export interface ExplanationOfBenefit extends Resource {
  readonly use?: string;
  readonly item?: readonly {
    readonly encounter?: readonly Reference[];
    readonly adjudication?: readonly {
      readonly category?: CodeableConcept;
      readonly amount?: { readonly value?: number };
      readonly value?: number;
    }[];
  }[];
}

export interface AllergyIntolerance extends Resource, Verified, WithOnset {
  readonly criticality?: string;
  readonly code?: CodeableConcept;
  readonly recordedDate?: string;
  readonly recorder?: Reference;
  readonly asserter?: Reference;
  readonly note?: readonly { readonly text?: string }[];
  readonly reaction?: readonly {
    readonly substance?: CodeableConcept;
    readonly manifestation?: readonly CodeableConcept[];
    readonly description?: string;
    readonly severity?: string;
  }[];
}

export interface Consent extends Resource {
  readonly category?: readonly CodeableConcept[];
  readonly scope?: CodeableConcept;
  readonly dateTime?: string;
  readonly provision?: { readonly type?: string };
}

export interface Immunization extends Resource {
  readonly vaccineCode?: CodeableConcept;
  readonly occurrenceDateTime?: string;
  readonly occurrenceString?: string;
  readonly lotNumber?: string;
  readonly performer?: readonly { readonly actor?: Reference }[];
  readonly location?: Reference;
}

/** `value[x]` */
export interface WithValue {
  readonly valueQuantity?: Quantity;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly valueString?: string;
  readonly valueBoolean?: boolean;
  readonly valueInteger?: number;
  readonly valueRange?: Range;
  readonly valueRatio?: { readonly numerator?: Quantity; readonly denominator?: Quantity };
  readonly valueSampledData?: { readonly data?: string };
  readonly valueTime?: string;
  readonly valueDateTime?: string;
  readonly valuePeriod?: Period;
}

export interface ReferenceRange extends Range {
  readonly type?: CodeableConcept;
  readonly appliesTo?: readonly CodeableConcept[];
  readonly age?: Range;
  readonly text?: string;
}

/** The values of an observation or of one of its components. */
export interface Measured extends WithValue {
  readonly code?: CodeableConcept;
  readonly dataAbsentReason?: CodeableConcept;
  readonly interpretation?: readonly CodeableConcept[];
  readonly referenceRange?: readonly ReferenceRange[];
}

/** `effective[x]` */
export interface WithEffective {
  readonly effectiveDateTime?: string;
  readonly effectivePeriod?: Period;
  readonly effectiveInstant?: string;
  readonly effectiveTiming?: {
    readonly event?: readonly string[];
    readonly repeat?: { readonly boundsPeriod?: Period };
  };
}

export interface Observation extends Resource, Measured, WithEffective {
  readonly category?: readonly CodeableConcept[];
  readonly focus?: readonly Reference[];
  readonly issued?: string;
  readonly encounter?: Reference;
  readonly performer?: readonly Reference[];
  readonly specimen?: Reference;
  readonly bodySite?: CodeableConcept;
  readonly component?: readonly Measured[];
  readonly hasMember?: readonly Reference[];
}

export interface Specimen extends Resource {
  readonly type?: CodeableConcept;
}

export interface Attachment {
  readonly contentType?: string;
  /** base64 */
  readonly data?: string;
  readonly url?: string;
  readonly title?: string;
}

export interface DiagnosticReport extends Resource, WithEffective {
  readonly category?: readonly CodeableConcept[];
  readonly code?: CodeableConcept;
  readonly encounter?: Reference;
  readonly issued?: string;
  readonly performer?: readonly Reference[];
  readonly result?: readonly Reference[];
  readonly conclusion?: string;
  readonly conclusionCode?: readonly CodeableConcept[];
  readonly presentedForm?: readonly Attachment[];
}

export interface DocumentReference extends Resource {
  readonly docStatus?: string;
  readonly type?: CodeableConcept;
  readonly custodian?: Reference;
  readonly description?: string;
  readonly content?: readonly { readonly attachment?: Attachment }[];
  readonly context?: { readonly period?: Period; readonly encounter?: readonly Reference[] };
  readonly date?: string;
}

/** The type of each kind of resource that is requested. */
export interface ResourceTypes {
  readonly Patient: Patient;
  readonly Organization: Organization;
  readonly Encounter: Encounter;
  readonly Condition: Condition;
  readonly Medication: Medication;
  readonly MedicationRequest: MedicationRequest;
  readonly MedicationDispense: MedicationDispense;
  readonly MedicationStatement: MedicationStatement;
  readonly Procedure: Procedure;
  readonly ExplanationOfBenefit: ExplanationOfBenefit;
  readonly AllergyIntolerance: AllergyIntolerance;
  readonly Consent: Consent;
  readonly Immunization: Immunization;
  readonly Observation: Observation;
  readonly Specimen: Specimen;
  readonly DiagnosticReport: DiagnosticReport;
  readonly DocumentReference: DocumentReference;
}

export type ResourceType = keyof ResourceTypes;

export interface BundleEntry {
  readonly fullUrl?: string;
  readonly resource?: Resource;
}

export interface Bundle {
  readonly resourceType: 'Bundle';
  readonly link?: readonly { readonly relation?: string; readonly url?: string }[];
  readonly entry?: readonly BundleEntry[];
}
