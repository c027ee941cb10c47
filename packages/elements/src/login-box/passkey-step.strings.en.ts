import type { PasskeyStepStrings } from './passkey-step.strings.js';

export const passkeyStepEn: PasskeyStepStrings = {
  passkey: 'Log in with a passkey',
  passkeyHint:
    'With the fingerprint, face or screen lock of this device; no card and no reader. The first time, log in by card and add a passkey in your account.',
  passkeyWorking: 'Please confirm on your device…',
  orCard: 'or',
  otherWays: 'Log in with the NHI card or the citizen certificate',
};
