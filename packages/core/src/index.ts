export { MhbError, toMhbError, type MhbErrorCode, type MhbErrorDetails } from './error.js';
export { describeError, type ErrorText } from './error-messages.js';
export * from './archive/index.js';
export * from './card/index.js';
export * from './gateway/index.js';
export * from './identity/index.js';
export * from './manifest/index.js';
export * from './passbook/index.js';
export * from './request/index.js';
