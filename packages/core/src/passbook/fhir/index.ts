export { type FhirPatient } from './person.js';
export { type Bundle, type BundleEntry, type Json, type JsonObject, type Resource } from './resource.js';
export { type FhirProfile } from './terminology.js';
export {
  findUnmapped,
  writeFhir,
  type FhirOptions,
  type UnmappedReason,
  type UnmappedRecord,
} from './write-fhir.js';
