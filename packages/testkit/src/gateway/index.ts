export {
  InMemoryGatewayClient,
  type FailingCall,
  type Failure,
  type InMemoryClientOptions,
} from './in-memory-client.js';
export { InMemoryAccountClient, type InMemoryAccountClientOptions } from './in-memory-account-client.js';
export {
  InMemoryAccounts,
  type InMemoryAccount,
  type InMemoryContact,
  type SentMessage,
} from './in-memory-accounts.js';
