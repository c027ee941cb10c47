import type { AnyRecord, Download, Passbook, RawRow, Source, UnknownRecord } from './model.js';
import { rowsOf, textOf } from '../values/values.js';

/**
 * The downloads of a joined passbook, in a section of our own that other J2 readers skip. Without it, a
 * joined passbook that is written and read again would look like one download, and its revised claims like
 * split visits.
 *
 * One row per download: name, day, header and sections. One row per section: for each record the places where
 * it was found, `download:index` separated by spaces, with records separated by `;`.
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

/** The rows that list the sources of a joined passbook; none for a single download. */
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

/** Restores what `writeProvenance` wrote; returns the passbook unchanged if the rows do not match it. */
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
