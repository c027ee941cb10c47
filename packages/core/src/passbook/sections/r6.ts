import { label } from './field.js';
import { date, text } from './parts.js';
import { section, type RecordOf } from './section.js';

export const immunizations = section({
  key: 'r6',
  label: label('預防接種資料', 'Vaccinations'),
  heading: /預防接種|疫苗/,
  pages: ['vaccinations'],
  fields: {
    occurredOn: date(1, '接種日期', 'Vaccinated on'),
    /** The name of the vaccine without the batch number. */
    vaccine: text(3, '疫苗名稱', 'Vaccine'),
    performer: text(5, '醫事機構名稱', 'Facility'),
  },
  derived: ({ vaccine }) => splitBatch(vaccine),
  date: ({ occurredOn }) => occurredOn,
});

export type Immunization = RecordOf<typeof immunizations>;

/** Separates the batch number from the end of the vaccine's name: `…(批號ZZ1207B)`. */
function splitBatch(name: string | null): {
  readonly vaccine: string | null;
  readonly lotNumber: string | null;
} {
  if (name === null) return { vaccine: null, lotNumber: null };
  const start = Math.max(name.lastIndexOf('(批號'), name.lastIndexOf('（批號'));
  if (start < 0 || !')）'.includes(name.charAt(name.length - 1))) return { vaccine: name, lotNumber: null };
  const batch = name.slice(start + '(批號'.length, -1).replace(/^\s*[:：]/, '');
  return { vaccine: name.slice(0, start).trim(), lotNumber: batch.trim() };
}
