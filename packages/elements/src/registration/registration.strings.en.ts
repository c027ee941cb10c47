import { selfServiceEn } from '../self-service/self-service.strings.en.js';
import type { RegistrationStrings } from './registration.strings.js';

export const registrationEn: RegistrationStrings = {
  ...selfServiceEn,
  heading: 'Register for the service',
  intro: 'Register and choose a password before your first login. Fields marked * are required.',
  cardStep: '1. Read your NHI card',
  personStep: '2. About you',
  passwordStep: '3. Choose a password',
  contactStep: '4. How to reach you',
  nationalIdHint: 'As shown on the card, for example A123456789.',
  nameHint: 'As shown on the card.',
  birthDate: 'Date of birth',
  birthDateHint: 'For example: 1961-04-18, or 0500418 in ROC years.',
  householdNumber: 'Household number',
  householdNumberHint: 'This number is at the top right of the household certificate.',
  registeredAddress: 'Registered township, village and neighborhood',
  registeredAddressHint: 'For example: Taipei, Da’an District, Minhui Village, neighborhood 3.',
  telephone: 'Phone',
  telephoneHint: '(area) number # extension',
  mobile: 'Mobile',
  mobileHint:
    'A code will be sent to this number. Text messages can be intercepted; logging in with a Citizen Digital Certificate is safer.',
  email: 'E-mail (main)',
  emailHint: 'The confirmation e-mail will be sent to this address.',
  alternateEmail: 'E-mail (alternate)',
  mailAdvice: (domain) =>
    `E-mail from this service often does not reach addresses at ${domain}. Please use a different address if you can.`,
  review: 'Next: check your data',
};
