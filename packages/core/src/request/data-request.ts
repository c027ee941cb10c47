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

/** Defines the life cycle of a request (資料申請) as data and pure functions. */

/** The states of a request on which the gateway is still working. */
export const runningStatuses = ['accepted', 'in-progress'] as const;
export const dataRequestStatuses = [...runningStatuses, 'completed', 'failed', 'expired'] as const;
export type DataRequestStatus = (typeof dataRequestStatuses)[number];

/**
 * The states of a category in a request. `available` means 可下載, and `no-data` means 無資料. `failed` means that the
 * source of the category could not be reached.
 */
export const sectionStatuses = ['pending', 'available', 'no-data', 'failed'] as const;
export type SectionStatus = (typeof sectionStatuses)[number];

export interface RequestSection {
  /** The `id` of the category. */
  readonly category: string;
  readonly status: SectionStatus;
  readonly window: DateWindow | null;
  readonly recordCount: number;
  /** The months that have records, oldest first. Empty unless the category can be requested by month (△). */
  readonly months: readonly LocalMonth[];
  /**
   * The number of records that the source has but that were left out, by type and reason. Absent if none were left
   * out.
   */
  readonly leftOut?: readonly LeftOut[];
}

export interface DataRequest {
  readonly id: string;
  readonly status: DataRequestStatus;
  /** The share of the requested sections that are finished, from 0 to 1. */
  readonly progress: number;
  /** The time of the request (RFC 3339). */
  readonly requestedAt: string;
  /** The date of the request in Taipei, from which windows and file names are derived. */
  readonly requestedOn: LocalDate;
  /** The last day on which archives can be downloaded. It ends at 23:59:59 Asia/Taipei. */
  readonly availableUntil: LocalDate;
  readonly sections: readonly RequestSection[];
}

/** A category that a person has chosen, either as a whole (without `months`) or only for some of its months. */
export interface SectionSelection {
  readonly category: string;
  readonly months?: readonly LocalMonth[];
}

/** Checks whether the gateway is still working on a request. */
export function isRunning({ status }: Pick<DataRequest, 'status'>): boolean {
  return (runningStatuses as readonly DataRequestStatus[]).includes(status);
}

/**
 * The number of days after the day of the request for which data is kept. For example, data requested on 104/05/08
 * is kept until 104/05/15 23:59.
 */
const RETENTION_DAYS = 7;

export function availableUntil(requestedOn: LocalDate): LocalDate {
  return addDays(requestedOn, RETENTION_DAYS);
}

/** Returns the time at which the data of a request is deleted. */
export function expiryInstant(requestedOn: LocalDate): Date {
  return new Date(endOfTaipeiDay(availableUntil(requestedOn)).getTime() + 1);
}

export function isExpired(request: Pick<DataRequest, 'requestedOn'>, now: Date): boolean {
  return now.getTime() >= expiryInstant(request.requestedOn).getTime();
}

/** Returns the number of whole days left. It is 0 on the last day, and negative after that. */
export function daysLeft(request: Pick<DataRequest, 'availableUntil'>, now: Date): number {
  const dayNumber = (date: LocalDate): number => Date.parse(date) / 86_400_000;
  return dayNumber(request.availableUntil) - dayNumber(taipeiDate(now));
}

/** Returns the name of an archive by the day of its request, such as `健康存摺_1040527.zip`. */
export function archiveFileName(requestedOn: LocalDate): string {
  return `健康存摺_${formatRocCompact(requestedOn)}.zip`;
}

/**
 * Returns the name of a page, such as `門診資料_1040527.html`. If the page covers a single month, the month precedes
 * the day: `門診資料_10404_1040527.html`.
 */
export function sectionFileName(label: string, requestedOn: LocalDate, month?: LocalMonth): string {
  const monthPart = month === undefined ? '' : `_${formatRocCompact(month)}`;
  return `${label}${monthPart}_${formatRocCompact(requestedOn)}.html`;
}

/**
 * Returns the name of the machine-readable passbook that accompanies the pages, such as `健康存摺醫療類_1040527.json`. It
 * is the name that downloads from the NHI have.
 */
export function passbookFileName(requestedOn: LocalDate): string {
  return `健康存摺醫療類_${formatRocCompact(requestedOn)}.json`;
}
