export {
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
  daysLeft,
  expiryInstant,
  isExpired,
  passbookFileName,
  sectionFileName,
  type DataRequest,
  type DataRequestStatus,
  type RequestSection,
  type SectionSelection,
  type SectionStatus,
} from './data-request.js';
