import type { AnyClaim, AnyRecord, Order, Organization, Passbook } from '../model/model.js';
import { sections } from '../sections/index.js';
import { PIECE, type Steps } from '../steps/steps.js';

/**
 * A view consists mainly of records, which the page already has. The worker therefore sends only the objects
 * that the view adds. In place of the records, these objects contain links to the page's own records. This
 * keeps messages small, and the page can compare records by object identity, as if it had computed the view
 * itself.
 */

type Fields = Record<string, unknown>;

/**
 * A copy of an object: the number of its shape, and its values. The copies are sent as JSON, because writing and
 * parsing JSON takes half as long as structured cloning.
 */
type Copy = readonly [shape: number, ...values: unknown[]];

/** Sent to the page: copies, and the shapes that they are the first to have. */
interface Part {
  /** The keys of each new shape. All shapes are numbered from 0. */
  readonly shapes: readonly (readonly string[])[];
  readonly copies: readonly Copy[];
}

/**
 * In JSON, a number stands for a link, because links are the most frequent values: it is the number of an object that
 * both the worker and the page have. Strings with this first character stand for numbers and for values that JSON
 * cannot represent. It is the delete character, because it is rare in texts and JSON does not escape it. The next
 * character states the type.
 */
const ESCAPE = '\u007f';
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
 * Returns the records and the objects inside them to which views refer, in an order that is the same for any two
 * copies of a passbook.
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
    for (const key in value) if (!withoutObjects.has(key)) collect((value as Fields)[key]);
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

/**
 * The fields whose objects are not numbered, because views do not contain them, or contain so few of them that
 * copying these takes less time than numbering all.
 */
const withoutObjects: ReadonlySet<string> = new Set([
  ...(['raw', 'sources', 'procedures'] satisfies (keyof AnyClaim)[]),
  'division' satisfies keyof Organization,
  'product' satisfies keyof Order,
]);

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
    const numbers = new Map<unknown, number>();
    // Not created from pairs, because a million pairs would take as long as the map.
    for (let index = 0; index < objects.length; index += 1) numbers.set(objects[index], index);
    this.numbers = numbers;
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
  /** The numbers of the shapes by their keys. */
  readonly #shapes = new Map<string, number>();
  #newShapes: (readonly string[])[] = [];
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
    if (number !== undefined) return number;
    const keys = Object.keys(value);
    const copy: [number, ...unknown[]] = [this.#shapeOf(keys)];
    for (const key of keys) copy.push(this.#write((value as Fields)[key]));
    const next = this.#known.count + this.#written.size;
    this.#written.set(value, next);
    if (this.#copies.push(copy) === COPIES_PER_PART) this.#sendCopies();
    return next;
  }

  #shapeOf(keys: readonly string[]): number {
    const name = keys.join(ESCAPE);
    let shape = this.#shapes.get(name);
    if (shape === undefined) {
      shape = this.#shapes.size;
      this.#shapes.set(name, shape);
      this.#newShapes.push(keys);
    }
    return shape;
  }

  #sendCopies(): void {
    this.#send(JSON.stringify({ shapes: this.#newShapes, copies: this.#copies } satisfies Part));
    this.#newShapes = [];
    this.#copies = [];
  }
}

function escapeValue(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(ESCAPE) ? ESCAPE + ESCAPED_TEXT + value : value;
  if (typeof value === 'number') return ESCAPE + ESCAPED_NUMBER + String(value);
  return value === undefined ? ESCAPE + ESCAPED_UNDEFINED : value;
}

/** Used by the page: replaces links with the page's own objects. */
export class LinkReader {
  readonly #known: readonly object[];
  readonly #objects: object[] = [];
  readonly #shapes: (readonly string[])[] = [];

  constructor(known: readonly object[]) {
    this.#known = known;
  }

  add(part: string): void {
    const { shapes, copies } = JSON.parse(part) as Part;
    this.#shapes.push(...shapes);
    for (const copy of copies) {
      const fields: Fields = {};
      const keys = this.#shapes[copy[0]] ?? [];
      for (let at = 0; at < keys.length; at += 1) fields[keys[at] as string] = this.#resolve(copy[at + 1]);
      this.#objects.push(fields);
    }
  }

  read(value: string): unknown {
    return this.#resolve(JSON.parse(value));
  }

  #resolve(value: unknown): unknown {
    if (typeof value === 'number') return this.#known[value] ?? this.#objects[value - this.#known.length];
    if (typeof value === 'string') return value.startsWith(ESCAPE) ? unescapeValue(value) : value;
    return Array.isArray(value) ? value.map((each) => this.#resolve(each)) : value;
  }
}

function unescapeValue(text: string): unknown {
  const [, kind] = text;
  if (kind === ESCAPED_TEXT) return text.slice(2);
  return kind === ESCAPED_NUMBER ? Number(text.slice(2)) : undefined;
}
