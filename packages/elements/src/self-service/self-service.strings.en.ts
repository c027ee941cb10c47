import { cardStatusEn } from '../card/card-status.strings.en.js';
import { formEn } from './form.strings.en.js';
import type { SelfServiceStrings } from './self-service.strings.js';

export const selfServiceEn: SelfServiceStrings = {
  ...cardStatusEn,
  ...formEn,
  notOffered: 'You cannot do this online at the moment.',
  notOfferedRemedy: 'Please ask at the service desk.',
  read: 'Read card',
  readAgain: 'Read again',
  cardRead: 'The card was read.',
  cardNumber: 'NHI card number',
  nationalId: 'ID number',
  personName: 'Name',
  resend: 'Send the e-mail again',
  resent: 'If you have applied, the e-mail was sent again. Earlier links are no longer valid.',
  backToLogin: 'Back to login',
};
