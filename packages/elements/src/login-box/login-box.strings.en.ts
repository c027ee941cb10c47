import { cardStatusEn } from '../card/card-status.strings.en.js';
import { fieldEn } from '../base/field.strings.en.js';
import type { LoginBoxStrings } from './login-box.strings.js';

export const loginBoxEn: LoginBoxStrings = {
  ...cardStatusEn,
  ...fieldEn,
  heading: 'Log in to your health passbook',
  methods: 'Ways to log in',
  nhiCard: 'NHI card',
  certificate: 'Citizen certificate',
  instruction: 'Insert your NHI card, then press “Confirm”',
  certificateInstruction:
    'Insert your Citizen Digital Certificate and type your ID number. After “Confirm”, type the PIN in the window of the card bridge.',
  password: 'NHI card password',
  nationalId: 'ID number',
  problems: {
    password: 'Enter your password.',
    nationalId: 'Enter your ID number: ten characters, the first a letter.',
  },
  confirm: 'Confirm',
  confirming: 'Logging in…',
  startAgain: 'Log in again',
  connect: 'Log in with My Health Bank',
  connectHint: 'A window of My Health Bank opens. This website sees neither your password nor your PIN.',
  connecting: 'Please log in using the My Health Bank window…',
  connectAgain: 'Window closed? Start again',
  firstTime: 'First time here? Get a password',
  forgotten: 'Forgot your password?',
  recover: 'New card, lost phone or suspended account',
  notOfferedHere: 'This page does not offer this online yet. Please ask at the service desk.',
  noClient: 'This page has not been connected to the service.',
  noClientRemedy: 'If you run this site, add the gateway attribute to <mhb-provider>.',
  signedInAs: 'Logged in',
  logOut: 'Log out',
  loggedOut: 'You are logged out.',
};
