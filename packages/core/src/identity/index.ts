export { readBirthDate, readBirthYear } from './birth-date.js';
export { MOBILE_PATTERN, TELEPHONE_PATTERN } from './contact.js';
export { meetsPasswordPolicy, passwordPolicies, type PasswordPolicy } from './password-policy.js';
export {
  isNationalId,
  maskNationalId,
  nationalIdKind,
  normalizeNationalId,
  type NationalIdKind,
} from './national-id.js';
export { masksFit, shownCharacters } from './masks.js';
export { maskCardNumber, maskEmail, maskName, maskTelephone } from './masking.js';
export {
  addDays,
  addMonths,
  endOfTaipeiDay,
  firstDayOf,
  formatRoc,
  formatRocCompact,
  fromRocYear,
  isLocalDate,
  lastDayOf,
  monthOf,
  monthsBetween,
  taipeiDate,
  toRocYear,
  type LocalDate,
  type LocalMonth,
} from './calendar.js';
