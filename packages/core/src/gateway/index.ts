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
