import { fieldEn } from '../../base/field.strings.en.js';
import { familyEn } from '../family/family.strings.en.js';
import type { FrameWords } from './frame.strings.js';

export const frameEn: FrameWords = {
  ...fieldEn,
  ...familyEn,
  heading: 'Passbook viewer',
  dropTitle: 'Drop your passbook files here',
  dropFormats:
    'Drop the ZIP file that you downloaded, or the JSON, XML or HTML files inside it. You can drop several files at once.',
  dropPrivacy: 'Files are read only in the browser on this computer. Nothing is uploaded.',
  choose: 'Choose files',
  closed: 'Closed. Everything that was shown has been cleared.',
  passwordFor: (fileName) => `“${fileName}” is encrypted`,
  password: 'Password of the archive',
  passwordRule:
    'The password is the person’s ID number, with the first letter in upper case, such as A123456789.',
  passwordMissing: 'Enter the password.',
  wrongPassword: 'This password is wrong. Please try again.',
  unlock: 'Open',
  cancel: 'Cancel',
  reading: 'Reading…',
  opened: (records) => `Your passbook is open: ${records} records.`,
  merged: (records) =>
    records === 0 ? 'The files contained nothing new.' : `Added; ${records} records are new.`,
  keptHere: 'Your passbook is saved in this browser',
  keepTitles: {
    keep: 'Save the passbook in this browser',
    manage: 'Saved in this browser',
    change: 'Change the passphrase',
    passkey: 'Open the passbook with a passkey as well',
    erase: 'Erase the saved passbook for good',
  },
  keepActions: {
    keep: 'Save',
    manage: '',
    change: 'Change',
    passkey: 'Set up a passkey',
    erase: 'Erase for good',
  },
  keepDone: {
    keep: 'It is saved.',
    manage: '',
    change: 'The passphrase has been changed.',
    passkey: 'From now on, you can also open the passbook with a passkey.',
    erase: 'The saved passbook has been erased for good.',
  },
  keepMeaning:
    'The passbook is encrypted with your passphrase and stays in this browser, on this device only. Files that you open later are added. Use this only on your own device. Nobody can open it without the passphrase.',
  keepLocked: 'A passbook is already saved here. Enter its passphrase to add the open files to it.',
  keptMeaning:
    'Files that you open later are added. Locking clears the screen; with the passphrase, you can open the passbook again.',
  passkeyLapses: 'If you change the passphrase, you have to set up the passkey again.',
  passkeyMeaning:
    'You can then open the passbook with your fingerprint, face or screen lock. The passphrase still works too.',
  eraseMeaning:
    'The passbook saved in this browser will be deleted and cannot be restored. Your downloaded files are not deleted.',
  lockVault: 'Lock and close',
  currentPassphrase: 'Passphrase',
  newPassphrase: 'New passphrase',
  passphraseAgain: 'New passphrase again',
  passphraseRule: (length) => `At least ${length} characters; a few unrelated words are easiest to remember.`,
  passphraseGuessable:
    'This passphrase is easy to guess. Avoid common passwords, numbers, dates and sequences of letters; a few unrelated words are best.',
  passphrasesDiffer: 'The two passphrases differ.',
  byPasskey: 'Open with a passkey',
  closeDialog: 'Close',
};
