import { fieldEn } from '../base/field.strings.en.js';
import type { FormStrings } from './form.strings.js';

export const formEn: FormStrings = {
  ...fieldEn,
  noClient: 'This page has not been connected to the service.',
  noClientRemedy: 'If you run this site, add the gateway attribute to <mhb-provider>.',
  working: 'One moment…',
  newPassword: 'Password',
  repeatPassword: 'Repeat the password',
  passwordRule: {
    'nhi-legacy': '6 to 12 letters (a–z, A–Z) or digits; upper and lower case matter.',
    asvs: '8 to 64 characters.',
  },
  problems: {
    required: 'Fill this in.',
    card: 'Insert your NHI card first, then press “Read card”.',
    nationalId: 'This ID number is not valid. Check its letters and digits.',
    nationalIdOfCard: 'This is not the ID number on the card.',
    nameOfCard: 'This is not the name on the card.',
    birthDate: 'Enter a date of birth, for example 1961-04-18 or 0500418.',
    password: 'This password does not meet the rules.',
    different: 'The two passwords differ.',
    telephone: 'Use digits, as in (02)1234-5678#90.',
    mobile: 'Ten digits, beginning with 09.',
    email: 'This is not an e-mail address.',
    code: 'Enter the six digits of the code.',
  },
};
