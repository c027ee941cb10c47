import type { AnyRecord, Passbook, UnknownRecord } from '../model/model.js';
import { sections } from '../sections/index.js';

/**
 * A passbook is sent between page and worker in portions, because copying it in a single message would block
 * the page as long as reading it. The records are sent as JSON: to write and parse it takes half the time
 * that structured cloning takes, and records contain nothing that JSON cannot represent.
 */

export interface RecordPortion {
  readonly known: boolean;
  readonly section: string;
  /** A list of `AnyRecord` as JSON. */
  readonly records: string;
}

/** A passbook without its records. */
export type PassbookHead = Pick<Passbook, 'subjectId' | 'downloads'>;

const RECORDS_PER_PORTION = 100;

export function* portionsOf({ sections: known, unknownSections }: Passbook): Generator<RecordPortion> {
  for (const [section, records] of Object.entries<readonly AnyRecord[]>(known))
    yield* portions(true, section, records);
  for (const [section, records] of Object.entries(unknownSections)) yield* portions(false, section, records);
}

function* portions(known: boolean, section: string, records: readonly AnyRecord[]): Generator<RecordPortion> {
  for (let at = 0; at < records.length; at += RECORDS_PER_PORTION) {
    yield { known, section, records: JSON.stringify(records.slice(at, at + RECORDS_PER_PORTION)) };
  }
}

/** Joins the portions again. */
export class PortionCollector {
  readonly #known = new Map<string, AnyRecord[]>(sections.map(({ key }) => [key, []]));
  readonly #unknown = new Map<string, UnknownRecord[]>();

  add({ known, section, records }: RecordPortion): void {
    const lists = known ? this.#known : this.#unknown;
    const added = JSON.parse(records) as AnyRecord[];
    const list = lists.get(section);
    if (list === undefined) lists.set(section, added);
    else list.push(...added);
  }

  passbook({ subjectId, downloads }: PassbookHead): Passbook {
    return {
      subjectId,
      downloads,
      sections: Object.fromEntries(this.#known) as unknown as Passbook['sections'],
      unknownSections: Object.fromEntries(this.#unknown),
    };
  }
}
