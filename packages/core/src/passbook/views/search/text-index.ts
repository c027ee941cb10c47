import { formatRoc } from '../../../identity/index.js';
import type { AnyRecord, RawRow } from '../../model/model.js';
import { PIECE, type Steps } from '../../steps/steps.js';
import { foldText } from './query.js';

/** Finds records by the strings that they contain. */
export interface TextIndex {
  /**
   * Returns the positions of the records that contain every term in any of its spellings, in ascending order.
   *
   * @param within restricts the search to records on days for which it returns true
   */
  find(
    terms: readonly (readonly string[])[],
    within?: (date: AnyRecord['date']) => boolean,
  ): Uint32Array<ArrayBuffer>;
}

/** Separates the strings in the index. A query never contains this character. */
const SEPARATOR = '\n';

/** Adds further strings to a record, such as the meaning of its codes. */
export type MoreTexts = (record: AnyRecord, add: (text: string) => void) => void;

/**
 * Creates an index of all strings in the records. A passbook contains few different strings, such as names of
 * facilities, diagnoses and drugs, and repeats them many times. Therefore, each distinct string is stored only
 * once, together with the list of records that contain it. The strings are joined into a few long ones, which the
 * engine searches about as fast as it can read memory.
 */
export function* textIndexSteps(records: readonly AnyRecord[], more?: MoreTexts): Steps<TextIndex> {
  const segments = yield* indexTexts(records, more);
  const days = runsOf(records);
  /**
   * The number of terms that each record has been found to contain so far. If the query has a date, a matching
   * record starts at 1.
   */
  const held = new Uint8Array(records.length);

  /**
   * Increases the count of every record that contains this word and all previous words. Returns the number of
   * these records.
   */
  const raiseRecordsWith = (word: string, rank: number, candidates: number): number => {
    let raised = 0;
    for (const { haystack, starts, holders, firstHolder } of segments) {
      let text = 0;
      for (let at = haystack.indexOf(word); at >= 0; at = haystack.indexOf(word, starts[text + 1])) {
        text = textAt(starts, at, text);
        const end = firstHolder[text + 1] as number;
        for (let each = firstHolder[text] as number; each < end; each += 1) {
          const record = holders[each] as number;
          if (held[record] !== rank) continue;
          held[record] = rank + 1;
          raised += 1;
        }
        // Stops early if all candidates contain the word, as is common for a digit or for 醫院.
        if (raised === candidates) return raised;
        if (text + 2 >= starts.length) break;
      }
    }
    return raised;
  };

  return {
    find(terms, within) {
      held.fill(0);
      let total = records.length;
      let rank = 0;
      if (within !== undefined) {
        total = 0;
        for (const { date, from, to } of days) {
          if (!within(date)) continue;
          held.fill(1, from, to);
          total += to - from;
        }
        rank = 1;
      }
      for (const writings of terms) {
        const candidates = total;
        total = 0;
        for (const writing of writings) total += raiseRecordsWith(writing, rank, candidates - total);
        rank += 1;
      }
      const found = new Uint32Array(total);
      for (let index = 0, at = 0; at < total; index += 1) if (held[index] === rank) found[at++] = index;
      return found;
    },
  };
}

interface Run {
  readonly date: AnyRecord['date'];
  readonly from: number;
  readonly to: number;
}

/** Finds runs of consecutive records with the same day. There are far fewer days than records. */
function runsOf(records: readonly AnyRecord[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < records.length;) {
    const date = (records[from] as AnyRecord).date;
    let to = from + 1;
    while (to < records.length && (records[to] as AnyRecord).date === date) to += 1;
    runs.push({ date, from, to });
    from = to;
  }
  return runs;
}

interface Segment {
  /** All distinct normalized strings in this segment, joined by separators. */
  readonly haystack: string;
  /** The start of each string, followed by the end of the last string. */
  readonly starts: Uint32Array;
  /**
   * The indexes of the records that contain each string. The list for the second string follows the list for the
   * first, and so on.
   */
  readonly holders: Uint32Array;
  /** The position in `holders` at which each string's list starts, followed by the end of the last list. */
  readonly firstHolder: Uint32Array;
}

/** The number of characters per segment. A segment of this size can be built in a millisecond. */
const SEGMENT = 1 << 17;

/**
 * The number of maps over which the strings are distributed. The engine copies a map when it grows; with all
 * strings in a single map, the last copy would take a tenth of a second.
 */
