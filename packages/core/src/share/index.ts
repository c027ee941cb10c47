export { chooseFiles, type ChosenContent, type SharedFile, type SharingChoice } from './chosen-content.js';
export { fetchEncryptedFiles, type EncryptedFile, type FetchOptions } from './fetch-files.js';
export {
  cardOfQrCode,
  cardsOfFile,
  readHealthCard,
  type CardIssuer,
  type CardKey,
  type CardRevocations,
  type CardVerification,
  type HealthCard,
} from './health-card.js';
export { receivingLimits, type ReceivingLimits } from './limits.js';
export {
  createHealthLinkKey,
  holdsHealthLink,
  isFetchable,
  MAX_LABEL,
  MAX_URL,
  readHealthLink,
  writeHealthLink,
  type HealthLink,
} from './link.js';
export {
  contentTypes,
  readManifest,
  type ContentType,
  type Manifest,
  type ManifestFile,
  type ManifestRequest,
} from './manifest.js';
export { openHealthLink, type ReceivedFile } from './open-link.js';
export { openFile, sealFile, type OpenedFile } from './sealed-file.js';
