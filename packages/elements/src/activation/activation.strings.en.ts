import { selfServiceEn } from '../self-service/self-service.strings.en.js';
import type { ActivationStrings } from './activation.strings.js';

export const activationEn: ActivationStrings = {
  ...selfServiceEn,
  heading: 'Confirm your registration',
  emailHeading: 'Confirm your e-mail address',
  noTicket: 'To open this page, follow the link in the e-mail.',
  noTicketRemedy:
    'Open your mailbox and follow the link in the latest e-mail. If you have not received one, insert your NHI card and press “Send the e-mail again”.',
  begin:
    'Have your NHI card and your mobile phone ready. When you press the button, a code will be sent to you by text message.',
  sendCode: 'Send me the code',
  codeSent: (mobile) => `A code was sent to the mobile number ending in ${mobile}.`,
  code: 'Code from the text message',
  codeUntil: (time) => `The code has six digits and is valid until ${time}.`,
  sendAgain: 'Send the code again',
  sentAgain: 'If no code arrives within a minute, press the button again.',
  confirm: 'Confirm',
  ticketInvalid: 'This link or code is no longer valid',
  ticketInvalidRemedy:
    'If you typed the code, check it. The link and the code can be used only once; they expire after 5 days, or as soon as the e-mail is sent again. To get a new e-mail, insert your NHI card and press “Send the e-mail again”. After 5 days, register again.',
  done: 'Your account is confirmed. You can go back to the login page and log in to your health passbook.',
  emailBegin: 'Press the button to start using this e-mail address.',
  confirmEmail: 'Confirm this address',
  emailDone: 'Your new e-mail address is now in use.',
};
