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
    'Insert your Citizen Digital Certificate and type your ID number. Press “Confirm”, then type the PIN in the card bridge window.',
  password: 'NHI card password',
  nationalId: 'ID number',
  problems: {
    password: 'Enter your password.',
    nationalId: 'Enter your ID number: ten characters, starting with a letter.',
  },
  confirm: 'Confirm',
  confirming: 'Logging in…',
  startAgain: 'Log in again',
  connect: 'Log in with My Health Bank',
  connectHint: 'A My Health Bank window opens. This website sees neither your password nor your PIN.',
  connecting: 'Please log in through the My Health Bank window…',
  connectAgain: 'Window closed? Start again',
  firstTime: 'First time here? Get a password',
  forgotten: 'Forgot your password?',
  recover: 'New card, lost phone or suspended account',
  notOfferedHere: 'You cannot do this online on this page yet. Please ask at the service desk.',
  noClient: 'This page has not been connected to the service.',
  noClientRemedy: 'If you run this site, add the gateway attribute to <mhb-provider>.',
  signedInAs: 'Logged in',
  logOut: 'Log out',
  loggedOut: 'You are logged out.',
};
