export {
  categoryClasses,
  categoryClassLabels,
  defaultCatalogue,
  monthsIn,
  windowOn,
  type Category,
  type CategoryClass,
  type DateWindow,
  type WindowRule,
} from './catalogue.js';
export {
  archiveFileName,
  availableUntil,
  dataRequestStatuses,
  daysLeft,
  expiryInstant,
  isExpired,
  isRunning,
  passbookFileName,
  runningStatuses,
  sectionFileName,
  sectionStatuses,
  type DataRequest,
  type DataRequestStatus,
  type RequestSection,
  type SectionSelection,
  type SectionStatus,
} from './data-request.js';
export {
  leftOutReasons,
  leftOutToTell,
  reasonsToTell,
  type LeftOut,
  type LeftOutReason,
  type ReasonToTell,
} from './left-out.js';
export { privateTopics, type PrivateTopic } from './private-topics.js';
