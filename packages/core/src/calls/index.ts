/**
 * Asynchronous work that is certain to end: calls to workers, to processes, and over sockets; time limits;
 * and shutdown. For internal use by this project's packages.
 */
export { mapParallel } from './map-parallel.js';
export { PendingCalls, type CallOptions } from './pending-calls.js';
export { runAll } from './run-all.js';
export { serveCalls, type CallHandlers, type ServedCall } from './serve-calls.js';
export { withSignal } from './with-signal.js';
export { withTimeout } from './with-timeout.js';
export { startWorker, type StartOptions, type WorkerCalls, type WorkerLike } from './worker-calls.js';
export { type WorkerPort } from './worker-protocol.js';
