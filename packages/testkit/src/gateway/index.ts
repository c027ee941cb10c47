export {
  InMemoryGatewayClient,
  type FailingCall,
  type Failure,
  type InMemoryClientOptions,
} from './in-memory-client.js';
