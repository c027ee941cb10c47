import { formEn } from '../self-service/form.strings.en.js';
import type { AccountPasskeysStrings } from './account-passkeys.strings.js';

export const accountPasskeysEn: AccountPasskeysStrings = {
  ...formEn,
  passkeys: 'Passkeys',
  loading: 'Loading…',
  retry: 'Try again',
  passkeysHint:
    'With a passkey, you can log in using the fingerprint, face or screen lock of your own phone or computer. You do not need a card or a card reader. Do not add a passkey on a device that others use. If you lose a device, remove its passkey at once.',
  noPasskeys: 'You have no passkeys.',
  passkeyTimes: (added, used) =>
    used === null ? `Added ${added}, not used yet` : `Added ${added}, last used ${used}`,
  synced: 'Synced to your other devices',
  remove: 'Remove',
  removeOf: (name) => `Remove the passkey of ${name}`,
  removed: 'The passkey was removed, and the sessions opened with it were ended.',
  addHere: 'Add on this device',
  addByPhone: 'Add with a phone',
  passwordHeading: 'First confirm that it is you',
  currentPassword: 'Current NHI card password',
  next: 'Next',
  cancel: 'Cancel',
  scanHeading: 'Scan the code with your phone',
  scanSteps: [
    'Open the camera of your phone, point it at the code, and tap the link that appears.',
    'Press “Add” on the phone, and confirm with your fingerprint, face or screen lock.',
  ],
  qrCode: 'QR code that opens the page for adding a passkey',
  until: (time) => `You can use the code until ${time}, and only on one phone.`,
  waiting: 'Waiting for the phone…',
  opened: 'The phone has opened the page. Please continue on the phone.',
  codeHeading: 'Type the code from the phone',
  passkeyCode: 'The four digits on the phone',
  codeHint:
    'No code on your phone? Somebody else may have scanned the QR code: press “Cancel” and start again.',
  codeProblem: 'Type the four digits.',
  addKey: 'Add the passkey',
  makeHeading: 'Add on this device',
  makeHint: 'Then confirm with the fingerprint, face or screen lock of this device.',
  expired: 'This took too long, or was canceled. Please start again.',
  addedKey:
    'The passkey was added. Next time, choose “Log in with a passkey”. You have been notified by e-mail.',
};
