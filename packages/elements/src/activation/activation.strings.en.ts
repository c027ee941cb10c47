import { accountLifeEn } from '../account-life/account-life.strings.en.js';
import type { ActivationStrings } from './activation.strings.js';

export const activationEn: ActivationStrings = {
  ...accountLifeEn,
  heading: 'Confirm your registration',
  emailHeading: 'Confirm your e-mail address',
  noTicket: 'This page is opened by the link of the mail.',
  noTicketRemedy:
    'Open your mailbox and follow the link of the latest mail. If there is none, insert your NHI card and press “Send the mail again”.',
  begin:
    'Have your NHI card and your mobile at hand. When you press the button, a code is sent as a text message.',
  sendCode: 'Send me the code',
  codeSent: (mobile) => `A code was sent to the mobile ending in ${mobile}.`,
  code: 'Code from the text message',
  codeUntil: (time) => `Six digits; they count until ${time}.`,
  sendAgain: 'Send the code again',
  sentAgain: 'If no code arrives within a minute, press once more.',
  confirm: 'Confirm',
  ticketInvalid: 'This link or code is void',
  ticketInvalidRemedy:
    'If you typed the code, check it once more. Link and code work once, until the mail is sent again, and for 5 days. Insert your NHI card and have the mail sent again; after 5 days, register anew.',
  done: 'You are confirmed. You can go back to the login page and log in to your health passbook.',
  emailBegin: 'When you press the button, this e-mail address takes effect.',
  confirmEmail: 'Confirm this address',
  emailDone: 'Your e-mail address has taken effect.',
};
