export { createGateway, type Gateway, type GatewayOptions } from './gateway.js';
export type { ActivatedPerson } from './accounts/accounts.js';
export type { PasswordPolicy } from './accounts/passwords.js';
export type { Clock } from './clock.js';
export type { Embedder } from './http/embedders.js';
export { createFolderSource } from './records/folder-source.js';
export type { RecordQuery, RecordRow, RecordSource, SectionRecords } from './records/record-source.js';
export type { EnrolledBridge } from './sessions/attestation.js';
export type { SessionPolicy } from './sessions/sessions.js';
