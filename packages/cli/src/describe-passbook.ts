import { formatRoc } from '@mhb-kit/core/identity';
import {
  listMedications,
  noteTexts,
  sectionOf,
  summarize,
  type PartialDate,
  type ReadResult,
} from '@mhb-kit/core/passbook';
import { languageOf, type Terminal } from './terminal.js';
import { textsOf } from './texts.js';

/** What is inside, for a person at a terminal. */
export function describePassbook({ passbook, report }: ReadResult, terminal: Terminal): string {
  const language = languageOf(terminal);
  const texts = textsOf(terminal);
  const day = (date: PartialDate | null): string => {
    if (date === null) return texts.unnamed;
    return language === 'en' ? date : formatRoc(date);
  };
  const overview = summarize(passbook);
  const rows = overview.sections
    .filter(({ held }) => held)
    .map(({ key, records, first, last }) => [
      sectionOf(key)?.label[language] ?? key,
      records === 0 ? texts.noData : String(records),
      first === null ? '' : day(first),
      last === null ? '' : day(last),
    ]);
  const drugs = listMedications(passbook).current.map(
    ({ display, code, daysLeft }) => `  ${display ?? code ?? texts.unnamed}  ${texts.daysLeft(daysLeft)}`,
  );
  const notes = report.notes.map(
    ({ code, section, field, count }) =>
      `  ${noteTexts[code][language]} (${[code, section, field].filter((part) => part !== null).join(', ')}; ${texts.times(count)})`,
  );
  return [
    `${texts.subject}: ${overview.subjectId ?? texts.unnamed}`,
    `${texts.appliedOn}: ${day(overview.appliedOn)}`,
    `${texts.covers}: ${day(overview.first)} – ${day(overview.last)}`,
    `${texts.records}: ${overview.records}`,
    '',
    ...columns([[texts.section, texts.records, texts.from, texts.to], ...rows]),
    ...(drugs.length === 0 ? [] : ['', `${texts.currentDrugs}:`, ...drugs]),
    ...(notes.length === 0 ? [] : ['', `${texts.notes}:`, ...notes]),
    '',
  ].join('\n');
}

/** Cells in columns, a Chinese character counting as two. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => width(row[index] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd(),
  );
}

const width = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(character)
        ? 2
        : 1),
    0,
  );
