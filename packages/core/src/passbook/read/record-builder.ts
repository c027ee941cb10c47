import type { DrugNames } from '../ingredients/index.js';
import type { AnyRecord, RawRow, UnknownRecord } from '../model/model.js';
import { definitionOf } from '../sections/index.js';
import { DateReader, FieldReader, type Notes } from '../values/values.js';

/** Creates the record of a row. The record depends only on the row, its sources and the names of drugs. */
export type RecordBuilder = (row: RawRow, sources: UnknownRecord['sources']) => AnyRecord;

/** Returns a function that creates the builder of each section. The builders of a file read equal dates once. */
export function recordBuilders(notes: Notes, drugs: DrugNames | null): (section: string) => RecordBuilder {
  const dates = new DateReader();
  return (section) => {
    const build = definitionOf(section)?.build;
    if (build === undefined) return (raw, sources) => ({ section, date: null, sources, raw });
    const read = new FieldReader(notes, section, drugs, dates);
    return (row, sources) => build(row, sources, read) as AnyRecord;
  };
}
