import { accountLifeEn } from '../account-life/account-life.strings.en.js';
import type { RegistrationStrings } from './registration.strings.js';

export const registrationEn: RegistrationStrings = {
  ...accountLifeEn,
  heading: 'Register for the service',
  intro: 'Register and choose a password before your first login. Fields marked * are needed.',
  cardStep: '1. Read your NHI card',
  personStep: '2. About you',
  passwordStep: '3. Choose a password',
  contactStep: '4. How to reach you',
  nationalIdHint: 'As on the card, for example A123456789.',
  nameHint: 'As on the card.',
  householdNumber: 'Household number',
  householdNumberHint: 'At the top right of the household certificate.',
  registeredAddress: 'Township, village and neighbourhood of registration',
  registeredAddressHint: 'For example: Taipei, Da’an District, Minhui Village, neighbourhood 3.',
  telephone: 'Telephone',
  telephoneHint: '(area) number # extension',
  mobile: 'Mobile',
  mobileHint:
    'A code will be sent to it as a text message. Those can be intercepted; logging in with a Citizen Digital Certificate is safer.',
  email: 'E-mail (main)',
  emailHint: 'The mail to confirm goes there.',
  alternateEmail: 'E-mail (alternate)',
  mailAdvice: (domain) =>
    `Mailboxes of ${domain} often do not get the service’s mail. Another one would be better.`,
  review: 'Next: check your data',
  reviewHeading: 'Please check your data',
  send: 'Send application',
  change: 'Change something',
  passwordHidden: 'chosen (not shown)',
  none: 'not given',
  sentHeading: 'Your application has arrived',
  sent: (email) =>
    `A mail is on its way to ${email}. Take these steps within 5 days; after that, apply again.`,
  next: [
    'Open your mailbox and find “My Health Bank: confirm your registration”. If it is not there, look among the junk mail.',
    'Put your NHI card into the reader, then follow the link of the mail.',
    'Type the six digits that come as a text message. That is all.',
  ],
};
