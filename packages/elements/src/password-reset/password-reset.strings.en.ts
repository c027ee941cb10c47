import { selfServiceEn } from '../self-service/self-service.strings.en.js';
import type { PasswordResetStrings } from './password-reset.strings.js';

export const passwordResetEn: PasswordResetStrings = {
  ...selfServiceEn,
  heading: 'Forgotten password',
  intro:
    'Insert your NHI card and press “Read card”. We will send a one-time password to the e-mail address you registered.',
  request: 'Send me a one-time password by e-mail',
  haveOne: 'I have a one-time password',
  mailed:
    'If this card is registered, a one-time password was sent by e-mail. The one-time password is valid for 30 minutes. Use it only to choose a new password on this page; you cannot log in with it.',
  choose: 'Choose a new password',
  oneTimePassword: 'One-time password from the e-mail',
  newPassword: 'New password',
  save: 'Confirm',
  requestAgain: 'Send another password',
  done: 'Your password was changed. You can go back to the login page and log in with the new password.',
  loggedOutEverywhere: 'You have been logged out on every other computer.',
};
