import type { ReaderInfo } from '@mhb-kit/core/card';
import type { RecentUse } from '../consent/recent-uses.js';

/** The bridge's state, as shown in its window. */
export interface Overview {
  readonly version: string;
  /** Whether the bridge is paused. A paused bridge serves no site until the person resumes it. */
  readonly paused: boolean;
  /** Whether the PC/SC service responds, as in `PcscSnapshot`. */
  readonly service: 'running' | 'stopped' | 'missing';
  readonly readers: readonly ReaderInfo[];
  readonly sites: readonly OverviewSite[];
  readonly uses: readonly RecentUse[];
  /** Number of browsers in which the person can answer in the bridge's window. */
  readonly browsers: number;
  /** Whether `check` is available. */
  readonly canCheck: boolean;
  /** The newer version that the person can install, or `null` if there is none. */
  readonly update: string | null;
}

export interface OverviewSite {
  readonly origin: string;
  readonly consent: 'enrolled' | 'ask';
  /**
   * Time, in milliseconds since 1970, until which the site may read a card without asking again; `null` if it
   * must ask.
   */
  readonly allowedUntil: number | null;
  /** Whether the person has added the site and may therefore remove it. */
  readonly own: boolean;
}

/** One result of a check, as text for the person. */
export interface Finding {
  readonly subject: string;
  readonly ok: boolean;
  readonly finding: string;
  /** How to correct the problem. Omitted if there is no problem. */
  readonly remedy?: string;
}
