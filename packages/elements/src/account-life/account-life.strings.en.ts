import { cardStatusEn } from '../card/card-status.strings.en.js';
import { formEn } from './form.strings.en.js';
import type { AccountLifeStrings } from './account-life.strings.js';

export const accountLifeEn: AccountLifeStrings = {
  ...cardStatusEn,
  ...formEn,
  notOffered: 'This service does not offer this online at the moment.',
  notOfferedRemedy: 'Please ask at the service desk.',
  read: 'Read card',
  readAgain: 'Read again',
  cardRead: 'The card was read.',
  cardNumber: 'NHI card number',
  nationalId: 'ID number',
  personName: 'Name',
  resend: 'Send the mail again',
  resent: 'If there is an application of yours, the mail was sent again; the link before it is void.',
  backToLogin: 'Back to login',
};
