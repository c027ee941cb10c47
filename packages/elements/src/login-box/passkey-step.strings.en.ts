import type { PasskeyStepStrings } from './passkey-step.strings.js';

export const passkeyStepEn: PasskeyStepStrings = {
  passkey: 'Log in with a passkey',
  passkeyHint:
    'Use the fingerprint, face or screen lock of this device. You do not need a card or a card reader. The first time, log in with your card and add a passkey in your account.',
  passkeyWorking: 'Please confirm on your device…',
  orCard: 'or',
  otherWays: 'Log in with your NHI card or citizen certificate',
};
