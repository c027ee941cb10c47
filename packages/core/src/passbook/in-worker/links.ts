import type { AnyRecord, Passbook } from '../model/model.js';
import { sections } from '../sections/index.js';
import { PIECE, type Steps } from '../steps/steps.js';

/**
 * A view consists mainly of records, which the page already has. The worker therefore sends only the objects
 * that the view adds. In place of the records, these objects contain links to the page's own records. This
 * keeps messages small, and the page can compare records by object identity, as if it had computed the view
 * itself.
 */

type Copy = Record<string, unknown>;

/**
 * The first character of strings that stand for a link or for a value that JSON cannot represent. (Copies are
 * sent as JSON, because writing and parsing JSON takes half as long as structured cloning.) The next character
 * states the type. A digit begins a link, which is the number of an object that both the worker and the page
 * have; the other characters are defined below.
 */
const ESCAPE = '\u0001';
const ESCAPED_TEXT = '=';
const ESCAPED_NUMBER = '#';
const ESCAPED_UNDEFINED = '?';

/**
 * The number of copies in one message. It is small enough for the page to read a message in a few milliseconds.
 */
const COPIES_PER_PART = 500;

/** Returns all records, in an order that is the same for any two copies of a passbook. */
export const allRecords = (passbook: Passbook): AnyRecord[] => [...recordLists(passbook)].flat();

/**
 * Returns the records and all objects inside them, in an order that is the same for any two copies of a
 * passbook.
 */
export function* objectsOf(passbook: Passbook): Steps<object[]> {
  const objects: object[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      value.forEach(collect);
      return;
    }
    objects.push(value);
    for (const key in value) if (!withoutObjects.has(key)) collect((value as Copy)[key]);
  };
  let seen = 0;
  for (const records of recordLists(passbook)) {
    for (const record of records) {
      collect(record);
      if (++seen % PIECE === 0) yield;
    }
  }
  return objects;
}

/** The fields of a record whose objects never occur in a view. */
const withoutObjects: ReadonlySet<string> = new Set(['raw', 'sources'] satisfies (keyof AnyRecord)[]);

/**
 * Yields the lists of records. Sorts unknown sections by key, because their order in the object depends on how
 * the passbook was created.
 */
function* recordLists({ sections: known, unknownSections }: Passbook): Generator<readonly AnyRecord[]> {
  for (const { key } of sections) yield known[key];
  for (const key of Object.keys(unknownSections).sort()) yield unknownSections[key] ?? [];
}

/** Used by the worker: numbers the objects of a passbook. */
export class KnownObjects {
  /** The number of objects. An object that occurs several times is counted each time. */
  readonly count: number;
  readonly numbers: ReadonlyMap<unknown, number>;

  constructor(objects: readonly object[]) {
    this.count = objects.length;
    this.numbers = new Map(objects.map((object, index) => [object, index]));
  }
}

/**
 * Used by the worker: writes a value with links to known objects. The value must consist of plain objects
 * without cycles.
 */
export class LinkWriter {
  readonly #known: KnownObjects;
  readonly #send: (copies: string) => void;
  readonly #written = new Map<unknown, number>();
  #copies: Copy[] = [];

  /** @param send Receives the copies, in several parts */
  constructor(known: KnownObjects, send: (copies: string) => void) {
    this.#known = known;
    this.#send = send;
  }

  /**
   * Sends copies of the objects that the page does not know, and returns the value as JSON that refers to them.
   */
  write(value: unknown): string {
    const written = JSON.stringify(this.#write(value));
    if (this.#copies.length > 0) this.#sendCopies();
    return written;
  }

  /** Writes the objects inside an object before the object itself. */
  #write(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return escapeValue(value);
    if (Array.isArray(value)) return value.map((each) => this.#write(each));
    const number = this.#known.numbers.get(value) ?? this.#written.get(value);
    if (number !== undefined) return ESCAPE + String(number);
    const copy: Copy = {};
    for (const key in value) copy[key] = this.#write((value as Copy)[key]);
    const next = this.#known.count + this.#written.size;
    this.#written.set(value, next);
    if (this.#copies.push(copy) === COPIES_PER_PART) this.#sendCopies();
    return ESCAPE + String(next);
  }

  #sendCopies(): void {
    this.#send(JSON.stringify(this.#copies));
    this.#copies = [];
  }
}

function escapeValue(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(ESCAPE) ? ESCAPE + ESCAPED_TEXT + value : value;
  if (typeof value === 'number' && !Number.isFinite(value)) return ESCAPE + ESCAPED_NUMBER + String(value);
  return value === undefined ? ESCAPE + ESCAPED_UNDEFINED : value;
}

/** Used by the page: replaces links with the page's own objects. */
export class LinkReader {
  readonly #known: readonly object[];
  readonly #objects: object[] = [];

  constructor(known: readonly object[]) {
    this.#known = known;
  }

  add(copies: string): void {
    for (const copy of JSON.parse(copies) as Copy[]) {
      for (const key in copy) copy[key] = this.#resolve(copy[key]);
      this.#objects.push(copy);
    }
  }

  read(value: string): unknown {
    return this.#resolve(JSON.parse(value));
  }

  #resolve(value: unknown): unknown {
    if (typeof value === 'string') return value.startsWith(ESCAPE) ? this.#unescape(value) : value;
    return Array.isArray(value) ? value.map((each) => this.#resolve(each)) : value;
  }

  #unescape(text: string): unknown {
    const [, kind] = text;
    if (kind === ESCAPED_TEXT) return text.slice(2);
    if (kind === ESCAPED_NUMBER) return Number(text.slice(2));
    if (kind === ESCAPED_UNDEFINED) return undefined;
    const number = Number(text.slice(1));
    return this.#known[number] ?? this.#objects[number - this.#known.length];
  }
}
