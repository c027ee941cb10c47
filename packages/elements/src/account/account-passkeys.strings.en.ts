import { formEn } from '../self-service/form.strings.en.js';
import type { AccountPasskeysStrings } from './account-passkeys.strings.js';

export const accountPasskeysEn: AccountPasskeysStrings = {
  ...formEn,
  passkeys: 'Passkeys',
  loading: 'Loading…',
  retry: 'Try again',
  passkeysHint:
    'Log in with the fingerprint, face or screen lock of your own telephone or computer; no card and no reader. Add none on a device that others use, and remove it at once when the device is lost.',
  noPasskeys: 'There are none.',
  passkeyTimes: (added, used) =>
    used === null ? `Added ${added}, not used yet` : `Added ${added}, last used ${used}`,
  synced: 'Copied to your other devices',
  remove: 'Remove',
  removeOf: (name) => `Remove the passkey of ${name}`,
  removed: 'Removed; whatever it had opened is logged out.',
  addHere: 'Add on this device',
  addByPhone: 'Add with a telephone',
  passwordHeading: 'First confirm that it is you',
  currentPassword: 'Current NHI card password',
  next: 'Next',
  cancel: 'Cancel',
  scanHeading: 'Scan the code with your telephone',
  scanSteps: [
    'Open the camera of your telephone, point it at the code, and tap the link that appears.',
    'Press “Add” on the telephone, and confirm with fingerprint, face or screen lock.',
  ],
  qrCode: 'QR code that opens the page for adding a passkey',
  until: (time) => `The code works until ${time}, for one telephone.`,
  waiting: 'Waiting for the telephone…',
  opened: 'The telephone has opened it. Please go on there.',
  codeHeading: 'Type the code from the telephone',
  passkeyCode: 'The four digits on the telephone',
  codeHint:
    'No code on your telephone? Press “Cancel” and start again: somebody else may have scanned the QR code.',
  codeProblem: 'Type the four digits.',
  addKey: 'Add the passkey',
  makeHeading: 'Add on this device',
  makeHint: 'After that, confirm with the fingerprint, face or screen lock of this device.',
  expired: 'It took too long, or was cancelled. Please start again.',
  addedKey: 'Added. Next time, choose “Log in with a passkey”. You have been told by mail.',
};
