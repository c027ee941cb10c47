import type { LocalDate, LocalMonth } from '../../identity/index.js';

/**
 * How a drug enters the body. The route is inferred from the drug's name and its NHI code, because files have
 * no field for it.
 */
export type DrugRoute =
  'oral' | 'injection' | 'skin' | 'eye' | 'ear' | 'nasal' | 'inhaled' | 'rectal' | 'vaginal' | 'mouth';

/** The parts that records of all sections have in common. */

/** A label in both languages. */
export interface Label {
  readonly 'zh-Hant': string;
  readonly en: string;
}

/**
 * The value of a key in a file: a string, or the rows of a list. Numbers are converted to strings, and `null`
 * to `''`.
 */
export type RawValue = string | RawRows;

/** A row as written in the file, but with lowercase keys. */
export type RawRow = Readonly<Record<string, RawValue>>;

/** This is an interface, because a type alias cannot refer to itself through `Record`. */
export interface RawRows extends ReadonlyArray<RawRow> {
  readonly length: number;
}

/** A day, or a month if the file states no day. Sorting the strings sorts them by date. */
export type PartialDate = LocalDate | LocalMonth;

/** An instant with its UTC offset, such as `2026-03-12T11:30:00+08:00`. */
export type Timestamp = string;

/**
 * The position of a record: the file, the section, and the index among the section's rows in that file, counted
 * from 0.
 */
export interface Source {
  readonly file: string;
  readonly appliedOn: PartialDate | null;
  readonly section: string;
  readonly index: number;
}

/** A code with its text. Either of them may be missing. */
export interface Coded {
  readonly code: string | null;
  readonly display: string | null;
}

export interface Organization {
  /** Ten-digit facility code. */
  readonly code: string | null;
  /** The short name, which the NHI often truncates. */
  readonly name: string | null;
  /** The NHI's regional division (1 Taipei, 2 northern, 3 central, 4 southern, 5 Kaoping, 6 eastern). */
  readonly division: Coded | null;
  readonly telephone: string | null;
  readonly address: string | null;
}

export interface Period {
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
}

/** The members that every record has. */
export interface PassbookRecord<K extends string = string> {
  readonly section: K;
  /** The date by which the record is sorted, or `null` if the file states none. */
  readonly date: PartialDate | null;
  /** All places where this record was found, from the oldest download to the newest. */
  readonly sources: readonly Source[];
  readonly raw: RawRow;
}

/** The group of drugs to which an ingredient belongs, with a name that people understand. */
export interface DrugGroup {
  readonly id: string;
  readonly label: Label;
  /** Whether the drugs are taken when needed rather than every day. */
  readonly asNeeded: boolean;
  /**
   * Whether the drugs of the group are alternatives: if a physician prescribes another drug of the group, it
   * replaces the previous one.
   */
  readonly alternatives: boolean;
}

/** An active ingredient that was recognized in the name of a drug. */
export interface DrugIngredient {
  /** The INN in lowercase. */
  readonly id: string;
  readonly name: Label;
  /** The ATC code for the drug's route; `null` if no code is certain. */
  readonly atc: string | null;
  readonly group: DrugGroup;
}

/** Information that is derived from the name and the code of a drug, because files have no fields for it. */
export interface DrugProduct {
  /** The recognized ingredients, sorted by id. Empty if the name contains no ingredient from the table. */
  readonly ingredients: readonly DrugIngredient[];
  /** The ingredient that the name states in parentheses. */
  readonly writtenIngredient: string | null;
  /** The strength in a uniform notation, such as `5 mg` or `5 mg + 160 mg`; `null` if the name states none. */
  readonly strength: string | null;
  readonly route: DrugRoute | null;
}

/** An order (醫囑): a drug, a service, a material or a fee. `kindOfOrder` returns which of these it is. */
export interface Order {
  readonly sequence: string | null;
  readonly code: string | null;
  readonly display: string | null;
  readonly quantity: number | null;
  /**
   * The number of days supplied. It is 0 for orders that are not drugs, and `null` if the section has no such
   * field.
   */
  readonly daysSupplied: number | null;
  /** The tooth, by its FDI number. Only dental orders have one. */
  readonly bodySite: Coded | null;
  readonly performed: Period | null;
  /** What the name of a drug states. It is `null` for orders that are not drugs. */
  readonly product: DrugProduct | null;
}
