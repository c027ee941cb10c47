import type { LocalDate, LocalMonth } from '../../identity/index.js';

/** How a drug enters the body, inferred from its name and its NHI code, because files have no such field. */
export type DrugRoute =
  'oral' | 'injection' | 'skin' | 'eye' | 'ear' | 'nasal' | 'inhaled' | 'rectal' | 'vaginal' | 'mouth';

/** The common parts of the records of all sections. */

/** A label in both languages. */
export interface Label {
  readonly 'zh-Hant': string;
  readonly en: string;
}

/**
 * The value of a key in a file: a string, or the rows of a list. Numbers become strings; `null` becomes `''`.
 */
export type RawValue = string | RawRows;

/** A row as written in the file, with keys in lowercase. */
export type RawRow = Readonly<Record<string, RawValue>>;

/** An interface, because a type alias cannot refer to itself through `Record`. */
export interface RawRows extends ReadonlyArray<RawRow> {
  readonly length: number;
}

/** A day, or a month if the file gives no day. String comparison sorts them correctly. */
export type PartialDate = LocalDate | LocalMonth;

/** An instant with its offset, `2026-03-12T11:30:00+08:00`. */
export type Timestamp = string;

/** The position of a record: file, section, and index among the section's rows in that file, from 0. */
export interface Source {
  readonly file: string;
  readonly appliedOn: PartialDate | null;
  readonly section: string;
  readonly index: number;
}

/** A code with its text; either may be missing. */
export interface Coded {
  readonly code: string | null;
  readonly display: string | null;
}

export interface Organization {
  /** Ten-digit facility code. */
  readonly code: string | null;
  /** The short name, which the NHI often truncates. */
  readonly name: string | null;
  /** NHI regional division (1 Taipei, 2 northern, 3 central, 4 southern, 5 Kaoping, 6 eastern). */
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
  /** The date by which the record is sorted, or `null` if the file gives none. */
  readonly date: PartialDate | null;
  /** Every place where this record was found, oldest download first. */
  readonly sources: readonly Source[];
  readonly raw: RawRow;
}

/** The group of drugs to which an ingredient belongs, in words that people know. */
export interface DrugGroup {
  readonly id: string;
  readonly label: Label;
  /** Taken when needed rather than every day. */
  readonly asNeeded: boolean;
  /** If a physician prescribes another drug of the group, it replaces the previous one. */
  readonly alternatives: boolean;
}

/** An active ingredient, recognized in the name of a drug. */
export interface DrugIngredient {
  /** The INN, lower case. */
  readonly id: string;
  readonly name: Label;
  /** ATC code for the drug's route; `null` if none is certain. */
  readonly atc: string | null;
  readonly group: DrugGroup;
}

/** Information derived from the name and code of a drug, because files have no fields for it. */
export interface DrugProduct {
  /** By id; empty if the name contains no ingredient in the table. */
  readonly ingredients: readonly DrugIngredient[];
  /** The ingredient in parentheses in the name. */
  readonly writtenIngredient: string | null;
  /** In one notation: `5 mg`, `5 mg + 160 mg`; `null` if the name states none. */
  readonly strength: string | null;
  readonly route: DrugRoute | null;
}

/** 醫囑: a drug, a service, a material or a fee. `kindOfOrder` returns its kind. */
export interface Order {
  readonly sequence: string | null;
  readonly code: string | null;
  readonly display: string | null;
  readonly quantity: number | null;
  /** Days supplied; 0 if it is not a drug, `null` if the section has no such field. */
  readonly daysSupplied: number | null;
  /** The tooth, by FDI number; only in dental orders. */
  readonly bodySite: Coded | null;
  readonly performed: Period | null;
  /** What the name of a drug states; `null` for other orders. */
  readonly product: DrugProduct | null;
}
