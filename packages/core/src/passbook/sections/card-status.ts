import { label } from './field.js';
import { code, date, text } from './parts.js';
import { section, type RecordOf } from './section.js';

/**
 * A section that this project defines, because the NHI has published no description. Our gateway writes it, and
 * `readPassbook` reads it.
 */
export const cardStatuses = section({
  key: 'card-status',
  label: label('健保卡狀況及領卡紀錄', 'Card status and issue record'),
  heading: /健保卡狀況|領卡/,
  pages: ['insurance'],
  notClinical: true,
  standing: true,
  fields: {
    status: text('status', '健保卡狀況', 'Card status'),
    statusOn: date('status-date', '狀況日期', 'Status date'),
    cardNumber: code('card-number', '健保卡卡號', 'Card number (masked)'),
    issuedOn: date('issued-on', '領卡日期', 'Issued on'),
    reason: text('reason', '領卡原因', 'Reason for issue'),
    office: text('office', '受理單位', 'Office'),
  },
  date: ({ issuedOn, statusOn }) => issuedOn ?? statusOn,
});

export type CardStatus = RecordOf<typeof cardStatuses>;
