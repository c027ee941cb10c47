import type { DrugNames } from '../ingredients/index.js';
import type { AnyRecord, RawRow, UnknownRecord } from '../model/model.js';
import { definitionOf } from '../sections/index.js';
import { FieldReader, type Notes } from '../values/values.js';

/** Creates the record of a row. The record depends only on the row, its sources and the names of drugs. */
export type RecordBuilder = (row: RawRow, sources: UnknownRecord['sources']) => AnyRecord;

export function recordBuilder(section: string, notes: Notes, drugs: DrugNames | null): RecordBuilder {
  const build = definitionOf(section)?.build;
  if (build === undefined) return (raw, sources) => ({ section, date: null, sources, raw });
  const read = new FieldReader(notes, section, drugs);
  return (row, sources) => build(row, sources, read) as AnyRecord;
}
