export { createGateway, type Gateway, type GatewayOptions } from './composition/gateway.js';
export type { RegistrationOptions } from './self-service/self-service.js';
export type { ActivatedPerson, Contact } from './accounts/accounts.js';
export type { PasswordPolicy } from '@mhb-kit/core/identity';
export type { Clock } from './scheduling/clock.js';
export type { Embedder, LoginWay } from './embedders/embedders.js';
export type { NamedNetwork } from './limits/networks.js';
export type { GuessLimits, Limits, LimitSettings } from './limits/limits.js';
export { compareApplicant, type PersonOnRecord } from './register/compare-applicant.js';
export { createHttpRegister, type HttpRegisterOptions } from './register/http-register.js';
export type {
  Applicant,
  ContactOnRecord,
  IdentifyingSource,
  Register,
  RegisterAnswer,
} from './register/register.js';
export { createFhirSource, type FhirSourceOptions } from './records/fhir-source.js';
export { createFolderSource } from './records/folder-source.js';
export type { RecordQuery, RecordRow, RecordSource, SectionRecords } from '@mhb-kit/core/fulfilment';
export type { EnrolledBridge } from './sessions/attestation.js';
export type { CertificateOptions } from './sessions/certificates.js';
export { pinnedCertificates, type PinnedCertificates } from './sessions/pinned-certificates.js';
export { createDevelopmentOutbox, type DevelopmentOutbox } from './messages/development-outbox.js';
export type { Letter, Mail, Message, MessageSender, Sms } from './messages/message.js';
export { createMessageSender, type SmsOptions, type SmtpOptions } from './messages/senders.js';
export { changedCatalogue } from './requests/catalogue.js';
export type { CatalogueChanges } from './requests/catalogue-changes.js';
export type { IssuerKey } from './secrets/issuer.js';
export type { SessionPolicy } from './sessions/sessions.js';
export type { RepresentationDesk, SeenRepresentation } from './representations/desk.js';
export type { RepresentationOptions } from './representations/policy.js';
