import type { AnyRecord, Passbook } from '../model.js';
import { sections } from '../sections/index.js';
import { PIECE, type Steps } from '../steps.js';

/**
 * A view is made of records, and the page has those already. So a view goes from the worker to the page as the objects that it
 * adds, with links to the page's own records instead of copies: it stays small, and the record behind a line is found by
 * identity, as in a view that was made on the page.
 */

/** The number of an object that both sides have. No view holds a `bigint` of its own. */
type Link = bigint;

type Copy = Record<string, unknown>;

/** Copies that one message holds: so few that the page reads them in a few milliseconds. */
const COPIES_PER_PART = 500;

/** Every object inside the records, in an order that two copies of one passbook share. */
export function* objectsOf(passbook: Passbook): Steps<object[]> {
  const objects: object[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      value.forEach(collect);
      return;
    }
    objects.push(value);
    for (const [key, inner] of Object.entries(value)) if (!withoutObjects.has(key)) collect(inner);
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

/** Fields of a record whose objects no view takes out of it. */
const withoutObjects: ReadonlySet<string> = new Set(['raw', 'sources'] satisfies (keyof AnyRecord)[]);

/** In the order of their keys, not of the object, which depends on who made it. */
function* recordLists({ sections: known, unknownSections }: Passbook): Generator<readonly AnyRecord[]> {
  for (const { key } of sections) yield known[key];
  for (const key of Object.keys(unknownSections).sort()) yield unknownSections[key] ?? [];
}

/** The worker's side: what it has of a passbook, by number. */
export class KnownObjects {
  /** Objects, counting one that stands in several places as often. */
  readonly count: number;
  readonly numbers: ReadonlyMap<unknown, number>;

  constructor(objects: readonly object[]) {
    this.count = objects.length;
    this.numbers = new Map(objects.map((object, index) => [object, index]));
  }
}

/** Copies a value of plain objects, in which no object holds itself. */
export class LinkWriter {
  readonly #known: KnownObjects;
  readonly #send: (copies: readonly Copy[]) => void;
  readonly #written = new Map<unknown, number>();
  #copies: Copy[] = [];

  /** @param send takes the copies, in parts */
  constructor(known: KnownObjects, send: (copies: readonly Copy[]) => void) {
    this.#known = known;
    this.#send = send;
  }

  /** What the value is once the parts are there. */
  write(value: unknown): unknown {
    const written = this.#write(value);
    if (this.#copies.length > 0) this.#send(this.#copies);
    this.#copies = [];
    return written;
  }

  /** Objects that an object holds come before it. */
  #write(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((each) => this.#write(each));
    const number = this.#known.numbers.get(value) ?? this.#written.get(value);
    if (number !== undefined) return BigInt(number) satisfies Link;
    const copy: Copy = {};
    for (const [key, inner] of Object.entries(value)) copy[key] = this.#write(inner);
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

/** The page's side: puts its own objects in the place of links. */
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
