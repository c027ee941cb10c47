import { formEn } from '../self-service/form.strings.en.js';
import type { AccountSafetyStrings } from './account-safety.strings.js';

export const accountSafetyEn: AccountSafetyStrings = {
  ...formEn,
  readers: 'Computers that do not need a code',
  readersHint:
    'You selected “This is my own computer” when you used these card readers. Until their entries expire, you can log in with these readers without a code. Remove any reader that you do not recognize.',
  noReaders:
    'There are none. To add your own computer, select “This is my own computer” when you enter a code on that computer.',
  reader: (added) => `Card reader added ${added}`,
  readerTimes: (used, expires) => `Last used ${used}, expires ${expires}`,
  forgetReader: 'Remove',
  forgetReaderOf: (added) => `Remove the reader added ${added}`,
  forgetAll: 'Remove all',
  readerForgotten: 'Removed. The next login on that computer will require a code.',
  certificate: 'Citizen Digital Certificate',
  bound: 'added',
  notBound: 'not added',
  boundHint:
    'If you cannot log in with a renewed certificate, remove the former certificate here. Then log in with the new certificate and enter the code sent to your mobile number. This adds the new certificate to your account.',
  notBoundHint:
    'To add a certificate, log out, log in with the certificate, and enter the code sent to your mobile number. From then on, you can log in with the certificate without a code, even if you lose your phone.',
  release: 'Remove…',
  releaseNow: 'Remove the certificate',
  released:
    'The certificate was removed, and you were logged out everywhere else. Log in with the new certificate to add it.',
  suspension: 'Suspend the account',
  suspensionHint:
    'If the card is lost, or somebody may be using your account, suspend the account at once. Nobody can then log in, but your data is not erased.',
  suspend: 'Suspend my account…',
  suspendNow: 'Suspend it now',
  suspendWarning: 'Suspend your account?',
  suspendThen:
    'Every session ends at once. To resume your account, choose “New card, lost phone or suspended account” on the login page. You need a valid card, its password, your household number and date of birth, and a code sent to your mobile number.',
  suspended: 'Your account is suspended',
  suspendedThen:
    'Every session has ended, and a notice was sent to you by text message and e-mail. To resume your account, choose “New card, lost phone or suspended account” on the login page, or bring your identity document to a service counter.',
  currentPassword: 'Current password',
  cancel: 'Cancel',
};
