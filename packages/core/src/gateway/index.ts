export type { CallOptions, GatewayClient, SealedArchive, TransferOptions } from './contract.js';
export type {
  CertificateCredentials,
  Challenge,
  CodeConfirmation,
  CodeRequest,
  LoginAnswer,
  LoginCredentials,
  NhiCardCredentials,
  ServiceInfo,
  Session,
  SessionAssurance,
  SessionScope,
} from './login-contract.js';
export type { ConnectTarget } from './connect-contract.js';
export type {
  Announcement,
  ContentBlock,
  ContentInline,
  ContentText,
  LocalizedText,
  OperatorContent,
} from './content.js';
export { createGatewayClient, type GatewayClientOptions } from './client.js';
export { createAccountClient } from './account-client.js';
export { relayConnectAnswer } from './connect-flow.js';
export type {
  AccountClient,
  AccountDetails,
  ActivityAction,
  ActivityEntry,
  ActivityPage,
  CardReading,
  ContactChange,
  OpenedApplication,
  PasswordChange,
  PasswordChoice,
  RegistrationApplication,
  RegistrationConfirmation,
  SessionSummary,
} from './account-contract.js';
