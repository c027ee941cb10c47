import type { AnyRecord, Passbook, RawRow } from '../model/model.js';
import { PROVENANCE, writeProvenance } from '../model/provenance.js';
import { sectionOf, sections } from '../sections/index.js';
import { atOnce, type Steps } from '../steps/steps.js';
import { textOf } from '../values/values.js';
import { jsonSteps } from './write-json.js';

export const NO_DATA = '無資料';

/**
 * Writes the passbook as J2 JSON, the format of My Health Bank's downloads. The file contains the raw fields of
 * every record. The sections are in their usual order, and empty sections are marked as empty. Reading the file
 * results in the same passbook.
 *
 * @returns Text to be encoded as UTF-8.
 */
export function writeJ2(passbook: Passbook): string {
  return atOnce(j2Steps(passbook)).join('');
}

/** Like `writeJ2`, but returns the text in parts. */
export function* j2Steps(passbook: Passbook): Steps<string[]> {
  const newest = passbook.downloads.at(-1);
  const held = new Set(passbook.downloads.flatMap((download) => download.sections));
  const header = newest?.header ?? {};
  const bdata: [string, unknown][] = Object.entries(header);
  // If there are several downloads, the newest one may lack the person's ID number.
  if (passbook.subjectId !== null && textOf(header, 'b1.1') !== passbook.subjectId) {
    bdata.push(['b1.1', passbook.subjectId]);
  }
  const add = (key: string, records: readonly AnyRecord[]): void => {
    if (records.length > 0) bdata.push([fileKeyOf(key), records.map(({ raw }): RawRow => raw)]);
    else if (held.has(key)) bdata.push([fileKeyOf(key), [{ [key]: NO_DATA }]]);
  };
  for (const { key } of sections) add(key, passbook.sections[key]);
  const unknown = new Set([...held].filter((key) => sectionOf(key) === undefined));
  for (const key of [...unknown, ...Object.keys(passbook.unknownSections)]) {
    add(key, passbook.unknownSections[key] ?? []);
  }
  const provenance = writeProvenance(passbook);
  if (provenance.length > 0) bdata.push([PROVENANCE, provenance]);
  return [...(yield* jsonSteps({ myhealthbank: { bdata: Object.fromEntries(bdata) } }, '\t')), '\n'];
}

const fileKeyOf = (key: string): string => sectionOf(key)?.fileKey ?? key;
