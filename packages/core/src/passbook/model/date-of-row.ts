import { NoteCollector } from '../record/notes.js';
import type { PartialDate, RawRow } from '../record/record.js';
import { definitionOf } from '../sections/index.js';
import { FieldReader } from '../values/values.js';

/**
 * Returns the date of a row, which is the date of the typed record in a uniform notation. Returns `null` if the
 * section is unknown or has no dates, or if the row's date is missing or cannot be read.
 */
export function dateOfRow(section: string, row: RawRow): PartialDate | null {
  const definition = definitionOf(section);
  return definition?.build(row, [], new FieldReader(new NoteCollector(''), definition.key)).date ?? null;
}
