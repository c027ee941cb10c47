import type { CodeRequest, OpenedMobileRecovery } from '@mhb-kit/core/gateway';
import type { Change, Occasion } from './recovery-host.js';

/** Situations in which a new card is read, or the current card is read again. */
export type Replacement = 'card' | 'national-id' | 'resume';

/** The current step of `<mhb-account-recovery>`. `sent` is present after a code has been sent. */
export type Step =
  | { readonly at: 'choice' | 'posted' | Exclude<Occasion, Replacement | 'letter'> }
  | { readonly at: 'replacement'; readonly occasion: Replacement; readonly sent?: CodeRequest }
  | { readonly at: 'letter'; readonly sent?: OpenedMobileRecovery }
  | { readonly at: 'done'; readonly change: Change };

/** The change that takes effect when the code has been entered, by situation. */
export const changes = { card: 'card', 'national-id': 'national-id', resume: 'resumed' } as const;

export const firstStep = (occasion: Occasion): Step =>
  occasion === 'card' || occasion === 'national-id' || occasion === 'resume'
    ? { at: 'replacement', occasion }
    : { at: occasion };
