import { NoteCollector } from './notes.js';
import type { PartialDate, RawRow } from './record.js';
import { definitionOf } from './sections/index.js';
import { FieldReader } from './values.js';

/**
 * The date of a section's row as the typed record has it, in whatever spelling the row writes it; `null` for a section
 * that is unknown or not dated, and for a row whose date is missing or cannot be read.
 */
export function dateOfRow(section: string, row: RawRow): PartialDate | null {
  const definition = definitionOf(section);
  return definition?.build(row, [], new FieldReader(new NoteCollector(''), definition.key)).date ?? null;
}
