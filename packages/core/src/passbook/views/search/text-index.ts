import { formatRoc } from '../../../identity/index.js';
import type { AnyRecord, PartialDate, RawRow } from '../../model/model.js';
import { PIECE, type Steps } from '../../steps/steps.js';
import { foldText } from './query.js';

/** Finds records by the strings that they contain. */
export interface TextIndex {
  /** Finds the records that contain every term in any of its spellings. */
  find(terms: readonly (readonly string[])[], options?: FindOptions): Found;
}

export interface FindOptions {
  /** Restricts the search to records on days for which it returns true. */
  readonly within?: ((date: AnyRecord['date']) => boolean) | undefined;
  /** The maximum number of positions to return. By default, all are returned. */
  readonly limit?: number;
}

export interface Found {
  /** The number of records found, including those beyond the limit. */
  readonly total: number;
  /** The positions of the first records found, in ascending order. */
  readonly positions: Uint32Array;
}

/** Separates the strings in the index. A query never contains this character. */
const SEPARATOR = '\n';

/** Adds further strings to a record, such as the meaning of its codes. */
export type MoreTexts = (record: AnyRecord, texts: RecordTexts) => void;

export interface RecordTexts {
  /** Returns the number of a string, with which it can be added more quickly, or `null` for an empty string. */
  number(text: string): number | null;
  /** Adds a string to the current record. */
  add(number: number | null): void;
}

/**
 * Creates an index of all strings in the records. A passbook contains few different strings, such as names of
 * facilities, diagnoses and drugs, and repeats them many times. Therefore, each distinct string is stored only
 * once, together with the list of records that contain it. The strings are joined into a few long ones, which the
 * engine searches about as fast as it can read memory.
 */
export function* textIndexSteps(records: readonly AnyRecord[], more?: MoreTexts): Steps<TextIndex> {
  const { segments, holders } = yield* indexTexts(records, more);
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
    for (const { haystack, starts, firstHolder } of segments) {
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
    find(terms, { within, limit = Infinity } = {}) {
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
      const positions = new Uint32Array(Math.max(0, Math.min(total, limit)));
      for (let index = 0, at = 0; at < positions.length; index += 1)
        if (held[index] === rank) positions[at++] = index;
      return { total, positions };
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
  /** Some of the distinct normalized strings, joined by separators. */
  readonly haystack: string;
  /** The start of each string, followed by the end of the last string. */
  readonly starts: Uint32Array;
  /**
   * For each string, the position in `holders` at which the list of its records starts, followed by the end of
   * the last list.
   */
  readonly firstHolder: Uint32Array;
}

interface IndexedTexts {
  readonly segments: readonly Segment[];
  /**
   * The indexes of the records that contain each string, in ascending order. The list for the second string follows
   * the list for the first, and so on.
   */
  readonly holders: Uint32Array;
}

/** The number of characters per segment. A segment of this size can be built in a millisecond. */
const SEGMENT = 1 << 17;

function* indexTexts(records: readonly AnyRecord[], more?: MoreTexts): Steps<IndexedTexts> {
  const texts = new NumberedTexts();
  const addRow = (row: RawRow): void => {
    for (const key in row) {
      const value = row[key];
      if (typeof value === 'string') texts.add(texts.number(value));
      else if (value !== undefined) for (const inner of value) addRow(inner);
    }
  };
  const numbersOfDates = new Map<PartialDate, number | null>();
  for (const [index, record] of records.entries()) {
    const { raw, date } = record;
    addRow(raw);
    if (date !== null) {
      let number = numbersOfDates.get(date);
      if (number === undefined) {
        number = texts.number(`${date} ${formatRoc(date)}`);
        numbersOfDates.set(date, number);
      }
      texts.add(number);
    }
    more?.(record, texts);
    texts.endRecord();
    if (index % PIECE === 0) yield;
  }
  const { firstHolder, holders } = yield* texts.holders();
  const segments = yield* segmentsOf(texts.all, firstHolder);
  return { segments, holders };
}

function* segmentsOf(texts: readonly string[], firstHolder: Uint32Array): Steps<Segment[]> {
  const segments: Segment[] = [];
  let normalized: string[] = [];
  let starts = [0];
  let length = 0;
  const endSegment = (end: number): void => {
    segments.push({
      haystack: normalized.join(SEPARATOR),
      starts: Uint32Array.from(starts),
      firstHolder: firstHolder.subarray(end - normalized.length, end + 1),
    });
    [normalized, starts, length] = [[], [0], 0];
  };
  for (const [at, text] of texts.entries()) {
    const folded = foldText(text).replaceAll(SEPARATOR, ' ');
    normalized.push(folded);
    length += folded.length + SEPARATOR.length;
    starts.push(length);
    if (length > SEGMENT) endSegment(at + 1);
    if (at % PIECE === 0) yield;
  }
  endSegment(texts.length);
  return segments;
}

/**
 * The number of maps over which the strings are distributed. The engine copies a map when it grows; with all
 * strings in a single map, the last copy would take a tenth of a second.
 */
const SHARDS = 64;

/**
 * The distinct strings of the records, numbered in the order in which they were found. The numbers are stored in
 * flat lists, because many small arrays would keep the garbage collector busy at the moment when the person starts
 * to type.
 */
class NumberedTexts implements RecordTexts {
  readonly all: string[] = [];
  readonly #numbers = Array.from({ length: SHARDS }, () => new Map<string, number>());
  /** For each string, the number of records that contain it. */
  readonly #counts = new NumberList();
  /** For each string, the last record that contains it, counted from 1. 0 if there is none so far. */
  readonly #last = new NumberList();
  /** The numbers of the strings in the first record, followed by those in the second record, and so on. */
  readonly #found = new NumberList();
  /** The position in `#found` at which each record ends. */
  readonly #ends = new NumberList();

  number(text: string): number | null {
    if (text === '') return null;
    const numbers = this.#numbers[(text.length * 31 + text.charCodeAt(text.length - 1)) % SHARDS] as Map<
      string,
      number
    >;
    let number = numbers.get(text);
    if (number === undefined) {
      number = this.all.push(text) - 1;
      numbers.set(text, number);
      this.#counts.push(0);
      this.#last.push(0);
    }
    return number;
  }

  add(number: number | null): void {
    const record = this.#ends.length + 1;
    if (number === null || this.#last.at(number) === record) return;
    this.#last.set(number, record);
    this.#counts.set(number, this.#counts.at(number) + 1);
    this.#found.push(number);
  }

  endRecord(): void {
    this.#ends.push(this.#found.length);
  }

  /** Lists the records that contain each string: counts first, then fills the lists. */
  *holders(): Steps<{ readonly firstHolder: Uint32Array; readonly holders: Uint32Array }> {
    const firstHolder = new Uint32Array(this.all.length + 1);
    for (let number = 0; number < this.all.length; number += 1)
      firstHolder[number + 1] = (firstHolder[number] as number) + this.#counts.at(number);
    const next = firstHolder.slice();
    const holders = new Uint32Array(this.#found.length);
    let at = 0;
    for (let record = 0; record < this.#ends.length; record += 1) {
      for (const end = this.#ends.at(record); at < end; at += 1) {
        const number = this.#found.at(at);
        const place = next[number] as number;
        holders[place] = record;
        next[number] = place + 1;
      }
      if (record % PIECE === 0) yield;
    }
    return { firstHolder, holders };
  }
}

class NumberList {
  #values = new Uint32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const longer = new Uint32Array(2 * this.length);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index] as number;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }
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
