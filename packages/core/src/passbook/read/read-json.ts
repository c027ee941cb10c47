import { MhbError } from '../../error.js';
import type { RawRow, RawValue } from '../model/model.js';
import type { NoteCollector } from '../record/notes.js';
import {
  canonicalKey,
  fieldNames,
  MAX_ROWS,
  rejectTooManyRows,
  strayValue,
  type RawFile,
} from './raw-file.js';
import { repairJson } from './repair-json.js';
import { sectionOf } from '../sections/index.js';
import { mapSteps, type Steps } from '../steps/steps.js';

/** Reads JSON in the format J2: `{"myhealthbank": {"bdata": {"b1.1": …, "<section>": [ … ], … }}}`. */

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const member = (object: unknown, name: string): unknown =>
  isObject(object) ? Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1] : undefined;

function parse(text: string, notes: NoteCollector): unknown {
  rejectTooManyRows(countObjects(text));
  try {
    return JSON.parse(text);
  } catch {
    const repaired = repairJson(text);
    try {
      const value: unknown = JSON.parse(repaired.text);
      if (repaired.controlCharacters) notes.add('control-characters');
      if (repaired.trailingCommas) notes.add('trailing-commas');
      return value;
    } catch (cause) {
      throw new MhbError('passbook-damaged', 'The JSON does not parse', {
        details: { format: 'json' },
        // The original error is not passed on as the cause, because its message quotes the passbook.
        cause: cause instanceof RangeError ? 'too deep' : 'syntax',
      });
    }
  }
}

/**
 * Returns the number of objects and lists, or a higher number for a text that is too short to contain many. They
 * are counted before parsing, because they take up the memory and nothing can stop `JSON.parse` once it runs.
 */
const countObjects = (text: string): number => {
  // Each of them has at least an opening and a closing bracket.
  const most = text.length / 2;
  return most <= MAX_ROWS ? most : occurrences(text, '{') + occurrences(text, '[');
};

/** Counts a character with `indexOf`, which is several times faster than a loop over all characters. */
function occurrences(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

export function* readJson(text: string, notes: NoteCollector): Steps<RawFile> {
  const data = member(member(parse(text, notes), 'myhealthbank'), 'bdata');
  if (!isObject(data)) {
    throw new MhbError('passbook-not-recognized', 'No myhealthbank.bdata', { details: { format: 'json' } });
  }
  const header: [string, RawValue][] = [];
  const sections = new Map<string, readonly RawRow[]>();
  for (const [name, value] of Object.entries(data)) {
    const key = canonicalKey(name);
    if (!isSection(key, value)) {
      header.push([key, strayValue(value)]);
      continue;
    }
    const rows = yield* rowsIn(key, value, notes);
    const before = sections.get(key);
    sections.set(key, before === undefined ? rows : [...before, ...rows]);
  }
  return { format: 'json', header: Object.fromEntries(header), sections };
}

/**
 * Checks whether a key is a section. The value of a section is a list or an object, or the text `"無資料"`,
 * which some files write for an empty section.
 */
function isSection(key: string, value: unknown): boolean {
  return typeof value === 'object'
    ? value !== null || sectionOf(key) !== undefined
    : sectionOf(key) !== undefined;
}

function* rowsIn(key: string, value: unknown, notes: NoteCollector): Steps<readonly RawRow[]> {
  const row = rowNormalizer(key, notes);
  if (Array.isArray(value)) return yield* mapSteps(value, row);
  if (isObject(value) && Object.keys(value).length > 0) notes.add('object-for-list', key);
  return value === null ? [] : [row(value)];
}

/**
 * Returns a function that converts values to raw rows. Rows from `JSON.parse` nearly always have the right form
 * (known canonical keys, strings, lists of rows). Such objects become raw rows without a copy; only other
 * objects are copied.
 */
function rowNormalizer(section: string, notes: NoteCollector): (value: unknown) => RawRow {
  const fieldName = fieldNames(section);

  /** @param names the canonical names of the last row of this kind, by position. Rows hardly ever differ in them. */
  const isClean = (row: JsonObject, names: string[]): boolean => {
    let at = 0;
    for (const name in row) {
      if (names[at] !== name) {
        const { key, known } = fieldName(name);
        if (!known || key !== name) return false;
        names[at] = name;
      }
      at += 1;
      const value = row[name];
      if (typeof value === 'string') continue;
      if (!Array.isArray(value)) return false;
      for (const each of value) if (!isObject(each) || !isClean(each, nestedNames)) return false;
    }
    return true;
  };
  const rowNames: string[] = [];
  const nestedNames: string[] = [];

  // Build the object from entries, because an assignment to a key named `__proto__` would be lost.
  const copy = (row: JsonObject): RawRow =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        const { key, known } = fieldName(name);
        if (!known) notes.add('unknown-field', section, key);
        return [key, valueOf(key, value)];
      }),
    );

  const valueOf = (key: string, value: unknown): RawValue => {
    if (Array.isArray(value) && value.every(isObject)) return value.map(copy);
    if (isObject(value)) {
      notes.add('object-for-list', section, key);
      return [copy(value)];
    }
    if (typeof value !== 'string' && typeof value !== 'number' && value !== null) {
      notes.add('unexpected-value', section, key);
    }
    return strayValue(value);
  };

  // Some files contain a plain string such as "無資料" in place of a row.
  return (value) =>
    !isObject(value)
      ? { [section]: strayValue(value) }
      : isClean(value, rowNames)
        ? (value as RawRow)
        : copy(value);
}
