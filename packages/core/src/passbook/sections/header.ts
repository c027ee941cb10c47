import type { Field } from './field.js';
import { code, date, place } from './parts.js';

/** The fields of the header itself, which state the passbook's owner and date. */
export const headerFields: readonly Field[] = place(
  {
    subjectId: code(1, '身分證號', 'National ID (masked)'),
    appliedOn: date(2, '資料申請日期', 'Applied on'),
  },
  'b1',
).fields;
