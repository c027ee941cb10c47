/** Asynchronous work that always ends: calls over workers, sockets and processes, time limits, shutdown. Internal to the kit's packages. */
export { PendingCalls, type CallOptions } from './pending-calls.js';
export { runAll } from './run-all.js';
export { serveCalls, type CallHandlers } from './serve-calls.js';
export { withTimeout } from './with-timeout.js';
export { startWorker, type StartOptions, type WorkerCalls, type WorkerLike } from './worker-calls.js';
export { type WorkerPort } from './worker-protocol.js';
