export { allowsConnection } from './content-security-policy.js';
export { observeDocument } from './observe-document.js';
export type {
  BridgeObservation,
  ComponentObservation,
  DocumentObservation,
  GatewayObservation,
  LoginObservation,
  PageObservation,
  ScriptElement,
  ScriptObservation,
} from './observation.js';
export { componentTags } from './our-scripts.js';
export { checkPage, findingCodes, type Finding, type FindingCode } from './rules.js';
export { describeFinding, describeNote, noteCodes, type FindingText, type NoteCode } from './texts.js';
