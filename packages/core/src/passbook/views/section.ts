import type { AnyRecord, Passbook } from '../model/model.js';
import { sectionOf, type Field } from '../sections/index.js';
import { atOnce, PIECE, type Steps } from '../steps/steps.js';
import { newestFirstSteps } from './order.js';

/**
 * Returns the records of the section with the given key, which may be an unknown section. Returns an empty array
 * if the passbook has no such section.
 */
export function recordsOf(passbook: Passbook, key: string): readonly AnyRecord[] {
  const known = sectionOf(key)?.key;
  return known === undefined ? (passbook.unknownSections[key] ?? []) : passbook.sections[known];
}

/** A section as a table: the fields that are filled in at least one record, and the records, newest first. */
export interface SectionListing {
  readonly fields: readonly Field[];
  readonly records: readonly AnyRecord[];
}

/**
 * Lists the records of any section. The fields of an unknown section are the keys of its rows. Fields that appear
 * only in a record's details are left out.
 */
export function listSection(records: readonly AnyRecord[]): SectionListing {
  return atOnce(sectionSteps(records));
}

export function* sectionSteps(records: readonly AnyRecord[]): Steps<SectionListing> {
  const filled = new Set<string>();
  for (const [index, { raw }] of records.entries()) {
    for (const key in raw) if (typeof raw[key] === 'string' && raw[key] !== '') filled.add(key);
    if (index % PIECE === PIECE - 1) yield;
  }
  const known = sectionOf(records[0]?.section ?? '')?.fields.filter(({ detail }) => detail !== true);
  const fields =
    known?.filter(({ key }) => filled.has(key)) ??
    [...filled].map((key): Field => ({ key, label: { 'zh-Hant': key, en: key }, type: 'text' }));
  return { fields, records: yield* newestFirstSteps(records) };
}
