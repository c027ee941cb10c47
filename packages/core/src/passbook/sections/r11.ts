import { label } from './field.js';
import { date, rows, text } from './parts.js';
import { latest, section, type RecordOf } from './section.js';

export const cancerScreenings = section({
  key: 'r11',
  label: label('癌症篩檢結果資料', 'Cancer screening'),
  heading: /癌症篩檢/,
  pages: ['prevention'],
  fields: {
    category: text(1, '篩檢類別', 'Kind of screening'),
    examination: text(2, '檢查項目名稱', 'Examination'),
    results: rows(label('篩檢結果', 'Results'), {
      occurredOn: date(1, '就醫日期', 'Visit date'),
      performer: text(2, '醫事機構名稱', 'Facility'),
      result: text(3, '檢查(驗)結果', 'Result'),
      advice: text(4, '建議', 'Advice'),
    }),
  },
  date: ({ results }) => latest(results.map(({ occurredOn }) => occurredOn)),
});

export type CancerScreening = RecordOf<typeof cancerScreenings>;
export type ScreeningResult = CancerScreening['results'][number];
