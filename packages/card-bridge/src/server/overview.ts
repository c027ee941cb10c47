import type { ReaderInfo } from '@mhb-kit/core/card';
import type { RecentUse } from '../consent/recent-uses.js';

/** What the bridge's window shows of it. */
export interface Overview {
  readonly version: string;
  /** No site is served until the person says so. */
  readonly paused: boolean;
  /** Whether the PC/SC service answers, as `PcscSnapshot` has it. */
  readonly service: 'running' | 'stopped' | 'missing';
  readonly readers: readonly ReaderInfo[];
  readonly sites: readonly OverviewSite[];
  readonly uses: readonly RecentUse[];
  /** How many browsers can answer in the bridge's window. */
  readonly browsers: number;
  /** Whether there is something that `check` can look at. */
  readonly canCheck: boolean;
  /** A newer version that the person can have installed; `null` where there is none. */
  readonly update: string | null;
}

export interface OverviewSite {
  readonly origin: string;
  readonly consent: 'enrolled' | 'ask';
  /** Until when it may read a card without asking again, in milliseconds since 1970; `null` where it may not. */
  readonly allowedUntil: number | null;
  /** The person has added it and may take it away. */
  readonly own: boolean;
}

/** One thing that was looked at, in words. */
export interface Finding {
  readonly subject: string;
  readonly ok: boolean;
  readonly finding: string;
  /** What to do about it; absent when all is well. */
  readonly remedy?: string;
}
