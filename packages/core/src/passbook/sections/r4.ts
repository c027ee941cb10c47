import { label } from './field.js';
import { code, date, detail, organization, text } from './parts.js';
import { section, type RecordOf } from './section.js';

export const allergyIntolerances = section({
  key: 'r4',
  label: label('過敏資料', 'Allergies'),
  heading: /過敏/,
  pages: ['allergies'],
  fields: {
    /** The date of the upload, not the date on which the allergy began. */
    recordedOn: date(1, '上傳日期', 'Uploaded on'),
    substance: text(2, '過敏藥物內容', 'Allergen'),
    recorder: text(3, '上傳醫師', 'Uploading physician', detail),
    organization: organization({
      code: code(4, '醫事機構代號', 'Facility code', detail),
      name: text(5, '上傳醫事機構', 'Facility'),
      areaCode: code(6, '電話區碼', 'Area code', detail),
      telephone: code(7, '電話', 'Phone', detail),
      address: text(8, '地址', 'Address', detail),
    }),
    /** The severity as written in the file, such as 輕度 or 中度. */
    severity: text(9, '嚴重程度', 'Severity'),
    manifestation: text(10, '過敏症狀', 'Symptoms'),
    note: text(11, '其他過敏症狀說明', 'Other symptoms'),
    recordedBy: text(12, '收載方式', 'How it was recorded'),
  },
  derived: ({ substance }, _row, read) => ({
    /** The ingredients that are named in the text of the substance. */
    ingredients: read.ingredientsIn(substance),
  }),
  date: ({ recordedOn }) => recordedOn,
});

export type AllergyIntolerance = RecordOf<typeof allergyIntolerances>;
