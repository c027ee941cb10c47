import {
  addDays,
  endOfTaipeiDay,
  formatRocCompact,
  taipeiDate,
  type LocalDate,
  type LocalMonth,
} from '../identity/index.js';
import type { DateWindow } from './catalogue.js';
import type { LeftOut } from './left-out.js';

/** The life cycle of a request (資料申請), as pure data and rules. */

/** The states of a request that the gateway still works on. */
export const runningStatuses = ['accepted', 'in-progress'] as const;
export const dataRequestStatuses = [...runningStatuses, 'completed', 'failed', 'expired'] as const;
export type DataRequestStatus = (typeof dataRequestStatuses)[number];

/** `available` 可下載, `no-data` 無資料; `failed` when the source of this category could not be reached. */
export const sectionStatuses = ['pending', 'available', 'no-data', 'failed'] as const;
export type SectionStatus = (typeof sectionStatuses)[number];

export interface RequestSection {
  /** `Category.id`. */
  readonly category: string;
  readonly status: SectionStatus;
  readonly window: DateWindow | null;
  readonly recordCount: number;
  /** For △ categories: the months that have records, oldest first. */
  readonly months: readonly LocalMonth[];
  /** Counts of records that the source has but that were left out, by type and reason; absent if there are none. */
  readonly leftOut?: readonly LeftOut[];
}

export interface DataRequest {
  readonly id: string;
  readonly status: DataRequestStatus;
  /** Finished sections divided by requested sections, 0 … 1. */
  readonly progress: number;
  /** RFC 3339. */
  readonly requestedAt: string;
  /** The date of the request in Taipei; windows and file names are based on it. */
  readonly requestedOn: LocalDate;
  /** Last day on which archives can be downloaded, until 23:59:59 Asia/Taipei. */
  readonly availableUntil: LocalDate;
  readonly sections: readonly RequestSection[];
}

/** The person's choice: a category as a whole (no months) or some of its months. */
export interface SectionSelection {
  readonly category: string;
  readonly months?: readonly LocalMonth[];
}

/** Whether the gateway still works on a request. */
export function isRunning({ status }: Pick<DataRequest, 'status'>): boolean {
  return (runningStatuses as readonly DataRequestStatus[]).includes(status);
}

/** Data is kept for seven days after the day of the request: 104/05/08 → 104/05/15 23:59. */
const RETENTION_DAYS = 7;

export function availableUntil(requestedOn: LocalDate): LocalDate {
  return addDays(requestedOn, RETENTION_DAYS);
}

/** The instant at which a request's data is deleted. */
export function expiryInstant(requestedOn: LocalDate): Date {
  return new Date(endOfTaipeiDay(availableUntil(requestedOn)).getTime() + 1);
}

export function isExpired(request: Pick<DataRequest, 'requestedOn'>, now: Date): boolean {
  return now.getTime() >= expiryInstant(request.requestedOn).getTime();
}

/** Number of whole days left: 0 on the last day, negative after expiry. */
export function daysLeft(request: Pick<DataRequest, 'availableUntil'>, now: Date): number {
  const dayNumber = (date: LocalDate): number => Date.parse(date) / 86_400_000;
  return dayNumber(request.availableUntil) - dayNumber(taipeiDate(now));
}

/** `健康存摺_1040527.zip`, by the day of the request. */
export function archiveFileName(requestedOn: LocalDate): string {
  return `健康存摺_${formatRocCompact(requestedOn)}.zip`;
}

/** `門診資料_1040527.html`; a single month is put before the day: `門診資料_10404_1040527.html`. */
export function sectionFileName(label: string, requestedOn: LocalDate, month?: LocalMonth): string {
  const monthPart = month === undefined ? '' : `_${formatRocCompact(month)}`;
  return `${label}${monthPart}_${formatRocCompact(requestedOn)}.html`;
}

/**
 * The machine-readable passbook in addition to the pages: `健康存摺醫療類_1040527.json`, the name of real downloads.
 */
export function passbookFileName(requestedOn: LocalDate): string {
  return `健康存摺醫療類_${formatRocCompact(requestedOn)}.json`;
}