const SHARDS = 64;

function* indexTexts(records: readonly AnyRecord[], more?: MoreTexts): Steps<Segment[]> {
  const shards = Array.from({ length: SHARDS }, () => new Map<string, number>());
  const holders = new HolderLists();
  const add = (text: string, record: number): void => {
    if (text === '') return;
    const idOf = shards[(text.length * 31 + text.charCodeAt(text.length - 1)) % SHARDS] as Map<
      string,
      number
    >;
    const id = idOf.get(text);
    if (id === undefined) idOf.set(text, holders.begin(record));
    else holders.add(id, record);
  };
  const addRow = (row: RawRow, record: number): void => {
    for (const key in row) {
      const value = row[key];
      if (typeof value === 'string') add(value, record);
      else for (const inner of value ?? []) addRow(inner, record);
    }
  };
  for (const [index, record] of records.entries()) {
    const { raw, date } = record;
    addRow(raw, index);
    if (date !== null) add(`${date} ${formatRoc(date)}`, index);
    more?.(record, (text) => {
      add(text, index);
    });
    if (index % PIECE === 0) yield;
  }

  const segments: Segment[] = [];
  let texts: string[] = [];
  let starts = [0];
  let held: number[] = [];
  let firstHolder = [0];
  const segment = (): Segment => ({
    haystack: texts.join(SEPARATOR),
    starts: Uint32Array.from(starts),
    holders: Uint32Array.from(held),
    firstHolder: Uint32Array.from(firstHolder),
  });
  let length = 0;
  for (const [text, id] of entriesOf(shards)) {
    const normalized = foldText(text).replaceAll(SEPARATOR, ' ');
    texts.push(normalized);
    length += normalized.length + SEPARATOR.length;
    starts.push(length);
    holders.appendTo(held, id);
    firstHolder.push(held.length);
    if (length > SEGMENT) {
      segments.push(segment());
      [texts, starts, held, firstHolder, length] = [[], [0], [], [0], 0];
    }
    if (texts.length % PIECE === 0) yield;
  }
  return [...segments, segment()];
}

/**
 * The records that contain each string, while the index is being built. They are stored in flat lists of numbers,
 * because many small arrays would keep the garbage collector busy at the moment when the person starts to type.
 */
class HolderLists {
  /** The first and last entry of each string. */
  readonly #first = new NumberList();
  readonly #last = new NumberList();
  /**
   * For each entry, the record, and the number of the next entry for the same string. 0 means that there is no
   * next entry; it is unambiguous because entry 0 is the first entry of all and never follows another.
   */
  readonly #record = new NumberList();
  readonly #next = new NumberList();

  /** Starts the list of a new string, and returns the number of the string. */
  begin(record: number): number {
    const entry = this.#append(record);
    this.#last.push(entry);
    return this.#first.push(entry);
  }

  /** Adds a record to a string's list, unless it is already the last one there. */
  add(text: number, record: number): void {
    const last = this.#last.at(text);
    if (this.#record.at(last) === record) return;
    const entry = this.#append(record);
    this.#next.set(last, entry);
    this.#last.set(text, entry);
  }

  appendTo(records: number[], text: number): void {
    let entry = this.#first.at(text);
    do {
      records.push(this.#record.at(entry));
      entry = this.#next.at(entry);
    } while (entry !== 0);
  }

  #append(record: number): number {
    this.#next.push(0);
    return this.#record.push(record);
  }
}

class NumberList {
  #values = new Uint32Array(1 << 12);
  #length = 0;

  /** Returns the index of the new element. */
  push(value: number): number {
    if (this.#length === this.#values.length) {
      const longer = new Uint32Array(2 * this.#length);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length] = value;
    return this.#length++;
  }

  at(index: number): number {
    return this.#values[index] as number;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}

function* entriesOf<K, V>(maps: readonly ReadonlyMap<K, V>[]): Generator<[K, V]> {
  for (const map of maps) yield* map;
}

/**
 * Returns the index of the string at a position, starting from string `from`. The steps of the search grow,
 * because the next hit is usually near.
 */
function textAt(starts: Uint32Array, position: number, from: number): number {
  const last = starts.length - 1;
  let step = 1;
  while (from + step < last && (starts[from + step] ?? 0) <= position) step *= 2;
  let low = from + (step >> 1);
  let high = Math.min(from + step, last);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle;
  }
  return low;
}
