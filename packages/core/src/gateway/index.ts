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
