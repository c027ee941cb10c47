import type { Coded, Organization, PartialDate, PassbookRecord, Timestamp } from '../record/record.js';
import { code, combined, date, detail, facility, text, timestamp } from './parts.js';

/** The common fields of laboratory results and reports. */
export interface Examination<K extends string> extends PassbookRecord<K> {
  readonly performer: Organization;
  /** Date of the visit or, for inpatients, of admission: the same for every test of a stay. */
  readonly encounteredOn: PartialDate | null;
  /** When the test was done; charts use this date. */
  readonly effectiveOn: PartialDate | null;
  readonly uploadedAt: Timestamp | null;
  readonly order: Coded;
}

/** Fields 1–9. */
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

/** The date of the test, otherwise of the visit. */
export const examinedOn = ({
  effectiveOn,
  encounteredOn,
}: Pick<Examination<string>, 'effectiveOn' | 'encounteredOn'>): PartialDate | null =>
  effectiveOn ?? encounteredOn;
