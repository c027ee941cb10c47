import { describeError } from '@mhb-kit/core/error-messages';
import { formatRoc } from '@mhb-kit/core/identity';
import {
  noteTexts,
  sectionOf,
  summarize,
  type HealthOptions,
  type PartialDate,
  type ReadResult,
} from '@mhb-kit/core/passbook';
import { describeHealthNow } from './describe-health.js';
import { printable } from './printable.js';
import { languageOf, type Terminal } from './terminal.js';
import { textsOf } from './texts.js';

/** Describes the contents of a passbook for the terminal. */
export function describePassbook(
  { passbook, report }: ReadResult,
  options: HealthOptions,
  terminal: Terminal,
): string {
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
      shorten(printable(sectionOf(key)?.label[language] ?? key)),
      records === 0 ? texts.noData : String(records),
      first === null ? '' : day(first),
      last === null ? '' : day(last),
    ]);
  const several = report.files.length > 1;
  const notes = report.notes
    .filter(({ code }) => code !== 'file-skipped')
    .map(({ code, file, section, field, count }) => {
      const place = [code, several ? file : null, section, field].filter((part) => part !== null);
      return `  ${noteTexts[code][language]} (${place.map((part) => shorten(printable(part))).join(', ')}; ${texts.times(count)})`;
    });
  return [
    `${texts.subject}: ${printable(overview.subjectId ?? texts.unnamed)}`,
    `${texts.appliedOn}: ${day(overview.appliedOn)}`,
    `${texts.covers}: ${day(overview.first)} – ${day(overview.last)}`,
    `${texts.records}: ${overview.records}`,
    '',
    ...columns([[texts.section, texts.records, texts.from, texts.to], ...rows]),
    ...describeHealthNow(passbook, options, terminal, day),
    ...leftOutFiles({ report }, terminal),
    ...(notes.length === 0 ? [] : ['', `${texts.notes}:`, ...notes]),
    '',
  ].join('\n');
}

/** Lists each skipped file with the reason for skipping it. */
export function leftOutFiles({ report }: Pick<ReadResult, 'report'>, terminal: Terminal): string[] {
  const lines = report.files.flatMap(({ file, leftOut }) =>
    leftOut === null
      ? []
      : [`  ${shorten(printable(file))}: ${describeError(leftOut, languageOf(terminal)).message}`],
  );
  return lines.length === 0 ? [] : ['', `${textsOf(terminal).leftOut}:`, ...lines];
}

/** Maximum length of a name in characters. The name of a file or section in the input can be a megabyte long. */
const LONGEST = 80;
const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Arranges cells in columns. A Chinese character is two columns wide. */
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
