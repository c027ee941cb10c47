import type { Coded, Organization, PartialDate, PassbookRecord, Timestamp } from '../record/record.js';
import { code, combined, date, detail, facility, text, timestamp } from './parts.js';

/** The fields that laboratory results and reports have in common. */
export interface Examination<K extends string> extends PassbookRecord<K> {
  readonly performer: Organization;
  /**
   * The date of the visit or, for inpatients, the date of admission, which is the same for every test of a stay.
   */
  readonly encounteredOn: PartialDate | null;
  /** The date of the test. Charts use this date. */
  readonly effectiveOn: PartialDate | null;
  readonly uploadedAt: Timestamp | null;
  readonly order: Coded;
}

/** Fields 1–9 of laboratory results and of reports. */
export const examinationFields = {
  performer: facility,
  encounteredOn: date(5, '就醫日期', 'Visit or admission date', detail),
  effectiveOn: date(6, '檢驗(查)日期', 'Test date'),
  uploadedAt: timestamp(7, '資料上傳時間', 'Uploaded at', detail),
  order: combined(
    { code: code(8, '醫囑代碼', 'Order code'), display: text(9, '醫囑名稱', 'Order') },
    (order): Coded => order,
  ),
};

/** Returns the date of the test or, if it is missing, the date of the visit. */
export const examinedOn = ({
  effectiveOn,
  encounteredOn,
}: Pick<Examination<string>, 'effectiveOn' | 'encounteredOn'>): PartialDate | null =>
  effectiveOn ?? encounteredOn;
