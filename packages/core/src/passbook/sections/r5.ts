import { label } from './field.js';
import { code, date, text } from './parts.js';
import { section, type RecordOf } from './section.js';

export const advanceDirectives = section({
  key: 'r5',
  label: label('器捐或安寧緩和醫療意願', 'Organ donation and palliative care wishes'),
  heading: /器捐|器官捐贈|安寧/,
  pages: ['wills'],
  fields: {
    recordedOn: date(1, '健保卡註記日期', 'Noted on the card on'),
    code: code(2, '註記代碼', 'Note code'),
    text: text(3, '意願', 'Will'),
  },
  date: ({ recordedOn }) => recordedOn,
});

/**
 * A person's wishes about organ donation or palliative care. Show `text` to people, because the full list of codes
 * is not public.
 */
export type AdvanceDirective = RecordOf<typeof advanceDirectives>;
