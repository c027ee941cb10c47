import {
  isNationalId,
  meetsPasswordPolicy,
  MOBILE_PATTERN,
  normalizeNationalId,
  readBirthDate,
  taipeiDate,
  TELEPHONE_PATTERN,
  type PasswordPolicy,
} from '@mhb-kit/core/identity';
import type { FieldRule } from '../base/form-controller.js';
import type { FormStrings } from './form.strings.js';

/** The possible problems with a field in these forms, identified by the names of their messages. */
export type Problem = keyof FormStrings['problems'];

type Rule = FieldRule<string, Problem>;

const halfWidth = (typed: string): string => typed.normalize('NFKC').trim();
/**
 * Checks an e-mail address for typing errors. Only the confirmation e-mail can show whether the address exists.
 * RFC 5321 §4.5.3.1 limits its length.
 */
const isEmail = (value: string): boolean =>
  value.length <= 254 && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value);

const matching = (wrong: Problem, isRight: (value: string) => boolean, read = halfWidth): Rule => ({
  read,
  wrong: (value) => (value === '' ? 'required' : isRight(value) ? undefined : wrong),
});
const ifGiven = (rule: Rule): Rule => ({
  ...rule,
  wrong: (value, all) => (value === '' ? undefined : rule.wrong(value, all)),
});

export const required: Rule = { wrong: (value) => (value === '' ? 'required' : undefined) };
export const code: Rule = matching(
  'code',
  (value) => /^\d{6}$/.test(value),
  (typed) => halfWidth(typed).replaceAll(/\s/g, ''),
);
export const mobile: Rule = matching(
  'mobile',
  (value) => new RegExp(MOBILE_PATTERN).test(value),
  (typed) => halfWidth(typed).replaceAll(/[\s-]/g, ''),
);
export const telephone: Rule = ifGiven(
  matching('telephone', (value) => new RegExp(TELEPHONE_PATTERN).test(value)),
);
export const email: Rule = matching('email', isEmail);
export const emailIfGiven: Rule = ifGiven(email);
export const mobileIfGiven: Rule = ifGiven(mobile);

/** Accepts a date of birth in any common notation, and converts it to `YYYY-MM-DD`. */
export const birthDate: Rule = matching(
  'birthDate',
  (value) => readBirthDate(value, taipeiDate(new Date())) !== null,
  (typed) => readBirthDate(typed, taipeiDate(new Date())) ?? halfWidth(typed),
);

/**
 * Requires an ID number with a correct checksum. If a card has been read, the number must be the same as on the
 * card.
 */
export const nationalId = (onCard: () => string | undefined): Rule => ({
  read: normalizeNationalId,
  wrong(value) {
    if (value === '') return 'required';
    if (!isNationalId(value)) return 'nationalId';
    return (onCard() ?? value) === value ? undefined : 'nationalIdOfCard';
  },
});

export const newPassword = (policy: () => PasswordPolicy): Rule => ({
  wrong(value) {
    if (value === '') return 'required';
    return meetsPasswordPolicy(policy(), value) ? undefined : 'password';
  },
});

/** Requires that the repeated password is the same as the password in the given field. */
export const repeated = (field: string): Rule => ({
  wrong(value, all) {
    if (value === '') return 'required';
    return value === all[field] ? undefined : 'different';
  },
});
