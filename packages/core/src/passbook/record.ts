import type { LocalDate, LocalMonth } from '../identity/index.js';

/** How a drug enters the body, told by its name and its NHI code, because files have no such field. */
export type DrugRoute =
  'oral' | 'injection' | 'skin' | 'eye' | 'ear' | 'nasal' | 'inhaled' | 'rectal' | 'vaginal' | 'mouth';

/** What the records of all sections are made of. */

/** A label in both languages. */
export interface Label {
  readonly 'zh-Hant': string;
  readonly en: string;
}

/** What a file holds under a key: text, or the rows of a list. Numbers become text; `null` becomes `''`. */
export type RawValue = string | RawRows;

/** A row as the file wrote it, keys in lower case. */
export type RawRow = Readonly<Record<string, RawValue>>;

/** An interface, because an alias cannot come back to itself through `Record`. */
export interface RawRows extends ReadonlyArray<RawRow> {
  readonly length: number;
}

/** A day, or a month where the file gives no day. Compares correctly as text. */
export type PartialDate = LocalDate | LocalMonth;

/** An instant with its offset, `2026-03-12T11:30:00+08:00`. */
export type Timestamp = string;

/** Where a record stands: file, section and index among the section's rows in that file, from 0. */
export interface Source {
  readonly file: string;
  readonly appliedOn: PartialDate | null;
  readonly section: string;
  readonly index: number;
}

/** A code with its words, either of which may be missing. */
export interface Coded {
  readonly code: string | null;
  readonly display: string | null;
}

export interface Organization {
  /** Ten-digit facility code. */
  readonly code: string | null;
  /** The short name; often cut by the NHI. */
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

/** What every record has. */
export interface PassbookRecord<K extends string = string> {
  readonly section: K;
  /** The day by which the record is sorted, or `null` if the file gives none. */
  readonly date: PartialDate | null;
  /** Every place where this record was found, oldest download first. */
  readonly sources: readonly Source[];
  readonly raw: RawRow;
}

/** What kind of drug an ingredient is, in words that a person knows. */
export interface DrugGroup {
  readonly id: string;
  readonly label: Label;
  /** Taken when needed rather than every day. */
  readonly asNeeded: boolean;
  /** A physician who prescribes another member of the group means it instead of the one before. */
  readonly alternatives: boolean;
}

/** An active ingredient that the name of a drug tells. */
export interface DrugIngredient {
  /** The INN, lower case. */
  readonly id: string;
  readonly name: Label;
  /** ATC code by the drug's route; `null` where none is certain. */
  readonly atc: string | null;
  readonly group: DrugGroup;
}

/** What the name and the code of a drug tell: files have no fields for it. */
export interface DrugProduct {
  /** By id; none if the name tells no ingredient that the table knows. */
  readonly ingredients: readonly DrugIngredient[];
  /** The ingredient as the name writes it in parentheses. */
  readonly writtenIngredient: string | null;
  /** In one spelling: `5 mg`, `5 mg + 160 mg`; `null` if the name states none. */
  readonly strength: string | null;
  readonly route: DrugRoute | null;
}

/** 醫囑: a drug, a service, a material or a fee. `kindOfOrder` tells which. */
export interface Order {
  readonly sequence: string | null;
  readonly code: string | null;
  readonly display: string | null;
  readonly quantity: number | null;
  /** Days supplied; 0 for what is not a drug, `null` where the section has no such field. */
  readonly daysSupplied: number | null;
  /** Tooth by FDI number, dental orders only. */
  readonly bodySite: Coded | null;
  readonly performed: Period | null;
  /** What the name of a drug tells; `null` for other orders. */
  readonly product: DrugProduct | null;
}
