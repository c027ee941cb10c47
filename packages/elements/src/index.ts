export {
  MhbAccountActivatedEvent,
  MhbAccountRecoveredEvent,
  MhbApplicationSentEvent,
  MhbPasswordChosenEvent,
  MhbShowLoginEvent,
} from './self-service/events.js';
export { MhbAccountRecovery } from './account-recovery/account-recovery.js';
export { MhbAccount } from './account/account.js';
export { MhbAccountChangedEvent } from './account/events.js';
export { MhbActivation } from './activation/activation.js';
export { MhbAnnouncements } from './announcements/announcements.js';
export type { CalendarName } from './base/dates.js';
export { MhbOpenArchiveEvent } from './base/open-archive-event.js';
export { providedContext, type Provided } from './base/provided.js';
export { MhbVisitCardEvent } from './base/visit-card-event.js';
export type { Translation, Translations } from './base/translations.js';
export { MhbEnvironmentCheck } from './environment-check/environment-check.js';
export { MhbGettingStarted } from './getting-started/getting-started.js';
export { MhbHelp } from './help/help.js';
export { MhbSessionEndEvent, type EndReason } from './idle-guard/events.js';
export { MhbIdleGuard } from './idle-guard/idle-guard.js';
export { MhbKeypad } from './keypad/keypad.js';
export {
  MhbForgotPasswordEvent,
  MhbLoginErrorEvent,
  MhbLoginEvent,
  MhbLogoutEvent,
  MhbRecoverAccountEvent,
  MhbRegisterEvent,
} from './login-box/events.js';
export { MhbLoginBox } from './login-box/login-box.js';
export {
  MhbPassbookCloseEvent,
  MhbPassbookExportEvent,
  MhbPassbookOpenEvent,
  MhbSectionChangeEvent,
  MhbViewChangeEvent,
} from './passbook-viewer/events.js';
export {
  MhbPassbookViewer,
  useWorkers,
  type IncomingFile,
  type ViewerView,
  type WorkerMakers,
} from './passbook-viewer/passbook-viewer.js';
export { MhbPasswordReset } from './password-reset/password-reset.js';
export { MhbProvider } from './provider/provider.js';
export { MhbRegistration } from './registration/registration.js';
export { MhbReceiveEvent } from './receive/events.js';
export { MhbReceive } from './receive/receive.js';
export { MhbDownloadEvent, MhbRequestCreatedEvent } from './request-table/events.js';
export { MhbRequestTable } from './request-table/request-table.js';
export { MhbShareEvent } from './share/events.js';
export { MhbShare } from './share/share.js';
