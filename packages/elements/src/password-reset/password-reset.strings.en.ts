import { accountLifeEn } from '../account-life/account-life.strings.en.js';
import type { PasswordResetStrings } from './password-reset.strings.js';

export const passwordResetEn: PasswordResetStrings = {
  ...accountLifeEn,
  heading: 'Forgotten password',
  intro:
    'Insert your NHI card and press “Read card”. A one-time password goes to the mailbox you registered.',
  request: 'Mail me a one-time password',
  haveOne: 'I have a one-time password',
  mailed:
    'If this card is registered, a one-time password was mailed; it counts for 30 minutes. It does not log you in, it only lets you choose a new password here.',
  choose: 'Choose a new password',
  oneTimePassword: 'One-time password from the mail',
  newPassword: 'New password',
  save: 'Confirm',
  requestAgain: 'Mail another one',
  done: 'Your password was changed. You can go back to the login page and log in with it.',
  loggedOutEverywhere: 'You have been logged out on every other computer.',
};
