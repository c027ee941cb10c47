export { listCodedTerms, type CodedTerm } from './coded-terms.js';
export type { FhirIdentity } from './fhir-identity.js';
export { readFhirIdentity, type TypedIdentity } from './identity.js';
export { type Bundle, type BundleEntry, type Json, type JsonObject, type Resource } from './resource.js';
export { selectRecords } from './select-records.js';
export { type FhirProfile } from './terminology.js';
export { type FhirLanguage, type FhirTerms } from './wording.js';
export {
  findUnmapped,
  writeFhir,
  type FhirOptions,
  type UnmappedReason,
  type UnmappedRecord,
} from './write-fhir.js';
