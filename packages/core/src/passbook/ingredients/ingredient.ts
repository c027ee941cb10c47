/**
 * A row of the table of ingredients: INN (English), Chinese names (`|` between them, the first is shown), ATC
 * code or codes by route (`M01AB05 skin:M02AA15`; a code without a route is for systemic use) or `null` if
 * none is certain, group (`groups.ts`), and brands and other spellings (`|` between them).
 */
export type IngredientRow<Id extends string = string> = readonly [
  inn: Id,
  chinese: string,
  atc: string | null,
  group: string,
  otherNames: string,
];

/**
 * A group of ingredients: id, Chinese and English label, and flags: `n` means that it is taken as needed, `r`
 * means that one of its members replaces another.
 */
export type GroupRow<Id extends string = string> = readonly [
  id: Id,
  chinese: string,
  english: string,
  known?: string,
];

/** Tables whose ids the compiler knows, so that tables keyed by them are checked. */
export const ingredientTable = <const Id extends string>(
  rows: readonly IngredientRow<Id>[],
): readonly IngredientRow<Id>[] => rows;
export const groupTable = <const Id extends string>(rows: readonly GroupRow<Id>[]): readonly GroupRow<Id>[] =>
  rows;
