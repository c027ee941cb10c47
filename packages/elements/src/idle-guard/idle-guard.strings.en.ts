import type { IdleGuardStrings } from './idle-guard.strings.js';

export const idleGuardEn: IdleGuardStrings = {
  heading: 'Are you still there?',
  warning: (seconds) =>
    `To protect your data, you will be logged out and the screen will be cleared in ${seconds} seconds.`,
  goOn: 'Continue',
  end: 'End now',
  ended: 'You have been logged out, and the screen has been cleared. Remember to take your card.',
};
