import type { CodeRequest, OpenedMobileRecovery } from '@mhb-kit/core/gateway';
import type { Change, Occasion } from './recovery-host.js';

/** What has happened that takes another card, or the same one read again. */
export type Replacement = 'card' | 'national-id' | 'resume';

/** Where a person is in `<mhb-account-recovery>`; with `sent`, a code is on its way. */
export type Step =
  | { readonly at: 'choice' | 'posted' | Exclude<Occasion, Replacement | 'letter'> }
  | { readonly at: 'replacement'; readonly occasion: Replacement; readonly sent?: CodeRequest }
  | { readonly at: 'letter'; readonly sent?: OpenedMobileRecovery }
  | { readonly at: 'done'; readonly change: Change };

/** What is done once the code has come back. */
export const changes = { card: 'card', 'national-id': 'national-id', resume: 'resumed' } as const;

export const firstStep = (occasion: Occasion): Step =>
  occasion === 'card' || occasion === 'national-id' || occasion === 'resume'
    ? { at: 'replacement', occasion }
    : { at: occasion };
