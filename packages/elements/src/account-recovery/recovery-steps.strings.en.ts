import type { RecoveryStepsStrings } from './recovery-steps.strings.js';

export const recoveryStepsEn: RecoveryStepsStrings = {
  choose: 'What has happened?',
  occasions: {
    card: 'I have a new NHI card',
    'national-id': 'My ID number has changed',
    mobile: 'I lost my phone or have a new number',
    letter: 'I got a letter with a code',
    certificate: 'My Citizen Digital Certificate was renewed',
    suspend: 'Suspend my account now',
    resume: 'Resume a suspended account',
    counter: 'None of these',
  },
  occasionHints: {
    card: 'The old card was lost or damaged, or shows your former name.',
    'national-id': 'For example, an old-format UI No. was replaced by a new one.',
    mobile: 'I cannot receive the codes that I need to log in.',
    letter: 'Enter the code from the letter and a code from a text message to confirm your new number.',
    certificate: 'I cannot log in with the new certificate.',
    suspend: 'The card is lost, or somebody may be using the account. No card is needed.',
    resume: 'I found the card, or I have a new card.',
    counter: 'I have neither my phone nor my password, or my data does not match the records.',
  },
  chooseAgain: 'Choose again',
  stepOf: (step, all) => `Step ${step} of ${all}`,
  replaceIntro: {
    card: 'Insert the new card. From then on, you can log in only with this card; the old card stops working at once.',
    'national-id':
      'Insert the card that shows your new ID number, and type the ID number with which you registered. From then on, log in with the new ID number. Your earlier requests remain available.',
    resume: 'Insert your current card. If your card has been replaced, insert the new card.',
  },
  replaceNeeds:
    'You need the card, its password, your household number, and the phone with the number that you registered.',
  cardFirst: 'Insert your NHI card first, then press “Read card”.',
  nationalId: 'ID number',
  formerNationalId: 'Former ID number',
  formerNationalIdHint: 'For example: AB12345678.',
  password: 'NHI card password',
  householdNumber: 'Household number',
  householdNumberHint: 'This number is at the top right of the household certificate.',
  birthDate: 'Date of birth',
  birthDateHint: 'For example: 1961-04-18, or 0500418 in ROC years.',
  sendCode: 'Next: send me a code',
  codeHeading: 'Type the code',
  codeSent: (mobile) => `A code was sent to the mobile number ending in ${mobile}.`,
  codeUntil: (time) => `The code has six digits and is valid until ${time}.`,
  code: 'Code from the text message',
  confirm: 'Confirm',
  sendAgain: 'Send another code',
  sentAgain: 'Another code was sent.',
  noSms: 'If that phone is no longer yours, bring your identity document to a service counter.',
  changeData: 'Change what I typed',
  whatToBring: 'What to bring to a service counter',
  stillIn: 'If you can still log in, you do not need a letter',
  stillInThen:
    'Log in and change the number in “Your account”. This works if you have logged in with a Citizen Digital Certificate before, or if this computer does not ask for a code.',
  mobileIntro:
    'If you cannot log in, we will send a code by letter to the address that this service has on record for you. The new number takes effect once you enter the code with your card inserted.',
  mobile: 'New mobile number',
  sendLetter: 'Send me a code by letter',
  posted: 'A letter with a code is on its way',
  postedTold: 'A notice was sent to your former mobile number and your e-mail addresses.',
  postedNext: [
    'The letter goes to the address that this service has on record for you. The code in the letter is valid for 21 days.',
    'When the letter arrives, return to “New card, lost phone or suspended account” with your card, and choose “I got a letter with a code”.',
    'Enter the code from the letter, then the code sent to your new mobile number. Until then, the former number stays in use.',
  ],
  letterIntro:
    'Insert your card and enter the code from the letter. Another code will then be sent to the new number.',
  letterCode: 'Code from the letter',
  letterCodeHint: 'For example: FTWS-CZ8M-M180-JKJY, in upper or lower case.',
  certificateIntro: 'Your account still has the former certificate. To change to the new certificate:',
  certificateNext: [
    'Log in with your NHI card and its password, and enter the code from the text message if you are asked for one.',
    'In “Your account”, under “Citizen Digital Certificate”, enter your password and remove the former certificate.',
    'Log out, log in with the new certificate, and type the code sent to your mobile number. The new certificate is then added to your account.',
  ],
  certificateElse:
    'If you cannot log in with your card, the staff at a service counter can remove the former certificate.',
  suspendIntro:
    'When you suspend the account, every session ends at once, and nobody can log in. Your data is not erased.',
  suspendLater:
    'To resume the account, you need a valid card, its password, your household number and date of birth, and a code sent to your mobile number.',
  suspend: 'Suspend the account',
  counterHeading: 'At a service counter',
  counterIntro:
    'After checking your identity document, the staff can replace the card, mobile number or ID number, remove a certificate, and suspend or resume the account. Please bring:',
  bring: [
    'your original ID card or resident certificate.',
    'your NHI card; if you have a new card, the new card.',
    'the household certificate, for the household number.',
    'the new phone, so that its number can be confirmed.',
  ],
  counterProxy:
    'If you cannot come in person, first ask the service counter how somebody else can act for you.',
  done: {
    card: 'The new card is in use',
    'national-id': 'The new ID number and card are in use',
    mobile: 'The new mobile number is in use',
    suspended: 'The account is suspended',
    resumed: 'The account is active again',
  },
  told: 'A notice was sent to you by text message and e-mail. If you gave an alternate address, it was sent there as well.',
  loggedOut:
    'You have been logged out everywhere, and your card reader is no longer trusted. At the next login, you will be asked for a code.',
  next: {
    card: 'Go back to the login page and log in with this card and the same password.',
    'national-id': 'Go back to the login page and log in with this card and the same password.',
    mobile: 'From now on, codes are sent to the new number.',
    suspended:
      'To resume the account, choose “Resume a suspended account” here. If you have no card or no phone, go to a service counter.',
    resumed: 'Go back to the login page and log in with this card and the same password.',
  },
};
