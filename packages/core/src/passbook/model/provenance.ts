import type { AnyRecord, Download, Passbook, RawRow, Source, UnknownRecord } from './model.js';
import { rowsOf, textOf } from '../values/values.js';

/**
 * The section in which a joined passbook lists its downloads. It is our own section, so other readers of J2
 * skip it. Without it, a joined passbook that is written and read again would look like a single download, and
 * its revised claims would look like split visits.
 *
 * Each download has a row with its name, date, header and sections. Each section has a row with the places
 * where its records were found. A place is `download:index`; the places of a record are separated by spaces,
 * and records by `;`.
 */
export const PROVENANCE = 'mhb-kit-sources';

const FILE = `${PROVENANCE}.file`;
const APPLIED_ON = `${PROVENANCE}.applied-on`;
const HELD = `${PROVENANCE}.sections`;
const HEADER = `${PROVENANCE}-header`;
const SECTION = `${PROVENANCE}.section`;
const PLACES = `${PROVENANCE}.records`;

const allSections = ({ sections, unknownSections }: Passbook): [string, readonly AnyRecord[]][] => [
  ...Object.entries<readonly AnyRecord[]>(sections),
  ...Object.entries(unknownSections),
];

/** Returns the rows that list the sources of a joined passbook. Returns none for a single download. */
export function writeProvenance(passbook: Passbook): RawRow[] {
  const { downloads } = passbook;
  if (downloads.length < 2) return [];
  const numbers = new Map(
    downloads.map(({ file, appliedOn }, index) => [JSON.stringify([file, appliedOn]), index]),
  );
  const place = ({ file, appliedOn, index }: Source): string =>
    `${numbers.get(JSON.stringify([file, appliedOn])) ?? 0}:${index}`;
  return [
    ...downloads.map(({ file, appliedOn, header, sections }): RawRow => ({
      [FILE]: file,
      [APPLIED_ON]: appliedOn ?? '',
      [HELD]: sections.join('\n'),
      [HEADER]: [header],
    })),
    ...allSections(passbook)
      .filter(([, records]) => records.length > 0)
      .map(([key, records]): RawRow => ({
        [SECTION]: key,
        [PLACES]: records.map(({ sources }) => sources.map(place).join(' ')).join(';'),
      })),
  ];
}

/**
 * Restores the sources that `writeProvenance` wrote. Returns the unchanged passbook if the rows do not match
 * it.
 */
export function restoreProvenance(passbook: Passbook, rows: readonly RawRow[]): Passbook {
  const downloads = rows
    .filter((row) => row[FILE] !== undefined)
    .map((row): Download => ({
      file: textOf(row, FILE) ?? '',
      appliedOn: textOf(row, APPLIED_ON),
      header: rowsOf(row, HEADER)[0] ?? {},
      sections: (textOf(row, HELD) ?? '').split('\n').filter((key) => key !== ''),
    }));
  const places = new Map(rows.map((row) => [textOf(row, SECTION), (textOf(row, PLACES) ?? '').split(';')]));
  const fits = allSections(passbook).every(
    ([key, records]) => (places.get(key)?.length ?? 0) >= records.length,
  );
  if (downloads.length === 0 || !fits) return passbook;

  const sourcesOf = (section: string, text: string): Source[] =>
    text.split(' ').flatMap((each): Source[] => {
      const [download = '', index = ''] = each.split(':');
      const from = downloads[Number(download)];
      return from === undefined
        ? []
        : [{ file: from.file, appliedOn: from.appliedOn, section, index: Number(index) || 0 }];
    });
  const restore = <R extends AnyRecord>([key, records]: [string, readonly R[]]): [string, R[]] => [
    key,
    records.map((record, index) => {
      const sources = sourcesOf(key, places.get(key)?.[index] ?? '');
      return sources.length === 0 ? record : { ...record, sources };
    }),
  ];
  return {
    ...passbook,
    downloads,
    sections: Object.fromEntries(
      Object.entries<readonly AnyRecord[]>(passbook.sections).map(restore),
    ) as unknown as Passbook['sections'],
    unknownSections: Object.fromEntries(
      Object.entries<readonly UnknownRecord[]>(passbook.unknownSections).map(restore),
    ),
  };
}
