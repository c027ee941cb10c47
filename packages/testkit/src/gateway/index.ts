export {
  inMemoryGateway,
  type Failure,
  type HeldAnswers,
  type InMemoryGateway,
  type InMemoryGatewayOptions,
  type ReceivedCall,
} from './in-memory-gateway.js';
export { logIn } from './log-in.js';
export { replaceConnectWindow, type ConnectDecision } from './connect-window.js';
export type { OperationName } from './resources/operations.js';
export type { Account, Contact, NewAccount } from './state/accounts.js';
export type { EnrolledBridge } from './state/card-readings.js';
export type { Embedder } from './state/embedders.js';
export type { Notice, SentMessage } from './state/messages.js';
export type { Applicant, Register } from './state/register.js';
export { inventedRecords } from './state/records.js';
