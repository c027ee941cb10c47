export type {
  CallOptions,
  Challenge,
  GatewayClient,
  NhiCardCredentials,
  SealedArchive,
  Session,
  SessionAssurance,
  TransferOptions,
} from './contract.js';
export { createGatewayClient, type GatewayClientOptions } from './client.js';
export { createAccountClient } from './account-client.js';
export type {
  AccountClient,
  CardReading,
  OpenedApplication,
  PasswordChoice,
  RegistrationApplication,
  RegistrationConfirmation,
} from './account-contract.js';
