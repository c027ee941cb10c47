import type { AnyRecord, Passbook } from '../model/model.js';
import { sections } from '../sections/index.js';
import { PIECE, type Steps } from '../steps/steps.js';

/**
 * A view consists mainly of records, which the page already has. The worker therefore sends only the objects
 * that the view adds, with links to the page's own records instead of copies. The message stays small, and
 * the record of a line can be found by identity, as in a view computed on the page.
 */

/** The number of an object that both sides have. Views contain no other `bigint`. */
type Link = bigint;

type Copy = Record<string, unknown>;

/** Number of copies in one message: few enough for the page to read them in a few milliseconds. */
const COPIES_PER_PART = 500;

/** Every object inside the records, in an order that is the same for two copies of one passbook. */
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

/** Fields of a record whose objects do not occur in any view. */
const withoutObjects: ReadonlySet<string> = new Set(['raw', 'sources'] satisfies (keyof AnyRecord)[]);

/** In the order of the keys, because the order of the object depends on how it was created. */
function* recordLists({ sections: known, unknownSections }: Passbook): Generator<readonly AnyRecord[]> {
  for (const { key } of sections) yield known[key];
  for (const key of Object.keys(unknownSections).sort()) yield unknownSections[key] ?? [];
}

/** The worker's side: the objects of a passbook by number. */
export class KnownObjects {
  /** Number of objects; one that occurs several times is counted each time. */
  readonly count: number;
  readonly numbers: ReadonlyMap<unknown, number>;

  constructor(objects: readonly object[]) {
    this.count = objects.length;
    this.numbers = new Map(objects.map((object, index) => [object, index]));
  }
}

/** Copies a value that consists of plain objects without cycles. */
export class LinkWriter {
  readonly #known: KnownObjects;
  readonly #send: (copies: readonly Copy[]) => void;
  readonly #written = new Map<unknown, number>();
  #copies: Copy[] = [];

  /** @param send receives the copies, in parts */
  constructor(known: KnownObjects, send: (copies: readonly Copy[]) => void) {
    this.#known = known;
    this.#send = send;
  }

  /** The value, which refers to the parts sent before. */
  write(value: unknown): unknown {
    const written = this.#write(value);
    if (this.#copies.length > 0) this.#send(this.#copies);
    this.#copies = [];
    return written;
  }

  /** The objects inside an object are written before it. */
  #write(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((each) => this.#write(each));
    const number = this.#known.numbers.get(value) ?? this.#written.get(value);
    if (number !== undefined) return BigInt(number) satisfies Link;
    const copy: Copy = {};
    for (const key in value) copy[key] = this.#write((value as Copy)[key]);
    const next = this.#known.count + this.#written.size;
    this.#written.set(value, next);
    this.#copies.push(copy);
    if (this.#copies.length === COPIES_PER_PART) {
      this.#send(this.#copies);
      this.#copies = [];
    }
    return BigInt(next) satisfies Link;
  }
}

/** The page's side: replaces links with its own objects. */
export class LinkReader {
  readonly #known: readonly object[];
  readonly #read: object[] = [];

  constructor(known: readonly object[]) {
    this.#known = known;
  }

  add(copies: readonly Copy[]): void {
    for (const copy of copies) {
      for (const key in copy) copy[key] = this.read(copy[key]);
      this.#read.push(copy);
    }
  }

  read(value: unknown): unknown {
    if (typeof value === 'bigint') {
      const number = Number(value);
      return this.#known[number] ?? this.#read[number - this.#known.length];
    }
    return Array.isArray(value) ? value.map((each) => this.read(each)) : value;
  }
}
