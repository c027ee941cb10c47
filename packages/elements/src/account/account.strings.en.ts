import { formEn } from '../self-service/form.strings.en.js';
import type { AccountStrings } from './account.strings.js';

export const accountEn: AccountStrings = {
  noClient: formEn.noClient,
  noClientRemedy: formEn.noClientRemedy,
  heading: 'Your account',
  logInFirst: 'Log in to see and change your account.',
  loading: 'Loading…',
  retry: 'Try again',
};
