export type { CallOptions, TransferOptions } from './call-options.js';
export type { GatewayClient, PageKey, SealedArchive } from './contract.js';
export type {
  CertificateCredentials,
  Challenge,
  CodeConfirmation,
  CodeRequest,
  LoginAnswer,
  LoginCredentials,
  NhiCardCredentials,
  PasskeyAssertion,
  PasskeyCredentials,
  ServiceInfo,
  Session,
  SessionAssurance,
  SessionScope,
} from './login-contract.js';
export { defaultSessionScopes, loginMethods, sessionAssurances, sessionScopes } from './login-contract.js';
export { activityActions } from './account-contract.js';
export { passkeyEnrolmentStatuses } from './passkey-contract.js';
export {
  representationKinds,
  type Representation,
  type RepresentationKind,
  type Representations,
  type Representative,
  type SessionRepresentation,
} from './representation-contract.js';
export type {
  CompletedPasskeyEnrolment,
  OpenedPasskeyEnrolment,
  Passkey,
  PasskeyAttestation,
  PasskeyCalls,
  PasskeyCompletion,
  PasskeyCreationOptions,
  PasskeyEnrolment,
  PasskeyEnrolmentState,
  PasskeyLoginOptions,
} from './passkey-contract.js';
export type { ConnectGrant, ConnectTarget } from './connect-contract.js';
export type {
  Announcement,
  ContentBlock,
  ContentInline,
  ContentText,
  LocalizedText,
  OperatorContent,
} from './content.js';
export type { AnswerOf, BodyOf, OpenedSession, Operation, Operations } from './operations.js';
export { createGatewayClient, type GatewayClientOptions } from './client.js';
export { createAccountClient } from './account-client.js';
export { relayConnectAnswer } from './connect-flow.js';
export type {
  AccountClient,
  AccountDetails,
  ActivityAction,
  ActivityEntry,
  ActivityPage,
  ApplicantCertificate,
  CardReading,
  ContactChange,
  MobileRecoveryConfirmation,
  MobileRecoveryOpening,
  MobileRecoveryRequest,
  OpenedApplication,
  OpenedMobileRecovery,
  PasswordChange,
  PasswordChoice,
  RecoveryConfirmation,
  RecoveryRequest,
  RegistrationApplication,
  RegistrationConfirmation,
  SessionSummary,
  TrustedReader,
} from './account-contract.js';
export type {
  CreatedHealthLink,
  HealthLinkOpening,
  HealthLinkState,
  HealthLinkSummary,
  NewHealthLink,
  NewHealthLinkFile,
  RelayedFiles,
  RelayedHealthLink,
} from './health-link-contract.js';
